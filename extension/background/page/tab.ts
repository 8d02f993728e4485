import type { TabReading } from '../../answers.ts'

/** What is put into pages (scripts/build-content.ts). */
export const READER = 'content/read.js'
const FOLLOWER = 'content/follow.js'
const TEACHER = 'content/learn.js'
const COPIER = 'content/copy.js'

type Target = chrome.scripting.InjectionTarget

/** What one frame tells of itself. It runs in the page: nothing around it is at hand there. */
async function tellOfFrame(): Promise<FrameTold> {
  const reading = await globalThis.tabellion?.told()
  const origins: string[] = []
  for (const frame of document.querySelectorAll('iframe, frame')) {
    const { width, height } = frame.getBoundingClientRect()
    const address = frame.getAttribute('src')
    // Smaller ones hold no list.
    if (width < 200 || height < 100 || address === null) continue
    try {
      const { origin, protocol } = new URL(address, document.baseURI)
      if (protocol === 'https:' || protocol === 'http:') origins.push(origin)
    } catch {
      // No address.
    }
  }
  return {
    // A frame that the page wrote has the origin of the page, and no address.
    origin: self.origin,
    state: reading?.state ?? 'none',
    rows: reading?.rows.length ?? 0,
    frames: origins,
  }
}
interface FrameTold {
  readonly origin: string
  readonly state: 'rows' | 'empty' | 'unreadable' | 'none'
  readonly rows: number
  readonly frames: readonly string[]
}

/** Puts the reader into each frame of the tab that may be read, and says what it found. */
export async function readTab(
  tab: number,
): Promise<Omit<Exclude<TabReading, { state: 'closed' }>, 'always'> | undefined> {
  const target: Target = { tabId: tab, allFrames: true }
  let frames: readonly FrameTold[]
  try {
    await chrome.scripting.executeScript({ target, files: [READER] })
    const results = await chrome.scripting.executeScript({ target, func: tellOfFrame })
    frames = results.flatMap(({ result, frameId }) => (result ? [{ ...result, isTop: frameId === 0 }] : []))
  } catch {
    return undefined
  }
  const read = new Set(frames.map(({ origin }) => origin))
  const rows = frames.reduce((sum, frame) => sum + frame.rows, 0)
  // A list in a frame that may not be read is unreadable, never empty.
  const unread = rows > 0 ? [] : [...new Set(frames.flatMap((frame) => frame.frames))].filter((one) => !read.has(one))
  const states = frames.map(({ state }) => state)
  const state = (['rows', 'unreadable', 'empty'] as const).find((one) => states.includes(one)) ?? 'none'
  return {
    state: unread.length > 0 ? 'unreadable' : state,
    origin: frames[0]?.origin ?? '',
    rows,
    frames: unread,
  }
}

/** Gathers and marks the rows of the frame that asks. */
export async function followFrame({ tab, frameId }: chrome.runtime.MessageSender): Promise<boolean> {
  if (tab?.id === undefined) return false
  return put({ tabId: tab.id, frameIds: [frameId ?? 0] }, FOLLOWER)
}

/** Three clicks are waited for, in whichever frame they come. */
export const teach = (tab: number): Promise<boolean> => put({ tabId: tab, allFrames: true }, TEACHER)

/** The structure of the whole page, frame by frame. */
export async function copyOf(tab: number): Promise<string | undefined> {
  const target: Target = { tabId: tab, allFrames: true }
  if (!(await put(target, COPIER))) return undefined
  const results = await chrome.scripting.executeScript({ target, func: () => globalThis.tabellionCopy?.() })
  const copies = results.flatMap(({ result }) => (result ? [result] : []))
  return copies.length === 0 ? undefined : copies.join('\n<!-- cadre suivant -->\n')
}

export async function selectionIn(tab: number): Promise<string> {
  try {
    const results = await chrome.scripting.executeScript({
      target: { tabId: tab, allFrames: true },
      func: () => String(window.getSelection() ?? ''),
    })
    return results.map(({ result }) => result ?? '').find((text) => text.trim() !== '') ?? ''
  } catch {
    return ''
  }
}

async function put(target: Target, file: string): Promise<boolean> {
  try {
    await chrome.scripting.executeScript({ target, files: [file] })
    return true
  } catch {
    return false
  }
}

import type { Frame, Page } from 'playwright-core'
import { accumulate, nothingSeen, type PageLook, type Seen } from '../../extension/reader/accumulate.ts'

type FrameLook = PageLook & { readonly encoding: string }

/** What the frames of a page have shown so far. */
export interface Look {
  readonly frames: readonly Seen[]
  readonly encoding: string
  /** Hosts of frames that could not be looked into. */
  readonly blocked: readonly string[]
}

const PAUSE_MS = 150
/** Rows that stay the same for so long are all that comes. */
const STILL_MS = 800
const LEAST_MS = 1_500
/** A page without rows may still be waiting for them. */
const NO_ROWS_MS = 4_000
const BUSY_MS = 10_000
const BUSY = `document.querySelector('[aria-busy="true"]') !== null || /(?:chargement|loading|patientez)/i.test((document.body?.innerText ?? '').slice(0, 20000))`

/** The extension's reader in each frame of a page, put there when the frame comes. */
export class FrameReaders {
  readonly #page: Page
  readonly #script: string
  readonly #seen = new WeakMap<Frame, Seen>()

  constructor(page: Page, script: string) {
    this.#page = page
    this.#script = script
  }

  /** Waits until what the page shows has come. */
  async settle(): Promise<void> {
    const began = performance.now()
    let before = ''
    let stillSince = began
    for (;;) {
      const frames = (await this.#ask()).map(({ look }) => look)
      const now = performance.now()
      const shape = JSON.stringify(frames)
      if (shape !== before) stillSince = now
      before = shape
      const waited = now - began
      const hasRows = frames.some((look) => look?.state === 'rows')
      const isDone = hasRows ? waited >= LEAST_MS && now - stillSince >= STILL_MS : waited >= NO_ROWS_MS
      if ((isDone && !(await this.#isBusy())) || waited >= BUSY_MS) return
      await this.#page.waitForTimeout(PAUSE_MS)
    }
  }

  /** Adds what is shown now to what was seen. */
  async look(): Promise<Look> {
    const frames: Seen[] = []
    const blocked: string[] = []
    let encoding: string | undefined
    for (const { frame, look } of await this.#ask()) {
      const before = this.#seen.get(frame)
      const seen = look === undefined ? before : accumulate(before ?? nothingSeen(look.place), look)
      if (seen === undefined) {
        if (await isLarge(frame)) blocked.push(await addressOf(frame))
        continue
      }
      this.#seen.set(frame, seen)
      frames.push(seen)
      encoding ??= look?.encoding
    }
    return { frames, encoding: encoding ?? 'utf-8', blocked }
  }

  async #ask(): Promise<{ frame: Frame; look: FrameLook | undefined }[]> {
    const answers: { frame: Frame; look: FrameLook | undefined }[] = []
    for (const frame of this.#page.frames()) answers.push({ frame, look: await this.#askFrame(frame) })
    return answers
  }

  async #askFrame(frame: Frame): Promise<FrameLook | undefined> {
    if (frame.url().startsWith('chrome-error:')) return undefined
    try {
      const isThere = await frame.evaluate<boolean>('globalThis.tabellion !== undefined')
      if (!isThere) await frame.evaluate(this.#script)
      return await frame.evaluate<FrameLook>('globalThis.tabellion()')
    } catch {
      // Gone, or gone elsewhere while it was asked.
      return undefined
    }
  }

  async #isBusy(): Promise<boolean> {
    return this.#page.evaluate<boolean>(BUSY).catch(() => false)
  }
}

/** Whether a frame is large enough to hold a list. */
async function isLarge(frame: Frame): Promise<boolean> {
  try {
    const box = await (await frame.frameElement()).boundingBox()
    return box !== null && box.width >= 200 && box.height >= 100
  } catch {
    return false
  }
}

async function addressOf(frame: Frame): Promise<string> {
  const address = await (await frame.frameElement()).getAttribute('src').catch(() => null)
  return /^https?:\/\/([^/]+)/.exec(address ?? '')?.[1] ?? address ?? '?'
}

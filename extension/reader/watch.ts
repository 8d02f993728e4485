import type { Day } from '@tabellion/shared/calendar'
import { factsOf } from './movement.ts'
import type { PageReading } from './page.ts'

export interface Watch {
  readonly today: Day
  /** How the page is read: `readPage`, or by what was learnt of it. */
  readonly read: (root: Document, today: Day) => PageReading
  /** Ends every listener. */
  readonly signal: AbortSignal
  /** Each reading: the same rows may have other elements. `isNew`: they say something else than before (see `accumulate`). */
  readonly onRead: (reading: PageReading, isNew: boolean) => void
}

/** After a change the page is read once it has been still for so long, or at the latest after so long. */
const STILL_MS = 200
const LATEST_MS = 1_200
/** While it scrolls, rows come and go: it is read as often as this. */
const SCROLL_MS = 100
const NEVER = Number.POSITIVE_INFINITY

/** Follows a page while it loads, scrolls and changes. Reads only; it never clicks « Afficher plus ». */
export function watchPage(document: Document, { today, read: readNow, signal, onRead }: Watch): void {
  let before = ''
  let timer: ReturnType<typeof setTimeout> | undefined
  /** When what has changed must have been read; far off while nothing has. */
  let latest = NEVER
  const watched = new WeakSet<Node>()
  const read = (): void => {
    latest = NEVER
    if (signal.aborted) return
    // A shadow root keeps its changes and its scrolling to itself.
    for (const { shadowRoot } of document.querySelectorAll('*')) if (shadowRoot) listen(shadowRoot)
    const reading = readNow(document, today)
    const says = JSON.stringify([document.location.href, reading.state, reading.rows.map(factsOf)])
    const isNew = says !== before
    before = says
    onRead(reading, isNew)
  }
  const within = (limit: number): void => {
    const now = performance.now()
    latest = Math.min(latest, now + limit)
    clearTimeout(timer)
    timer = setTimeout(read, Math.min(now + STILL_MS, latest) - now)
  }
  const onMutation = (): void => within(LATEST_MS)
  const observer = new MutationObserver(onMutation)
  const listen = (root: Node): void => {
    if (watched.has(root)) return
    watched.add(root)
    observer.observe(root, { childList: true, subtree: true, characterData: true })
    root.addEventListener('scroll', () => within(SCROLL_MS), { capture: true, passive: true, signal })
  }
  listen(document)
  for (const event of ['hashchange', 'popstate', 'load', 'resize'])
    document.defaultView?.addEventListener(event, onMutation, { signal })
  signal.addEventListener('abort', () => {
    observer.disconnect()
    clearTimeout(timer)
  })
  onMutation()
}

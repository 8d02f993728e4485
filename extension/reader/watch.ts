import type { Day } from '@tabellion/shared/calendar'
import { factsOf } from './movement.ts'
import { type PageReading, readPage } from './page.ts'

export interface Watch {
  readonly today: Day
  /** Ends every listener. */
  readonly signal: AbortSignal
  /** What is shown now, when it is not what was shown last: see `accumulate`. */
  readonly onChange: (reading: PageReading) => void
}

/** After a change the page is read once it has been still for so long, or at the latest after so long. */
const STILL_MS = 200
const LATEST_MS = 1_200
/** While it scrolls, rows come and go: it is read as often as this. */
const SCROLL_MS = 100

/** Follows a page while it loads, scrolls and changes. Reads only; it never clicks « Afficher plus ». */
export function watchPage(document: Document, { today, signal, onChange }: Watch): void {
  let before = ''
  let timer: ReturnType<typeof setTimeout> | undefined
  /** When what has changed must have been read. */
  let latest = Number.POSITIVE_INFINITY
  const watched = new WeakSet<Node>()
  const read = (): void => {
    latest = Number.POSITIVE_INFINITY
    if (signal.aborted) return
    // A shadow root keeps its changes and its scrolling to itself.
    for (const { shadowRoot } of document.querySelectorAll('*')) if (shadowRoot !== null) listen(shadowRoot)
    const reading = readPage(document, today)
    const says = JSON.stringify([document.location.href, reading.state, reading.rows.map(factsOf)])
    if (says !== before) onChange(reading)
    before = says
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

import type { Day } from '@tabellion/shared/calendar'
import { accumulate, nothingSeen, type Seen, saying } from './accumulate.ts'
import { readPage } from './page.ts'

/**
 * Reads the page now, and adds what it shows to what it showed before. Another list begins anew: the address changed, and none
 * of the rows are those seen before.
 */
export function pageFollower(document: Document, today: Day): () => Seen {
  let seen = nothingSeen
  let place = document.location.href
  let hasMoved = false
  return () => {
    if (document.location.href !== place) hasMoved = true
    place = document.location.href
    const reading = readPage(document, today)
    if (hasMoved && !reading.rows.some((row) => seen.together.has(saying(row)))) {
      seen = nothingSeen
      hasMoved = false
    }
    seen = accumulate(seen, reading)
    return seen
  }
}

export interface Watch {
  readonly today: Day
  /** Ends every listener. */
  readonly signal: AbortSignal
  readonly onChange: (seen: Seen) => void
}

/** After a change the page is read once it has been still for so long, or at the latest after so long. */
const STILL_MS = 200
const LATEST_MS = 1_200
/** While it scrolls, rows come and go: it is read as often as this. */
const SCROLL_MS = 100

/** Follows a page while it loads, scrolls and changes. Reads only; it never clicks « Afficher plus ». */
export function watchPage(document: Document, { today, signal, onChange }: Watch): void {
  const look = pageFollower(document, today)
  let before = nothingSeen
  let timer: ReturnType<typeof setTimeout> | undefined
  /** When a scroll, and the first change since, must have been read. */
  let scrolled = Number.POSITIVE_INFINITY
  let changed = Number.POSITIVE_INFINITY
  const read = (): void => {
    scrolled = Number.POSITIVE_INFINITY
    changed = Number.POSITIVE_INFINITY
    if (signal.aborted) return
    const seen = look()
    if (!isSame(seen, before)) onChange(seen)
    before = seen
  }
  const readIn = (pause: number): void => {
    const now = performance.now()
    clearTimeout(timer)
    timer = setTimeout(read, Math.min(now + pause, changed, scrolled) - now)
  }
  const onMutation = (): void => {
    changed = Math.min(changed, performance.now() + LATEST_MS)
    readIn(STILL_MS)
  }
  const onScroll = (): void => {
    scrolled = Math.min(scrolled, performance.now() + SCROLL_MS)
    readIn(STILL_MS)
  }
  const observer = new MutationObserver(onMutation)
  observer.observe(document, { childList: true, subtree: true, characterData: true })
  document.addEventListener('scroll', onScroll, { capture: true, passive: true, signal })
  for (const event of ['hashchange', 'popstate', 'load', 'resize'] as const)
    document.defaultView?.addEventListener(event, onMutation, { signal })
  signal.addEventListener('abort', () => {
    observer.disconnect()
    clearTimeout(timer)
  })
  onMutation()
}

const isSame = (a: Seen, b: Seen): boolean =>
  a.state === b.state && a.rows.size === b.rows.size && [...a.together.keys()].every((says) => b.together.has(says))

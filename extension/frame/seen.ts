import { type RefObject, useCallback, useEffect, useRef } from 'react'

/** So long must it have been seen before a click counts… */
const SEEN_MS = 500
/** …and so long after, since the browser tells of what covers it a tenth of a second late. */
const AFTER_MS = 150

/** Firefox does not know the second version: there nothing is ever seen, the frame only shows, and the popup confirms. */
export const canTell = (): boolean => 'isVisible' in IntersectionObserverEntry.prototype

interface Sight extends IntersectionObserverEntry {
  readonly isVisible?: boolean
}
interface SightOptions extends IntersectionObserverInit {
  readonly trackVisibility: boolean
  readonly delay: number
}

/**
 * Whether the user has the whole frame in sight: nothing of the page over it, nothing that makes it pale or moves it away
 * (IntersectionObserver v2). Asked at a click, it waits a moment more before it believes.
 */
export function useSight(ref: RefObject<HTMLElement>): () => Promise<boolean> {
  const since = useRef<number>()
  const sight = useRef<IntersectionObserver>()
  const look = useCallback((entries: readonly Sight[]) => {
    const last = entries.at(-1)
    if (!last) return
    since.current =
      last.isVisible === true && last.intersectionRatio > 0.99 ? (since.current ?? performance.now()) : undefined
  }, [])
  useEffect(() => {
    if (!ref.current) return
    const options: SightOptions = { threshold: [0, 0.5, 0.99, 1], trackVisibility: true, delay: 100 }
    const observer = new IntersectionObserver(look, options)
    observer.observe(ref.current)
    sight.current = observer
    return () => observer.disconnect()
  }, [ref, look])
  return useCallback(async () => {
    const wasSeen = (): boolean => {
      look(sight.current?.takeRecords() ?? [])
      return since.current !== undefined && performance.now() - since.current >= SEEN_MS
    }
    if (document.visibilityState !== 'visible' || !wasSeen()) return false
    await new Promise((resolve) => setTimeout(resolve, AFTER_MS))
    return wasSeen()
  }, [look])
}

import type { Standing } from './standing.ts'

/** Always the same: the page may feel out how large it is, and learns nothing by that. */
const WIDTH = 360
const HEIGHT = 340
const GAP = 8
/** A page that lets no frame in leaves it empty. */
const PATIENCE_MS = 4_000

export interface Opened {
  /** The frame says that it is there. */
  arrived(): void
  close(): void
}

/** Opens the extension's own page beside a mark; only one is open at a time. */
export function openFrame(standing: Standing, url: string, mark: HTMLElement, words: Words): Opened {
  const stop = new AbortController()
  const { signal } = stop
  const frame = document.createElement('iframe')
  const at = mark.getBoundingClientRect()
  const left = Math.max(GAP, Math.min(at.left, innerWidth - WIDTH - GAP))
  const below = at.bottom + GAP
  const top = below + HEIGHT + GAP <= innerHeight ? below : Math.max(GAP, at.top - GAP - HEIGHT)
  // Whole in the smallest window: a frame that is not seen whole confirms nothing.
  const style = `all: initial; position: fixed; left: ${left}px; top: ${top}px; width: ${WIDTH}px; max-width: calc(100vw - ${2 * GAP}px); max-height: calc(100vh - ${2 * GAP}px); border-radius: 6px; box-shadow: 0 4px 16px rgb(22 26 43 / 28%); background: #fff; pointer-events: auto`
  frame.style.cssText = `${style}; height: ${HEIGHT}px; border: 0; color-scheme: light dark`
  frame.title = words.title
  frame.src = url
  const close = (): void => {
    stop.abort()
    frame.remove()
    instead.remove()
    if (mark.isConnected) mark.focus()
  }
  const instead = document.createElement('p')
  const timer = setTimeout(() => {
    instead.setAttribute('role', 'alert')
    instead.textContent = words.instead
    instead.style.cssText = `${style}; box-sizing: border-box; padding: 12px 16px; color: #161a2b; font: 13px/20px system-ui, sans-serif`
    frame.replaceWith(instead)
  }, PATIENCE_MS)
  signal.addEventListener('abort', () => clearTimeout(timer))
  // A click elsewhere in the page, or Escape, closes it.
  const leave = (event: Event): void => {
    if (event.isTrusted && !event.composedPath().includes(standing.root.host)) close()
  }
  window.addEventListener('pointerdown', leave, { capture: true, signal })
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.isTrusted && event.key === 'Escape') close()
    },
    { capture: true, signal },
  )
  standing.root.append(frame)
  frame.focus()
  return { arrived: () => clearTimeout(timer), close }
}

interface Words {
  readonly title: string
  /** What stands there where the page lets no frame in. */
  readonly instead: string
}

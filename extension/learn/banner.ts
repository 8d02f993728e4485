/** What speaks to the user over the page while it is learnt: a line of words and buttons, in a closed root. */
export interface Banner {
  say(words: string, buttons?: readonly BannerButton[], detail?: string): void
  /** An outline over what would be chosen. */
  outline(element: Element | undefined): void
  holds(event: Event): boolean
}
export interface BannerButton {
  readonly words: string
  readonly isMain?: boolean
  readonly press: () => void
}

const FONT = '13px/20px Inter, system-ui, sans-serif'

export function openBanner(signal: AbortSignal): Banner {
  const host = document.createElement('div')
  host.style.cssText =
    'all: initial !important; position: fixed !important; inset: 0 auto auto 0 !important; z-index: 2147483647 !important'
  const root = host.attachShadow({ mode: 'closed' })
  const bar = box(
    `position: fixed; left: 50%; top: 12px; transform: translateX(-50%); box-sizing: border-box; width: min(520px, calc(100vw - 24px)); padding: 12px 16px; border-radius: 6px; background: #ffffff; color: #161a2b; border: 1px solid #dfe2ea; box-shadow: 0 4px 16px rgb(22 26 43 / 28%); font: ${FONT}`,
  )
  bar.setAttribute('role', 'status')
  const ring = box(
    'position: fixed; display: none; box-sizing: border-box; border: 2px solid #184d78; border-radius: 4px; box-shadow: 0 0 0 1px #ffffff; pointer-events: none',
  )
  root.append(ring, bar)
  document.documentElement.append(host)
  signal.addEventListener('abort', () => host.remove())
  return {
    say(words, buttons = [], detail) {
      const head = box(`display: block; font: 600 ${FONT}`, words)
      const row = box('display: flex; flex-wrap: wrap; gap: 8px; margin-top: 8px')
      for (const { isMain = false, press, words: label } of buttons) {
        const button = document.createElement('button')
        button.type = 'button'
        button.textContent = label
        button.style.cssText = `all: initial; box-sizing: border-box; padding: 4px 12px; border: 1px solid #184d78; border-radius: 6px; cursor: pointer; font: ${FONT}; ${isMain ? 'background: #184d78; color: #ffffff' : 'background: #ffffff; color: #184d78'}`
        button.addEventListener('focus', () => {
          button.style.outline = '2px solid #184d78'
          button.style.outlineOffset = '2px'
        })
        button.addEventListener('blur', () => {
          button.style.outline = 'none'
        })
        button.addEventListener('click', (event) => {
          if (event.isTrusted) press()
        })
        row.append(button)
      }
      bar.replaceChildren(
        head,
        ...(detail === undefined ? [] : [box(`display: block; margin-top: 4px; font: ${FONT}`, detail)]),
        ...(buttons.length > 0 ? [row] : []),
      )
    },
    outline(element) {
      const at = element?.getBoundingClientRect()
      ring.style.display = at ? 'block' : 'none'
      if (!at) return
      ring.style.left = `${at.left - 3}px`
      ring.style.top = `${at.top - 3}px`
      ring.style.width = `${at.width + 6}px`
      ring.style.height = `${at.height + 6}px`
    },
    holds: (event) => event.composedPath().includes(host),
  }
}

/** Page styles do not reach into it; its own begin from nothing. */
function box(style: string, text = ''): HTMLElement {
  const element = document.createElement('div')
  element.style.cssText = `all: initial; ${style}`
  element.textContent = text
  return element
}

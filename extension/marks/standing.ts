/** What the page may do to our element in so long, before it is only put back now and then. */
const PATIENCE = 20
const AGAIN_MS = 2_000

/** Every declaration that decides whether it is seen and where, and none that the page's own can win against. */
const STYLE =
  'all: initial; position: absolute; left: 0; top: 0; width: 0; height: 0; margin: 0; overflow: visible; display: block; visibility: visible; opacity: 1; transform: none; filter: none; clip-path: none; pointer-events: none; z-index: 2147483647'

/**
 * The one element of ours in the page, with its closed root. The page may take it out or change it: it comes back as it was, at once at
 * first, then more rarely, so that two who disagree do not keep the machine busy.
 */
export class Standing {
  readonly root: ShadowRoot
  readonly #host = document.createElement('div')
  readonly #attributes: MutationObserver
  readonly #style: string
  #repairs = 0
  #since = 0

  constructor(signal: AbortSignal) {
    this.root = this.#host.attachShadow({ mode: 'closed' })
    this.#host.style.cssText = STYLE.replaceAll(/;|$/g, ' !important$&')
    this.#style = this.#host.style.cssText
    this.#attributes = new MutationObserver(() => this.stand())
    const children = new MutationObserver(() => this.stand())
    children.observe(document, { childList: true })
    children.observe(document.documentElement, { childList: true })
    this.#watch()
    this.stand()
    signal.addEventListener('abort', () => {
      children.disconnect()
      this.#attributes.disconnect()
      this.#host.remove()
    })
  }

  /** Where it stands now: a page may move what everything is measured from. */
  origin(): DOMRect {
    return this.#host.getBoundingClientRect()
  }

  /** Puts it back, as it was. */
  stand(): void {
    const isOut = this.#host.parentNode !== document.documentElement
    const isChanged = this.#host.attributes.length !== 1 || this.#host.style.cssText !== this.#style
    if (!isOut && !isChanged) return
    const now = performance.now()
    if (now - this.#since > AGAIN_MS) {
      this.#since = now
      this.#repairs = 0
    }
    this.#repairs += 1
    if (this.#repairs > PATIENCE) {
      if (this.#repairs === PATIENCE + 1) setTimeout(() => this.stand(), AGAIN_MS)
      return
    }
    this.#attributes.disconnect()
    if (isChanged) {
      for (const { name } of [...this.#host.attributes]) this.#host.removeAttribute(name)
      this.#host.style.cssText = this.#style
    }
    if (isOut) document.documentElement.append(this.#host)
    this.#watch()
  }

  #watch(): void {
    this.#attributes.observe(this.#host, { attributes: true })
  }
}

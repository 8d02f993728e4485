import type { MarkState } from '../answers.ts'
import { type Clips, MARK_PX, placeOf } from './place.ts'
import type { Standing } from './standing.ts'

export interface MarkedRow {
  readonly element: Element
  readonly state: MarkState
  /** Absent: nothing is known of it, and nothing can be opened. */
  readonly line?: string | undefined
}

interface Mark {
  readonly button: HTMLButtonElement
  row: MarkedRow
  /** What the row said when it was marked: a list that reuses its elements shows another there before it is read again. */
  said: string
}

/** Grey, accent, filled: look.md. Never a text; what is said to a screen reader stays in the closed root. */
const LOOKS: Readonly<Record<MarkState, readonly [border: string, ground: string, words: string]>> = {
  certain: ['#184d78', '#ffffff', 'Tabellion : à rapprocher, certain'],
  'to-match': ['#184d78', '#ffffff', 'Tabellion : à rapprocher'],
  matched: ['#184d78', '#184d78', 'Tabellion : rapprochée'],
  ignored: ['#8b92a3', '#ffffff', 'Tabellion : mise de côté'],
  noise: ['#8b92a3', '#ffffff', 'Tabellion : rien à rapprocher'],
}
/** Between two passes while the page changes by itself. */
const PASS_MS = 100

/**
 * Marks beside rows. All stand in one closed root in one element at the end of the page, so that neither the layout, nor the page's own
 * elements, nor what a page can see of ours depend on what they say: every row has the same mark.
 */
export class Marks {
  readonly #standing: Standing
  readonly #signal: AbortSignal
  readonly #onClick: (row: MarkedRow, button: HTMLElement) => void
  #marks: Mark[] = []
  #frame = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(standing: Standing, onClick: (row: MarkedRow, button: HTMLElement) => void, signal: AbortSignal) {
    this.#standing = standing
    this.#signal = signal
    this.#onClick = onClick
    const soon = (): void => this.#soon()
    const now = (): void => this.#now()
    const seen = { capture: true, passive: true, signal }
    for (const event of ['scroll', 'toggle', 'load', 'transitionend', 'animationend'])
      document.addEventListener(event, event === 'scroll' ? now : soon, seen)
    window.addEventListener('resize', now, { signal })
    const mutations = new MutationObserver(soon)
    mutations.observe(document, { attributes: true, characterData: true, childList: true, subtree: true })
    const sizes = new ResizeObserver(now)
    sizes.observe(document.documentElement)
    signal.addEventListener('abort', () => {
      mutations.disconnect()
      sizes.disconnect()
      cancelAnimationFrame(this.#frame)
      clearTimeout(this.#timer)
    })
  }

  /** Marks these rows and no other. */
  show(rows: readonly MarkedRow[]): void {
    const before = new Map(this.#marks.map((mark) => [mark.row.element, mark]))
    this.#marks = rows.map((row) => {
      const mark = before.get(row.element) ?? { button: this.#newButton(), row, said: '' }
      before.delete(row.element)
      mark.row = row
      mark.said = row.element.textContent ?? ''
      dress(mark.button, row.state)
      return mark
    })
    for (const { button } of before.values()) button.remove()
    // A shadow root keeps its scrolling to itself; adding the same listener again changes nothing.
    for (const root of new Set(rows.map(({ element }) => element.getRootNode())))
      root.addEventListener('scroll', this.#now, { capture: true, passive: true, signal: this.#signal })
    this.#now()
  }

  readonly #now = (): void => {
    if (this.#signal.aborted) return
    cancelAnimationFrame(this.#frame)
    this.#frame = requestAnimationFrame(() => this.#place())
  }

  #soon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      this.#now()
    }, PASS_MS)
  }

  #place(): void {
    this.#standing.stand()
    const origin = this.#standing.origin()
    const clips: Clips = new Map()
    // All is measured before anything is moved: one layout.
    const places = this.#marks.map(({ row, said }) =>
      row.element.isConnected && row.element.textContent === said ? placeOf(row.element, clips) : undefined,
    )
    this.#marks.forEach(({ button }, at) => {
      const place = places[at]
      button.style.display = place ? 'block' : 'none'
      if (place) button.style.transform = `translate(${place.left - origin.left}px, ${place.top - origin.top}px)`
    })
    this.#rove()
  }

  /** One stop of the Tab key for all; the arrows go from one to the next. */
  #rove(): void {
    const shown = this.#marks.filter(({ button }) => button.style.display === 'block')
    const current = shown.find(({ button }) => button.tabIndex === 0) ?? shown[0]
    for (const mark of this.#marks) mark.button.tabIndex = mark === current ? 0 : -1
  }

  #newButton(): HTMLButtonElement {
    const button = document.createElement('button')
    button.type = 'button'
    button.style.cssText = `appearance: none; margin: 0; padding: 0; position: absolute; left: 0; top: 0; display: none; box-sizing: border-box; width: ${MARK_PX}px; height: ${MARK_PX}px; border-radius: 50%; outline: none; cursor: pointer; pointer-events: auto; box-shadow: 0 0 0 1px #ffffff`
    button.addEventListener('focus', () => {
      button.style.outline = '2px solid #184d78'
      button.style.outlineOffset = '2px'
    })
    button.addEventListener('blur', () => {
      button.style.outline = 'none'
    })
    button.addEventListener('click', (event) => {
      const mark = this.#marks.find((one) => one.button === button)
      if (!event.isTrusted || !mark || mark.row.element.textContent !== mark.said) return
      this.#onClick(mark.row, button)
    })
    button.addEventListener('keydown', (event) => {
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
      if (!event.isTrusted || step === 0) return
      const shown = this.#marks.filter((one) => one.button.style.display === 'block')
      const next = shown[shown.findIndex((one) => one.button === button) + step]
      if (!next) return
      event.preventDefault()
      button.tabIndex = -1
      next.button.tabIndex = 0
      next.button.focus()
    })
    this.#standing.root.append(button)
    return button
  }
}

function dress(button: HTMLButtonElement, state: MarkState): void {
  const [border, ground, words] = LOOKS[state]
  button.style.border = `2px solid ${border}`
  button.style.background = ground
  button.setAttribute('aria-label', words)
}

/** The bar above the panes: the daily ones as tabs, the others under « Plus ». However many there are, it keeps to one line of 300 px. */
import { el, part, show } from './dom.ts'
import type { Pane } from './frame.ts'
import type { PageName } from './server.ts'

export interface Bar {
  /** Shows which pane is open. */
  mark(pane: Pane): void
  badge(page: PageName, count: number): void
}

export function paneBar(panes: readonly Pane[], go: (page: PageName) => void): Bar {
  const list = part('tabs', HTMLElement)
  const more = part('more', HTMLElement)
  const menu = part('more-menu', HTMLElement)
  const counts = new Map<PageName, number>()
  let current: Pane | undefined

  const entry = (pane: Pane): HTMLButtonElement =>
    el('button', {
      type: 'button',
      ...(pane.isDaily ? { role: 'tab', 'aria-controls': 'body' } : { role: 'menuitemradio', tabindex: -1 }),
      onclick: () => {
        if (!pane.isDaily) close()
        go(pane.name)
      },
    })
  const entries = new Map(panes.map((pane) => [pane, entry(pane)]))
  const daily = [...entries].flatMap(([{ isDaily }, element]) => (isDaily ? [element] : []))
  const others = [...entries].flatMap(([{ isDaily }, element]) => (isDaily ? [] : [element]))

  function draw(): void {
    for (const [pane, element] of entries) {
      const isHere = pane === current
      show(element, pane.label, count(counts.get(pane.name)))
      if (!pane.isDaily) element.ariaChecked = String(isHere)
      else {
        element.ariaSelected = String(isHere)
        element.tabIndex = isHere || (!current?.isDaily && element === daily[0]) ? 0 : -1
      }
    }
    const there = current?.isDaily ? undefined : current
    const waiting = panes.reduce((sum, { isDaily, name }) => sum + (isDaily ? 0 : (counts.get(name) ?? 0)), 0)
    // What waits in an open pane is its own title: two counts and a long word would not fit.
    show(more, el('span', { class: 'more-word' }, there?.label ?? 'Plus'), there ? undefined : count(waiting))
    more.ariaLabel = there ? `${there.label}, autres volets` : 'Plus de volets'
    more.classList.toggle('is-here', there !== undefined)
  }

  function open(): void {
    menu.hidden = false
    more.ariaExpanded = 'true'
    others.find(({ ariaChecked }) => ariaChecked === 'true')?.focus()
    if (!menu.contains(document.activeElement)) others[0]?.focus()
  }

  function close(): void {
    more.focus()
    hide()
  }
  function hide(): void {
    menu.hidden = true
    more.ariaExpanded = 'false'
  }

  more.addEventListener('click', () => (menu.hidden ? open() : close()))
  more.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    open()
  })
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return turn(event, others, ['ArrowUp', 'ArrowDown'])
    event.preventDefault()
    close()
  })
  menu.addEventListener('focusout', ({ relatedTarget }) => {
    const isInside = relatedTarget instanceof Node && (menu.contains(relatedTarget) || more.contains(relatedTarget))
    if (!isInside) hide()
  })
  list.addEventListener('keydown', (event) => turn(event, daily, ['ArrowLeft', 'ArrowRight'])?.click())
  show(list, daily)
  show(menu, others)

  return {
    mark(pane) {
      current = pane
      draw()
    },
    badge(page, waiting) {
      counts.set(page, waiting)
      draw()
    },
  }
}

const count = (waiting = 0): HTMLElement | undefined =>
  waiting > 0 ? el('span', { class: 'badge' }, String(waiting)) : undefined

/** The entry that an arrow, Home, End or a first letter leads to, with the focus on it. */
function turn(
  event: KeyboardEvent,
  entries: readonly HTMLElement[],
  [before, after]: readonly [string, string],
): HTMLElement | undefined {
  const here = entries.findIndex((entry) => entry.matches(':focus'))
  const { key } = event
  const steps: Readonly<Record<string, number>> = { [before]: here - 1, [after]: here + 1, Home: 0, End: -1 }
  const step = steps[key]
  const letter = [...entries.slice(here + 1), ...entries.slice(0, here + 1)].find(
    ({ textContent }) => key.length === 1 && key !== ' ' && textContent?.toLowerCase().startsWith(key.toLowerCase()),
  )
  const to = step === undefined ? letter : entries.at(step % entries.length)
  if (to === undefined) return undefined
  event.preventDefault()
  to.focus()
  return to
}

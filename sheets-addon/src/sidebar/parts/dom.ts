/** Elements without a framework: what a pane shows is built anew, and the keyboard stays where it was. */

export type Child = Node | string | undefined | readonly Child[]
type Value = string | number | boolean | undefined | ((event: Event) => void)

/** `onclick` and its like are listeners, `true` an empty attribute, `false` and undefined none. */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, Value>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value)
    else if (value === true) element.setAttribute(name, '')
    else if (value !== undefined && value !== false) element.setAttribute(name, String(value))
  }
  append(element, children)
  return element
}

function append(element: Element, children: readonly Child[]): void {
  for (const child of children) {
    if (child === undefined) continue
    if (typeof child === 'string' || child instanceof Node) element.append(child)
    else append(element, child)
  }
}

/** Replaces what a container shows; the element that had the focus, known by its `data-key`, has it again. */
export function show(container: Element, ...children: readonly Child[]): void {
  const focused = document.activeElement
  const key = focused instanceof HTMLElement && container.contains(focused) ? focused.dataset['key'] : undefined
  container.replaceChildren()
  append(container, children)
  if (key !== undefined) container.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus()
}

/** The element that the page is written with. */
export function part<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const element = document.getElementById(id)
  if (!(element instanceof kind)) throw new Error(`no #${id}`)
  return element
}

let count = 0
/** For labels and descriptions, which name what they belong to. */
export const freshId = (): string => `e${++count}`

/** A button that does not start twice: while its work lasts it is busy, yet keeps the focus. */
export function button(
  label: string,
  work: () => unknown,
  { kind = '', key = label, name }: { readonly kind?: string; readonly key?: string; readonly name?: string } = {},
): HTMLButtonElement {
  const element = el('button', { type: 'button', class: kind, 'data-key': key, 'aria-label': name }, label)
  element.addEventListener('click', async () => {
    if (element.ariaDisabled === 'true') return
    element.ariaDisabled = 'true'
    element.ariaBusy = 'true'
    try {
      await work()
    } finally {
      element.ariaDisabled = null
      element.ariaBusy = null
    }
  })
  return element
}

/** The first line of a pane: what it shows, and the way to look again. */
export const paneHead = (title: string, refresh: () => unknown): HTMLElement =>
  el('div', { class: 'head' }, el('h2', {}, title), button('Actualiser', refresh, { kind: 'quiet' }))

/** A run of text that the page shows, with the element that holds it, in reading order. */
export interface Piece {
  readonly element: Element
  readonly text: string
}

const SILENT = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE SELECT OPTION TEXTAREA INPUT SVG CANVAS VIDEO IFRAME OBJECT'.split(' '),
)
/** Words that tell which way the money went, where no sign does. */
const OUT = /^(?:op[ée]ration )?(?:d[ée]bit(?:[ée]e?|rice)?|d[ée]pense|sortie|envoy[ée]e?|sent|moins)(?: de)? ?:?$/i
const IN = /^(?:op[ée]ration )?(?:cr[ée]dit(?:[ée]e?|rice)?|revenu|entr[ée]e|re[çc]ue?|received|plus)(?: de)? ?:?$/i

export const sideIn = (text: string): -1 | 1 | undefined => (OUT.test(text) ? -1 : IN.test(text) ? 1 : undefined)

/** Collects the texts under `root`, through open shadow roots and their slots. What is hidden is told apart later, where it matters. */
export function piecesOf(root: ParentNode): Piece[] {
  const pieces: Piece[] = []
  const walk = (node: Node): void => {
    if (node instanceof Text) {
      const text = collapse(node.data)
      const element = node.parentElement ?? hostOf(node)
      if (text !== '' && element) pieces.push({ element, text })
    } else if (node instanceof Element) {
      const spoken = node.getAttribute('aria-label') ?? node.getAttribute('alt')
      // Figures drawn as a picture, or one by one, are spoken whole; an arrow says « Débit ».
      if (spoken && (/\d/.test(spoken) ? !/\d/.test(node.textContent ?? '') : sideIn(spoken)))
        pieces.push({ element: node, text: collapse(spoken) })
      if (SILENT.has(node.tagName.toUpperCase())) return
      if (node.shadowRoot) walkAll(node.shadowRoot.childNodes)
      else if (node instanceof HTMLSlotElement && node.assignedNodes().length > 0) walkAll(node.assignedNodes())
      else walkAll(node.childNodes)
    }
  }
  const walkAll = (nodes: Iterable<Node>): void => {
    for (const node of nodes) walk(node)
  }
  walkAll(root.childNodes)
  return pieces
}

/** One blank between words, whatever blank the page uses. */
export const collapse = (text: string | null): string => (text ?? '').replace(/[\s\u200b\u2060]+/g, ' ').trim()

const hostOf = (node: Node): Element | undefined => {
  const root = node.getRootNode()
  return root instanceof ShadowRoot ? root.host : undefined
}

/** The element around, across shadow roots and slots, as the page is seen. */
export function around(element: Element): Element | undefined {
  return element.assignedSlot ?? element.parentElement ?? hostOf(element)
}

/** Whether the user can see it: not `display: none`, not shrunk to a pixel nor moved far off for screen readers. */
export function isShown(element: Element): boolean {
  if (!element.checkVisibility({ visibilityProperty: true })) {
    const parent = around(element)
    return parent !== undefined && getComputedStyle(element).display === 'contents' && isShown(parent)
  }
  const { width, height, right } = element.getBoundingClientRect()
  return width > 1.5 && height > 1.5 && right > -999
}

/** What an element and its repeats have in common: its tag and its first class that is not about its place or state. */
export function signatureOf(element: Element): string {
  const tag = element.tagName
  if (tag === 'TR' || tag === 'LI') return tag
  const name = [...element.classList].find((one) => !PASSING.test(one)) ?? element.getAttribute('role') ?? ''
  return `${tag}.${name}`
}
const PASSING = /^(?:odd|even|pair|impair|alt|first|last|selected|active|open|is-|has-|js-|ng-star|\d)/i

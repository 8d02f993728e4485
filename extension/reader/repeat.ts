import type { Amount } from './amount.ts'
import { around, type Piece } from './piece.ts'
import type { RowDay, RowElement } from './shape.ts'

/** Rows stand no deeper inside their signature's element than this. */
const DEEPEST = 12

/** The rows of the signature that gives most of them, dated ones first; where two give as many, of the outer one, which holds more about each. */
export function bestRows(
  amounts: readonly Amount[],
  isOpen: (element: Element) => boolean,
  labels: readonly Piece[],
  days: readonly RowDay[],
  signature: (element: Element) => string,
): RowElement[] {
  const candidates = new Map<string, { readonly elements: Set<Element>; depth: number }>()
  for (const { element } of amounts) {
    let depth = 0
    for (let at: Element | undefined = element; at; at = around(at)) {
      depth += 1
      if (depth > DEEPEST) break
      if (/^(?:TD|TH|TBODY|TABLE|HTML|BODY|MAIN)$/.test(at.tagName) || !isOpen(at)) continue
      const name = signature(at)
      const known = candidates.get(name) ?? { elements: new Set<Element>(), depth: 0 }
      known.elements.add(at)
      known.depth += depth
      candidates.set(name, known)
    }
  }
  let best: RowElement[] = []
  let bestScore = 0
  for (const { elements, depth } of candidates.values()) {
    const { rows, dated } = rowsOf(elements, amounts, labels, days)
    const meanDepth = depth / elements.size
    // A single row is the smallest box that is one, with its date.
    const tie = rows.length > 1 ? meanDepth : dated * 99 - meanDepth
    const score = (dated > 1 ? dated * 1e9 : 0) + rows.length * 1e4 + tie
    if (score > bestScore) {
      best = rows
      bestScore = score
    }
  }
  return best
}

/** What stands in an element of the signature: outside of the inner ones (own), or anywhere in it. */
interface Held {
  readonly amounts: Amount[]
  labels: number
  readonly days: RowDay[]
}

/**
 * Gives each amount its row: the innermost element of the signature around it, or the one around that when it is a whole whose
 * parts are shown inside (a split operation has a label and an amount of its own, no second date, and repeats).
 */
function rowsOf(
  elements: ReadonlySet<Element>,
  amounts: readonly Amount[],
  labels: readonly Piece[],
  days: readonly RowDay[],
): { readonly rows: RowElement[]; readonly dated: number } {
  const held = new Map<Element, Held>([...elements].map((element) => [element, { amounts: [], labels: 0, days: [] }]))
  const innermost = (element: Element | undefined): Element | undefined => {
    let at = element
    while (at && !elements.has(at)) at = around(at)
    return at
  }
  const outer = (element: Element): Element | undefined => innermost(around(element))
  const holder = (element: Element): Held | undefined => {
    const row = innermost(element)
    return row && held.get(row)
  }
  for (const amount of amounts) holder(amount.element)?.amounts.push(amount)
  for (const { element } of labels) {
    const own = holder(element)
    if (own) own.labels += 1
  }
  let hasHeadings = false
  for (const day of days) {
    hasHeadings ||= day.isHeading && innermost(day.element) !== undefined
    for (let row = innermost(day.element); row && !day.isValue; row = outer(row)) held.get(row)?.days.push(day)
  }
  const isWhole = (element: Element): boolean => {
    const own = held.get(element)
    return !!own && own.amounts.length > 0 && own.labels > 0 && own.days.length < 2 && hasPeer(element, elements)
  }
  const rows: RowElement[] = []
  let dated = 0
  for (const [element, own] of held) {
    if (own.amounts.length === 0) continue
    let part = false
    for (let whole = outer(element); whole && !part; whole = outer(whole)) part = isWhole(whole)
    if (part) continue
    rows.push({ element, parts: [element], amounts: own.amounts, days: own.days })
    if (own.days.length > 0) dated += 1
  }
  return { rows, dated: hasHeadings ? 0 : dated }
}

const hasPeer = (element: Element, elements: ReadonlySet<Element>): boolean =>
  [...(around(element)?.children ?? [])].some((sibling) => sibling !== element && elements.has(sibling))

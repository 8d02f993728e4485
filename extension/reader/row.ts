import type { Amount } from './amount.ts'
import type { ShownDay } from './day.ts'
import { around, type Piece, signatureOf } from './piece.ts'

/** A repeated element that shows an amount and says what it was for. */
export interface RowElement {
  readonly element: Element
  readonly amounts: readonly Amount[]
}
/** Rows that repeat one another. */
export interface RowList {
  /** The closest element around them all. */
  readonly root: Element
  readonly rows: readonly RowElement[]
}
/** What the page shows, told apart piece by piece. */
export interface Shown {
  readonly amounts: readonly Amount[]
  readonly days: ReadonlyMap<Piece, ShownDay>
  readonly pieces: readonly Piece[]
}

const NOT_CONTENT = 'header, footer, nav, [role="navigation"], [role="banner"], [role="contentinfo"]'
/** Words that are no label: units, signs of sides, and the words of buttons. */
const NO_LABEL =
  /^(?:€|eur|euros?|d[ée]bit|cr[ée]dit|solde|montant|total|d[ée]tails?|voir.*|afficher.*|masquer.*|plus|moins|modifier|pointer.*|cat[ée]goriser|\W*)$/i
/** Rows stand no deeper inside their signature's element than this. */
const DEEPEST = 12

export const saysSomething = (text: string): boolean => /\p{L}{2}/u.test(text) && !NO_LABEL.test(text)

/** Finds the lists: rows are the elements that repeat, each with a label and an amount. */
export function listsOf(shown: Shown): RowList[] {
  const labels = shown.pieces.filter((piece) => saysSomething(piece.text) && !shown.days.has(piece))
  const inside = new Set(shown.amounts.map(({ element }) => element))
  const labelled = new Set<Element>()
  for (const { element } of labels) {
    for (
      let at: Element | undefined = element;
      at !== undefined && !labelled.has(at) && !inside.has(at);
      at = around(at)
    )
      labelled.add(at)
  }
  let left = shown.amounts.filter(({ element }) => element.closest(NOT_CONTENT) === null)
  const lists: RowList[] = []
  for (let round = 0; round < 8 && left.length > 0; round += 1) {
    const found = bestRows(left, labelled, labels, [...shown.days.values()])
    if (found === undefined) break
    lists.push(...clustersOf(found))
    const taken = new Set(found.flatMap((row) => row.amounts))
    left = left.filter((amount) => !taken.has(amount))
  }
  return lists
}

/** The rows of the signature that gives most of them; where two give as many, of the outer one, which holds more about each. */
function bestRows(
  amounts: readonly Amount[],
  labelled: ReadonlySet<Element>,
  labels: readonly Piece[],
  days: readonly ShownDay[],
): RowElement[] | undefined {
  const candidates = new Map<string, { readonly elements: Set<Element>; depth: number }>()
  for (const { element } of amounts) {
    let depth = 0
    for (let at: Element | undefined = element; at !== undefined && depth < DEEPEST; at = around(at)) {
      depth += 1
      if (/^(?:TD|TH|TBODY|TABLE|BODY|MAIN)$/.test(at.tagName) || !labelled.has(at)) continue
      const signature = signatureOf(at)
      const known = candidates.get(signature) ?? { elements: new Set<Element>(), depth: 0 }
      known.elements.add(at)
      known.depth += depth
      candidates.set(signature, known)
    }
  }
  let best: RowElement[] | undefined
  let bestDepth = 0
  for (const { elements, depth } of candidates.values()) {
    if (best !== undefined && elements.size < best.length) continue
    const rows = rowsOf(elements, amounts, labels, days)
    const meanDepth = depth / elements.size
    if (best === undefined || rows.length > best.length || (rows.length === best.length && meanDepth > bestDepth)) {
      best = rows
      bestDepth = meanDepth
    }
  }
  return best
}

/** What stands in an element of the signature: outside of the inner ones (own), or anywhere in it. */
interface Held {
  readonly amounts: Amount[]
  labels: number
  days: number
}

/**
 * Gives each amount its row: the innermost element of the signature around it, or the one around that when it is a whole whose
 * parts are shown inside (a split operation has a label and an amount of its own, no second date, and repeats).
 */
function rowsOf(
  elements: ReadonlySet<Element>,
  amounts: readonly Amount[],
  labels: readonly Piece[],
  days: readonly ShownDay[],
): RowElement[] {
  const held = new Map<Element, Held>([...elements].map((element) => [element, { amounts: [], labels: 0, days: 0 }]))
  const innermost = (element: Element): Element | undefined => {
    let at: Element | undefined = element
    while (at !== undefined && !elements.has(at)) at = around(at)
    return at
  }
  const outer = (element: Element): Element | undefined => {
    const next = around(element)
    return next === undefined ? undefined : innermost(next)
  }
  for (const amount of amounts) {
    const row = innermost(amount.element)
    if (row !== undefined) held.get(row)?.amounts.push(amount)
  }
  for (const { element } of labels) {
    const row = innermost(element)
    const own = row === undefined ? undefined : held.get(row)
    if (own !== undefined) own.labels += 1
  }
  for (const { element, isValue } of days) {
    for (let row = innermost(element); row !== undefined && !isValue; row = outer(row)) {
      const own = held.get(row)
      if (own !== undefined) own.days += 1
    }
  }
  const isWhole = (element: Element): boolean => {
    const own = held.get(element)
    return own !== undefined && own.amounts.length > 0 && own.labels > 0 && own.days <= 1 && hasPeer(element, elements)
  }
  const rows: RowElement[] = []
  for (const [element, own] of held) {
    if (own.amounts.length === 0) continue
    let part = false
    for (let whole = outer(element); whole !== undefined && !part; whole = outer(whole)) part = isWhole(whole)
    if (!part) rows.push({ element, amounts: own.amounts })
  }
  return rows
}

const hasPeer = (element: Element, elements: ReadonlySet<Element>): boolean =>
  [...(around(element)?.children ?? [])].some((sibling) => sibling !== element && elements.has(sibling))

/** How far up lists are looked for: row, group of a day, list. */
const LEVELS = 6

/**
 * Rows belong to one list where they, or the groups they stand in, repeat one another. Of rows in one item that repeats, the
 * outer ones count: what stands deeper are the parts of a split operation.
 */
function clustersOf(rows: readonly RowElement[]): RowList[] {
  const holders = new Set<Element>()
  for (const { element } of rows)
    for (let at: Element | undefined = element; at !== undefined && !holders.has(at); at = around(at)) holders.add(at)
  const counts = new Map<Element, Map<string, number>>()
  const repeats = (element: Element): boolean => {
    const parent = around(element)
    if (parent === undefined) return false
    let own = counts.get(parent)
    if (own === undefined) {
      own = new Map()
      for (const child of parent.children)
        if (holders.has(child)) own.set(signatureOf(child), (own.get(signatureOf(child)) ?? 0) + 1)
      counts.set(parent, own)
    }
    return (own.get(signatureOf(element)) ?? 0) > 1
  }
  const items = new Map<Element, { readonly row: RowElement; readonly depth: number }[]>()
  for (const row of rows) {
    let item = row.element
    let itemDepth = 0
    let depth = 0
    for (
      let at: Element | undefined = row.element;
      at !== undefined && depth < LEVELS && at.tagName !== 'BODY';
      at = around(at)
    ) {
      if (repeats(at)) {
        item = at
        itemDepth = depth
      }
      depth += 1
    }
    items.set(item, [...(items.get(item) ?? []), { row, depth: itemDepth }])
  }
  const lists = new Map<Element, RowElement[]>()
  for (const [item, members] of items) {
    const least = Math.min(...members.map(({ depth }) => depth))
    const root = around(item) ?? item
    lists.set(root, [
      ...(lists.get(root) ?? []),
      ...members.filter(({ depth }) => depth === least).map(({ row }) => row),
    ])
  }
  return [...lists].map(([root, own]) => ({ root, rows: own }))
}

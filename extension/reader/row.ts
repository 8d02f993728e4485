import type { Amount } from './amount.ts'
import type { ShownDay } from './day.ts'
import { around, outwards, type Piece, signatureOf } from './piece.ts'

/** A repeated element that shows an amount and says what it was for. */
export interface RowElement {
  readonly element: Element
  /** The boxes of the row: itself, or several that stand beside one another. */
  readonly parts: readonly Element[]
  readonly amounts: readonly Amount[]
  readonly days: readonly ShownDay[]
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
/** Words that are no label: units, sides, names of fields, and the words of buttons. */
const NO_LABEL =
  /^(?:€|eur|euros?|d[ée]bit|cr[ée]dit|solde|montant|total|date.*|valeur|libell[ée]|nature|d[ée]tails?|voir.*|afficher.*|masquer.*|plus|moins|modifier|pointer.*|cat[ée]goriser|\W*) ?:?$/i
/** The words beside the amount of a balance or a sum, which is no movement; one of them says which. */
const SUM_WORD =
  /^(?:solde|soldes|sous|total|totaux|nouveau|ancien|du|de|des|d|l|la|le|les|au|en|à|fin|jour|journée|mois|compte|opérations?|mouvements?|débits?|crédits?|débiteur|créditeur|précédent|disponible|actuel|initial|final|eur|euros?|(?:lun|mar|mer|jeu|ven|sam|dim|jan|f[ée]v|avr|mai|jui|ao[uû]|sep|oct|nov|d[ée]c).*)$/
const SUM = /^(?:sold|tota)/
/** Rows stand no deeper inside their signature's element than this. */
const DEEPEST = 12

export const saysSomething = (text: string): boolean => /\p{L}{2}/u.test(text) && !NO_LABEL.test(text)

/** Finds the lists: rows are the elements that repeat, each with a label and an amount. */
export function listsOf(shown: Shown): RowList[] {
  const labels = shown.pieces.filter((piece) => saysSomething(piece.text) && !shown.days.has(piece))
  const inside = new Set(shown.amounts.map(({ element }) => element))
  const labelled = new Set<Element>()
  for (const { element } of labels) {
    for (const at of outwards(element)) {
      if (labelled.has(at) || inside.has(at)) break
      labelled.add(at)
    }
  }
  let left = movementsIn(shown)
  const days = rowDays({ ...shown, amounts: left }, labels, labelled)
  const lists: RowList[] = []
  /** What holds the rows of a list is no row of another. */
  const closed = new Set<Element>()
  for (let round = 0; round < 8 && left.length > 0; round += 1) {
    const open = (element: Element): boolean => labelled.has(element) && !closed.has(element)
    let found = bestRows(left, open, labels, days, signatureOf)
    // Where each row has a class of its own, its tag has to do.
    const byTag = found.length < 2 ? bestRows(left, open, labels, days, ({ tagName }) => tagName) : []
    if (byTag.length > 1) found = byTag
    if (found.length === 0) break
    lists.push(...clustersOf(found.flatMap(flatRows)))
    for (const { element } of found) for (const at of outwards(element)) closed.add(at)
    const taken = new Set(found.flatMap((row) => row.amounts))
    left = left.filter((amount) => !taken.has(amount))
  }
  return lists
}

/** A date as the rows see it. */
interface RowDay extends ShownDay {
  /** Whether it stands above several rows: in the smallest box with it, a label and an amount, labels part the amounts. */
  readonly isHeading: boolean
}

function rowDays({ amounts, days, pieces }: Shown, labels: readonly Piece[], labelled: ReadonlySet<Element>): RowDay[] {
  const holders = new Set(amounts.flatMap(({ element }) => [...outwards(element)]))
  const isAmount = new Set(amounts.map(({ element }) => element))
  const isLabel = new Set(labels)
  return pieces.flatMap((piece, at) => {
    const day = days.get(piece)
    if (!day) return []
    let box: Element | undefined = day.element
    while (box && !(holders.has(box) && labelled.has(box))) box = around(box)
    let parts = 0
    for (let next = at + 1; parts < 3; next += 1) {
      const one = pieces[next]
      if (!one || !box?.contains(one.element)) break
      // 0: nothing yet, 1: an amount, 2: a label after it, 3: another amount.
      if (isLabel.has(one) ? parts === 1 : parts !== 1 && isAmount.has(one.element)) parts += 1
    }
    return [{ ...day, isHeading: parts > 2 }]
  })
}

/** The amounts of movements: not those of « Solde au 12/03 », « Total des débits », nor of a page's head. */
function movementsIn({ amounts, days, pieces }: Shown): Amount[] {
  const byElement = new Map(amounts.map((amount) => [amount.element, amount]))
  const kept = new Set<Amount>()
  let isAfterSum = false
  let sum: Element | undefined
  let before: Piece | undefined
  for (const piece of pieces) {
    const amount = amountAt(piece.element, byElement)
    if (!amount) {
      // « Solde au » and its date may stand apart.
      const isDate = days.has(piece) && before !== undefined && saysSum(before.text)
      isAfterSum = isDate || saysSum(piece.text)
      sum = undefined
    } else if (isAfterSum && (!sum || isBeside(amount.element, sum))) sum = amount.element
    else if (!isApart(amount.element)) kept.add(amount)
    before = piece
  }
  return [...kept]
}

function amountAt(element: Element, amounts: ReadonlyMap<Element, Amount>): Amount | undefined {
  let level = 0
  for (const at of outwards(element)) {
    const amount = amounts.get(at)
    level += 1
    if (amount || level > 4) return amount
  }
  return undefined
}

const isBeside = (element: Element, other: Element): boolean =>
  [...outwards(element)].slice(0, 3).some((box) => box.contains(other))

function isApart(element: Element): boolean {
  const box = element.closest(NOT_CONTENT)
  return box !== null && box.closest('main, article, section, li, tr') === null
}

/** Only words of balances and sums. */
export function saysSum(text: string): boolean {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  return words.some((word) => SUM.test(word)) && words.every((word) => SUM_WORD.test(word))
}

/** The rows of the signature that gives most of them, dated ones first; where two give as many, of the outer one, which holds more about each. */
function bestRows(
  amounts: readonly Amount[],
  isOpen: (element: Element) => boolean,
  labels: readonly Piece[],
  days: readonly RowDay[],
  signature: (element: Element) => string,
): RowElement[] {
  const candidates = new Map<string, { readonly elements: Set<Element>; depth: number }>()
  for (const { element } of amounts) {
    let depth = 0
    for (const at of outwards(element)) {
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
    return (
      own !== undefined &&
      own.amounts.length > 0 &&
      own.labels > 0 &&
      own.days.length <= 1 &&
      hasPeer(element, elements)
    )
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

/** One box that holds many rows whose cells all stand beside one another: a row begins at each date that follows an amount. */
function flatRows(row: RowElement): RowElement[] {
  const { days } = row
  if (days.length < 2) return [row]
  let box = row.amounts[0]?.element
  while (box && !row.amounts.every(({ element }) => element !== box && box?.contains(element))) box = around(box)
  if (row.amounts.length < 2 || !box) return [row]
  const rows: { element: Element; parts: Element[]; amounts: Amount[]; days: readonly ShownDay[] }[] = []
  for (const child of box.children) {
    const amounts = row.amounts.filter(({ element }) => child.contains(element))
    const begins = amounts.length === 0 && days.some(({ element }) => child.contains(element))
    const last = rows.at(-1)
    if (begins && (!last || last.amounts.length > 0)) rows.push({ element: child, parts: [child], amounts: [], days })
    else last?.parts.push(child)
    if (amounts.length > 0) last?.amounts.push(...amounts)
  }
  const whole = rows.filter(({ amounts }) => amounts.length > 0)
  return whole.length < 2 ? [row] : whole
}

/** How far up lists are looked for: row, group of a day, list. */
const LEVELS = 6

/**
 * Rows belong to one list where they, or the groups they stand in, repeat one another. Of rows in one item that repeats, the
 * outer ones count: what stands deeper are the parts of a split operation.
 */
function clustersOf(rows: readonly RowElement[]): RowList[] {
  const holders = new Set<Element>()
  for (const { element } of rows) {
    for (const at of outwards(element)) {
      if (holders.has(at)) break
      holders.add(at)
    }
  }
  const counts = new Map<Element, Map<string, number>>()
  const repeats = (element: Element): boolean => {
    const parent = around(element)
    if (!parent) return false
    let own = counts.get(parent)
    if (!own) {
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
    for (const at of outwards(row.element)) {
      if (depth === LEVELS || at.tagName === 'BODY') break
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

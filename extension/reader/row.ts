import { clustersOf, flatRows } from './cluster.ts'
import { around, type Piece, signatureOf } from './piece.ts'
import { bestRows } from './repeat.ts'
import type { RowDay, RowList, Shown } from './shape.ts'
import { movementsIn } from './sum.ts'
import { saysSomething } from './words.ts'

/** Finds the lists: rows are the elements that repeat, each with a label and an amount. */
export function listsOf(shown: Shown): RowList[] {
  const labels = shown.pieces.filter((piece) => saysSomething(piece.text) && !shown.days.has(piece))
  const inside = new Set(shown.amounts.map(({ element }) => element))
  const labelled = new Set<Element>()
  for (const { element } of labels) {
    for (let at: Element | undefined = element; at; at = around(at)) {
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
    for (const { element } of found) closeAround(element, closed)
    const taken = new Set(found.flatMap((row) => row.amounts))
    left = left.filter((amount) => !taken.has(amount))
  }
  return lists
}

/** Adds the element and what is around it, as far as that is not known yet. */
function closeAround(element: Element, known: Set<Element>): void {
  for (let at: Element | undefined = element; at && !known.has(at); at = around(at)) known.add(at)
}

function rowDays({ amounts, days, pieces }: Shown, labels: readonly Piece[], labelled: ReadonlySet<Element>): RowDay[] {
  const holders = new Set<Element>()
  for (const { element } of amounts) closeAround(element, holders)
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

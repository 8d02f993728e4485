import type { Amount } from './amount.ts'
import type { ShownDay } from './day.ts'
import { around, signatureOf } from './piece.ts'
import type { RowElement, RowList } from './shape.ts'

/** One box that holds many rows whose cells all stand beside one another: a row begins at each date that follows an amount. */
export function flatRows(row: RowElement): RowElement[] {
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
export function clustersOf(rows: readonly RowElement[]): RowList[] {
  const holders = new Set<Element>()
  for (const { element } of rows) {
    for (let at: Element | undefined = element; at; at = around(at)) {
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
    for (let at: Element | undefined = row.element; at; at = around(at)) {
      if (depth === LEVELS || at.tagName === 'BODY') break
      if (repeats(at)) {
        item = at
        itemDepth = depth
      }
      depth += 1
    }
    gather(items, item, { row, depth: itemDepth })
  }
  const lists = new Map<Element, RowElement[]>()
  for (const [item, members] of items) {
    const least = Math.min(...members.map(({ depth }) => depth))
    const root = around(item) ?? item
    for (const { depth, row } of members) if (depth === least) gather(lists, root, row)
  }
  return [...lists].map(([root, own]) => ({ root, rows: own }))
}

export function gather<Value>(all: Map<Element, Value[]>, key: Element, value: Value): void {
  const own = all.get(key)
  if (own) own.push(value)
  else all.set(key, [value])
}

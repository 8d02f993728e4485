import { ordersOf } from '../date.ts'
import { isHeadingRow } from './heading.ts'
import { isAmountCell } from './profile.ts'

export type Rows = readonly (readonly string[])[]

/** A run of rows under one row of headings (or under none), with what stands above it. */
export interface Section {
  readonly above: readonly number[]
  readonly heading: number | undefined
  readonly from: number
  readonly to: number
}

/** Whether a row holds a date and, in another cell, an amount: what every list of movements consists of. */
export function hasDatedAmount(row: readonly string[]): boolean {
  let dated = false
  let paid = false
  for (const cell of row) {
    if (cell === '') continue
    if (!dated && ordersOf(cell.trim()) !== undefined) dated = true
    else if (!paid && isAmountCell(cell)) paid = true
    if (dated && paid) return true
  }
  return false
}

/** Finds the lists in the rows: by their headings, else by the first row that is dated and has an amount. */
export function findSections(rows: Rows): Section[] {
  const headings: number[] = []
  rows.forEach((row, at) => {
    if (isHeadingRow(row)) headings.push(at)
  })
  if (headings.length === 0) return sectionWithoutHeadings(rows)
  let free = 0
  return headings.map((heading, rank) => {
    const next = headings[rank + 1]
    // What stands between two lists, after the last row of the first, introduces the second.
    let to = next ?? rows.length
    if (next !== undefined) {
      let last = next - 1
      while (last > heading && !hasDatedAmount(rows[last] ?? [])) last -= 1
      to = last + 1
    }
    const section = { above: range(free, heading), heading, from: heading + 1, to }
    free = to
    return section
  })
}

function sectionWithoutHeadings(rows: Rows): Section[] {
  const first = rows.findIndex(hasDatedAmount)
  if (first < 0) return []
  let above = first - 1
  while (above >= 0 && !rows[above]?.some((cell) => cell.trim() !== '')) above -= 1
  if (above >= 0 && looksLikeHeadings(rows[above] ?? [], rows[first] ?? []))
    return [{ above: range(0, above), heading: above, from: above + 1, to: rows.length }]
  return [{ above: [], heading: undefined, from: 0, to: rows.length }]
}

/** Headings nobody has heard of: text alone, over most of the columns of the first row of data. */
function looksLikeHeadings(row: readonly string[], data: readonly string[]): boolean {
  const filled = row.filter((cell) => cell.trim() !== '')
  const width = data.filter((cell) => cell.trim() !== '').length
  return (
    filled.length >= 2 && filled.length * 2 > width && filled.every((cell) => !/\d{3,}/.test(cell) && cell.length < 80)
  )
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at)

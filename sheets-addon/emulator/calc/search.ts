import { type CellValue, isError } from './cell-value.ts'
import { compareValues, keyOf } from './compare.ts'
import { hasWildcards, wildcards } from './criteria.ts'
import type { Reading } from './evaluation.ts'
import type { Matrix } from './matrix.ts'

/** Position of the first (or last) equal value of a row or column, or -1. */
export function findEqual(reading: Reading, wanted: CellValue, line: Matrix, from: 'first' | 'last' = 'first'): number {
  const key = keyOf(wanted)
  const found = key === undefined ? undefined : reading.positions(line).get(key)
  return found?.at(from === 'first' ? 0 : -1) ?? -1
}

/** The same, `*` and `?` standing for any text. */
export function findLike(reading: Reading, wanted: CellValue, line: Matrix, from: 'first' | 'last' = 'first'): number {
  if (typeof wanted !== 'string' || !hasWildcards(wanted)) return findEqual(reading, wanted, line, from)
  const expression = wildcards(wanted)
  const passes = (value: CellValue): boolean => typeof value === 'string' && expression.test(value)
  const found = [...reading.flat(line).entries()].filter(([, value]) => passes(value))
  return found.at(from === 'first' ? 0 : -1)?.[0] ?? -1
}

/**
 * In a sorted line, the last value not beyond the wanted one; `order` is 1 when it grows, -1 when it falls. Found by halving,
 * as spreadsheets do, so an unsorted line gives what it gives there: anything. Other kinds of values are passed over.
 */
export function findSorted(reading: Reading, wanted: CellValue, line: Matrix, order: 1 | -1): number {
  const cells = reading.flat(line)
  const comparable = [...cells.keys()].filter((position) => isSameKind(cells[position] ?? null, wanted))
  let low = 0
  let high = comparable.length
  while (low < high) {
    const middle = (low + high) >> 1
    const value = cells[comparable[middle] ?? 0] ?? null
    if (compareValues(value, wanted) * order <= 0) low = middle + 1
    else high = middle
  }
  return comparable[low - 1] ?? -1
}

/** In a line in any order, the nearest value below (`-1`) or above (`1`) the wanted one. */
export function findNearest(reading: Reading, wanted: CellValue, line: Matrix, side: 1 | -1): number {
  let best = -1
  const cells = reading.flat(line)
  for (const [position, value] of cells.entries()) {
    if (!isSameKind(value, wanted) || compareValues(value, wanted) * side < 0) continue
    if (best < 0 || compareValues(value, cells[best] ?? null) * side < 0) best = position
  }
  return best
}

const isSameKind = (value: CellValue, wanted: CellValue): boolean =>
  value !== null && !isError(value) && typeof value === typeof wanted

import { type CellValue, isError } from './cell-value.ts'
import { significant } from './rounding.ts'

/** Accents order words as a dictionary does; case does not count. */
const dictionary = new Intl.Collator('fr', { sensitivity: 'accent' })

const rank = (value: CellValue): number =>
  typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : typeof value === 'boolean' ? 2 : 3

/** An empty cell takes the kind of what it is compared with: it equals 0, "" and FALSE. */
function fill(value: CellValue, other: CellValue): CellValue {
  if (value !== null) return value
  return typeof other === 'string' ? '' : typeof other === 'boolean' ? false : 0
}

/** Negative, zero or positive: numbers before text before booleans. Numbers are compared on 15 digits, text without case. */
export function compareValues(a: CellValue, b: CellValue): number {
  const left = fill(a, b)
  const right = fill(b, a)
  if (typeof left === 'number' && typeof right === 'number') {
    return left === right ? 0 : significant(left) - significant(right)
  }
  if (typeof left === 'string' && typeof right === 'string') {
    if (left.toLowerCase() === right.toLowerCase()) return 0
    return dictionary.compare(left, right) || (left.toLowerCase() < right.toLowerCase() ? -1 : 1)
  }
  return rank(left) - rank(right) || Number(left) - Number(right)
}

export const areEqual = (a: CellValue, b: CellValue): boolean => compareValues(a, b) === 0

/** What equality looks up: same key, same value. Empty cells and errors have none. */
export type Key = number | string | boolean

export function keyOf(value: CellValue): Key | undefined {
  if (value === null || isError(value)) return undefined
  return typeof value === 'string' ? value.toLowerCase() : typeof value === 'number' ? significant(value) : value
}

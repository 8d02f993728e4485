import { type CellError, type CellValue, errors, isError } from '../cell-value.ts'
import { toNumber } from '../coerce.ts'
import type { Evaluation } from '../evaluation.ts'
import { isMatrix, type Value } from '../matrix.ts'

/** What SUM adds up: in ranges only numbers count; a value given directly must be one, or read as one. Errors win. */
export function numbersOf(evaluation: Evaluation, given: readonly Value[]): readonly number[] | CellError {
  const found: number[] = []
  for (const value of given) {
    if (isMatrix(value)) {
      for (const cell of evaluation.flat(value)) {
        if (typeof cell === 'number') found.push(cell)
        else if (isError(cell)) return cell
      }
    } else {
      const number = toNumber(value, evaluation)
      if (isError(number)) return number
      found.push(number)
    }
  }
  return found
}

/** Summaries of a list of numbers, under the names of their functions. */
export const aggregates = {
  SUM: (numbers: readonly number[]): CellValue => sum(numbers),
  AVERAGE: (numbers: readonly number[]): CellValue => (numbers.length ? mean(numbers) : errors.divisionByZero),
  // Not Math.max(...numbers): a column of 200 000 would overflow the stack.
  MAX: (numbers: readonly number[]): CellValue => (numbers.length ? numbers.reduce((a, b) => Math.max(a, b)) : 0),
  MIN: (numbers: readonly number[]): CellValue => (numbers.length ? numbers.reduce((a, b) => Math.min(a, b)) : 0),
  PRODUCT: (numbers: readonly number[]): CellValue => (numbers.length ? numbers.reduce((a, b) => a * b) : 0),
  MEDIAN: (numbers: readonly number[]): CellValue => median(numbers),
  SUMSQ: (numbers: readonly number[]): CellValue => sum(numbers.map((number) => number * number)),
  VAR: (numbers: readonly number[]): CellValue => variance(numbers, 1),
  VARP: (numbers: readonly number[]): CellValue => variance(numbers, 0),
  STDEV: (numbers: readonly number[]): CellValue => root(variance(numbers, 1)),
  STDEVP: (numbers: readonly number[]): CellValue => root(variance(numbers, 0)),
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
const mean = (numbers: readonly number[]): number => sum(numbers) / numbers.length

function median(numbers: readonly number[]): CellValue {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = sorted.length / 2
  const upper = sorted[Math.floor(middle)]
  if (upper === undefined) return errors.number
  return Number.isInteger(middle) ? ((sorted[middle - 1] ?? upper) + upper) / 2 : upper
}

function variance(numbers: readonly number[], freedom: 0 | 1): CellValue {
  if (numbers.length <= freedom) return errors.divisionByZero
  const centre = mean(numbers)
  return sum(numbers.map((number) => (number - centre) ** 2)) / (numbers.length - freedom)
}

const root = (value: CellValue): CellValue => (typeof value === 'number' ? Math.sqrt(value) : value)

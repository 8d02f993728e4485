import { type CellValue, errors, isError } from '../cell-value.ts'
import { numberFromText } from '../coerce.ts'
import { keyOf } from '../compare.ts'
import type { Evaluation } from '../evaluation.ts'
import { cellsBeyondData, isMatrix, type Value } from '../matrix.ts'
import { aggregates, numbersOf } from './aggregate.ts'
import { anyValue, matrix, number, optional, rest, value } from './parameters.ts'
import { allValues, type FunctionRule, type FunctionTable, reading } from './rule.ts'
import { subtotal } from './subtotal.ts'

type Summary = (numbers: readonly number[]) => CellValue

const summarise = (summary: Summary): FunctionRule =>
  reading([value, rest(value)], (evaluation, first, others) => {
    const numbers = numbersOf(evaluation, [first, ...others])
    return isError(numbers) ? numbers : summary(numbers)
  })

/** Counts the values that pass; errors are counted or not, never passed on. */
const counting = (passes: (value: CellValue, evaluation: Evaluation, inRange: boolean) => boolean): FunctionRule =>
  reading([anyValue, rest(anyValue)], (evaluation, first, others) => {
    const countIn = (given: Value): number =>
      isMatrix(given)
        ? evaluation.flat(given).filter((cell) => passes(cell, evaluation, true)).length
        : Number(passes(given, evaluation, false))
    return [first, ...others].reduce<number>((total, given) => total + countIn(given), 0)
  })

const ranked = (order: 1 | -1): FunctionRule =>
  reading([value, number], (evaluation, given, position) => {
    const numbers = numbersOf(evaluation, [given])
    if (isError(numbers)) return numbers
    return [...numbers].sort((a, b) => (a - b) * order)[Math.trunc(position) - 1] ?? errors.number
  })

export const statisticsFunctions: FunctionTable = {
  ...Object.fromEntries(Object.entries(aggregates).map(([name, summary]) => [name, summarise(summary)])),
  SUBTOTAL: subtotal,
  COUNT: counting((cell, evaluation, inRange) =>
    typeof cell === 'string' && !inRange ? !isError(numberFromText(cell, evaluation)) : typeof cell === 'number',
  ),
  // Formulas that show "" are counted: only empty cells are not (ground truth §0, 14).
  COUNTA: counting((cell) => cell !== null),
  COUNTBLANK: reading([matrix], (evaluation, range) => {
    const blank = evaluation.flat(range).filter((cell) => cell === null || cell === '').length
    return blank + cellsBeyondData(range)
  }),
  COUNTUNIQUE: reading([anyValue, rest(anyValue)], (evaluation, first, others) => {
    const cells = allValues(evaluation, [first, ...others]).filter((cell) => cell !== '')
    return new Set(cells.map((cell) => (isError(cell) ? cell.error : keyOf(cell))).filter((key) => key !== undefined))
      .size
  }),
  LARGE: ranked(-1),
  SMALL: ranked(1),
  RANK: reading([number, value, optional(number, 0)], (evaluation, wanted, given, ascending) => {
    const numbers = numbersOf(evaluation, [given])
    if (isError(numbers)) return numbers
    if (!numbers.includes(wanted)) return errors.notAvailable
    return 1 + numbers.filter((other) => (ascending ? other < wanted : other > wanted)).length
  }),
  PERCENTILE: reading([value, number], (evaluation, given, share) => {
    const numbers = numbersOf(evaluation, [given])
    if (isError(numbers)) return numbers
    if (numbers.length === 0 || share < 0 || share > 1) return errors.number
    const sorted = [...numbers].sort((a, b) => a - b)
    const at = share * (sorted.length - 1)
    const low = sorted[Math.floor(at)] ?? 0
    return low + ((sorted[Math.ceil(at)] ?? low) - low) * (at - Math.floor(at))
  }),
}

import { type CellValue, errors, isError } from '../cell-value.ts'
import type { Evaluation } from '../evaluation.ts'
import { type Area, isMatrix, type Value } from '../matrix.ts'
import { aggregates, numbersOf } from './aggregate.ts'
import { number, rest, value } from './parameters.ts'
import { reading } from './rule.ts'

const summaries: Readonly<Record<number, (numbers: readonly number[]) => CellValue>> = {
  1: aggregates.AVERAGE,
  2: (numbers) => numbers.length,
  4: aggregates.MAX,
  5: aggregates.MIN,
  6: aggregates.PRODUCT,
  7: aggregates.STDEV,
  8: aggregates.STDEVP,
  9: aggregates.SUM,
  10: aggregates.VAR,
  11: aggregates.VARP,
}

/**
 * Codes 1..11 leave out the rows a filter hides, 101..111 also those the user hid. Cells that are subtotals themselves are
 * left out, so that totals are never counted twice. Source: Google's page of the function.
 */
export const subtotal = reading([number, value, rest(value)], (evaluation, code, first, others) => {
  const kind = Math.trunc(code) % 100
  const skipsHidden = code > 100
  const seen: readonly Value[] = [first, ...others].map((given) =>
    isMatrix(given) && given.kind === 'area' ? visible(given, skipsHidden, evaluation) : given,
  )
  if (kind === 3) return countFilled(evaluation, seen)
  const summary = summaries[kind]
  if (!summary) return errors.value
  const numbers = numbersOf(evaluation, seen)
  return isError(numbers) ? numbers : summary(numbers)
})

const countFilled = (evaluation: Evaluation, given: readonly Value[]): number =>
  given.flatMap((each) => (isMatrix(each) ? evaluation.flat(each) : [each])).filter((cell) => cell !== null).length

function visible(area: Area, skipsHidden: boolean, evaluation: Evaluation): Value {
  const cells = evaluation.flat(area)
  const left: CellValue[] = []
  for (let row = 0; row < area.rows; row += 1) {
    const sheetRow = area.top + row
    if (evaluation.isRowHidden(area.sheet, sheetRow, 'filter')) continue
    if (skipsHidden && evaluation.isRowHidden(area.sheet, sheetRow, 'user')) continue
    for (let column = 0; column < area.columns; column += 1) {
      if (evaluation.isSubtotal(area.sheet, sheetRow, area.left + column)) continue
      left.push(cells[row * area.columns + column] ?? null)
    }
  }
  return { kind: 'grid', rows: 1, columns: left.length, cells: [left] }
}

import { type CellError, type CellValue, errors, isError } from '../cell-value.ts'
import { type Criterion, readCriterion } from '../criteria.ts'
import type { Evaluation } from '../evaluation.ts'
import { cellsBeyondData, isMatrix, type Matrix, sameShape, type Value } from '../matrix.ts'
import { aggregates } from './aggregate.ts'
import { cell, matrix, optional, rest, value } from './parameters.ts'
import { type FunctionRule, type FunctionTable, reading } from './rule.ts'

interface Condition {
  readonly range: Matrix
  readonly criterion: Criterion
}

/** Reads `range; criterion; range; criterion…`; all ranges must have the shape of `shape`. */
function conditionsOf(
  evaluation: Evaluation,
  given: readonly Value[],
  shape: Matrix,
): readonly Condition[] | CellError {
  if (given.length === 0 || given.length % 2 === 1) return errors.notAvailable
  const conditions: Condition[] = []
  for (let position = 0; position < given.length; position += 2) {
    const range = given[position] ?? null
    if (!isMatrix(range)) return errors.value
    if (!sameShape(range, shape)) return errors.value
    const wanted = given[position + 1] ?? null
    conditions.push({ range, criterion: readCriterion(firstCell(wanted, evaluation), evaluation) })
  }
  return conditions
}

const firstCell = (given: Value, evaluation: Evaluation): CellValue =>
  isMatrix(given) ? evaluation.cellOf(given, 0, 0) : given

/** Positions, in `flat`, that meet every condition. The condition that few values can meet is looked up, not searched. */
function positionsMeeting(evaluation: Evaluation, conditions: readonly Condition[]): readonly number[] {
  const columns = conditions.map(({ range }) => evaluation.flat(range))
  const meetsAll = (position: number): boolean =>
    conditions.every(({ criterion }, index) => criterion.test(columns[index]?.[position] ?? null))
  const candidates = fewest(
    conditions.flatMap(({ range, criterion }) =>
      criterion.keys ? [positionsOfKeys(evaluation, range, criterion.keys)] : [],
    ),
  )
  if (candidates) return candidates.filter(meetsAll)
  const longest = Math.max(...columns.map((column) => column.length))
  const found: number[] = []
  for (let position = 0; position < longest; position += 1) if (meetsAll(position)) found.push(position)
  return found
}

function positionsOfKeys(
  evaluation: Evaluation,
  range: Matrix,
  keys: NonNullable<Criterion['keys']>,
): readonly number[] {
  const positions = evaluation.positions(range)
  const [only, ...more] = keys.map((key) => positions.get(key) ?? [])
  return more.length === 0 ? (only ?? []) : [only ?? [], ...more].flat().sort((a, b) => a - b)
}

const fewest = (lists: readonly (readonly number[])[]): readonly number[] | undefined =>
  lists.length === 0 ? undefined : lists.reduce((least, list) => (list.length < least.length ? list : least))

/** The numbers of `summed` where every condition is met, summarised; the first error among them wins. */
function summariseWhere(
  evaluation: Evaluation,
  summed: Matrix,
  conditions: readonly Condition[] | CellError,
  summary: (numbers: readonly number[]) => CellValue,
): CellValue {
  if (isError(conditions)) return conditions
  const cells = evaluation.flat(summed)
  const numbers: number[] = []
  for (const position of positionsMeeting(evaluation, conditions)) {
    const found = cells[position]
    if (isError(found)) return found
    if (typeof found === 'number') numbers.push(found)
  }
  return summary(numbers)
}

const severalConditions = (summary: (numbers: readonly number[]) => CellValue): FunctionRule =>
  reading([matrix, rest(value)], (evaluation, summed, given) =>
    summariseWhere(evaluation, summed, conditionsOf(evaluation, given, summed), summary),
  )

const oneCondition = (summary: (numbers: readonly number[]) => CellValue): FunctionRule =>
  reading([matrix, cell, optional(matrix)], (evaluation, range, wanted, summed = range) =>
    summariseWhere(evaluation, summed, conditionsOf(evaluation, [range, wanted], summed), summary),
  )

function countWhere(evaluation: Evaluation, conditions: readonly Condition[] | CellError): CellValue {
  if (isError(conditions)) return conditions
  const met = positionsMeeting(evaluation, conditions).length
  const first = conditions[0]
  // Empty rows below the data count too where the range is bounded and emptiness is what is asked.
  const emptyRowsPass = first !== undefined && conditions.every(({ criterion }) => criterion.test(null))
  return emptyRowsPass ? met + cellsBeyondData(first.range) : met
}

export const conditionalFunctions: FunctionTable = {
  SUMIFS: severalConditions(aggregates.SUM),
  AVERAGEIFS: severalConditions(aggregates.AVERAGE),
  MAXIFS: severalConditions(aggregates.MAX),
  MINIFS: severalConditions(aggregates.MIN),
  SUMIF: oneCondition(aggregates.SUM),
  AVERAGEIF: oneCondition(aggregates.AVERAGE),
  COUNTIF: reading([matrix, cell], (evaluation, range, wanted) =>
    countWhere(evaluation, conditionsOf(evaluation, [range, wanted], range)),
  ),
  COUNTIFS: reading([matrix, value, rest(value)], (evaluation, range, wanted, others) =>
    countWhere(evaluation, conditionsOf(evaluation, [range, wanted, ...others], range)),
  ),
}

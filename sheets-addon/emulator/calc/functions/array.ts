import { type CellValue, errors } from '../cell-value.ts'
import { toBoolean } from '../coerce.ts'
import { compareValues, keyOf } from '../compare.ts'
import type { Evaluation } from '../evaluation.ts'
import { grid, isMatrix, type Matrix, type Value, wholeRows } from '../matrix.ts'
import { boolean, matrix, number, optional, rest, value } from './parameters.ts'
import { allValues, type FunctionTable, lazy, reading } from './rule.ts'

type Row = readonly CellValue[]

function rowsOf(evaluation: Evaluation, from: Matrix): readonly Row[] {
  const cells = evaluation.flat(from)
  return Array.from({ length: from.rows }, (_, row) => cells.slice(row * from.columns, (row + 1) * from.columns))
}

const transposed = (rows: readonly Row[]): readonly Row[] =>
  (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? null))

const isTrue = (value: CellValue | undefined): boolean => toBoolean(value ?? null) === true

/** FILTER keeps the rows (or, under a condition that lies across, the columns) for which every condition holds. */
function filter(evaluation: Evaluation, source: Matrix, conditions: readonly Matrix[]): Value {
  const goesAcross = conditions.some((condition) => wholeRows(condition) === 1 && wholeRows(source) > 1)
  const tests = conditions.map((condition) => evaluation.flat(condition))
  const lines = goesAcross ? transposed(rowsOf(evaluation, source)) : rowsOf(evaluation, source)
  const kept = lines.filter((_, position) => tests.every((test) => isTrue(test[position])))
  if (kept.length === 0) return errors.notAvailable
  return grid(goesAcross ? transposed(kept) : kept)
}

const rowKey = (row: Row): string =>
  JSON.stringify(row.map((cell) => (typeof cell === 'string' ? cell : (keyOf(cell) ?? cell))))

function unique(evaluation: Evaluation, source: Matrix, byColumn: boolean, onlyOnce: boolean): Value {
  const lines = byColumn ? transposed(rowsOf(evaluation, source)) : rowsOf(evaluation, source)
  const counts = new Map<string, number>()
  for (const line of lines) counts.set(rowKey(line), (counts.get(rowKey(line)) ?? 0) + 1)
  const seen = new Set<string>()
  const kept = lines.filter((line) => {
    const key = rowKey(line)
    if (seen.has(key) || (onlyOnce && counts.get(key) !== 1)) return false
    return seen.add(key)
  })
  if (kept.length === 0) return errors.notAvailable
  return grid(byColumn ? transposed(kept) : kept)
}

/** SORT(range; column; upwards; column; upwards…). Empty cells come last in both directions; equal rows keep their order. */
function sort(evaluation: Evaluation, source: Matrix, given: readonly Value[]): Value {
  const rows = rowsOf(evaluation, source)
  const orders: { readonly of: (position: number) => CellValue; readonly sign: 1 | -1 }[] = []
  for (let position = 0; position < Math.max(given.length, 1); position += 2) {
    const by = given[position] ?? 1
    const sign = given[position + 1] === undefined || isTrue(cellOf(evaluation, given[position + 1] ?? true)) ? 1 : -1
    const keys = isMatrix(by) && by.rows > 1 ? evaluation.flat(by) : undefined
    const column = Number(cellOf(evaluation, by))
    if (!keys && !(column >= 1 && column <= source.columns)) return errors.value
    orders.push({ of: (row) => (keys ? keys[row] : rows[row]?.[column - 1]) ?? null, sign })
  }
  const sorted = [...rows.keys()].sort((a, b) => {
    for (const { of, sign } of orders) {
      const difference = byBlanksLast(of(a), of(b)) ?? compareValues(of(a), of(b)) * sign
      if (difference) return difference
    }
    return a - b
  })
  return grid(sorted.map((position) => rows[position] ?? []))
}

function byBlanksLast(a: CellValue, b: CellValue): number | undefined {
  return a === null || b === null ? Number(a === null) - Number(b === null) : undefined
}

const cellOf = (evaluation: Evaluation, given: Value): CellValue =>
  isMatrix(given) ? evaluation.cellOf(given, 0, 0) : given

/** Cells of a whole file (G: limits). */
const MOST_CELLS = 10_000_000

const positive = (count: number): number => Math.max(0, Math.trunc(count))

export const arrayFunctions: FunctionTable = {
  ARRAYFORMULA: lazy(1, 1, ([inner], scope, evaluation) => {
    const result = inner ? evaluation.evaluate(inner, { ...scope, arrays: true }) : null
    return isMatrix(result) ? grid(rowsOf(evaluation, result)) : result
  }),
  FILTER: reading(
    [matrix, matrix, rest(matrix)],
    (evaluation, source, first, others) => filter(evaluation, source, [first, ...others]),
    {
      arrays: true,
    },
  ),
  UNIQUE: reading([matrix, optional(boolean, false), optional(boolean, false)], unique, { arrays: true }),
  SORT: reading([matrix, rest(value)], sort, { arrays: true }),
  FLATTEN: reading([value, rest(value)], (evaluation, first, others) =>
    grid(allValues(evaluation, [first, ...others]).map((cell) => [cell])),
  ),
  TRANSPOSE: reading([matrix], (evaluation, source) => grid(transposed(rowsOf(evaluation, source))), { arrays: true }),
  SEQUENCE: reading(
    [number, optional(number, 1), optional(number, 1), optional(number, 1)],
    (_, rows, columns, start, step) =>
      rows < 1 || columns < 1 || rows * columns > MOST_CELLS
        ? errors.number
        : grid(
            Array.from({ length: positive(rows) }, (_row, row) =>
              Array.from(
                { length: positive(columns) },
                (_column, column) => start + (row * positive(columns) + column) * step,
              ),
            ),
          ),
  ),
  ARRAY_CONSTRAIN: reading([matrix, number, number], (evaluation, source, rows, columns) =>
    grid(
      rowsOf(evaluation, source)
        .slice(0, positive(rows))
        .map((row) => row.slice(0, positive(columns))),
    ),
  ),
}

import { type CellValue, errors } from '../cell-value.ts'
import type { Evaluation } from '../evaluation.ts'
import { grid, type Matrix, subArea, type Value, wholeColumns, wholeRows } from '../matrix.ts'
import { findEqual, findLike, findNearest, findSorted } from '../search.ts'
import { boolean, cell, matrix, number, optional } from './parameters.ts'
import { type FunctionTable, reading } from './rule.ts'

/** One row or one column of a matrix, or a block of it; areas stay areas, so nothing more is read. */
export function part(
  evaluation: Evaluation,
  from: Matrix,
  row: number,
  column: number,
  rows: number,
  columns: number,
): Matrix {
  if (from.kind === 'area') return subArea(from, row, column, rows, columns)
  return grid(
    Array.from({ length: Math.min(rows, from.rows) }, (_, r) =>
      Array.from({ length: Math.min(columns, from.columns) }, (_, c) => evaluation.cellOf(from, row + r, column + c)),
    ),
  )
}

const oneOf = (evaluation: Evaluation, found: Matrix): Value =>
  wholeRows(found) === 1 && wholeColumns(found) === 1 ? evaluation.cellOf(found, 0, 0) : found

/** INDEX(range; row; column): 0 or nothing takes the whole row or column; in one row, the only number counts columns. */
function index(evaluation: Evaluation, range: Matrix, first: number | undefined, second: number | undefined): Value {
  const rows = wholeRows(range)
  const columns = wholeColumns(range)
  const alongRow = second === undefined && rows === 1 && columns > 1
  const row = Math.trunc(alongRow ? 1 : (first ?? 0))
  const column = Math.trunc(alongRow ? (first ?? 0) : (second ?? (columns === 1 ? 1 : 0)))
  if (row < 0 || column < 0) return errors.value
  if (row > rows || column > columns) return errors.reference
  const found = part(
    evaluation,
    range,
    Math.max(0, row - 1),
    Math.max(0, column - 1),
    row === 0 ? rows : 1,
    column === 0 ? columns : 1,
  )
  return oneOf(evaluation, found)
}

/** MATCH(wanted; line; how): 0 equal (jokers allowed), 1 sorted upwards (the default), -1 downwards. */
function match(evaluation: Evaluation, wanted: CellValue, line: Matrix, how: number): CellValue {
  if (wholeRows(line) !== 1 && wholeColumns(line) !== 1) return errors.notAvailable
  const position =
    how === 0 ? findLike(evaluation, wanted, line) : findSorted(evaluation, wanted, line, how < 0 ? -1 : 1)
  return position < 0 ? errors.notAvailable : position + 1
}

/** VLOOKUP and HLOOKUP: look in the first column (row) of the table, answer from another. Approximate unless told FALSE. */
function lookupTable(direction: 'down' | 'across') {
  return (evaluation: Evaluation, wanted: CellValue, table: Matrix, answer: number, isSorted: boolean): Value => {
    const at = Math.trunc(answer)
    const size = direction === 'down' ? wholeColumns(table) : wholeRows(table)
    if (at < 1) return errors.value
    if (at > size) return errors.reference
    const line =
      direction === 'down'
        ? part(evaluation, table, 0, 0, wholeRows(table), 1)
        : part(evaluation, table, 0, 0, 1, wholeColumns(table))
    const position = isSorted ? findSorted(evaluation, wanted, line, 1) : findLike(evaluation, wanted, line)
    if (position < 0) return errors.notAvailable
    return direction === 'down'
      ? evaluation.cellOf(table, position, at - 1)
      : evaluation.cellOf(table, at - 1, position)
  }
}

function xlookupPosition(evaluation: Evaluation, wanted: CellValue, line: Matrix, how: number, order: number): number {
  const from = order < 0 ? 'last' : 'first'
  if (how === 2) return findLike(evaluation, wanted, line, from)
  const equal = findEqual(evaluation, wanted, line, from)
  return equal >= 0 || how === 0 ? equal : findNearest(evaluation, wanted, line, how < 0 ? -1 : 1)
}

function xlookup(
  evaluation: Evaluation,
  wanted: CellValue,
  line: Matrix,
  answers: Matrix,
  otherwise: CellValue,
  how: number,
  order: number,
): Value {
  const goesDown = wholeColumns(line) === 1
  if (!goesDown && wholeRows(line) !== 1) return errors.value
  if ((goesDown ? wholeRows(answers) : wholeColumns(answers)) !== (goesDown ? wholeRows(line) : wholeColumns(line)))
    return errors.value
  const position = xlookupPosition(evaluation, wanted, line, how, order)
  if (position < 0) return otherwise ?? errors.notAvailable
  const found = goesDown
    ? part(evaluation, answers, position, 0, 1, wholeColumns(answers))
    : part(evaluation, answers, 0, position, wholeRows(answers), 1)
  return oneOf(evaluation, found)
}

/** LOOKUP(wanted; line; answers?): sorted lines only; without answers, the last row or column of the table. */
function lookup(evaluation: Evaluation, wanted: CellValue, line: Matrix, answers: Matrix | undefined): CellValue {
  const goesDown = wholeRows(line) >= wholeColumns(line)
  const searched = goesDown
    ? part(evaluation, line, 0, 0, wholeRows(line), 1)
    : part(evaluation, line, 0, 0, 1, wholeColumns(line))
  const position = findSorted(evaluation, wanted, searched, 1)
  if (position < 0) return errors.notAvailable
  if (answers) return evaluation.flat(answers)[position] ?? null
  return goesDown
    ? evaluation.cellOf(line, position, wholeColumns(line) - 1)
    : evaluation.cellOf(line, wholeRows(line) - 1, position)
}

export const lookupFunctions: FunctionTable = {
  INDEX: reading([matrix, optional(number), optional(number)], index, { arrays: true }),
  MATCH: reading([cell, matrix, optional(number, 1)], match),
  XMATCH: reading([cell, matrix, optional(number, 0), optional(number, 1)], (evaluation, wanted, line, how, order) => {
    const position = xlookupPosition(evaluation, wanted, line, how, order)
    return position < 0 ? errors.notAvailable : position + 1
  }),
  VLOOKUP: reading([cell, matrix, number, optional(boolean, true)], lookupTable('down')),
  HLOOKUP: reading([cell, matrix, number, optional(boolean, true)], lookupTable('across')),
  LOOKUP: reading([cell, matrix, optional(matrix)], lookup),
  XLOOKUP: reading(
    [cell, matrix, matrix, optional(cell, null), optional(number, 0), optional(number, 1)],
    (evaluation, wanted, line, answers, otherwise, how, order) =>
      xlookup(evaluation, wanted, line, answers, otherwise, how, order),
  ),
}

import { type CellError, type CellValue, errors, isError } from '../cell-value.ts'
import { toNumber, toText } from '../coerce.ts'
import type { Evaluation, Scope } from '../evaluation.ts'
import { type Area, grid, isMatrix, type Value, wholeColumns, wholeRows } from '../matrix.ts'
import { readReferenceNode } from '../parse.ts'
import { columnLetters } from '../references.ts'
import type { Node } from '../syntax.ts'
import { matrix, number, optional, text } from './parameters.ts'
import { type FunctionTable, lazy, pure } from './rule.ts'

function areaOf(node: Node | undefined, scope: Scope, evaluation: Evaluation): Area | CellError {
  const given = node ? evaluation.argument(node, scope) : errors.notAvailable
  return isMatrix(given) && given.kind === 'area' ? given : isError(given) ? given : errors.value
}

/** ROW() and COLUMN(): of the formula's own cell, or of each row (column) of a range. */
function ordinal(side: 'row' | 'column') {
  return lazy(0, 1, ([given], scope, evaluation): Value => {
    if (!given) return scope.place[side]
    const area = areaOf(given, scope, evaluation)
    if (isError(area)) return area
    const first = side === 'row' ? area.top : area.left
    if (!scope.arrays) return first
    const numbers = Array.from({ length: side === 'row' ? area.rows : area.columns }, (_, step) => first + step)
    return grid(side === 'row' ? numbers.map((number) => [number]) : [numbers])
  })
}

/** OFFSET(reference; rows; columns; height?; width?) */
const offset = lazy(3, 5, ([reference, ...sizes], scope, evaluation) => {
  const area = areaOf(reference, scope, evaluation)
  if (isError(area)) return area
  const steps: (number | undefined)[] = []
  for (const size of sizes) {
    const step = toNumber(evaluation.single(evaluation.evaluate(size, scope), scope), evaluation)
    if (isError(step)) return step
    steps.push(size.kind === 'missing' ? undefined : Math.trunc(step))
  }
  const [down = 0, right = 0, height = area.wholeRows, width = area.wholeColumns] = steps
  const top = area.top + down
  const left = area.left + right
  if (top < 1 || left < 1 || height < 1 || width < 1) return errors.reference
  const rectangle = { top, left, bottom: top + height - 1, right: left + width - 1 }
  return evaluation.area(
    { kind: 'reference', sheet: undefined, rectangle, single: false },
    { ...scope.place, sheet: area.sheet },
  )
})

const indirect = lazy(1, 2, ([given], scope, evaluation) => {
  const name = given
    ? toText(evaluation.single(evaluation.evaluate(given, scope), scope), evaluation)
    : errors.notAvailable
  if (isError(name)) return name
  const node = readReferenceNode(name.trim())
  return node ? evaluation.area(node, scope.place) : (evaluation.namedArea(name.toUpperCase()) ?? errors.reference)
})

/** ZZZ, the last column Google allows. */
const LAST_COLUMN = 18_278

/** ADDRESS(row; column; 1 fixed, 2 row fixed, 3 column fixed, 4 relative) */
function address(row: number, column: number, how: number): CellValue {
  if (row < 1 || column < 1 || column > LAST_COLUMN) return errors.value
  return `${how === 1 || how === 3 ? '$' : ''}${columnLetters(column)}${how === 1 || how === 2 ? '$' : ''}${row}`
}

export const placeFunctions: FunctionTable = {
  ROW: ordinal('row'),
  COLUMN: ordinal('column'),
  ROWS: pure([matrix], (range) => (Number.isFinite(wholeRows(range)) ? wholeRows(range) : range.rows)),
  COLUMNS: pure([matrix], (range) => (Number.isFinite(wholeColumns(range)) ? wholeColumns(range) : range.columns)),
  ADDRESS: pure([number, number, optional(number, 1)], address),
  OFFSET: offset,
  INDIRECT: indirect,
  // Half a character (a lone surrogate) has no encoding.
  ENCODEURL: pure([text], (source) => encodeURIComponent(source.replace(/\p{Surrogate}/gu, '\ufffd'))),
}

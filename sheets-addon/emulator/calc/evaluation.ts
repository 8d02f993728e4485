import type { CellError, CellValue } from './cell-value.ts'
import type { Surroundings } from './coerce.ts'
import type { Key } from './compare.ts'
import type { Area, Matrix, Value } from './matrix.ts'
import type { Node, ReferenceNode } from './syntax.ts'

/** The cell whose formula is computed. */
export interface Place {
  readonly sheet: number
  readonly row: number
  readonly column: number
}

export interface Scope {
  readonly place: Place
  /** Inside ARRAYFORMULA, SUMPRODUCT, FILTER…: ranges are computed cell by cell instead of being cut to the formula's row. */
  readonly arrays: boolean
  /** Names given by LET, in capitals. */
  readonly names: ReadonlyMap<string, Value>
}

/** Reading cells; what was read of a range is kept until the next write. */
export interface Reading extends Surroundings {
  /** The cell a reference to one cell means. */
  cellAt(node: ReferenceNode, place: Place): CellValue
  /** Counted from the matrix's own first cell, from 0. */
  cellOf(matrix: Matrix, row: number, column: number): CellValue
  /** All values, row by row. */
  flat(matrix: Matrix): readonly CellValue[]
  /** Where each value stands in `flat`: equality look-ups are one step, whatever the length. */
  positions(matrix: Matrix): ReadonlyMap<Key, readonly number[]>
  area(node: ReferenceNode, place: Place): Area | CellError
  namedArea(name: string): Area | undefined
  isRowHidden(sheet: number, row: number, why: 'filter' | 'user'): boolean
  hasFormula(sheet: number, row: number, column: number): boolean
  isSubtotal(sheet: number, row: number, column: number): boolean
}

/** What a function of the table is given besides its arguments. */
export interface Evaluation extends Reading {
  evaluate(node: Node, scope: Scope): Value
  /** The same, but a reference to one cell stays a range: SUM(A1) ignores text that SUM("a") refuses. */
  argument(node: Node, scope: Scope): Value
  /** One value of a matrix: the first in array mode, else the one on the formula's own row or column. */
  single(value: Value, scope: Scope): CellValue
}

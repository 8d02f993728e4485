import type { CellValue } from './cell-value.ts'

/**
 * A rectangle of a sheet, not yet read. `rows` × `columns` is the part that can hold something: open ranges (`K4:K`) and
 * ranges longer than the sheet cost nothing. `wholeRows` × `wholeColumns` is what the formula wrote (Infinity when open).
 */
export interface Area {
  readonly kind: 'area'
  readonly sheet: number
  readonly top: number
  readonly left: number
  readonly rows: number
  readonly columns: number
  readonly wholeRows: number
  readonly wholeColumns: number
}

/** Values made by a formula, row by row. */
export interface Grid {
  readonly kind: 'grid'
  readonly rows: number
  readonly columns: number
  readonly cells: readonly (readonly CellValue[])[]
}

export type Matrix = Area | Grid
/** What an expression gives. */
export type Value = CellValue | Matrix

export const isMatrix = (value: Value): value is Matrix =>
  typeof value === 'object' && value !== null && 'kind' in value

export function grid(cells: readonly (readonly CellValue[])[]): Grid {
  return { kind: 'grid', rows: cells.length, columns: cells[0]?.length ?? 0, cells }
}

/** A part of an area, counted from its own first cell (0-based). */
export function subArea(area: Area, row: number, column: number, rows: number, columns: number): Area {
  return {
    kind: 'area',
    sheet: area.sheet,
    top: area.top + row,
    left: area.left + column,
    rows: Math.max(0, Math.min(rows, area.rows - row)),
    columns: Math.max(0, Math.min(columns, area.columns - column)),
    wholeRows: rows,
    wholeColumns: columns,
  }
}

/** Rows as the formula wrote them: `K4:K1000` is 997 long even in a sheet of ten rows. */
export const wholeRows = (matrix: Matrix): number => (matrix.kind === 'area' ? matrix.wholeRows : matrix.rows)
export const wholeColumns = (matrix: Matrix): number => (matrix.kind === 'area' ? matrix.wholeColumns : matrix.columns)

/** Cells a bounded range has beyond the last used row: empty, but counted. An open range ends with the sheet's data. */
export function cellsBeyondData(range: Matrix): number {
  const rows = Number.isFinite(wholeRows(range)) ? wholeRows(range) : range.rows
  const columns = Number.isFinite(wholeColumns(range)) ? wholeColumns(range) : range.columns
  return rows * columns - range.rows * range.columns
}

/** Ranges that walk together (SUMIFS) must have one shape; two open ranges have it when they start on the same row. */
export function sameShape(a: Matrix, b: Matrix): boolean {
  if (wholeRows(a) !== wholeRows(b) || wholeColumns(a) !== wholeColumns(b)) return false
  if (a.kind !== 'area' || b.kind !== 'area') return true
  return (Number.isFinite(a.wholeRows) || a.top === b.top) && (Number.isFinite(a.wholeColumns) || a.left === b.left)
}

/** The active cell and the corner opposite to it. */
import type { Box, Run, SheetShape } from '../../protocol.ts'
import type { Geometry } from './geometry.ts'

export interface Selection {
  readonly row: number
  readonly column: number
  readonly toRow: number
  readonly toColumn: number
}

export const at = (row: number, column: number): Selection => ({ row, column, toRow: row, toColumn: column })

export function boxOf({ row, column, toRow, toColumn }: Selection): Box {
  const [top, left] = [Math.min(row, toRow), Math.min(column, toColumn)]
  return { row: top, column: left, rows: Math.abs(toRow - row) + 1, columns: Math.abs(toColumn - column) + 1 }
}

export const overBox = ({ row, column, rows, columns }: Box): Selection => ({
  row,
  column,
  toRow: row + rows - 1,
  toColumn: column + columns - 1,
})

export const isOneCell = ({ row, column, toRow, toColumn }: Selection): boolean => row === toRow && column === toColumn

export function isFilled(shape: SheetShape, row: number, column: number): boolean {
  const runs: readonly Run[] = shape.filled[column - 1] ?? []
  let low = 0
  let high = runs.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const [first = 0, last = 0] = runs[middle] ?? []
    if (row < first) high = middle - 1
    else if (row > last) low = middle + 1
    else return true
  }
  return false
}

/** Ctrl+arrow, as in Sheets: to the last filled cell of a run, else to the next filled cell, else to the edge. */
export function edgeFrom(
  shape: SheetShape,
  geometry: Geometry,
  from: { readonly row: number; readonly column: number },
  way: { readonly rows: number; readonly columns: number },
): { readonly row: number; readonly column: number } {
  const next = (cell: typeof from): typeof from => ({
    row: way.rows === 0 ? cell.row : geometry.stepRow(cell.row, way.rows),
    column: way.columns === 0 ? cell.column : geometry.columns.step(cell.column, way.columns),
  })
  const isSame = (a: typeof from, b: typeof from): boolean => a.row === b.row && a.column === b.column
  const full = ({ row, column }: typeof from): boolean => isFilled(shape, row, column)
  let here = next(from)
  if (isSame(here, from)) return from
  const isInRun = full(from) && full(here)
  let before = isInRun ? from : here
  for (;;) {
    if (isInRun ? !full(here) : full(here)) return isInRun ? before : here
    before = here
    here = next(here)
    if (isSame(here, before)) return here
  }
}

/** The cell that stands for a merged area, for any cell inside. */
export function anchorOf(
  shape: SheetShape,
  row: number,
  column: number,
): { readonly row: number; readonly column: number } {
  const merge = shape.merges.find(
    (box) => row >= box.row && row < box.row + box.rows && column >= box.column && column < box.column + box.columns,
  )
  return merge ? { row: merge.row, column: merge.column } : { row, column }
}

/** Where each moving key leads. */
import type { SheetShape } from '../../protocol.ts'
import type { Geometry } from './geometry.ts'
import type { Command } from './keys.ts'
import { edgeFrom, isFilled, type Selection } from './selection.ts'

export type Moving = Extract<Command, { kind: 'move' | 'page' | 'end' }>
interface Place {
  readonly row: number
  readonly column: number
}

/** The corner moves when the selection grows, the active cell otherwise. */
export function placeAfter(
  command: Moving,
  { row, column, toRow, toColumn }: Selection,
  shape: SheetShape,
  geometry: Geometry,
  rowsPerPage: number,
): Place {
  const from: Place = command.isExtending ? { row: toRow, column: toColumn } : { row, column }
  const { columns, stepRow } = geometry
  switch (command.kind) {
    case 'move':
      if (command.isJump) return edgeFrom(shape, geometry, from, command)
      return {
        row: command.rows === 0 ? from.row : stepRow(from.row, command.rows),
        column: command.columns === 0 ? from.column : columns.step(from.column, command.columns),
      }
    case 'page':
      return { row: stepRow(from.row, command.by * rowsPerPage), column: from.column }
    case 'end': {
      const first = columns.shown[0] ?? 1
      if (command.of === 'row') {
        return {
          row: from.row,
          column: command.to === 'start' ? first : (lastFilled(shape, geometry, from.row) ?? first),
        }
      }
      if (command.to === 'start') return { row: 1, column: first }
      const used = Math.max(1, shape.lastColumn)
      return { row: Math.max(1, shape.lastRow), column: columns.isShown(used) ? used : columns.step(used, -1) }
    }
  }
}

const lastFilled = (shape: SheetShape, { columns }: Geometry, row: number): number | undefined =>
  columns.shown.filter((column) => isFilled(shape, row, column)).at(-1)

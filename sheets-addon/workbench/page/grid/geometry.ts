/** Where the cells of a tab stand: columns, the frozen rows of the head, the rows that scroll. */
import type { Box, SheetShape } from '../../protocol.ts'
import { COLUMN_WIDTH, ROW_HEIGHT } from '../../sizes.ts'
import { type Lanes, lanesOf } from './lanes.ts'

/** Widths of the row headers and heights of the column headers, as in Sheets. */
export const ROW_HEADER = 46
export const COLUMN_HEADER = 24
export const GROUP_BAND = 14

export interface Geometry {
  readonly columns: Lanes
  readonly frozen: Lanes
  readonly body: Lanes
  /** Height of the bands of grouped columns, one per depth, above the letters. */
  readonly columnBands: number
  readonly left: number
  /** Column headers and what is above them. */
  readonly top: number
  /** Everything that stays when the rows scroll. */
  readonly head: number
  readonly width: number
  rows(row: number): Lanes
  stepRow(row: number, by: number): number
  /** In the head for a frozen row, else in the body. */
  readonly lastRow: number
  readonly lastColumn: number
}

const deepest = ({ groups }: SheetShape): number =>
  groups.reduce((depth, group) => (group.axis === 'columns' ? Math.max(depth, group.depth) : depth), 0)

export function geometryOf(shape: SheetShape): Geometry {
  const heights = new Map(shape.heights)
  const height = (row: number): number => heights.get(row) ?? ROW_HEIGHT
  const columns = lanesOf(1, shape.columns, shape.hiddenColumns, (column) => shape.widths[column - 1] ?? COLUMN_WIDTH)
  const frozen = lanesOf(1, shape.frozenRows, shape.hiddenRows, height)
  const body = lanesOf(shape.frozenRows + 1, shape.rows, shape.hiddenRows, height)
  const columnBands = deepest(shape) * GROUP_BAND
  const left = ROW_HEADER
  const top = columnBands + COLUMN_HEADER
  const rows = (row: number): Lanes => (row <= shape.frozenRows ? frozen : body)
  return {
    columns,
    frozen,
    body,
    columnBands,
    left,
    top,
    head: top + frozen.total,
    width: left + columns.total,
    rows,
    stepRow(row, by) {
      const count = frozen.shown.length
      const place = row <= shape.frozenRows ? frozen.place(row) : count + body.place(row)
      const hiddenBelow = by > 0 && !rows(row).isShown(row) ? 1 : 0
      const wanted = Math.max(0, Math.min(place + by - hiddenBelow, count + body.shown.length - 1))
      return frozen.shown[wanted] ?? body.shown[wanted - count] ?? row
    },
    lastRow: body.shown.at(-1) ?? shape.frozenRows,
    lastColumn: columns.shown.at(-1) ?? 1,
  }
}

/** The part of a box in the head or in the body, in pixels of that part; undefined when nothing of it is there. */
export interface Rectangle {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export function rectangleIn(geometry: Geometry, part: 'head' | 'body', box: Box): Rectangle | undefined {
  const { columns, left, top: headers } = geometry
  const lanes = part === 'head' ? geometry.frozen : geometry.body
  const first = Math.max(box.row, lanes.first)
  const last = Math.min(box.row + box.rows - 1, lanes.last)
  if (first > last) return undefined
  const [x, right] = [columns.start(box.column), columns.end(box.column + box.columns - 1)]
  const [y, bottom] = [lanes.start(first), lanes.end(last)]
  if (right <= x || bottom <= y) return undefined
  return { left: left + x, top: y + (part === 'head' ? headers : 0), width: right - x, height: bottom - y }
}

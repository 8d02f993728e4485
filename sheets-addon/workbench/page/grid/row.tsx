/** One row of cells. It is drawn again when its own cells change, or when the selection enters or leaves it. */
import { memo, type ReactElement, useSyncExternalStore } from 'react'
import { cellName } from '../../places.ts'
import type { Cell, SheetShape } from '../../protocol.ts'
import type { Mirror } from '../mirror.ts'
import { words } from '../words.ts'
import { lookOf, sideOf, textWidth } from './cell-look.ts'
import type { Geometry } from './geometry.ts'

export const cellId = (row: number, column: number): string => `cell-${row}-${column}`

interface RowProps {
  readonly mirror: Mirror
  readonly shape: SheetShape
  readonly geometry: Geometry
  readonly row: number
  readonly top: number
  readonly columns: readonly number[]
  /** The part of the row that is selected: first and last column, 0 when none is. */
  readonly from: number
  readonly to: number
  /** The column whose last text was refused, 0 when none was. */
  readonly refused: number
  readonly onFilter: OnFilter
}

export type OnFilter = (column: number, button: Element) => void

export const Row = memo(function Row(props: RowProps): ReactElement {
  const { mirror, shape, geometry, row, top, columns, from, to, refused, onFilter } = props
  const cells = useSyncExternalStore(mirror.rows.subscribe, () => mirror.row(row))
  const height = geometry.rows(row).size(row)
  const isFilterHead = shape.filter?.box.row === row
  return (
    <div
      role="row"
      aria-rowindex={row}
      className={`row${height === 0 ? ' is-gone' : ''}`}
      style={{ transform: `translateY(${top}px)`, height, width: geometry.width }}
    >
      <div
        role="rowheader"
        className={`row-header${from > 0 ? ' is-selected' : ''}`}
        style={{ width: geometry.left }}
        data-row-header={row}
      >
        {row}
      </div>
      {columns.map((column) => {
        const cell = cells[column - 1] ?? EMPTY
        const span = spanAt(shape, geometry, row, column)
        if (!span) return null
        return (
          <CellView
            key={column}
            mirror={mirror}
            cell={cell}
            row={row}
            column={column}
            left={geometry.left + geometry.columns.start(column)}
            width={span.width}
            height={span.height}
            reach={span.isMerged ? span.width : reachOf(mirror, geometry, cells, column)}
            isSelected={column >= from && column <= to}
            isRefused={column === refused}
            isFilterHead={isFilterHead && isInFilter(shape, column)}
            onFilter={onFilter}
            isFiltered={isFilterHead && shape.filter?.columns.includes(column) === true}
          />
        )
      })}
    </div>
  )
})

const EMPTY: Cell = {}

const isInFilter = ({ filter }: SheetShape, column: number): boolean =>
  filter !== undefined && column >= filter.box.column && column < filter.box.column + filter.box.columns

/** Undefined for a cell that a merged neighbour covers. */
function spanAt(
  { merges }: SheetShape,
  geometry: Geometry,
  row: number,
  column: number,
): { readonly width: number; readonly height: number; readonly isMerged: boolean } | undefined {
  const merge = merges.find(
    (box) => row >= box.row && row < box.row + box.rows && column >= box.column && column < box.column + box.columns,
  )
  const lanes = geometry.rows(row)
  if (!merge) return { width: geometry.columns.size(column), height: lanes.size(row), isMerged: false }
  if (merge.row !== row || merge.column !== column) return undefined
  const { columns } = geometry
  return {
    width: columns.end(column + merge.columns - 1) - columns.start(column),
    height: lanes.end(row + merge.rows - 1) - lanes.start(row),
    isMerged: true,
  }
}

/** How far a text may run: over empty cells to its right, as in every spreadsheet. */
function reachOf(mirror: Mirror, { columns }: Geometry, cells: readonly Cell[], column: number): number {
  const cell = cells[column - 1] ?? EMPTY
  const own = columns.size(column)
  if (!cell.text || cell.kind) return own
  if (mirror.rule(cell)?.kind === 'list') return own
  const style = mirror.style(cell)
  if (style?.wrap || (style?.align && style.align !== 'left')) return own
  const needed = textWidth(cell.text, style?.isBold === true) * ((style?.size ?? 10) / 10) + 8
  if (needed <= own) return own
  let reach = own
  for (let place = columns.place(column) + 1; reach < needed && place < columns.shown.length; place++) {
    const next = columns.shown[place] ?? 0
    const neighbour = cells[next - 1] ?? EMPTY
    if (neighbour.text || mirror.rule(neighbour)?.kind === 'checkbox') break
    reach += columns.size(next)
  }
  return Math.min(reach, needed)
}

interface CellProps {
  readonly mirror: Mirror
  readonly cell: Cell
  readonly row: number
  readonly column: number
  readonly left: number
  readonly width: number
  readonly height: number
  readonly reach: number
  readonly isSelected: boolean
  readonly isRefused: boolean
  readonly isFilterHead: boolean
  readonly isFiltered: boolean
  readonly onFilter: OnFilter
}

const CellView = memo(function CellView(props: CellProps): ReactElement {
  const { mirror, cell, row, column, left, width, height, reach, isSelected, isRefused } = props
  const { text = '', note, link, isInvalid } = cell
  const rule = mirror.rule(cell)
  const look = lookOf(mirror.style(cell))
  const isBox = rule?.kind === 'checkbox' && (text === '' || cell.kind === 'boolean')
  const isOver = reach > width
  return (
    <div
      role="gridcell"
      id={cellId(row, column)}
      aria-colindex={column}
      aria-selected={isSelected}
      aria-haspopup={rule?.kind === 'list' ? 'listbox' : undefined}
      aria-invalid={isInvalid || isRefused || undefined}
      className={`cell${sideOf(cell)}${look.className}${isBox ? ' centered' : ''}${isOver ? ' over' : ''}${rule?.kind === 'list' ? ' has-list' : ''}`}
      style={{ ...look.style, left, width, height }}
    >
      {isBox ? (
        <span
          role="checkbox"
          aria-checked={text === words.ticked}
          aria-label={cellName(row, column)}
          className="box"
          data-tick="true"
        />
      ) : (
        <span className={`text${link === undefined ? '' : ' link'}`} style={isOver ? { width: reach - 4 } : undefined}>
          {text}
        </span>
      )}
      {rule?.kind === 'list' && <span className="list-mark" data-list="true" aria-hidden="true" />}
      {isInvalid && <span className="corner bad" aria-hidden="true" />}
      {note !== undefined && <span className="corner note" aria-hidden="true" />}
      {props.isFilterHead && (
        <button
          type="button"
          tabIndex={-1}
          className={`funnel${props.isFiltered ? ' is-on' : ''}`}
          aria-label={words.filterOf(text || cellName(row, column))}
          onClick={({ currentTarget }) => props.onFilter(column, currentTarget)}
        />
      )}
    </div>
  )
})

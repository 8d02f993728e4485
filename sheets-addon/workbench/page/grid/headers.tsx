/** The letters above the columns, with the bands of grouped columns. */
import { memo, type ReactElement } from 'react'
import { lettersOf } from '../../places.ts'
import type { Group, SheetShape } from '../../protocol.ts'
import { words } from '../words.ts'
import { type Geometry, GROUP_BAND } from './geometry.ts'

interface HeadersProps {
  readonly shape: SheetShape
  readonly geometry: Geometry
  readonly columns: readonly number[]
  readonly from: number
  readonly to: number
  readonly onFold: (group: Group) => void
}

export const ColumnHeaders = memo(function ColumnHeaders(props: HeadersProps): ReactElement {
  const { shape, geometry, columns, from, to } = props
  const { left, columnBands, width } = geometry
  return (
    <>
      {columnBands > 0 && (
        <div className="bands" style={{ height: columnBands, width }}>
          <div className="corner-cell" style={{ width: left, height: columnBands }} />
          {shape.groups.map((group) =>
            group.axis === 'columns' ? <Band key={`${group.depth}-${group.first}`} {...props} group={group} /> : null,
          )}
        </div>
      )}
      <div role="row" className="row letters" style={{ top: columnBands, width }}>
        <div role="columnheader" className="row-header corner-cell" style={{ width: left }} data-all="true">
          <span className="unseen">{words.rowHeaders}</span>
        </div>
        {columns.map((column) => (
          <div
            role="columnheader"
            aria-colindex={column}
            key={column}
            className={`letter${column >= from && column <= to ? ' is-selected' : ''}${isBesideHidden(geometry, column) ? ' beside-hidden' : ''}`}
            style={{ left: left + geometry.columns.start(column), width: geometry.columns.size(column) }}
            data-column-header={column}
          >
            {lettersOf(column)}
            <span className="sizer" data-size={column} aria-hidden="true" />
          </div>
        ))}
      </div>
    </>
  )
})

const isBesideHidden = ({ columns }: Geometry, column: number): boolean => column > 1 && !columns.isShown(column - 1)

/** A line over the columns of the group, and the sign that folds it, where Sheets puts it. */
function Band({ geometry, group, onFold }: HeadersProps & { readonly group: Group }): ReactElement {
  const { columns, left } = geometry
  const [start, end] = [columns.start(group.first), columns.end(group.last)]
  const top = (group.depth - 1) * GROUP_BAND
  const middle = columns.start(group.toggle) + columns.size(group.toggle) / 2
  return (
    <>
      {!group.isFolded && <div className="band-line" style={{ left: left + start, width: end - start, top }} />}
      <button
        type="button"
        tabIndex={-1}
        className="fold"
        aria-expanded={!group.isFolded}
        aria-label={group.isFolded ? words.unfoldColumns : words.foldColumns}
        style={{ left: left + middle - 7, top }}
        onClick={() => onFold(group)}
      >
        {group.isFolded ? '+' : '−'}
      </button>
    </>
  )
}

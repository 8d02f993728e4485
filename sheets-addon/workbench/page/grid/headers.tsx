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
  const { shape, geometry, columns, from, to, onFold } = props
  const { left, columnBands, width } = geometry
  const groups = shape.groups.filter(({ axis }) => axis === 'columns')
  return (
    <>
      {columnBands > 0 && (
        <div className="bands" style={{ height: columnBands, width }} aria-hidden="true">
          <div className="corner-cell" style={{ width: left, height: columnBands }} />
          {groups.map((group) => (
            <Band key={`${group.depth}-${group.first}`} geometry={geometry} group={group} />
          ))}
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
            {groups.map((group) =>
              toggleColumn(geometry, group) === column ? (
                <Fold key={group.depth} group={group} bands={columnBands} onFold={onFold} />
              ) : null,
            )}
          </div>
        ))}
      </div>
    </>
  )
})

const isBesideHidden = ({ columns }: Geometry, column: number): boolean => column > 1 && !columns.isShown(column - 1)

/** Where Sheets puts the sign: after the group, or before it; on the last column when nothing follows. */
const toggleColumn = ({ columns, lastColumn }: Geometry, { toggle }: Group): number =>
  columns.shown[columns.place(toggle)] ?? lastColumn

/** A line over the columns of an open group. */
function Band({ geometry, group }: { readonly geometry: Geometry; readonly group: Group }): ReactElement | null {
  const { columns, left } = geometry
  const [start, end] = [columns.start(group.first), columns.end(group.last)]
  if (group.isFolded) return null
  return (
    <div
      className="band-line"
      style={{ left: left + start, width: end - start, top: (group.depth - 1) * GROUP_BAND }}
    />
  )
}

interface FoldProps {
  readonly group: Group
  readonly bands: number
  readonly onFold: (group: Group) => void
}

function Fold({ group, bands, onFold }: FoldProps): ReactElement {
  return (
    <button
      type="button"
      tabIndex={-1}
      className="fold"
      aria-expanded={!group.isFolded}
      aria-label={group.isFolded ? words.unfoldColumns : words.foldColumns}
      style={{ top: (group.depth - 1) * GROUP_BAND - bands }}
      onClick={() => onFold(group)}
    >
      {group.isFolded ? '+' : '−'}
    </button>
  )
}

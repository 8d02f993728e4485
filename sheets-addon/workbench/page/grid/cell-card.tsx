/** Beside the active cell, or the one under the mouse: its note, what its rule asks, where its link leads. */
import type { ReactElement } from 'react'
import { useStore } from '../store.ts'
import { words } from '../words.ts'
import type { Rectangle } from './geometry.ts'
import type { Table } from './table.ts'

interface CellCardProps {
  readonly table: Table
  readonly row: number
  readonly column: number
  readonly at: Rectangle
  readonly onFollow: (link: string) => void
}

export function CellCard({ table, row, column, at, onFollow }: CellCardProps): ReactElement | null {
  const { mirror } = table
  useStore(mirror.rows)
  const cell = mirror.cell(row, column)
  const rule = mirror.rule(cell)
  const asked = cell.isInvalid ? (rule?.help ?? rule?.asks) : rule?.help
  if (cell.note === undefined && asked === undefined && cell.link === undefined) return null
  return (
    <div id="cell-card" className="card" style={{ left: at.left + at.width + 6, top: at.top }}>
      {cell.isInvalid && asked !== undefined && <p className="bad">{asked}</p>}
      {!cell.isInvalid && asked !== undefined && <p className="secondary">{asked}</p>}
      {cell.note !== undefined && <p className="note-text">{cell.note}</p>}
      {cell.link !== undefined && (
        <button type="button" className="plain link" tabIndex={-1} onClick={() => onFollow(cell.link ?? '')}>
          {words.follow}
        </button>
      )}
    </div>
  )
}

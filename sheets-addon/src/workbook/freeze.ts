import type { NumberReserved } from '@tabellion/shared/journal'
import {
  type Cell,
  columnsOf,
  headingKey,
  isBlank,
  type Row,
  readCatalog,
  readLine,
  type Table,
  textOf,
} from '@tabellion/shared/ledger'
import { sameCell } from './altered.ts'
import { filledByItem } from './filled-by-item.ts'
import { LIVING_COLUMNS } from './integrity.ts'
import { FIXED_AT_ISSUE } from './integrity-ledger.ts'

export interface CellChange {
  readonly row: number
  readonly column: string
  readonly value: Cell
}

/** The cells of an issued ledger row that differ from its snapshot. */
export function ledgerRepairs(row: Row<'sales'>, events: readonly NumberReserved[]): readonly CellChange[] {
  const stored = events.flatMap((event) => event.rows).find(({ id }) => id === textOf(row.cells.id))?.cells
  if (stored === undefined) return []
  return columnsOf('sales')
    .filter(([key, column]) => column.frozen || FIXED_AT_ISSUE.has(key))
    .flatMap(([key]) =>
      sameCell(stored[key] ?? '', row.cells[key]) ? [] : [{ row: row.row, column: key, value: stored[key] ?? '' }],
    )
}

/** The same of a row of the register. What lives after issue is not touched. */
export function registerRepairs(row: Row<'invoices'>, events: readonly NumberReserved[]): readonly CellChange[] {
  const stored = events.find((event) => event.register['id'] === textOf(row.cells.id))?.register
  if (stored === undefined) return []
  return columnsOf('invoices')
    .filter(([key, column]) => column.source === 'written' && !LIVING_COLUMNS.has(key))
    .flatMap(([key]) =>
      sameCell(stored[key] ?? '', row.cells[key]) ? [] : [{ row: row.row, column: key, value: stored[key] ?? '' }],
    )
}

/** What the *Article* just chosen says where the row says nothing. */
export function itemFills(row: Row<'sales'>, catalog: Table<'catalog'>): readonly CellChange[] {
  if (isBlank(row.cells.item)) return []
  const items = readCatalog(catalog)
  const { line } = readLine(row, 'servicesBnc', items)
  return Object.entries(filledByItem(row, line))
    .filter(([key]) => key !== 'nature' || items.get(headingKey(textOf(row.cells.item)))?.nature !== undefined)
    .map(([column, value]) => ({ row: row.row, column, value }))
}

import type { NumberReserved } from '@tabellion/shared/journal'
import { type Table, textOf } from '@tabellion/shared/ledger'
import type { Ports } from '../ports.ts'
import { openWorkbook, type Workbook } from '../workbook/open.ts'
import { applyToLedger, applyToRegister } from './apply.ts'

/** Rows named in this run carry their new ID from here on. */
export const withIds = (sales: Table<'sales'>, named: ReadonlyMap<number, string>): Table<'sales'> =>
  named.size === 0
    ? sales
    : {
        ...sales,
        rows: sales.rows.map((row) =>
          named.has(row.row) ? { ...row, cells: { ...row.cells, id: named.get(row.row) as string } } : row,
        ),
      }

/** People sort while we write: where an ID is no longer in its row, the cells are put where they belong. */
export function settle(
  ports: Ports,
  sales: Table<'sales'>,
  reserved: readonly NumberReserved[],
  named: ReadonlyMap<number, string> = new Map(),
): void {
  const column = sales.position.id
  if (column === undefined) return
  const now = ports.sheets.readColumns('sales', column, column) ?? []
  const moved = withIds(sales, named).rows.some((row) => textOf(now[row.row - 1]?.[0] ?? '') !== textOf(row.cells.id))
  if (!moved) return
  applyToLedger(ports.sheets, openWorkbook(ports).table('sales'), reserved, new Map())
  ports.sheets.flush()
}

/** Rows and register brought to what stopped runs have journalled. */
export function finishRows(ports: Ports, workbook: Workbook, incomplete: readonly NumberReserved[]): void {
  if (incomplete.length === 0) return
  const sales = workbook.table('sales')
  applyToRegister(ports.sheets, workbook.table('invoices'), incomplete, ports.clock.today)
  applyToLedger(ports.sheets, sales, incomplete, new Map())
  ports.sheets.flush()
  settle(ports, sales, incomplete)
}

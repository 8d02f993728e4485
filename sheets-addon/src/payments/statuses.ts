import type { Day } from '@tabellion/shared/calendar'
import {
  type DocumentStatus,
  documentStatuses,
  isIssued,
  type PaymentSums,
  readRegister,
  staleLineStatuses,
  withPlans,
} from '@tabellion/shared/ledger'
import { plansOf, refreshPlans } from '../plans/refresh.ts'
import type { Sheets } from '../ports.ts'
import type { Workbook } from '../workbook/open.ts'
import { positionsOf, writePatches } from '../workbook/write.ts'
import { handedOver, writtenOff } from './books.ts'

export interface Refreshed {
  /** Of every document, by `numberKey`. */
  readonly statuses: ReadonlyMap<string, DocumentStatus>
  /** Whether a cell was written. */
  readonly written: boolean
}

/** Brings *Statut* of *Factures* and *Ventes* to today and to what was paid: at most one write for each tab. */
export function refreshStatuses(
  sheets: Sheets,
  workbook: Workbook,
  today: Day,
  sums: PaymentSums | undefined,
): Refreshed {
  const invoices = workbook.tableIfAny('invoices')
  if (invoices === undefined) return { statuses: new Map(), written: false }
  const statuses = statusesOf(workbook, today, sums)
  const shown = new Map(readRegister(invoices).map(({ row, dueDate }) => [row, dueDate]))
  const stale = [...statuses.values()].flatMap(({ settlement: { entry }, text }) =>
    text === entry.status && entry.dueDate === shown.get(entry.row)
      ? []
      : [
          {
            row: entry.row,
            // A plan moves the day; nothing else does.
            cells: {
              status: text,
              ...(entry.dueDate === shown.get(entry.row) ? {} : { dueDate: entry.dueDate ?? '' }),
            },
          },
        ],
  )
  if (stale.length > 0) writePatches(sheets, invoices, stale, positionsOf(invoices), () => false)
  const sales = workbook.tableIfAny('sales')
  const lines = staleLineStatuses(sales?.rows ?? [], statuses)
  if (sales && lines.length > 0)
    writePatches(
      sheets,
      sales,
      lines.map(({ row, status }) => ({ row, cells: { status } })),
      positionsOf(sales),
      isIssued,
    )
  const planned = refreshPlans(sheets, workbook, statuses, today)
  return { statuses, written: planned || stale.length + lines.length > 0 }
}

/** Where every document stands, by `numberKey`; reads, and writes nothing. */
export function statusesOf(workbook: Workbook, today: Day, sums: PaymentSums | undefined): Refreshed['statuses'] {
  const invoices = workbook.tableIfAny('invoices')
  const entries = invoices ? readRegister(invoices) : []
  return documentStatuses(withPlans(entries, plansOf(workbook), sums), today, {
    ...(sums ? { sums } : {}),
    writtenOff: writtenOff(workbook),
    handedOver: handedOver(workbook),
  })
}

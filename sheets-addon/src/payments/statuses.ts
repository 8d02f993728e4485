import type { Day } from '@tabellion/shared/calendar'
import {
  type DocumentStatus,
  documentStatuses,
  isIssued,
  type PaymentSums,
  readRegister,
  staleLineStatuses,
} from '@tabellion/shared/ledger'
import type { Sheets } from '../ports.ts'
import type { Workbook } from '../workbook/open.ts'
import { positionsOf, writePatches } from '../workbook/write.ts'
import { writtenOff } from './books.ts'

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
  const stale = [...statuses.values()].flatMap(({ settlement: { entry }, text }) =>
    text === entry.status ? [] : [{ row: entry.row, cells: { status: text } }],
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
  return { statuses, written: stale.length + lines.length > 0 }
}

/** Where every document stands, by `numberKey`; reads, and writes nothing. */
export function statusesOf(workbook: Workbook, today: Day, sums: PaymentSums | undefined): Refreshed['statuses'] {
  const invoices = workbook.tableIfAny('invoices')
  return documentStatuses(invoices ? readRegister(invoices) : [], today, {
    ...(sums ? { sums } : {}),
    writtenOff: writtenOff(workbook),
  })
}

import type { Day } from '@tabellion/shared/calendar'
import type { InvoiceKind } from '@tabellion/shared/invoicing'
import { type Cents, cents } from '@tabellion/shared/money'
import { type Cell, isTicked, readDate, readScaled, textOf } from './cell.ts'
import { numberKey } from './read-payments.ts'
import type { Row, Table } from './table.ts'
import { invoiceKinds } from './vocabulary.ts'

/** A row of *Factures* as numbers and days. What cannot be read counts as nothing here; `verify` reports it. */
export interface RegisterEntry {
  readonly row: number
  readonly number: string
  readonly kind: InvoiceKind
  readonly client: string
  readonly group: string
  readonly quote: string
  readonly originInvoice: string
  readonly issueDate?: Day
  readonly dueDate?: Day
  readonly gross: Cents
  readonly vat: Cents
  readonly payable: Cents
  /** *Acomptes déduits*. */
  readonly deducted: Cents
  readonly received: Cents
  /** Credit notes on this invoice, positive, whatever became of them. */
  readonly credited: Cents
  readonly balanceDue: Cents
  /** *Crédit client* rows that came with this document. */
  readonly clientCredit: Cents
  readonly status: string
  readonly sent: boolean
  readonly disputed: boolean
}

export function readRegister(table: Table<'invoices'>): readonly RegisterEntry[] {
  const entries = table.rows.filter(({ cells }) => textOf(cells.number) !== '').map(readEntry)
  const credited = new Map<string, number>()
  for (const { kind, originInvoice, payable } of entries)
    if (kind === 'credit')
      credited.set(numberKey(originInvoice), (credited.get(numberKey(originInvoice)) ?? 0) - payable)
  return entries.map((entry) => ({ ...entry, credited: cents(credited.get(numberKey(entry.number)) ?? 0) }))
}

function readEntry({ row, cells }: Row<'invoices'>): RegisterEntry {
  const issueDate = dayOf(cells.issueDate)
  const dueDate = dayOf(cells.dueDate)
  return {
    row,
    number: textOf(cells.number),
    kind: invoiceKinds.parse(textOf(cells.kind)) ?? 'standard',
    client: textOf(cells.client),
    group: textOf(cells.group),
    quote: textOf(cells.quote),
    originInvoice: textOf(cells.originInvoice),
    ...(issueDate === undefined ? {} : { issueDate }),
    ...(dueDate === undefined ? {} : { dueDate }),
    gross: amountOf(cells.gross),
    vat: amountOf(cells.vat),
    payable: amountOf(cells.payable),
    deducted: amountOf(cells.depositsDeducted),
    received: amountOf(cells.received),
    credited: cents(0),
    balanceDue: amountOf(cells.balanceDue),
    clientCredit: amountOf(cells.clientCredit),
    status: textOf(cells.status),
    sent: textOf(cells.sentOn) !== '',
    disputed: isTicked(cells.disputed),
  }
}

const dayOf = (cell: Cell): Day | undefined => {
  const read = readDate(cell)
  return read.ok ? read.value : undefined
}
const amountOf = (cell: Cell): Cents => {
  const read = readScaled(cell, 2)
  return cents(read.ok ? (read.value ?? 0) : 0)
}

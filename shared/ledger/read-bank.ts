import type { Day } from '@tabellion/shared/calendar'
import { type Cents, cents } from '@tabellion/shared/money'
import { type Cell, readDate, readScaled, textOf } from './cell.ts'
import type { Row, Table } from './table.ts'
import { type BankStatus, bankStatuses } from './vocabulary.ts'

/** A row of *Banque*: one line of the bank, from a statement or confirmed in the extension. */
export interface BankRow {
  readonly row: number
  readonly id: string
  readonly date: Day
  /** Positive when money came in. */
  readonly amount: Cents
  readonly label: string
  /** Undefined for an empty cell (money out, which pays nothing) and for words of the user's own. */
  readonly status?: BankStatus
  readonly statusText: string
  readonly valueDate?: Day
  readonly counterparty: string
  readonly maskedIban: string
  readonly reference: string
  readonly account: string
  readonly source: string
  /** Every identity under which it was read: the page and the file do not always say the same. */
  readonly fingerprints: readonly string[]
  readonly proposal: string
  readonly why: string
  readonly invoices: string
  readonly note: string
}

/** Undefined for a row that is none: without a day or an amount nothing can be matched. */
export function readBankRow({ row, cells }: Row<'bank'>): BankRow | undefined {
  const date = dayOf(cells.date)
  const credit = amountOf(cells.credit)
  const debit = amountOf(cells.debit)
  if (date === undefined || (credit === undefined && debit === undefined)) return undefined
  const valueDate = dayOf(cells.valueDate)
  const statusText = textOf(cells.status)
  const status = bankStatuses.parse(statusText)
  return {
    row,
    id: textOf(cells.id),
    date,
    amount: cents((credit ?? 0) - (debit ?? 0)),
    label: textOf(cells.label),
    ...(status === undefined ? {} : { status }),
    statusText,
    ...(valueDate === undefined ? {} : { valueDate }),
    counterparty: textOf(cells.counterparty),
    maskedIban: textOf(cells.iban),
    reference: textOf(cells.reference),
    account: textOf(cells.account),
    source: textOf(cells.source),
    fingerprints: textOf(cells.fingerprint)
      .split(/\s+/)
      .filter((part) => part !== ''),
    proposal: textOf(cells.proposal),
    why: textOf(cells.why),
    invoices: textOf(cells.invoices),
    note: textOf(cells.note),
  }
}

export const readBank = (table: Table<'bank'>): readonly BankRow[] =>
  table.rows.flatMap((row) => readBankRow(row) ?? [])

const dayOf = (cell: Cell): Day | undefined => {
  const read = readDate(cell)
  return read.ok ? read.value : undefined
}
const amountOf = (cell: Cell): Cents | undefined => {
  const read = readScaled(cell, 2)
  return read.ok && read.value !== undefined ? cents(read.value) : undefined
}

import type { Day } from '@tabellion/shared/calendar'
import type { StoredCells } from '@tabellion/shared/journal'
import { type BankRow, type BankStatus, bankStatuses, type ColumnKey, type Table } from '@tabellion/shared/ledger'
import type { Cents } from '@tabellion/shared/money'
import type { Sheets } from '../ports.ts'
import { appendRecords, type Patch, positionsOf, writePatches } from '../workbook/write.ts'
import type { Operation } from './operations.ts'

/** A line of the bank on its way into *Banque*. */
export interface NewLine {
  readonly id: string
  readonly date: Day
  readonly amount: Cents
  readonly label: string
  readonly status?: BankStatus
  readonly why?: string
  readonly valueDate?: Day
  readonly counterparty?: string
  readonly maskedIban?: string
  readonly reference?: string
  readonly account?: string
  readonly source: string
}

export type BankCells = Readonly<Partial<Record<ColumnKey<'bank'>, StoredCells[string]>>>

export const bankCells = (line: NewLine, readOn: Day): BankCells => ({
  date: line.date,
  label: line.label,
  credit: line.amount > 0 ? line.amount / 100 : '',
  debit: line.amount < 0 ? -line.amount / 100 : '',
  status: line.status === undefined ? '' : bankStatuses.labels[line.status],
  why: line.why ?? '',
  valueDate: line.valueDate ?? '',
  counterparty: line.counterparty ?? '',
  iban: line.maskedIban ?? '',
  reference: line.reference ?? '',
  account: line.account ?? '',
  readOn,
  source: line.source,
  fingerprint: line.id,
  id: line.id,
})

/** What a row should say, where it says something else. */
export interface BankChange {
  readonly row: number
  readonly status?: BankStatus
  readonly cells: BankCells
}

/** The cell of a row that is being added. */
export const statusCell = ({ status }: BankChange): BankCells =>
  status === undefined ? {} : { status: bankStatuses.labels[status] }

/**
 * *Statut* and *Factures* follow from *Paiements*: a line whose money is all allocated is *Rapproché*, in part *Partiel*; one that
 * was taken back is to be matched again. Nothing here is remembered apart, so that a stopped run leaves nothing to finish.
 */
export function standingChanges(
  rows: readonly BankRow[],
  operations: ReadonlyMap<string, Operation>,
): readonly BankChange[] {
  return rows.flatMap((row): BankChange[] => {
    const operation = operations.get(row.id)
    if (operation === undefined)
      return row.status === 'matched' || row.status === 'partial'
        ? [{ row: row.row, status: 'unmatched', cells: { proposal: '', why: '', invoices: '' } }]
        : []
    const status: BankStatus = operation.net === row.amount ? 'matched' : 'partial'
    const invoices = [...operation.shares].flatMap(([number, amount]) => (amount === 0 ? [] : [number])).join(', ')
    return row.status === status && row.invoices === invoices && row.proposal === ''
      ? []
      : [{ row: row.row, status, cells: { proposal: '', invoices } }]
  })
}

/** Rows to change and to add: a constant number of round trips, whatever their number. */
export function writeBank(
  sheets: Sheets,
  bank: Table<'bank'>,
  changes: readonly BankChange[],
  added: readonly BankCells[],
): boolean {
  const positions = positionsOf(bank)
  const patches = changes.flatMap(({ row, cells }): Patch<'bank'>[] =>
    Object.keys(cells).length === 0 ? [] : [{ row, cells }],
  )
  if (patches.length > 0) writePatches(sheets, bank, patches, positions, () => false)
  // *Statut* is a column of the user's too: cell by cell, one call for each word.
  const column = bank.position.status
  for (const [status, label] of Object.entries(bankStatuses.labels)) {
    const cells = changes.flatMap((change) =>
      change.status === status && column !== undefined ? [{ row: change.row, column }] : [],
    )
    if (cells.length > 0) sheets.writeEach('bank', cells, label)
  }
  appendRecords(sheets, bank, added, positions)
  return changes.length + added.length > 0
}

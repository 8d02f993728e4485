import {
  chainBreaks,
  type DocumentSent,
  type Head,
  type JournalRow,
  readEvents,
  type StoredCells,
  type StoredEvent,
} from '@tabellion/shared/journal'
import { columnsOf, FIRST_DATA_ROW, type Table, textOf } from '@tabellion/shared/ledger'
import { withSent } from '../issuing/unfinished.ts'
import { compare, type Found, type Inspected, type IntegrityFinding, type Restoration, rowsBy } from './altered.ts'
import { inspectLedger } from './integrity-ledger.ts'
import { inspectBook, inspectPayments, inspectPurchases } from './integrity-payments.ts'

export interface IntegrityReport {
  readonly findings: readonly IntegrityFinding[]
  readonly restorations: readonly Restoration[]
  /** Documents whose row is missing from the register. */
  readonly lostRegisterRows: readonly RegisterRow[]
  /** Ledger rows of issued documents that are gone. */
  readonly lostLedgerRows: readonly StoredCells[]
  readonly lostPaymentRows: readonly StoredCells[]
  readonly lostReceiptRows: readonly StoredCells[]
  readonly lostPurchaseRows: readonly StoredCells[]
  /** Invoices, deposits and balances: credit notes are not counted (door.md §5). */
  readonly issued: number
  readonly events: number
}

/** Register columns that live after issue. */
export const LIVING_COLUMNS: ReadonlySet<string> = new Set(['status', 'nextReminder', 'reminderLevel'])
export interface CheckedTables {
  readonly sales: Table<'sales'>
  readonly invoices: Table<'invoices'>
  readonly payments: Table<'payments'> | undefined
  readonly receiptsBook: Table<'receiptsBook'> | undefined
  readonly purchases: Table<'purchases'> | undefined
}

/** The whole workbook against its journal, and the journal against itself. */
export function inspect(
  journal: readonly JournalRow[],
  remembered: Head | undefined,
  { sales, invoices, payments, receiptsBook, purchases }: CheckedTables,
): IntegrityReport {
  const findings: IntegrityFinding[] = journalFindings(journal, remembered)
  const read = readEvents(journal)
  const events: readonly StoredEvent[] = read.ok ? read.value : []
  if (!read.ok && findings.length === 0) {
    findings.push({
      code: 'journal-unreadable',
      severity: 'blocking',
      at: { tab: 'journal', row: FIRST_DATA_ROW + read.problem.sequence - 1, column: 'data' },
    })
  }
  const reserved = events.flatMap(({ event }) => (event.type === 'reserved' ? [event] : []))
  const sent = new Map<string, DocumentSent>(
    events.flatMap(({ event }) => (event.type === 'sent' ? [[event.number, event] as const] : [])),
  )
  const rows = events
    .flatMap(registerRow)
    .map((row) => ({ ...row, register: withSent(row.register, sent.get(row.number)) }))
  const planned = new Set(
    events.flatMap(({ event }) => (event.type === 'planned' || event.type === 'planEnded' ? [event.number] : [])),
  )
  const register = inspectRegister(invoices, rows, planned)
  const ledger = inspectLedger(sales, reserved)
  const paid = events.flatMap(({ event }) => (event.type === 'paid' ? [event] : []))
  const money = inspectPayments(payments, paid)
  const seals = events.flatMap(({ event }) => (event.type === 'periodSealed' ? [event] : []))
  const book = inspectBook(receiptsBook, paid, seals)
  const bought = inspectPurchases(
    purchases,
    events.flatMap(({ event }) => (event.type === 'purchasesBooked' ? [event] : [])),
  )
  const all = [register, ledger, money, book, bought]
  return {
    findings: [...findings, ...all.flatMap((part) => part.findings)],
    restorations: all.flatMap((part) => part.restorations),
    lostRegisterRows: register.lost,
    lostLedgerRows: ledger.lost,
    lostPaymentRows: money.lost,
    lostReceiptRows: book.lost,
    lostPurchaseRows: bought.lost,
    issued: reserved.filter((event) => event.document.kind !== 'credit').length,
    events: journal.length,
  }
}

function registerRow({ event }: StoredEvent): readonly RegisterRow[] {
  if (event.type === 'reserved')
    return [{ number: event.number, client: event.document.buyer.name, register: event.register }]
  return event.type === 'takenOver' ? [event] : []
}

function journalFindings(journal: readonly JournalRow[], remembered: Head | undefined): IntegrityFinding[] {
  return chainBreaks(journal, remembered).map(
    ({ index, column }): IntegrityFinding =>
      index < journal.length
        ? { code: 'journal-broken', severity: 'blocking', at: { tab: 'journal', row: FIRST_DATA_ROW + index, column } }
        : {
            code: 'journal-shortened',
            expected: remembered?.sequence ?? 0,
            found: journal.length,
            severity: 'blocking',
            at: { tab: 'journal' },
          },
  )
}

/** A row of *Factures* as the journal wrote it. */
export interface RegisterRow {
  readonly number: string
  readonly client: string
  readonly register: StoredCells
}

function inspectRegister(
  invoices: Table<'invoices'>,
  expected: readonly RegisterRow[],
  planned: ReadonlySet<string>,
): Inspected<RegisterRow> {
  const found: Found = { findings: [], restorations: [] }
  const { findings, restorations } = found
  const byNumber = rowsBy(invoices, 'number')
  const byId = rowsBy(invoices, 'id')
  const matched = new Set<number>()
  const lost: RegisterRow[] = []
  const columns = columnsOf('invoices').filter(
    ([key, column]) => column.source === 'written' && !LIVING_COLUMNS.has(key) && invoices.position[key] !== undefined,
  )
  for (const event of expected) {
    // A number edited by hand is found again by the row's hidden ID.
    const rows =
      byNumber.get(event.number) ??
      (byId.get(String(event.register['id'])) ?? []).filter(
        (row) => !expected.some((other) => other.number === textOf(row.cells.number)),
      )
    const row = rows.find((candidate) => textOf(candidate.cells.id) === event.register['id']) ?? rows[0]
    if (row === undefined) {
      lost.push(event)
      findings.push({
        code: 'row-missing',
        document: event.number,
        what: event.client,
        severity: 'blocking',
        at: { tab: 'invoices' },
      })
      continue
    }
    for (const member of rows) matched.add(member.row)
    if (rows.length > 1)
      findings.push({
        code: 'row-doubled',
        document: event.number,
        rows: rows.map((member) => member.row),
        severity: 'blocking',
        at: { tab: 'invoices', row: rows.at(-1)?.row ?? row.row },
      })
    compare(
      'invoices',
      row,
      { document: event.number },
      // A payment plan moves the day that the register shows.
      columns.flatMap(([key]) => (key === 'dueDate' && planned.has(event.number) ? [] : [key])),
      event.register,
      found,
    )
  }
  for (const row of invoices.rows) {
    if (!matched.has(row.row))
      findings.push({
        code: 'row-added',
        document: textOf(row.cells.number),
        severity: 'blocking',
        at: { tab: 'invoices', row: row.row, column: 'number' },
      })
  }
  return { findings, restorations, lost }
}

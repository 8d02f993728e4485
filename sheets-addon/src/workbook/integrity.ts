import {
  chainBreaks,
  type Head,
  type JournalRow,
  type NumberReserved,
  readEvents,
  type StoredCells,
  type StoredEvent,
} from '@tabellion/shared/journal'
import type { Finding } from '@tabellion/shared/kernel'
import {
  type Cell,
  columnsOf,
  FIRST_DATA_ROW,
  type RecordOf,
  type Row,
  type TabKey,
  type Table,
  textOf,
} from '@tabellion/shared/ledger'

/** What no longer agrees with the journal. */
export type IntegrityProblem =
  | { readonly code: 'cell-altered'; readonly document: string; readonly was: string; readonly now: string }
  | { readonly code: 'row-missing'; readonly document: string; readonly what: string }
  | { readonly code: 'row-added'; readonly document: string }
  | { readonly code: 'row-doubled'; readonly document: string; readonly rows: readonly number[] }
  | { readonly code: 'journal-broken' }
  | { readonly code: 'journal-shortened'; readonly expected: number; readonly found: number }
  | { readonly code: 'journal-unreadable' }

export type IntegrityFinding = Finding<IntegrityProblem>

/** A cell to put back, with the value that the journal holds. */
export interface Restoration {
  readonly tab: 'sales' | 'invoices'
  readonly row: number
  readonly column: string
  readonly value: Cell
}

export interface IntegrityReport {
  readonly findings: readonly IntegrityFinding[]
  readonly restorations: readonly Restoration[]
  /** Documents whose row is missing from the register. */
  readonly lostRegisterRows: readonly NumberReserved[]
  /** Ledger rows of issued documents that are gone. */
  readonly lostLedgerRows: readonly StoredCells[]
  /** Invoices, deposits and balances: credit notes are not counted (door.md §5). */
  readonly issued: number
  readonly events: number
}

/** Register columns that live after issue. */
export const LIVING_COLUMNS: ReadonlySet<string> = new Set(['status', 'nextReminder', 'reminderLevel'])
/** Ledger columns that issue fixes, beside the frozen ones. */
export const FIXED_AT_ISSUE: ReadonlySet<string> = new Set(['net', 'gross', 'document', 'quote', 'originInvoice', 'id'])

/** The whole workbook against its journal, and the journal against itself. */
export function inspect(
  journal: readonly JournalRow[],
  remembered: Head | undefined,
  sales: Table<'sales'>,
  invoices: Table<'invoices'>,
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
  const register = inspectRegister(invoices, reserved)
  const ledger = inspectLedger(sales, reserved)
  return {
    findings: [...findings, ...register.findings, ...ledger.findings],
    restorations: [...register.restorations, ...ledger.restorations],
    lostRegisterRows: register.lost,
    lostLedgerRows: ledger.lost,
    issued: reserved.filter((event) => event.document.kind !== 'credit').length,
    events: journal.length,
  }
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

interface Inspected<Lost> {
  readonly findings: readonly IntegrityFinding[]
  readonly restorations: readonly Restoration[]
  readonly lost: readonly Lost[]
}

function inspectRegister(invoices: Table<'invoices'>, reserved: readonly NumberReserved[]): Inspected<NumberReserved> {
  const findings: IntegrityFinding[] = []
  const restorations: Restoration[] = []
  const byNumber = rowsBy(invoices, 'number')
  const byId = rowsBy(invoices, 'id')
  const matched = new Set<number>()
  const lost: NumberReserved[] = []
  const columns = columnsOf('invoices').filter(
    ([key, column]) => column.source === 'written' && !LIVING_COLUMNS.has(key) && invoices.position[key] !== undefined,
  )
  for (const event of reserved) {
    // A number edited by hand is found again by the row's hidden ID.
    const rows =
      byNumber.get(event.number) ??
      (byId.get(String(event.register['id'])) ?? []).filter(
        (row) => !reserved.some((other) => other.number === textOf(row.cells.number)),
      )
    const row = rows.find((candidate) => textOf(candidate.cells.id) === event.register['id']) ?? rows[0]
    if (row === undefined) {
      lost.push(event)
      findings.push({
        code: 'row-missing',
        document: event.number,
        what: event.document.buyer.name,
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
      event.number,
      columns.map(([key]) => key),
      event.register,
      findings,
      restorations,
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

function inspectLedger(sales: Table<'sales'>, reserved: readonly NumberReserved[]): Inspected<StoredCells> {
  const findings: IntegrityFinding[] = []
  const restorations: Restoration[] = []
  const byId = rowsBy(sales, 'id')
  const orphans = sales.rows.filter(
    (row) => textOf(row.cells.document) !== '' && textOf(row.cells.document) !== textOf(row.cells.quote),
  )
  const numbers = new Set<string>(reserved.map((event) => event.number))
  const owned = new Set<number>()
  const lost: StoredCells[] = []
  const columns = columnsOf('sales')
    .filter(([key, column]) => (column.frozen || FIXED_AT_ISSUE.has(key)) && sales.position[key] !== undefined)
    .map(([key]) => key)
  const unmatched: { readonly event: NumberReserved; readonly cells: StoredCells }[] = []
  for (const event of reserved) {
    for (const { id, cells } of event.rows) {
      const rows = byId.get(id)
      if (rows === undefined) {
        unmatched.push({ event, cells })
        continue
      }
      for (const row of rows) owned.add(row.row)
      if (rows.length > 1)
        findings.push({
          code: 'row-doubled',
          document: event.number,
          rows: rows.map((row) => row.row),
          severity: 'blocking',
          at: { tab: 'sales', row: rows.at(-1)?.row ?? 0 },
        })
      compare('sales', rows[0] as Row<'sales'>, event.number, columns, cells, findings, restorations)
    }
  }
  for (const { event, cells } of unmatched) {
    // The ID itself was edited or cleared: the row that still bears the number and the label is the one.
    const row = orphans.find(
      (candidate) =>
        !owned.has(candidate.row) &&
        textOf(candidate.cells.document) === event.number &&
        textOf(candidate.cells.label) === textOf(cells['label'] ?? ''),
    )
    if (row) {
      owned.add(row.row)
      compare('sales', row, event.number, columns, cells, findings, restorations)
    } else {
      lost.push(cells)
      findings.push({
        code: 'row-missing',
        document: event.number,
        what: textOf(cells['label'] ?? ''),
        severity: 'blocking',
        at: { tab: 'sales' },
      })
    }
  }
  for (const row of orphans) {
    const document = textOf(row.cells.document)
    if (!owned.has(row.row))
      findings.push({
        code: 'row-added',
        document,
        severity: numbers.has(document) ? 'blocking' : 'fix',
        at: { tab: 'sales', row: row.row, column: 'document' },
      })
  }
  return { findings, restorations, lost }
}

function compare<K extends 'sales' | 'invoices'>(
  tab: K,
  row: Row<K>,
  document: string,
  columns: readonly string[],
  expected: StoredCells,
  findings: IntegrityFinding[],
  restorations: Restoration[],
): void {
  for (const column of columns) {
    const was = expected[column] ?? ''
    const now = (row.cells as RecordOf<TabKey> & Record<string, Cell>)[column] ?? ''
    if (sameCell(was, now)) continue
    findings.push({
      code: 'cell-altered',
      document,
      was: textOf(was),
      now: textOf(now),
      severity: 'blocking',
      at: { tab, row: row.row, column },
    })
    restorations.push({ tab, row: row.row, column, value: was })
  }
}

/** Text is compared without the blanks around it; an unticked box and an empty cell are the same. */
export const sameCell = (a: Cell, b: Cell): boolean =>
  typeof a === 'number' && typeof b === 'number'
    ? a === b
    : textOf(a === false ? '' : a) === textOf(b === false ? '' : b)

function rowsBy<K extends 'sales' | 'invoices'>(
  table: Table<K>,
  key: 'id' | 'number',
): ReadonlyMap<string, readonly Row<K>[]> {
  const map = new Map<string, Row<K>[]>()
  for (const row of table.rows) {
    const value = textOf((row.cells as Record<string, Cell>)[key] ?? '')
    if (value !== '') map.set(value, [...(map.get(value) ?? []), row])
  }
  return map
}

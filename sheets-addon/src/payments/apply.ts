import type { PaymentRecorded, StoredCells } from '@tabellion/shared/journal'
import {
  type Cell,
  columnsOf,
  type PaymentRow,
  type Row,
  readPayment,
  type Table,
  textOf,
} from '@tabellion/shared/ledger'
import type { Sheets } from '../ports.ts'
import { appendRecords, type Patch, positionsOf, writePatches } from '../workbook/write.ts'

/** Columns of *Paiements* that only we write. */
const OURS = columnsOf('payments').flatMap(([key, column]) => (column.source === 'written' ? [key] : []))
const TYPED = columnsOf('payments').flatMap(([key, column]) =>
  column.source === 'typed' || column.source === 'list' ? [key] : [],
)

/** Names the rows that have no ID, before anything refers to them. */
export function writePaymentIds(sheets: Sheets, payments: Table<'payments'>, named: ReadonlyMap<number, string>): void {
  if (named.size === 0) return
  const patches = [...named].map(([row, id]): Patch<'payments'> => ({ row, cells: { id } }))
  writePatches(sheets, payments, patches, positionsOf(payments), () => true)
}

/**
 * Brings *Paiements* to what the events say, by row ID: numbers rows that were typed, adds those that are not there. Run again
 * it writes only what is missing.
 */
export function applyToPayments(
  sheets: Sheets,
  payments: Table<'payments'>,
  events: readonly PaymentRecorded[],
): { readonly written: boolean; readonly added: readonly PaymentRow[] } {
  const byId = new Map(payments.rows.map((row) => [textOf(row.cells.id), row]))
  const patches: Patch<'payments'>[] = []
  const missing: StoredCells[] = []
  for (const { id, cells } of events.flatMap((event) => event.rows)) {
    const row = byId.get(id)
    if (row === undefined) missing.push(cells)
    else if (OURS.some((key) => !sameCell(row.cells[key], cells[key] ?? '')))
      patches.push({ row: row.row, cells: oursOf(cells) })
  }
  const positions = positionsOf(payments)
  if (patches.length > 0) writePatches(sheets, payments, patches, positions, () => false)
  appendRecords(sheets, payments, missing, positions)
  const added = missing.map((cells, index) =>
    readPayment({ row: payments.nextRow + index, cells: cells as Row<'payments'>['cells'] }),
  )
  return { written: patches.length + missing.length > 0, added }
}

/** Adds the lines that *Livre des recettes* lacks, in the order recorded. */
export function applyToBook(sheets: Sheets, book: Table<'receiptsBook'>, events: readonly PaymentRecorded[]): boolean {
  const known = new Set(book.rows.map((row) => Number(row.cells.rank)))
  const missing = events
    .flatMap((event) => event.receipts)
    .filter(({ entry }) => !known.has(entry.rank))
    .sort((a, b) => a.entry.rank - b.entry.rank)
  appendRecords(
    sheets,
    book,
    missing.map(({ cells }): StoredCells => cells),
    positionsOf(book),
  )
  return missing.length > 0
}

/**
 * People sort while we write: the rows as they stand now, against what they held before. Our cells follow what was typed beside
 * them. Returns whether something had to be moved.
 */
export function settlePayments(
  sheets: Sheets,
  before: Table<'payments'>,
  now: Table<'payments'>,
  events: readonly PaymentRecorded[],
): boolean {
  const stored = new Map(events.flatMap((event) => event.rows.map(({ id, cells }) => [id, cells] as const)))
  const misplaced = now.rows.some((row) => {
    const cells = stored.get(textOf(row.cells.id))
    return cells !== undefined && typedText(row.cells) !== typedText(cells)
  })
  if (!misplaced) return false
  // What each typed content had beside it: two equal rows may take one another's, which nobody can tell apart.
  const ours = new Map<string, StoredCells[]>()
  const put = (cells: StoredCells): void => {
    const key = typedText(cells)
    ours.set(key, [...(ours.get(key) ?? []), oursOf(cells)])
  }
  const seen = new Set<string>()
  for (const row of before.rows) {
    const id = textOf(row.cells.id)
    seen.add(id)
    put(stored.get(id) ?? row.cells)
  }
  for (const [id, cells] of stored) if (!seen.has(id)) put(cells)
  const patches = now.rows.flatMap((row): Patch<'payments'>[] => {
    const cells = ours.get(typedText(row.cells))?.shift()
    return cells && OURS.some((key) => !sameCell(row.cells[key], cells[key] ?? '')) ? [{ row: row.row, cells }] : []
  })
  if (patches.length > 0) writePatches(sheets, now, patches, positionsOf(now), () => false)
  return patches.length > 0
}

const oursOf = (cells: StoredCells): Patch<'payments'>['cells'] & StoredCells =>
  Object.fromEntries(OURS.map((key) => [key, cells[key] ?? '']))

/** What a person sees in a row of *Paiements*, as one text. */
export const typedText = (cells: StoredCells | Row<'payments'>['cells']): string =>
  JSON.stringify(TYPED.map((key) => textOf(cells[key] ?? '')))

const sameCell = (a: Cell, b: Cell): boolean => textOf(a) === textOf(b)

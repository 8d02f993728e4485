import type { Day } from '@tabellion/shared/calendar'
import type { NumberReserved, StoredCells } from '@tabellion/shared/journal'
import {
  type Cell,
  columnsOf,
  isIssued,
  isTicked,
  type Row,
  readRegister,
  staleStatuses,
  type Table,
  textOf,
} from '@tabellion/shared/ledger'
import type { Sheets } from '../ports.ts'
import { appendRecords, type Patch, positionsOf, writePatches, written } from '../workbook/write.ts'

/** Ledger columns that issuing writes; the others of an event's row are what the user typed. */
const WRITTEN = ['net', 'gross', 'check', 'status', 'document', 'quote', 'originInvoice'] as const

const FILLED_BY_ITEM = ['label', 'detail', 'unit', 'nature', 'unitPrice', 'vatRate'] as const

/**
 * Brings the ledger to what the events say, by row ID. Run again it writes only what is not there yet, so that a stop
 * anywhere is finished by the next run, and rows sorted under our hands get their cells back.
 */
export function applyToLedger(
  sheets: Sheets,
  sales: Table<'sales'>,
  reserved: readonly NumberReserved[],
  checks: ReadonlyMap<number, string>,
): void {
  const numbers = new Set<string>(reserved.map((event) => event.number))
  const stored = new Map(reserved.flatMap((event) => event.rows.map((row) => [row.id, row.cells] as const)))
  const positions = positionsOf(sales)
  const patches: Patch<'sales'>[] = []
  const cleared: { row: number; column: number }[] = []
  for (const row of sales.rows) {
    const cells = stored.get(textOf(row.cells.id))
    if (cells) {
      if (WRITTEN.some((key) => row.cells[key] !== (cells[key] ?? '')))
        patches.push({ row: row.row, cells: patchOf(cells, row) })
      if (isTicked(row.cells.toInvoice) && sales.position.toInvoice)
        cleared.push({ row: row.row, column: sales.position.toInvoice })
    } else if (numbers.has(textOf(row.cells.document))) {
      // Its own row was elsewhere when we wrote: somebody sorted meanwhile.
      patches.push({ row: row.row, cells: { check: '', status: '', document: '' } })
    } else {
      const check = checks.get(row.row)
      if (check !== undefined && check !== textOf(row.cells.check)) patches.push({ row: row.row, cells: { check } })
    }
  }
  const issuedHere = new Set(sales.rows.filter((row) => stored.has(textOf(row.cells.id))).map((row) => row.row))
  const fixed = (row: Row<'sales'>): boolean =>
    issuedHere.has(row.row) || (isIssued(row) && !numbers.has(textOf(row.cells.document)))
  if (patches.length > 0) writePatches(sheets, sales, patches, positions, fixed)
  writeFills(sheets, sales, stored)
  if (cleared.length > 0) sheets.writeEach('sales', cleared, false)
  // Rows that a credit note adds, or that were deleted before their document was finished.
  const present = new Set(sales.rows.map((row) => textOf(row.cells.id)))
  const absent = [...stored].flatMap(([id, cells]) => (present.has(id) ? [] : [cells]))
  appendRecords(sheets, sales, absent, positions)
}

/** The adjacent amounts and statuses together; references only where they change, since they stand apart. */
const patchOf = (cells: StoredCells, row: Row<'sales'>): Patch<'sales'>['cells'] =>
  Object.fromEntries(
    WRITTEN.filter((key) => (key !== 'quote' && key !== 'originInvoice') || row.cells[key] !== (cells[key] ?? '')).map(
      (key) => [key, cells[key] ?? ''],
    ),
  )

/** Empty cells that an *Article* fills: they are in the user's columns, so they go cell by cell, one call per value. */
function writeFills(sheets: Sheets, sales: Table<'sales'>, stored: ReadonlyMap<string, StoredCells>): void {
  const fills = new Map<
    string,
    { readonly key: string; readonly value: Cell; readonly cells: { row: number; column: number }[] }
  >()
  for (const row of sales.rows) {
    const cells = stored.get(textOf(row.cells.id))
    if (cells === undefined || textOf(row.cells.item) === '') continue
    for (const key of FILLED_BY_ITEM) {
      const value = cells[key]
      const column = sales.position[key]
      if (value === undefined || value === '' || row.cells[key] !== '' || column === undefined) continue
      const fill = fills.get(`${key}|${String(value)}`) ?? { key, value, cells: [] }
      fill.cells.push({ row: row.row, column })
      fills.set(`${key}|${String(value)}`, fill)
    }
  }
  for (const { key, value, cells } of fills.values()) sheets.writeEach('sales', cells, written('sales', key, value))
}

/** Adds the documents that the register lacks, and brings statuses to today. */
export function applyToRegister(
  sheets: Sheets,
  invoices: Table<'invoices'>,
  reserved: readonly NumberReserved[],
  today: Day,
): void {
  const known = new Set(invoices.rows.map((row) => textOf(row.cells.number)))
  const positions = positionsOf(invoices)
  const missing = reserved.filter((event) => !known.has(event.number))
  // Statuses as they will be: a credit note changes that of its invoice.
  const blank = Object.fromEntries(columnsOf('invoices').map(([key]) => [key, '']))
  const added = missing.map((event, index) => ({
    row: invoices.nextRow + index,
    cells: { ...blank, ...event.register } as Row<'invoices'>['cells'],
  }))
  const stale = new Map(
    staleStatuses(readRegister({ ...invoices, rows: [...invoices.rows, ...added] }), today).map(({ row, status }) => [
      row,
      status,
    ]),
  )
  const records = missing.map(({ register }, index) => ({
    ...register,
    status: stale.get(invoices.nextRow + index) ?? register['status'] ?? '',
  }))
  appendRecords(sheets, invoices, records, positions)
  const changed = [...stale].filter(([row]) => row < invoices.nextRow)
  if (changed.length > 0)
    writePatches(
      sheets,
      invoices,
      changed.map(([row, status]) => ({ row, cells: { status } })),
      positions,
      () => false,
    )
}

/** Names the rows that have no ID, before anything refers to them. */
export function writeNewIds(sheets: Sheets, sales: Table<'sales'>, named: ReadonlyMap<number, string>): void {
  if (named.size === 0) return
  writePatches(
    sheets,
    sales,
    [...named].map(([row, id]) => ({ row, cells: { id } })),
    positionsOf(sales),
    () => true,
  )
}

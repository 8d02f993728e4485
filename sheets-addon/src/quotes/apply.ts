import type { QuoteMade } from '@tabellion/shared/journal'
import { type Cell, isIssued, isTicked, lineStatuses, type Row, type Table, textOf } from '@tabellion/shared/ledger'
import type { Sheets } from '../ports.ts'
import { appendRecords, type Patch, positionsOf, writePatches } from '../workbook/write.ts'

/** Brings *Devis* to what the events say: a new row, or a new version in the row of the number. */
export function applyToQuotes(sheets: Sheets, table: Table<'quotes'>, made: readonly QuoteMade[]): void {
  const byNumber = new Map(table.rows.map((row) => [textOf(row.cells.number), row]))
  const positions = positionsOf(table)
  const patches: Patch<'quotes'>[] = []
  const added: Readonly<Record<string, Cell>>[] = []
  const cleared: { row: number; column: number }[] = []
  for (const { number, version, register } of made) {
    const row = byNumber.get(number)
    if (row === undefined) added.push(register)
    else if (Number(row.cells.version) !== version) {
      const { id: _id, ...cells } = register
      patches.push({ row: row.row, cells })
      // What was typed of the version before is not said of this one.
      for (const key of ['acceptedOn', 'proof'] as const) {
        const column = table.position[key]
        if (column !== undefined && textOf(row.cells[key]) !== '') cleared.push({ row: row.row, column })
      }
    }
  }
  if (patches.length > 0) writePatches(sheets, table, patches, positions, () => false)
  if (cleared.length > 0) sheets.writeEach('quotes', cleared, '')
  appendRecords(sheets, table, added, positions)
}

/** Rows of *Ventes* that the quotes hold: their tick is taken, the rest stays the user's. */
export function applyToQuotedRows(
  sheets: Sheets,
  sales: Table<'sales'>,
  made: readonly QuoteMade[],
  checks: ReadonlyMap<number, string>,
): void {
  const numbers = new Map(made.flatMap(({ number, rows }) => rows.map((id) => [id, number] as const)))
  const patches: Patch<'sales'>[] = []
  const cleared: { row: number; column: number }[] = []
  for (const row of sales.rows) {
    const number = numbers.get(textOf(row.cells.id))
    const check = checks.get(row.row)
    if (number !== undefined && !isIssued(row)) {
      patches.push({ row: row.row, cells: { ...quotedCells(row, number), check: '' } })
      if (isTicked(row.cells.toInvoice) && sales.position.toInvoice)
        cleared.push({ row: row.row, column: sales.position.toInvoice })
    } else if (check !== undefined && check !== textOf(row.cells.check))
      patches.push({ row: row.row, cells: { check } })
  }
  if (patches.length > 0) writePatches(sheets, sales, patches, positionsOf(sales), isIssued)
  if (cleared.length > 0) sheets.writeEach('sales', cleared, false)
}

const quotedCells = (row: Row<'sales'>, number: string): Patch<'sales'>['cells'] =>
  textOf(row.cells.quote) === number && textOf(row.cells.document) === number
    ? {}
    : { status: lineStatuses.labels.quoted, document: number, quote: number }

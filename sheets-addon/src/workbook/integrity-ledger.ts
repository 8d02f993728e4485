import type { NumberReserved, StoredCells } from '@tabellion/shared/journal'
import { columnsOf, type Row, type Table, textOf } from '@tabellion/shared/ledger'
import { compare, type Found, type Inspected, rowsBy } from './altered.ts'

/** Ledger columns that issue fixes, beside the frozen ones. */
export const FIXED_AT_ISSUE: ReadonlySet<string> = new Set(['net', 'gross', 'document', 'quote', 'originInvoice', 'id'])

/** Rows of *Ventes* that were issued. */
export function inspectLedger(sales: Table<'sales'>, reserved: readonly NumberReserved[]): Inspected<StoredCells> {
  const found: Found = { findings: [], restorations: [] }
  const { findings, restorations } = found
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
      compare('sales', rows[0] as Row<'sales'>, { document: event.number }, columns, cells, found)
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
      compare('sales', row, { document: event.number }, columns, cells, found)
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

import type { PaymentRecorded, PeriodSealed, StoredCells } from '@tabellion/shared/journal'
import { columnsOf, isBlank, type Row, type Table, textOf } from '@tabellion/shared/ledger'
import { compare, type Found, type Inspected, rowsBy } from './altered.ts'

const receipt = (rank: unknown): { readonly document: string; readonly receipt: true } => ({
  document: `la recette n° ${String(rank)}`,
  receipt: true,
})

/** Rows of *Paiements* that have their receipt number: frozen, whoever typed them. */
export function inspectPayments(
  payments: Table<'payments'> | undefined,
  paid: readonly PaymentRecorded[],
): Inspected<StoredCells> {
  const found: Found = { findings: [], restorations: [] }
  const expected = paid.flatMap((event) => event.rows)
  if (payments === undefined)
    return { ...found, lost: expected.map(({ cells }) => missing(found, 'payments', cells, 'invoice')) }
  const columns = columnsOf('payments').flatMap(([key, column]) =>
    column.source !== 'formula' && payments.position[key] !== undefined ? [key] : [],
  )
  const byId = rowsBy(payments, 'id')
  const owned = new Set<number>()
  const lost: StoredCells[] = []
  const unmatched: StoredCells[] = []
  for (const { id, cells } of expected) {
    const rows = byId.get(id)
    if (rows?.[0]) own(found, 'payments', rows, owned, cells, cells['receiptNumber'], columns)
    else unmatched.push(cells)
  }
  for (const cells of unmatched) {
    // The ID was edited or cleared: the row that has the same receipt for the same document is the one.
    const row = payments.rows.find(
      (candidate) =>
        !owned.has(candidate.row) &&
        candidate.cells.receiptNumber === cells['receiptNumber'] &&
        textOf(candidate.cells.invoice) === textOf(cells['invoice'] ?? ''),
    )
    if (row) own(found, 'payments', [row], owned, cells, cells['receiptNumber'], columns)
    else lost.push(missing(found, 'payments', cells, 'invoice'))
  }
  for (const { row, cells } of payments.rows)
    if (!owned.has(row) && !isBlank(cells.receiptNumber)) added(found, 'payments', row, cells.receiptNumber)
  return { ...found, lost }
}

/** Lines of *Livre des recettes*, by their number. *Scellé le* is that of the period's seal. */
export function inspectBook(
  book: Table<'receiptsBook'> | undefined,
  paid: readonly PaymentRecorded[],
  seals: readonly PeriodSealed[],
): Inspected<StoredCells> {
  const found: Found = { findings: [], restorations: [] }
  const sealed = new Map(seals.flatMap(({ on, ranks }) => ranks.map((rank) => [rank, on] as const)))
  const expected = paid.flatMap((event) =>
    event.receipts.map(({ cells, entry }): StoredCells => ({ ...cells, sealedOn: sealed.get(entry.rank) ?? '' })),
  )
  if (book === undefined)
    return { ...found, lost: expected.map((cells) => missing(found, 'receiptsBook', cells, 'document')) }
  const columns = columnsOf('receiptsBook').flatMap(([key]) => (book.position[key] === undefined ? [] : [key]))
  const byRank = rowsBy(book, 'rank')
  const owned = new Set<number>()
  const lost: StoredCells[] = []
  const unmatched: StoredCells[] = []
  for (const cells of expected) {
    const rows = byRank.get(textOf(cells['rank'] ?? ''))
    if (rows?.[0]) own(found, 'receiptsBook', rows, owned, cells, cells['rank'], columns)
    else unmatched.push(cells)
  }
  for (const cells of unmatched) {
    // Its number was edited: the digest names it too.
    const row = book.rows.find(
      (candidate) => !owned.has(candidate.row) && candidate.cells.fingerprint === cells['fingerprint'],
    )
    if (row) own(found, 'receiptsBook', [row], owned, cells, cells['rank'], columns)
    else lost.push(missing(found, 'receiptsBook', cells, 'document'))
  }
  for (const { row, cells } of book.rows) if (!owned.has(row)) added(found, 'receiptsBook', row, cells.rank)
  return { ...found, lost }
}

type Tab = 'payments' | 'receiptsBook'

function own<K extends Tab>(
  found: Found,
  tab: K,
  rows: readonly Row<K>[],
  owned: Set<number>,
  cells: StoredCells,
  rank: unknown,
  columns: readonly string[],
): void {
  for (const { row } of rows) owned.add(row)
  const [first, ...others] = rows
  const last = others.at(-1)
  if (first === undefined) return
  if (last)
    found.findings.push({
      code: 'row-doubled',
      ...receipt(rank),
      rows: rows.map(({ row }) => row),
      severity: 'blocking',
      at: { tab, row: last.row },
    })
  compare(tab, first, receipt(rank), columns, cells, found)
}

function missing(found: Found, tab: Tab, cells: StoredCells, what: string): StoredCells {
  const { document } = receipt(cells['receiptNumber'] ?? cells['rank'])
  found.findings.push({
    code: 'row-missing',
    document,
    what: textOf(cells[what] ?? ''),
    severity: 'blocking',
    at: { tab },
  })
  return cells
}

function added(found: Found, tab: Tab, row: number, rank: unknown): void {
  const column = tab === 'payments' ? 'receiptNumber' : 'rank'
  found.findings.push({
    code: 'row-added',
    document: receipt(rank).document,
    severity: 'blocking',
    at: { tab, row, column },
  })
}

import type { PaymentRecorded, PeriodSealed, PurchasesBooked, StoredCells } from '@tabellion/shared/journal'
import { columnsOf, isBlank, type Table, textOf } from '@tabellion/shared/ledger'
import { type AnyRow, compare, type Found, type Inspected, rowsBy } from './altered.ts'

type Tab = 'payments' | 'receiptsBook' | 'purchases'

const receipt = (tab: Tab, rank: unknown): { readonly document: string; readonly receipt: 'payment' | 'purchase' } =>
  tab === 'purchases'
    ? { document: `l’achat n° ${String(rank)}`, receipt: 'purchase' }
    : { document: `la recette n° ${String(rank)}`, receipt: 'payment' }

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
  const sealed = new Map(seals.flatMap(({ on, ranks }) => ranks.map((rank) => [rank, on] as const)))
  const expected = paid.flatMap((event) =>
    event.receipts.map(({ cells, entry }): StoredCells => ({ ...cells, sealedOn: sealed.get(entry.rank) ?? '' })),
  )
  return inspectNumbered('receiptsBook', book, expected)
}

/** Lines of *Registre des achats*, by their number. */
export const inspectPurchases = (
  register: Table<'purchases'> | undefined,
  booked: readonly PurchasesBooked[],
): Inspected<StoredCells> =>
  inspectNumbered(
    'purchases',
    register,
    booked.flatMap(({ entries }) => entries.map(({ cells }) => cells)),
  )

/** Any table whose lines have a number. */
interface NumberedTable {
  readonly position: Readonly<Partial<Record<string, number>>>
  readonly rows: readonly AnyRow[]
}

function inspectNumbered(
  tab: 'receiptsBook' | 'purchases',
  table: NumberedTable | undefined,
  expected: readonly StoredCells[],
): Inspected<StoredCells> {
  const found: Found = { findings: [], restorations: [] }
  if (table === undefined) return { ...found, lost: expected.map((cells) => missing(found, tab, cells, 'document')) }
  const columns = columnsOf(tab).flatMap(([key]) => (table.position[key] === undefined ? [] : [key]))
  const byRank = new Map<string, AnyRow[]>()
  for (const row of table.rows) {
    const rank = textOf(row.cells['rank'] ?? '')
    byRank.set(rank, [...(byRank.get(rank) ?? []), row])
  }
  const owned = new Set<number>()
  const lost: StoredCells[] = []
  const unmatched: StoredCells[] = []
  for (const cells of expected) {
    const rows = byRank.get(textOf(cells['rank'] ?? ''))
    if (rows) own(found, tab, rows, owned, cells, cells['rank'], columns)
    else unmatched.push(cells)
  }
  for (const cells of unmatched) {
    // Its number was edited: the digest names it too.
    const { fingerprint = '' } = cells
    const row = table.rows.find(
      (candidate) => fingerprint !== '' && !owned.has(candidate.row) && candidate.cells['fingerprint'] === fingerprint,
    )
    if (row) own(found, tab, [row], owned, cells, cells['rank'], columns)
    else lost.push(missing(found, tab, cells, 'document'))
  }
  for (const { cells, row } of table.rows) {
    // A purchase typed by hand gets its number from the next run.
    const waits = tab === 'purchases' && isBlank(cells['rank'] ?? '')
    if (!owned.has(row) && !waits) added(found, tab, row, cells['rank'])
  }
  return { ...found, lost }
}

function own(
  found: Found,
  tab: Tab,
  rows: readonly AnyRow[],
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
      ...receipt(tab, rank),
      rows: rows.map(({ row }) => row),
      severity: 'blocking',
      at: { tab, row: last.row },
    })
  compare(tab, first, receipt(tab, rank), columns, cells, found)
}

function missing(found: Found, tab: Tab, cells: StoredCells, what: string): StoredCells {
  const { document } = receipt(tab, cells['receiptNumber'] ?? cells['rank'])
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
    document: receipt(tab, rank).document,
    severity: 'blocking',
    at: { tab, row, column },
  })
}

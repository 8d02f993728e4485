import {
  categoryLabels,
  type ReceiptCategory,
  type ReceiptEntry,
  receiptCells,
  returnOf,
  type Seal,
} from '@tabellion/shared/bookkeeping'
import { type Day, formatPeriod } from '@tabellion/shared/calendar'
import { type Profile, turnoverReturns } from '@tabellion/shared/deadlines'
import type { PeriodSealed } from '@tabellion/shared/journal'
import {
  headingKey,
  paymentMethods,
  type Row,
  readDate,
  readScaled,
  type Table,
  textOf,
} from '@tabellion/shared/ledger'
import { cents } from '@tabellion/shared/money'
import type { Workbook } from '../workbook/open.ts'
import type { ObligationFinding } from './problems.ts'

/** The book as the tab shows it: what estimates, gauges and alerts go by, without reading any journal data. */
export function readBook(table: Table<'receiptsBook'>, profile: Profile, today: Day): readonly ReceiptEntry[] {
  const labels = new Map(turnoverReturns(profile, today).map(({ period }) => [formatPeriod(period), period]))
  return table.rows.flatMap((row) => {
    const entry = entryOf(row, profile)
    // A late line is declared with another return, which *Période* names.
    const named = entry?.late ? labels.get(textOf(row.cells.period)) : undefined
    return entry ? [named === undefined ? entry : { ...entry, period: named }] : []
  })
}

const CATEGORIES = new Map(
  (Object.entries(categoryLabels) as [ReceiptCategory, string][]).map(([category, label]) => [
    headingKey(label),
    category,
  ]),
)

function entryOf({ cells }: Row<'receiptsBook'>, profile: Profile): ReceiptEntry | undefined {
  const date = readDate(cells.date)
  const amount = readScaled(cells.amount, 2)
  const vat = readScaled(cells.vat, 2)
  const category = CATEGORIES.get(headingKey(textOf(cells.category)))
  if (!date.ok || date.value === undefined || !amount.ok || amount.value === undefined || !vat.ok) return undefined
  if (category === undefined) return undefined
  return {
    rank: Number(cells.rank) || 0,
    date: date.value,
    document: textOf(cells.document),
    client: textOf(cells.client),
    nature: textOf(cells.nature),
    category,
    amount: cents(amount.value),
    vat: cents(vat.value ?? 0),
    method: paymentMethods.parse(textOf(cells.method)) ?? 'other',
    period: returnOf(profile, date.value),
    late: textOf(cells.remarks).includes('Tardive'),
    payment: textOf(cells.payment),
  }
}

/** The book of record, with the seals put on it: what is declared, sealed and exported. */
export interface JournalBook {
  readonly entries: readonly ReceiptEntry[]
  readonly seals: readonly PeriodSealed[]
}

export function journalBook(workbook: Workbook): JournalBook {
  const entries: ReceiptEntry[] = []
  const seals: PeriodSealed[] = []
  for (const { event } of workbook.events(({ type }) => type === 'paid' || type === 'periodSealed')) {
    if (event.type === 'paid') entries.push(...event.receipts.map(({ entry }) => entry))
    if (event.type === 'periodSealed') seals.push(event)
  }
  return { entries: entries.sort((a, b) => a.rank - b.rank), seals }
}

/**
 * Entries of periods still open, by the profile of today: someone who changed rhythm, or corrected the start of the activity,
 * declares them with the returns that are now theirs. What is sealed or late keeps the return that it was declared with.
 */
export function placedToday({ entries, seals }: JournalBook, profile: Profile): readonly ReceiptEntry[] {
  const sealed = new Map(seals.flatMap(({ period, ranks }) => ranks.map((rank) => [rank, period] as const)))
  return entries.map((entry) => {
    const period = sealed.get(entry.rank) ?? (entry.late ? entry.period : returnOf(profile, entry.date))
    return period === entry.period ? entry : { ...entry, period }
  })
}

/** The seals as the core reads them. */
export const sealsOf = ({ seals }: JournalBook): readonly Seal[] =>
  seals.map(({ digest, last, on, period, ranks, total }) => ({
    period,
    last,
    sealedOn: on,
    entries: ranks.length,
    total,
    digest,
  }))

const SHOWN = ['date', 'document', 'client', 'nature', 'category', 'amount', 'method'] as const

/** Rows of the tab that no longer say what was recorded, are missing, or were added by hand. */
export function bookFindings(
  table: Table<'receiptsBook'>,
  entries: readonly ReceiptEntry[],
): readonly ObligationFinding[] {
  const byRank = new Map(entries.map((entry) => [String(entry.rank), entry]))
  const seen = new Set<string>()
  const findings = table.rows.flatMap((row): ObligationFinding[] => {
    const rank = textOf(row.cells.rank)
    const at = { tab: 'receiptsBook', row: row.row }
    const entry = byRank.get(rank)
    if (entry === undefined || seen.has(rank)) return [{ code: 'book-row-unknown', rank, severity: 'blocking', at }]
    seen.add(rank)
    const cells = receiptCells(entry)
    const altered = SHOWN.find((key) => textOf(row.cells[key]) !== textOf(cells[key]))
    return altered === undefined
      ? []
      : [{ code: 'book-row-altered', rank: entry.rank, severity: 'blocking', at: { ...at, column: altered } }]
  })
  const missing = entries
    .filter(({ rank }) => !seen.has(String(rank)))
    .map(
      ({ document, rank }): ObligationFinding => ({
        code: 'book-row-missing',
        rank,
        document,
        severity: 'blocking',
        at: { tab: 'receiptsBook' },
      }),
    )
  return [...findings, ...missing]
}

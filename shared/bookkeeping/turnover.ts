import { type Day, monthPeriod, type Period, quarterPeriod, yearPeriod } from '@tabellion/shared/calendar'
import type { ActivityNature, Receipt } from '@tabellion/shared/deadlines'
import type { PaymentMethod } from '@tabellion/shared/ledger'
import { type Cents, cents, plus } from '@tabellion/shared/money'
import { netOf, type ReceiptEntry } from './receipts-book.ts'

/** Turnover excluding VAT. */
export type TurnoverByNature = Readonly<Record<ActivityNature, Cents>>

export const noTurnover: TurnoverByNature = { goods: cents(0), servicesBic: cents(0), servicesBnc: cents(0) }

/** The turnover of the entries that `take` keeps. */
export function turnover(
  entries: readonly ReceiptEntry[],
  take: (entry: ReceiptEntry) => boolean = () => true,
): TurnoverByNature {
  const totals = { ...noTurnover }
  for (const entry of entries)
    if (entry.category !== 'disbursement' && take(entry))
      totals[entry.category] = plus(totals[entry.category], netOf(entry))
  return totals
}

export const totalTurnover = ({ goods, servicesBic, servicesBnc }: TurnoverByNature): Cents =>
  cents(goods + servicesBic + servicesBnc)

/** As the turnover returns declare it: each entry in its own return's period, on its own day when it is not late. */
export function declaredReceipts(entries: readonly ReceiptEntry[], dayInPeriod: (period: Period) => Day): Receipt[] {
  return entries.flatMap((entry) =>
    entry.category === 'disbursement' || netOf(entry) === 0
      ? []
      : [{ date: entry.late ? dayInPeriod(entry.period) : entry.date, amount: netOf(entry), nature: entry.category }],
  )
}

/** Sums of the book's foot: by month, by quarter, by year, by method (cash apart: it must be told from the rest). */
export interface BookTotals {
  readonly months: ReadonlyMap<Period, Cents>
  readonly quarters: ReadonlyMap<Period, Cents>
  readonly years: ReadonlyMap<Period, Cents>
  readonly methods: ReadonlyMap<PaymentMethod, Cents>
}
export function bookTotals(entries: readonly ReceiptEntry[]): BookTotals {
  return {
    months: summed(entries, ({ date }) => monthPeriod(date)),
    quarters: summed(entries, ({ date }) => quarterPeriod(date)),
    years: summed(entries, ({ date }) => yearPeriod(date)),
    methods: summed(entries, ({ method }) => method),
  }
}
function summed<Key>(entries: readonly ReceiptEntry[], keyOf: (entry: ReceiptEntry) => Key): Map<Key, Cents> {
  const totals = new Map<Key, Cents>()
  for (const entry of entries) totals.set(keyOf(entry), plus(totals.get(keyOf(entry)) ?? cents(0), entry.amount))
  return totals
}

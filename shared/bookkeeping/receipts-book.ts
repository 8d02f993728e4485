import { addDays, type Day, monthPeriod, type Period, quarterPeriod } from '@tabellion/shared/calendar'
import { type Profile, turnoverReturns } from '@tabellion/shared/deadlines'
import type { ReceiptEntry } from '@tabellion/shared/journal'
import { type Cents, minus, negate } from '@tabellion/shared/money'
import type { Payment, PaymentPart, ReceiptCategory } from './payment.ts'
import type { Seal } from './sealing.ts'

export type { ReceiptEntry } from '@tabellion/shared/journal'

/** Turnover it adds: excluding VAT, and nothing for money advanced for the client. */
export const netOf = (entry: ReceiptEntry): Cents =>
  minus(entry.amount, entry.category === 'disbursement' ? entry.amount : entry.vat)

/**
 * The entries to append so that the book says what the payments say: new payments, and for one that was changed or removed the
 * reversal of what stood, then what stands now. Nothing when the book is up to date.
 */
export function entriesToAppend(
  book: readonly ReceiptEntry[],
  payments: readonly Payment[],
  profile: Profile,
  seals: readonly Seal[],
): ReceiptEntry[] {
  const standing = standingEntries(book)
  const wanted = new Map(payments.map((payment) => [payment.key, payment]))
  const added: ReceiptEntry[] = []
  let rank = book.reduce((highest, entry) => Math.max(highest, entry.rank), 0)
  const append = (entry: Omit<ReceiptEntry, 'rank' | 'period' | 'late'>): void => {
    rank += 1
    added.push({ rank, ...entry, ...placement(entry.date, profile, seals) })
  }
  for (const [key, entries] of standing) {
    const payment = wanted.get(key)
    if (payment && says(entries, payment)) continue
    for (const { late: _late, period: _period, rank: reverses, ...entry } of entries)
      append({ ...entry, amount: negate(entry.amount), vat: negate(entry.vat), ...reversedFee(entry.fee), reverses })
  }
  for (const payment of payments) {
    const entries = standing.get(payment.key)
    if (entries && says(entries, payment)) continue
    for (const entry of partsOf(payment)) append(entry)
  }
  return added
}

/** Entries that nothing has reversed, by payment. */
export function standingEntries(book: readonly ReceiptEntry[]): Map<string, ReceiptEntry[]> {
  const reversed = new Set(book.flatMap(({ reverses }) => reverses ?? []))
  const standing = new Map<string, ReceiptEntry[]>()
  for (const entry of book)
    if (entry.reverses === undefined && !reversed.has(entry.rank))
      standing.set(entry.payment, [...(standing.get(entry.payment) ?? []), entry])
  return standing
}

/** One line by category; the fee is told once. Parts of one category are one line. */
function partsOf({
  client,
  date,
  document,
  fee,
  imputed,
  key,
  method,
  nature,
  parts,
}: Payment): Omit<ReceiptEntry, 'rank' | 'period' | 'late'>[] {
  return mergedParts(parts).map(({ amount, category, vat }, index) => ({
    date,
    document,
    client,
    nature,
    category,
    amount,
    vat,
    method,
    ...(fee === undefined || index > 0 ? {} : { fee }),
    payment: key,
    ...(imputed ? { imputed } : {}),
  }))
}
function mergedParts(parts: readonly PaymentPart[]): PaymentPart[] {
  const merged = new Map<ReceiptCategory, PaymentPart>()
  for (const part of parts) {
    const before = merged.get(part.category)
    merged.set(
      part.category,
      before
        ? { ...part, amount: minus(part.amount, negate(before.amount)), vat: minus(part.vat, negate(before.vat)) }
        : part,
    )
  }
  return [...merged.values()]
}

/** Same money, day, method and document. A client renamed later changes nothing: the book keeps the name of the day. */
function says(entries: readonly ReceiptEntry[], payment: Payment): boolean {
  const facts = (entry: Omit<ReceiptEntry, 'rank' | 'period' | 'late'>): string =>
    [entry.date, entry.method, entry.document, entry.category, entry.amount, entry.vat, entry.fee ?? 0].join('|')
  return entries.map(facts).sort().join() === partsOf(payment).map(facts).sort().join()
}
const reversedFee = (fee: Cents | undefined): { fee?: Cents } => (fee === undefined ? {} : { fee: negate(fee) })

function placement(date: Day, profile: Profile, seals: readonly Seal[]): Pick<ReceiptEntry, 'period' | 'late'> {
  const closedUntil = seals.reduce<Day | undefined>(
    (last, seal) => (last === undefined || seal.last > last ? seal.last : last),
    undefined,
  )
  const late = closedUntil !== undefined && date <= closedUntil
  return { period: returnOf(profile, late ? addDays(closedUntil, 1) : date), late }
}

/** The label of the turnover return that covers the day; outside the activity, that of its month or quarter. */
export function returnOf(profile: Profile, on: Day): Period {
  const covering = turnoverReturns(profile, on).find(({ first, last }) => first <= on && on <= last)
  return covering?.period ?? (profile.urssafRhythm === 'monthly' ? monthPeriod(on) : quarterPeriod(on))
}

import type { Day, Period } from '@tabellion/shared/calendar'
import { type Profile, turnoverReturns } from '@tabellion/shared/deadlines'
import { canonicalJson, fail, ok, type Result, sha256Hex } from '@tabellion/shared/kernel'
import { type Cents, sum } from '@tabellion/shared/money'
import type { ReceiptEntry } from './receipts-book.ts'

/** A closed period: nothing enters it any more, and its digest tells whether something was touched. */
export interface Seal {
  readonly period: Period
  /** Last day of the period. */
  readonly last: Day
  readonly sealedOn: Day
  readonly entries: number
  readonly total: Cents
  /** SHA-256 over the digest of the seal before and the entries of the period. */
  readonly digest: string
}

export type SealProblem =
  | { readonly code: 'period-unknown'; readonly period: Period }
  | { readonly code: 'period-already-sealed'; readonly period: Period; readonly sealedOn: Day }
  | { readonly code: 'period-not-over'; readonly period: Period; readonly last: Day }
  | { readonly code: 'earlier-period-open'; readonly period: Period; readonly earlier: Period }

/** Closes a period of the profile's turnover returns: once, when it is over, after those before it that hold entries. */
export function sealPeriod(
  book: readonly ReceiptEntry[],
  seals: readonly Seal[],
  period: Period,
  profile: Profile,
  today: Day,
): Result<Seal, SealProblem> {
  const returns = turnoverReturns(profile, today)
  const closing = returns.find((candidate) => candidate.period === period)
  // Under another rhythm its days were closed with a longer or shorter period.
  const existing = seals.find((seal) => seal.period === period || (closing && seal.last >= closing.last))
  if (existing) return fail({ code: 'period-already-sealed', period, sealedOn: existing.sealedOn })
  if (!closing) return fail({ code: 'period-unknown', period })
  if (closing.last >= today) return fail({ code: 'period-not-over', period, last: closing.last })
  const earlier = returns.find(
    (candidate) =>
      candidate.last < closing.last &&
      !seals.some((seal) => seal.last >= candidate.last) &&
      book.some((entry) => entry.period === candidate.period),
  )
  if (earlier) return fail({ code: 'earlier-period-open', period, earlier: earlier.period })
  const entries = book.filter((entry) => entry.period === period)
  const before = seals.at(-1)?.digest ?? ''
  return ok({
    period,
    last: closing.last,
    sealedOn: today,
    entries: entries.length,
    total: sum(entries.map(({ amount }) => amount)),
    digest: sealDigest(before, entries),
  })
}

/** The seals whose period no longer says what was sealed. */
export function brokenSeals(book: readonly ReceiptEntry[], seals: readonly Seal[]): Seal[] {
  return seals.filter((seal, index) => {
    const entries = book.filter((entry) => entry.period === seal.period)
    return sealDigest(seals[index - 1]?.digest ?? '', entries) !== seal.digest
  })
}

const sealDigest = (before: string, entries: readonly ReceiptEntry[]): string =>
  sha256Hex(`${before}\n${canonicalJson([...entries].sort((a, b) => a.rank - b.rank))}`)

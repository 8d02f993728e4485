import {
  addDays,
  type Day,
  earliest,
  lastDay,
  latest,
  type Period,
  quarterPeriod,
  yearOf,
} from '@tabellion/shared/calendar'
import { fail, ok, type Result } from '@tabellion/shared/kernel'
import { type Cents, cents, divideRounded, type Rate } from '@tabellion/shared/money'
import type { Confidence, OwnValues } from '@tabellion/shared/regulation'
import { acreApplies, type ContributionKind, type RateInForce, ratesOn } from './contribution-rates.ts'
import type { ActivityNature, Profile, ProfileActivity } from './profile.ts'
import { type TurnoverReturn, turnoverReturns } from './turnover-returns.ts'

/** Money received on its day, excluding VAT; negative for a refund. */
export interface Receipt {
  readonly date: Day
  readonly amount: Cents
  readonly nature: ActivityNature
}

export interface ContributionLine {
  readonly kind: ContributionKind
  readonly nature: ActivityNature
  readonly baseEuros: number
  readonly rate: Rate
  readonly amountEuros: number
  readonly confidence: Confidence
  /** The rate is only the last one known: that of the period is not published. */
  readonly toConfirm: boolean
  /** The rate is the user's own, in place of the law's. */
  readonly changed?: true
}

/** What one turnover return declares and costs. */
export interface PeriodContributions {
  readonly period: Period
  readonly due: Day
  readonly lines: readonly ContributionLine[]
  readonly totalEuros: number
  /** The rate of ACRE was applied to the period. */
  readonly acre: boolean
  /** Refunds beyond what was received, by nature: no text says how to carry them over, so they are not. */
  readonly negative?: Cents
}

export type ContributionProblem =
  | { readonly code: 'receipt-before-start' | 'receipt-after-end'; readonly receipt: Receipt; readonly limit: Day }
  | { readonly code: 'nature-not-in-profile'; readonly receipt: Receipt }
  | {
      readonly code: 'rate-unknown'
      readonly kind: ContributionKind
      readonly nature: ActivityNature
      readonly on: Day
    }

/** Returns from that of the first receipt to that of the last, nil ones between them too. */
export function contributions(
  profile: Profile,
  receipts: readonly Receipt[],
  own?: OwnValues,
): Result<PeriodContributions[], ContributionProblem> {
  const problem = receiptProblem(profile, receipts)
  if (problem) return fail(problem)
  const days = receipts.map(({ date }) => date).sort()
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return ok([])
  const turnover = yearlyTurnover(receipts)
  const periods: PeriodContributions[] = []
  for (const turnoverReturn of turnoverReturns(profile, last)) {
    if (turnoverReturn.last < first) continue
    const read = periodContributions(profile, turnoverReturn, receipts, turnover, own)
    if (!read.ok) return read
    periods.push(read.value)
  }
  return ok(periods)
}

function receiptProblem(profile: Profile, receipts: readonly Receipt[]): ContributionProblem | undefined {
  const { activities, endDate, startDate } = profile
  for (const receipt of receipts) {
    if (receipt.date < startDate) return { code: 'receipt-before-start', receipt, limit: startDate }
    if (endDate !== undefined && receipt.date > endDate) return { code: 'receipt-after-end', receipt, limit: endDate }
    if (!activities.some(({ nature }) => nature === receipt.nature)) return { code: 'nature-not-in-profile', receipt }
  }
  return undefined
}

/** Turnover by civil year: it decides the chamber tax. */
export function yearlyTurnover(receipts: readonly Receipt[]): ReadonlyMap<number, Cents> {
  const totals = new Map<number, Cents>()
  for (const { amount, date } of receipts) totals.set(yearOf(date), cents((totals.get(yearOf(date)) ?? 0) + amount))
  return totals
}

function periodContributions(
  profile: Profile,
  { due, first, last, period }: TurnoverReturn,
  receipts: readonly Receipt[],
  turnover: ReadonlyMap<number, Cents>,
  own: OwnValues | undefined,
): Result<PeriodContributions, ContributionProblem> {
  const inside = receipts.filter(({ date }) => first <= date && date <= last)
  const lines: ContributionLine[] = []
  let negative = 0
  for (const activity of byNature(profile)) {
    const groups = new Map<string, Group>()
    for (const span of civilQuarters(first, last)) {
      const amount = sumOf(inside, activity.nature, span)
      if (amount === 0) continue
      for (const [kind, entry] of ratesOn(profile, activity, span.first, turnover, own)) {
        if (entry === undefined) return fail({ code: 'rate-unknown', kind, nature: activity.nature, on: span.first })
        const key = `${kind} ${entry.rate}`
        groups.set(key, { kind, ...entry, amount: (groups.get(key)?.amount ?? 0) + amount })
      }
    }
    const made = [...groups.values()].map((group) => lineOf(activity.nature, group))
    lines.push(...KINDS.flatMap((kind) => made.filter((line) => line.kind === kind && line.baseEuros > 0)))
    negative += [...groups.values()].reduce(
      (sum, { amount, kind }) => (kind === 'social' && amount < 0 ? sum + amount : sum),
      0,
    )
  }
  const totalEuros = lines.reduce((sum, { amountEuros }) => sum + amountEuros, 0)
  const acre = acreApplies(profile, first)
  return ok({ period, due, lines, totalEuros, acre, ...(negative < 0 ? { negative: cents(negative) } : {}) })
}

const KINDS = ['social', 'training', 'chamber', 'flat-income-tax'] as const satisfies readonly ContributionKind[]
interface Group extends RateInForce {
  readonly kind: ContributionKind
  readonly amount: number
}

/** Bases, then lines, are rounded to the euro, half up. CSS art. L133-10. */
function lineOf(
  nature: ActivityNature,
  { amount, changed, confidence, kind, rate, toConfirm }: Group,
): ContributionLine {
  const baseEuros = Number(divideRounded(BigInt(Math.max(amount, 0)), 100n))
  const amountEuros = Number(divideRounded(BigInt(baseEuros) * BigInt(rate), 100_000n))
  return { kind, nature, baseEuros, rate, amountEuros, confidence, toConfirm, ...(changed ? { changed } : {}) }
}

/** One activity by nature: the first named, when two share one. */
const byNature = ({ activities }: Profile): ProfileActivity[] =>
  activities.filter((activity, index) => activities.findIndex(({ nature }) => nature === activity.nature) === index)

interface Span {
  readonly first: Day
  readonly last: Day
}

/** Rates change on the first day of a civil quarter only: a return that covers two is counted by quarter. */
function civilQuarters(first: Day, last: Day): Span[] {
  const spans: Span[] = []
  for (let from = first; from <= last; from = addDays(lastDay(quarterPeriod(from)), 1))
    spans.push({ first: latest(first, from), last: earliest(last, lastDay(quarterPeriod(from))) })
  return spans
}

const sumOf = (receipts: readonly Receipt[], nature: ActivityNature, { first, last }: Span): number =>
  receipts.reduce(
    (sum, receipt) =>
      receipt.nature === nature && first <= receipt.date && receipt.date <= last ? sum + receipt.amount : sum,
    0,
  )

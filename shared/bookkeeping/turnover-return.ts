import { type Day, firstDay, type Period } from '@tabellion/shared/calendar'
import {
  type ContributionProblem,
  contributions,
  type PeriodContributions,
  type Profile,
  type TurnoverReturn,
  turnoverReturns,
} from '@tabellion/shared/deadlines'
import { fail, ok, type Result } from '@tabellion/shared/kernel'
import { type Cents, cents, divideRounded } from '@tabellion/shared/money'
import { type OwnValues, turnoverBoxes } from '@tabellion/shared/regulation'
import type { ReceiptEntry } from './receipts-book.ts'
import { declaredReceipts, type TurnoverByNature, turnover } from './turnover.ts'

/** A return ready to copy: its boxes in whole euros, what it will cost, and what remains to be looked at. */
export interface PreparedReturn {
  readonly period: Period
  readonly first: Day
  readonly last: Day
  readonly due: Day
  readonly boxes: readonly { readonly label: string; readonly euros: number }[]
  readonly contributions: PeriodContributions | undefined
  /** Entries of a closed period that this return takes over. */
  readonly lateEntries: readonly ReceiptEntry[]
  /** Refunds beyond receipts: a box is never negative, and no text says how to carry them over. */
  readonly negative: Partial<Record<keyof TurnoverByNature, Cents>>
}
export type PreparedReturnProblem = ContributionProblem | { readonly code: 'period-unknown'; readonly period: Period }

/** The turnover return of a period, from the book. */
export function prepareReturn(
  book: readonly ReceiptEntry[],
  profile: Profile,
  period: Period,
  until: Day,
  own?: OwnValues,
): Result<PreparedReturn, PreparedReturnProblem> {
  const turnoverReturn = turnoverReturns(profile, until).find((candidate) => candidate.period === period)
  if (!turnoverReturn) return fail({ code: 'period-unknown', period })
  const estimate = estimateContributions(book, profile, until, own)
  if (!estimate.ok) return estimate
  const declared = turnover(book, (entry) => entry.period === period)
  const natures = new Set(profile.activities.map(({ nature }) => nature))
  const kept = (['goods', 'servicesBic', 'servicesBnc'] as const).filter(
    (nature) => natures.has(nature) || declared[nature] !== 0,
  )
  return ok({
    ...spanOf(turnoverReturn),
    boxes: kept.map((nature) => ({ label: turnoverBoxes[nature], euros: wholeEuros(declared[nature]) })),
    contributions: estimate.value.find((computed) => computed.period === period),
    lateEntries: book.filter((entry) => entry.period === period && entry.late),
    negative: Object.fromEntries(
      kept.filter((nature) => declared[nature] < 0).map((nature) => [nature, declared[nature]]),
    ),
  })
}

/** What each return costs, from the book: late entries are counted in the return that declares them. */
export function estimateContributions(
  book: readonly ReceiptEntry[],
  profile: Profile,
  until: Day,
  own?: OwnValues,
): Result<PeriodContributions[], ContributionProblem> {
  const firsts = new Map(turnoverReturns(profile, until).map(({ first, period }) => [period, first]))
  return contributions(
    profile,
    declaredReceipts(book, (period) => firsts.get(period) ?? firstDay(period)),
    own,
  )
}

const spanOf = ({ due, first, last, period }: TurnoverReturn) => ({ period, first, last, due })
/** Half up, never negative. CSS art. L133-10. */
const wholeEuros = (amount: Cents): number => Number(divideRounded(BigInt(Math.max(amount, cents(0))), 100n))

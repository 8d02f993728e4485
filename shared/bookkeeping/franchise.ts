import { addDays, type Day, day, yearOf } from '@tabellion/shared/calendar'
import { type Cents, cents } from '@tabellion/shared/money'
import { type OwnValues, proratedLimit } from '@tabellion/shared/regulation'
import { vatThresholdOn } from './limits.ts'
import { crossingDay, type DatedTurnover, servicesOf } from './thresholds.ts'

/** What the turnover does to the franchise en base. CGI art. 293 B and 293 D; BOI-TVA-DECLA-40-10-10, §§ 130 to 300. */
export type FranchiseVerdict =
  /** Nothing crossed. */
  | { readonly kind: 'kept' }
  /** The base was exceeded this year: kept until 31 December. */
  | { readonly kind: 'ends'; readonly from: Day; readonly base: Cents }
  /** VAT is due from `from` on, the crossing operation included. */
  | {
      readonly kind: 'lost'
      readonly from: Day
      readonly because: 'upper-crossed' | 'base-exceeded-last-year'
      readonly limit: Cents
    }
  /** The limits of the year are not known. */
  | { readonly kind: 'unknown' }

/**
 * On `today`, for someone in franchise on 1 January. The year of creation is limited by its days (BOFiP §§ 285 to 295; one page of
 * impots.gouv.fr says otherwise), the base too for access to the next one; in that next year the upper limit is whole.
 */
export function franchiseVerdict(
  performed: readonly DatedTurnover[],
  startDate: Day,
  today: Day,
  own?: OwnValues,
): FranchiseVerdict {
  const year = yearOf(today)
  const verdicts = [judge('goods', performed), judge('services', servicesOf(performed))]
  return (
    earliestLoss(verdicts) ??
    verdicts.find(({ kind }) => kind === 'unknown') ??
    verdicts.find(({ kind }) => kind === 'ends') ?? { kind: 'kept' }
  )

  function judge(kind: 'goods' | 'services', counted: readonly DatedTurnover[]): FranchiseVerdict {
    const now = vatThresholdOn(kind, day(`${year}-01-01`), own)
    if (!now) return { kind: 'unknown' }
    // The limit of the year judges the turnover of the year before, by its days when it was that of creation.
    const judged = proratedLimit(now.value.base, startDate, year - 1)
    // Before 2025 a base exceeded once was tolerated under conditions that are not entered here.
    const tolerant = now.value.crossing === 'month'
    if (sumOf(counted, year - 1) > judged)
      return tolerant
        ? { kind: 'unknown' }
        : { kind: 'lost', from: day(`${year}-01-01`), because: 'base-exceeded-last-year', limit: judged }
    const within = counted.filter(({ date }) => yearOf(date) === year && date <= today)
    const upper = proratedLimit(now.value.upper, startDate, year)
    const crossed = crossingDay(within, upper)
    if (crossed !== undefined) {
      const from = tolerant ? day(`${crossed.slice(0, 7)}-01`) : crossed
      return { kind: 'lost', from, because: 'upper-crossed', limit: upper }
    }
    const base = proratedLimit(now.value.base, startDate, year)
    return sumOf(within, year) > base
      ? { kind: 'ends', from: addDays(day(`${year}-12-31`), 1), base }
      : { kind: 'kept' }
  }
}

const earliestLoss = (verdicts: readonly FranchiseVerdict[]): FranchiseVerdict | undefined =>
  verdicts
    .flatMap((verdict) => (verdict.kind === 'lost' ? [verdict] : []))
    .sort((a, b) => (a.from < b.from ? -1 : 1))[0]

const sumOf = (turnover: readonly DatedTurnover[], year: number): Cents =>
  cents(turnover.reduce((total, { amount, date }) => (yearOf(date) === year ? total + amount : total), 0))

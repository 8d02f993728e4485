import { type Day, day, yearOf } from '@tabellion/shared/calendar'
import { type Cents, cents } from '@tabellion/shared/money'
import { type OwnValues, proratedLimit } from '@tabellion/shared/regulation'
import { microCeilingOn } from './limits.ts'
import { type DatedTurnover, servicesOf } from './thresholds.ts'

/** What the receipts do to the micro regime itself, VAT apart. CGI art. 50-0 and 102 ter. */
export type MicroVerdict =
  | { readonly kind: 'kept' }
  /** `once`: the year may end so, the regime stays. `ends`: the second year running, left on `from`. `left`: it was. */
  | ({ readonly kind: 'once' } & Exceeded)
  | ({ readonly kind: 'ends' | 'left'; readonly from: Day } & Exceeded)
  /** The ceilings of the year are not known. */
  | { readonly kind: 'unknown' }

interface Exceeded {
  /** Of everything received, or of services alone. */
  readonly of: 'all' | 'services'
  readonly limit: Cents
  /** The year of creation counts its days only. */
  readonly prorated: boolean
}

/**
 * On `today`. A year is micro when one of the two before it respected its ceilings, prorated for the year of creation: it takes two years
 * running above to leave, so that the year of creation and the next one are micro whatever they bring.
 */
export function microVerdict(
  received: readonly DatedTurnover[],
  startDate: Day,
  today: Day,
  own?: OwnValues,
): MicroVerdict {
  const year = yearOf(today)
  const before = exceeded(year - 1, year)
  if (before === 'unknown') return { kind: 'unknown' }
  const left = before && exceeded(year - 2, year)
  if (before && left && left !== 'unknown') return { kind: 'left', from: day(`${year}-01-01`), ...before }
  const now = exceeded(year, year + 1)
  if (now === 'unknown') return { kind: 'unknown' }
  if (now === undefined) return { kind: 'kept' }
  const last = exceeded(year - 1, year + 1)
  return last && last !== 'unknown'
    ? { kind: 'ends', from: day(`${year + 1}-01-01`), ...now }
    : { kind: 'once', ...now }

  /** What a year exceeded of the ceilings that decide for another. */
  function exceeded(counted: number, decided: number): Exceeded | 'unknown' | undefined {
    // Those of next year may not be published yet.
    const ceiling = (microCeilingOn(day(`${decided}-01-01`), own) ?? microCeilingOn(day(`${counted}-01-01`), own))
      ?.value
    if (ceiling === undefined) return 'unknown'
    const ofYear = received.filter(({ date }) => yearOf(date) === counted && date <= today)
    for (const [of, most, turnover] of [
      ['all', ceiling.goods, ofYear],
      ['services', ceiling.services, servicesOf(ofYear)],
    ] as const) {
      const limit = proratedLimit(most, startDate, counted)
      const reached = cents(turnover.reduce((total, { amount }) => total + amount, 0))
      if (reached > limit) return { of, limit, prorated: yearOf(startDate) === counted }
    }
    return undefined
  }
}

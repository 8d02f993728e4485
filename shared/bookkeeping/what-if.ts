import { type Day, day, yearOf } from '@tabellion/shared/calendar'
import {
  type ActivityNature,
  type ContributionProblem,
  contributions,
  type PeriodContributions,
  type Profile,
  vatRegimeOn,
} from '@tabellion/shared/deadlines'
import { ok, type Result } from '@tabellion/shared/kernel'
import type { OwnValues } from '@tabellion/shared/regulation'
import { type FranchiseVerdict, franchiseVerdict } from './franchise.ts'
import { type DatedTurnover, type Gauge, gauges } from './thresholds.ts'

/** Money received decides contributions and micro ceilings, operations carried out decide the VAT. */
export interface YearTurnover {
  readonly received: readonly DatedTurnover[]
  readonly performed: readonly DatedTurnover[]
}

/** Where the year stands: thresholds, contributions, VAT. */
export interface Situation {
  readonly gauges: readonly Gauge[]
  readonly franchise: FranchiseVerdict | undefined
  /** Returns whose receipts are of the year. */
  readonly contributions: readonly PeriodContributions[]
  readonly contributionEuros: number
}

/** *Et si ?*: the situation of the year at its end, as it is and with the turnover imagined. Writes nothing. */
export function whatIf(
  turnover: YearTurnover,
  imagined: readonly DatedTurnover[],
  profile: Profile,
  year: number,
  own?: OwnValues,
): Result<{ readonly asIs: Situation; readonly imagined: Situation }, ContributionProblem> {
  const asIs = situationOf(turnover, profile, year, own)
  if (!asIs.ok) return asIs
  const changed = situationOf(
    { received: [...turnover.received, ...imagined], performed: [...turnover.performed, ...imagined] },
    profile,
    year,
    own,
  )
  return changed.ok ? ok({ asIs: asIs.value, imagined: changed.value }) : changed
}

function situationOf(
  turnover: YearTurnover,
  profile: Profile,
  year: number,
  own: OwnValues | undefined,
): Result<Situation, ContributionProblem> {
  const end: Day = day(`${year}-12-31`)
  const natures: ActivityNature[] = profile.activities.map(({ nature }) => nature)
  const read = contributions(profile, turnover.received, own)
  if (!read.ok) return read
  const ofYear = read.value.filter(({ period }) => yearOf(day(`${period.slice(0, 4)}-01-01`)) === year)
  const franchise = vatRegimeOn(profile, day(`${year}-01-01`)) === 'franchise'
  return ok({
    gauges: gauges(turnover, { startDate: profile.startDate, natures }, end, own),
    franchise: franchise ? franchiseVerdict(turnover.performed, profile.startDate, end, own) : undefined,
    contributions: ofYear,
    contributionEuros: ofYear.reduce((total, { totalEuros }) => total + totalEuros, 0),
  })
}

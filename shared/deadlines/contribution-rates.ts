import { type Day, monthOf, yearOf } from '@tabellion/shared/calendar'
import type { Cents, Rate } from '@tabellion/shared/money'
import {
  acreCohort,
  acreEnd,
  acreRates,
  type ChamberCategory,
  type Confidence,
  chamberTax,
  chamberTaxExemption,
  type DatedTable,
  flatIncomeTax,
  type OverseasPhase,
  type OwnValues,
  overseasRates,
  ownAmounts,
  type SocialActivity,
  socialRates,
  type TrainingCategory,
  trainingLevy,
  valueOn,
} from '@tabellion/shared/regulation'
import type { Profile, ProfileActivity } from './profile.ts'

export type ContributionKind = 'social' | 'training' | 'chamber' | 'flat-income-tax'

export interface RateInForce {
  readonly rate: Rate
  readonly confidence: Confidence
  readonly toConfirm: boolean
  /** The user's own value, in place of the law's. */
  readonly changed?: true
}

/** What is levied on the turnover of an activity on that day, each with its rate, undefined when it is not known. */
export function ratesOn(
  profile: Profile,
  activity: ProfileActivity,
  on: Day,
  turnover: ReadonlyMap<number, Cents>,
  own?: OwnValues,
): [ContributionKind, RateInForce | undefined][] {
  const rateOf = (key: string, table: DatedTable<Rate>) => rateOn(key, table, on, own)
  const training = trainingCategory(activity)
  const rates: [ContributionKind, RateInForce | undefined][] = [
    ['social', rateOf(...socialTable(profile, activity, on))],
    ['training', rateOf(`training.${training}`, trainingLevy[training])],
  ]
  const chamber = chamberCategory(profile, activity)
  if (chamber !== undefined && owesChamberTax(profile, on, turnover, own))
    rates.push(['chamber', rateOf(`chamber.${chamber}`, chamberTax[chamber])])
  if (profile.flatIncomeTax)
    rates.push(['flat-income-tax', rateOf(`flat-tax.${activity.nature}`, flatIncomeTax[activity.nature])])
  return rates
}

/** ACRE's rate holds on that day. Overseas rates take its place there. */
export const acreApplies = (profile: Profile, on: Day): boolean =>
  profile.acre && !isOverseas(profile) && on <= acreEnd(profile.startDate)

function rateOn(key: string, table: DatedTable<Rate>, on: Day, own: OwnValues | undefined): RateInForce | undefined {
  const found = valueOn(table, on, own?.rates?.get(key))
  if (found === undefined) return undefined
  const { changed, confidence, toConfirm, value } = found
  return { rate: value, confidence, toConfirm, ...(changed ? { changed } : {}) }
}

/** With its key in the register. */
function socialTable(profile: Profile, activity: ProfileActivity, on: Day): [string, DatedTable<Rate>] {
  const social = socialActivity(activity)
  if (isOverseas(profile)) {
    const phase = overseasPhase(profile.startDate, on)
    return [`overseas.${phase}.${social}`, overseasRates[phase][social]]
  }
  if (!acreApplies(profile, on)) return [`social.${social}`, socialRates[social]]
  const cohort = acreCohort(profile.startDate)
  return [`acre.${cohort === 'half' ? 'half' : 'three-quarters'}.${social}`, acreRates[cohort][social]]
}

function socialActivity({ fund, nature }: ProfileActivity): SocialActivity {
  if (nature !== 'servicesBnc') return nature
  return fund === 'cipav' ? 'bncCipav' : 'bncSsi'
}

// Mayotte has rules of its own, which nobody has entered: the general rates are shown there.
const isOverseas = ({ departement }: Profile): boolean => ['971', '972', '973', '974'].includes(departement ?? '')

/** To the end of the seventh civil quarter after that of the start, then to the end of the third civil year, then on. */
export function overseasPhase(start: Day, on: Day): OverseasPhase {
  if (quarterIndex(on) - quarterIndex(start) <= 7) return 'start'
  return yearOf(on) - yearOf(start) <= 2 ? 'middle' : 'cruise'
}
const quarterIndex = (on: Day): number => yearOf(on) * 4 + Math.ceil(monthOf(on) / 3)

function trainingCategory({ craftsman, nature }: ProfileActivity): TrainingCategory {
  if (nature === 'servicesBnc') return 'bnc'
  if (craftsman) return 'craftsman'
  return nature === 'goods' ? 'trader' : 'servicesBic'
}

function chamberCategory(
  { departement }: Profile,
  { craftsman, nature }: ProfileActivity,
): ChamberCategory | undefined {
  if (nature === 'servicesBnc') return undefined
  const kind = nature === 'goods' ? 'goods' : 'services'
  if (!craftsman) return `cci-${kind}`
  if (departement === '67' || departement === '68') return `cma-${kind}-alsace`
  return departement === '57' ? `cma-${kind}-moselle` : `cma-${kind}`
}

/**
 * Never in the first civil year; then when the turnover of the year, or of the year before, exceeds 5 000 €. The sheet says « lorsque
 * son chiffre d'affaires dépasse 5 000 € » without naming the year; the year before decides while the year is not over.
 */
function owesChamberTax(
  { startDate }: Profile,
  on: Day,
  turnover: ReadonlyMap<number, Cents>,
  own: OwnValues | undefined,
): boolean {
  const exemption = valueOn(
    chamberTaxExemption,
    on,
    ownAmounts(own, 'chamber.exemption', ([amount]) => amount),
  )
  const year = yearOf(on)
  if (!exemption || year === yearOf(startDate)) return false
  return Math.max(turnover.get(year) ?? 0, turnover.get(year - 1) ?? 0) > exemption.value
}

import { addDays, type Day, day, endOfMonth, monthPeriod, period, yearOf, yearPeriod } from '@tabellion/shared/calendar'
import { incomeTaxCampaigns, inForce } from '@tabellion/shared/regulation'
import { due, type Obligation } from './obligation.ts'
import type { Profile } from './profile.ts'

const ZONE_UNKNOWN = 'Département inconnu : date de la zone 1, la plus proche.'

/** The return that `year`'s campaign asks for, about the income of the year before; and the one of a closing in `year`. */
export function incomeTaxReturns(profile: Profile, year: number): Obligation[] {
  const returns: Obligation[] = []
  const { endDate, startDate } = profile
  const income = year - 1
  if (yearOf(startDate) <= income && (endDate === undefined || yearOf(endDate) >= income))
    returns.push(campaignReturn(profile, year))
  if (endDate !== undefined && yearOf(addDays(endDate, 60)) === year)
    returns.push(due('income-tax-closing', addDays(endDate, 60), yearPeriod(endDate)))
  return returns
}

function campaignReturn(profile: Profile, year: number): Obligation {
  const income = period(String(year - 1))
  const zone = profile.incomeTaxZone ?? 1
  const doubt =
    profile.incomeTaxZone === undefined && !profile.filesOnPaper
      ? { basis: 'uncertain' as const, note: ZONE_UNKNOWN }
      : {}
  const published = inForce(incomeTaxCampaigns, day(`${year}-04-01`))
  const pick = (campaign: { readonly paper: Day; readonly online: Readonly<Record<1 | 2 | 3, Day>> }): Day =>
    profile.filesOnPaper ? campaign.paper : campaign.online[zone]
  if (published) return due('income-tax', pick(published.value), income, doubt)
  // Not published: the last known campaign's date, said to be that.
  return due('income-tax-unpublished', day(`${year}${pick(incomeTaxCampaigns[0].value).slice(4)}`), income)
}

/**
 * Instalments of the income tax debited in `year`, for who asks to see them: none in the year of the start, none with the
 * flat income tax, which is paid with the contributions.
 */
export function incomeTaxInstalments(profile: Profile, year: number): Obligation[] {
  const { endDate, flatIncomeTax, incomeTaxInstalments: rhythm, startDate } = profile
  if (rhythm === undefined || flatIncomeTax || year <= yearOf(startDate)) return []
  const months = rhythm === 'monthly' ? [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] : [2, 5, 8, 11]
  return months
    .map((month) => day(`${year}-${String(month).padStart(2, '0')}-15`))
    .filter((on) => endDate === undefined || on <= endOfMonth(endDate))
    .map((on) => due('income-tax-instalment', on, monthPeriod(on)))
}

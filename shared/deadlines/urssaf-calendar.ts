import {
  addDays,
  addMonths,
  type Day,
  day,
  endOfMonth,
  nextWorkingDay,
  period,
  yearPeriod,
} from '@tabellion/shared/calendar'
import { acreRequestDays, inForce } from '@tabellion/shared/regulation'
import { due, type Obligation } from './obligation.ts'
import { isActive, type Profile } from './profile.ts'
import { turnoverReturns } from './turnover-returns.ts'

/** Turnover returns that cover any day up to `until`, nil ones too (CSS art. L613-8). */
export function turnoverReturnObligations(profile: Profile, until: Day): Obligation[] {
  return turnoverReturns(profile, until).map((turnover) => {
    // Help text and ACOSS circular 2000-110 only: the Code has no shift for micro-entrepreneurs.
    const tolerated = nextWorkingDay(turnover.due)
    return due(
      turnover.rule,
      turnover.due,
      turnover.period,
      tolerated > turnover.due ? { toleratedUntil: tolerated } : {},
    )
  })
}

/** Options whose last day falls in `year`: rhythm of the returns and flat income tax of the year after, ACRE. */
export function urssafOptions(profile: Profile, year: number): Obligation[] {
  const next = period(String(year + 1))
  const options = [
    due('flat-tax-option', day(`${year}-09-30`), next),
    due('urssaf-rhythm-advised', day(`${year}-10-31`), next),
    ...(profile.startDate < `${year}-01-01`
      ? [due('urssaf-rhythm-law', day(`${year}-01-31`), period(String(year)))]
      : []),
  ].filter((option) => isActive(profile, option.day))
  return [...options, ...startingOptions(profile).filter((option) => option.day.startsWith(String(year)))]
}

function startingOptions({ acre, startDate }: Profile): Obligation[] {
  const year = yearPeriod(startDate)
  const options = [
    due('urssaf-rhythm-new', addMonths(startDate, 1), year),
    due('flat-tax-option-new', endOfMonth(addMonths(day(`${startDate.slice(0, 7)}-01`), 3)), year),
  ]
  const days = inForce(acreRequestDays, startDate)
  if (acre && days) options.push(due('acre-request', addDays(startDate, days.value), year))
  return options
}

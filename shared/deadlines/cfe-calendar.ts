import { type Day, day, nextWorkingDay, period, yearOf } from '@tabellion/shared/calendar'
import { applyRate, cents, percent } from '@tabellion/shared/money'
import type { ObligationRuleId } from '@tabellion/shared/regulation'
import { due, type Obligation } from './obligation.ts'
import type { Profile } from './profile.ts'

/** The amount of the year before from which half is paid in June. CGI art. 1679 quinquies. */
const DEPOSIT_FROM = cents(300_000)

/**
 * *Cotisation foncière des entreprises* of `year`: its initial return in the year of creation (even on 1 January), nothing to pay
 * that year; then a deposit and a balance.
 */
export function cfeObligations({ cfe, endDate, startDate }: Profile, year: number): Obligation[] {
  const civil = period(String(year))
  if (year === yearOf(startDate)) return [due('cfe-initial', day(`${year}-12-31`), civil)]
  // Who is in business on 1 January owes the year; monthly payers are debited, without deposit or balance to think of.
  if (year < yearOf(startDate) || (endDate !== undefined && endDate < `${year}-01-01`) || cfe.exempt || cfe.monthly)
    return []
  const deposit = cfe.previousAmount >= DEPOSIT_FROM && year >= yearOf(startDate) + 2
  return [
    ...(deposit
      ? [shifted('cfe-deposit', day(`${year}-06-15`), { amount: applyRate(cfe.previousAmount, percent('50')) })]
      : []),
    shifted('cfe-payment', day(`${year}-12-15`), {}),
  ]

  // A Saturday is shifted too: 17 June 2024, 16 December 2024 and 16 June 2025 were published (impots.gouv.fr).
  function shifted(rule: ObligationRuleId, legal: Day, details: object): Obligation {
    const on = nextWorkingDay(legal)
    return due(rule, on, civil, { ...details, ...(on === legal ? {} : { basis: 'computed' as const }) })
  }
}

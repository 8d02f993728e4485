import { type Day, yearOf } from '@tabellion/shared/calendar'
import { cfeObligations } from './cfe-calendar.ts'
import { incomeTaxInstalments, incomeTaxReturns } from './income-tax-calendar.ts'
import { byDay, type Obligation } from './obligation.ts'
import type { Profile } from './profile.ts'
import { eInvoicingSteps, eReportingReturns, euServiceReturns, serviceReturns } from './reporting-calendar.ts'
import { turnoverReturnObligations, urssafOptions } from './urssaf-calendar.ts'
import { vatObligations } from './vat-calendar.ts'

/** Each gives what it knows of a civil year: of its periods, or of its last days. */
const YEARLY: readonly ((profile: Profile, year: number) => Obligation[])[] = [
  urssafOptions,
  cfeObligations,
  incomeTaxReturns,
  incomeTaxInstalments,
  vatObligations,
  euServiceReturns,
  eInvoicingSteps,
  eReportingReturns,
  serviceReturns,
]

/** Everything that falls due from `from` to `to`, both included, sorted by day. */
export function obligations(profile: Profile, from: Day, to: Day): Obligation[] {
  const found = turnoverReturnObligations(profile, to)
  // What concerns a year may fall due in the next one.
  for (let year = yearOf(from) - 1; year <= yearOf(to); year += 1)
    for (const of of YEARLY) found.push(...of(profile, year))
  return found.filter(({ day }) => from <= day && day <= to).sort(byDay)
}

import {
  addDays,
  type Day,
  day,
  endOfMonth,
  firstDay,
  lastDay,
  latest,
  monthPeriod,
  nextPeriod,
  nthBusinessDay,
  type Period,
  period,
  yearOf,
} from '@tabellion/shared/calendar'
import { eInvoicingStep } from '@tabellion/shared/regulation'
import { due, type Obligation } from './obligation.ts'
import { isActive, type Profile } from './profile.ts'
import { effectiveVatRegime } from './vat-calendar.ts'

const monthsOf = (year: number): Period[] => {
  const months: Period[] = []
  for (let month = period(`${year}-01`); month.startsWith(String(year)); month = nextPeriod(month)) months.push(month)
  return months
}
const overlaps = (profile: Profile, first: Day, last: Day): boolean =>
  profile.startDate <= last && (profile.endDate === undefined || profile.endDate >= first)

/** *Déclaration européenne de services*, month by month, for who says to sell services to EU businesses. */
export function euServiceReturns(profile: Profile, year: number): Obligation[] {
  if (!profile.euServices) return []
  return monthsOf(year)
    .filter((month) => overlaps(profile, firstDay(month), lastDay(month)))
    .map((month) => due('des', nthBusinessDay(addDays(lastDay(month), 1), 10), month))
}

/** The two days on which e-invoicing binds, or the start of a business that begins later. */
export function eInvoicingSteps(profile: Profile, year: number): Obligation[] {
  return (['reception', 'issue'] as const).flatMap((step) => {
    const on = latest(eInvoicingStep(step).from, profile.startDate)
    return yearOf(on) === year && isActive(profile, on) ? [due(`einvoicing-${step}`, on, monthPeriod(on))] : []
  })
}

/** E-reporting of the months of `year`: two by two in franchise, each month with a quarterly CA3, by decades with a monthly one. */
export function eReportingReturns(profile: Profile, year: number): Obligation[] {
  const since = eInvoicingStep('reporting').from
  return monthsOf(year)
    .filter((month) => firstDay(month) >= since)
    .flatMap((month) => monthReports(profile, month))
}

function monthReports(profile: Profile, month: Period): Obligation[] {
  const last = lastDay(month)
  const regime = effectiveVatRegime(profile, last)
  if (regime === 'franchise') {
    const first = firstDay(period(addDays(firstDay(month), -1).slice(0, 7)))
    // Pairs end in February, April… December.
    if (Number(month.slice(5)) % 2 === 1 || !overlaps(profile, first, last)) return []
    return [due('ereporting-franchise', addDays(last, 25), month)]
  }
  if (!overlaps(profile, firstDay(month), last)) return []
  const tenth = addDays(last, 10)
  if (regime === 'ca3-quarterly') return [due('ereporting-quarterly', tenth, month)]
  const thirtieth = day(`${month}-${month.endsWith('-02') ? last.slice(8) : '30'}`)
  return [
    due('ereporting-first-decade', day(`${month}-20`), month),
    due('ereporting-second-decade', thirtieth, month),
    due('ereporting-third-decade', tenth, month),
  ]
}

/** Yearly returns of some trades, about the year before. */
export function serviceReturns(profile: Profile, year: number): Obligation[] {
  const before = period(String(year - 1))
  if (!overlaps(profile, firstDay(before), lastDay(before))) return []
  return [
    ...(profile.services.includes('sap') ? [due('sap-statement', endOfMonth(day(`${year}-03-01`)), before)] : []),
    ...(profile.services.includes('training') ? [due('training-report', day(`${year}-04-30`), before)] : []),
  ]
}

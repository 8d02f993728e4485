import {
  addDays,
  addMonths,
  type Day,
  day,
  earliest,
  endOfMonth,
  lastDay,
  monthPeriod,
  type Period,
  quarterPeriod,
} from '@tabellion/shared/calendar'
import type { ObligationRuleId } from '@tabellion/shared/regulation'
import type { Profile } from './profile.ts'

/** One turnover return: the days it covers, its label (its last month or quarter), and the legal last day to file and pay. */
export interface TurnoverReturn {
  readonly period: Period
  readonly first: Day
  readonly last: Day
  readonly due: Day
  readonly rule: ObligationRuleId
}

/**
 * The returns that cover any day up to `until`, oldest first. The first one covers the start and the three full months
 * (monthly) or the civil quarter (quarterly) that follow (CSS art. R613-12); a closing ends the last one early.
 */
export function turnoverReturns(profile: Profile, until: Day): TurnoverReturn[] {
  const returns: TurnoverReturn[] = []
  const monthly = profile.urssafRhythm === 'monthly'
  for (let first = profile.startDate; first <= until; ) {
    const opening = first === profile.startDate
    const last = opening ? endOfFirst(first, monthly) : monthly ? endOfMonth(first) : lastDay(quarterPeriod(first))
    if (profile.endDate !== undefined && profile.endDate <= last) {
      if (profile.endDate >= first) returns.push(closingReturn(first, profile.endDate, monthly))
      return returns
    }
    const regular = monthly ? 'urssaf-monthly' : 'urssaf-quarterly'
    returns.push({
      ...covering(first, last, monthly),
      due: endOfMonth(addDays(last, 1)),
      rule: opening ? 'urssaf-first' : regular,
    })
    first = addDays(last, 1)
  }
  return returns
}

const label = (last: Day, monthly: boolean): Period => (monthly ? monthPeriod(last) : quarterPeriod(last))
const covering = (first: Day, last: Day, monthly: boolean) => ({ period: label(last, monthly), first, last })

const endOfFirst = (start: Day, monthly: boolean): Day =>
  monthly
    ? endOfMonth(addMonths(firstOfMonth(start), 3))
    : lastDay(quarterPeriod(addDays(lastDay(quarterPeriod(start)), 1)))

/** Monthly: within 30 days of the closing; quarterly: the month after its civil quarter. */
function closingReturn(first: Day, closing: Day, monthly: boolean): TurnoverReturn {
  const due = monthly ? addDays(closing, 30) : endOfMonth(addDays(lastDay(quarterPeriod(closing)), 1))
  return { ...covering(first, closing, monthly), due, rule: 'urssaf-last' }
}

const firstOfMonth = (on: Day): Day => earliest(on, day(`${on.slice(0, 7)}-01`))

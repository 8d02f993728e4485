/** What a micro-entrepreneur owes and when: profile, calendar of obligations, contributions, alerts, iCalendar. */

export {
  type AlertStep,
  type AlertTiming,
  DEFAULT_ALERT_STEPS,
  reachedSteps,
  stepToday,
} from './alerts.ts'
export { obligations } from './calendar.ts'
export type { ContributionKind } from './contribution-rates.ts'
export {
  type ContributionLine,
  type ContributionProblem,
  contributions,
  type PeriodContributions,
  type Receipt,
  yearlyTurnover,
} from './contributions.ts'
export { nextFeed, obligationEvent, type PublishedEvent, type Settled } from './feed.ts'
export { type CalendarEvent, iCalendar } from './ical.ts'
export { type Obligation, obligationKey } from './obligation.ts'
export { type Expected, type ProfileProblem, parseProfile } from './parse-profile.ts'
export {
  type ActivityNature,
  isActive,
  type Profile,
  type ProfileActivity,
  type VatRegime,
  type VatSpan,
  vatRegimeOn,
} from './profile.ts'
export { type TurnoverReturn, turnoverReturns } from './turnover-returns.ts'
export { effectiveVatRegime } from './vat-calendar.ts'

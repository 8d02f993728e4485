import { addDays, type Day } from '@tabellion/shared/calendar'
import { canBeLate } from '@tabellion/shared/regulation'
import { type Obligation, obligationKey } from './obligation.ts'

/** When to speak of an obligation: so many days before it, or once it is late. */
export type AlertStep = number | 'overdue'

export interface Alert {
  /** `cfe-payment/2026#7#mail`: recorded when sent, so that it never is again. */
  readonly key: string
  readonly obligation: Obligation
  readonly step: AlertStep
}

export interface AlertSettings {
  readonly channel: string
  /** Days before, in any order; *J-30, J-7, J-1, le jour même* by default. */
  readonly steps: readonly number[]
  /** Alerts began then: what was due before is nobody's news. */
  readonly since: Day
}
export const DEFAULT_ALERT_STEPS: readonly number[] = [30, 7, 1, 0]

/** Keys of obligations that the user marked done or not applicable. */
export type SettledKeys = ReadonlySet<string>

/** When reminders of one thing begin to hold, and until when it can be late. */
export interface AlertTiming {
  readonly day: Day
  readonly canBeLate: boolean
  /** Days before, in any order. */
  readonly steps: readonly number[]
}

/** The steps that have come, earliest first; `overdue` last, for what can be late. */
export function reachedSteps({ canBeLate, day, steps }: AlertTiming, today: Day): AlertStep[] {
  const before: AlertStep[] = [...new Set(steps)].sort((a, b) => b - a)
  const all: AlertStep[] = canBeLate ? [...before, 'overdue'] : before
  return all.filter((step) => addDays(day, step === 'overdue' ? 1 : -step) <= today)
}

/** The step to speak of today. Last days of a choice are no news once they are past. */
export function stepToday(timing: AlertTiming, today: Day): AlertStep | undefined {
  const latest = reachedSteps(timing, today).at(-1)
  return latest !== 'overdue' && today > timing.day ? undefined : latest
}

/**
 * What to send today on one channel, and every key to record with it. After missed days only the latest step of an obligation is
 * sent; the earlier ones are recorded too, so that one thing is never said twice.
 */
export function alertsFor(
  obligations: readonly Obligation[],
  settings: AlertSettings,
  recorded: { readonly sent: ReadonlySet<string>; readonly settled: SettledKeys },
  today: Day,
): { readonly send: Alert[]; readonly record: string[] } {
  const send: Alert[] = []
  const record: string[] = []
  for (const obligation of obligations) {
    if (obligation.day < settings.since || recorded.settled.has(obligationKey(obligation))) continue
    const timing = { day: obligation.day, canBeLate: canBeLate(obligation.obligation), steps: settings.steps }
    const keys = reachedSteps(timing, today).map((step) => alertKey(obligation, step, settings.channel))
    record.push(...keys.filter((key) => !recorded.sent.has(key)))
    const step = stepToday(timing, today)
    if (step === undefined) continue
    const key = alertKey(obligation, step, settings.channel)
    if (!recorded.sent.has(key)) send.push({ key, obligation, step })
  }
  return { send, record }
}

const alertKey = (obligation: Obligation, step: AlertStep, channel: string): string =>
  `${obligationKey(obligation)}#${step}#${channel}`

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
    const reached = stepsOf(obligation, settings.steps).filter((step) => startOf(obligation, step) <= today)
    const latest = reached.at(-1)
    const keys = reached.map((step) => alertKey(obligation, step, settings.channel))
    record.push(...keys.filter((key) => !recorded.sent.has(key)))
    // Last days of a choice are no news once they are past.
    if (latest === undefined || (latest !== 'overdue' && today > obligation.day)) continue
    const key = alertKey(obligation, latest, settings.channel)
    if (!recorded.sent.has(key)) send.push({ key, obligation, step: latest })
  }
  return { send, record }
}

/** Earliest first; `overdue` last, for what can be late. */
function stepsOf({ obligation }: Obligation, steps: readonly number[]): AlertStep[] {
  const before = [...new Set(steps)].sort((a, b) => b - a)
  return canBeLate(obligation) ? [...before, 'overdue'] : before
}
const startOf = ({ day }: Obligation, step: AlertStep): Day => addDays(day, step === 'overdue' ? 1 : -step)
const alertKey = (obligation: Obligation, step: AlertStep, channel: string): string =>
  `${obligationKey(obligation)}#${step}#${channel}`

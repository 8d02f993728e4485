import { addDays, type Day } from '@tabellion/shared/calendar'

/** When to speak of an obligation: so many days before it, or once it is late. */
export type AlertStep = number | 'overdue'

/** *J-30, J-7, J-1, le jour même.* */
export const DEFAULT_ALERT_STEPS: readonly number[] = [30, 7, 1, 0]

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

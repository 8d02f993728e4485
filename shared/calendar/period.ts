import type { Branded } from '@tabellion/shared/kernel'
import { addDays, addMonths, type Day, day, endOfMonth, monthOf, yearOf } from './day.ts'

/** `2026-03`, `2026-Q1` or `2026`: a month, a quarter or a year. */
export type Period = Branded<string, 'Period'>

/** The period, or undefined when the text is none. */
export function parsePeriod(text: string): Period | undefined {
  return /^\d{4}(-(0[1-9]|1[0-2]|Q[1-4]))?$/.test(text) ? (text as Period) : undefined
}
/** @throws RangeError */
export function period(text: string): Period {
  const parsed = parsePeriod(text)
  if (parsed === undefined) throw new RangeError(`Not a period: ${text}`)
  return parsed
}

export const monthPeriod = (on: Day): Period => on.slice(0, 7) as Period
export const quarterPeriod = (on: Day): Period => `${yearOf(on)}-Q${Math.ceil(monthOf(on) / 3)}` as Period
export const yearPeriod = (on: Day): Period => on.slice(0, 4) as Period

export function firstDay(of: Period): Day {
  if (of.length === 4) return day(`${of}-01-01`)
  if (of[5] === 'Q') return day(`${of.slice(0, 4)}-${String(Number(of[6]) * 3 - 2).padStart(2, '0')}-01`)
  return day(`${of}-01`)
}
export function lastDay(of: Period): Day {
  const months = of.length === 4 ? 12 : of[5] === 'Q' ? 3 : 1
  return endOfMonth(addMonths(firstDay(of), months - 1))
}
export const contains = (of: Period, on: Day): boolean => firstDay(of) <= on && on <= lastDay(of)
/** The period of the same length that follows. */
export function nextPeriod(of: Period): Period {
  const on = addDays(lastDay(of), 1)
  return of.length === 4 ? yearPeriod(on) : of[5] === 'Q' ? quarterPeriod(on) : monthPeriod(on)
}

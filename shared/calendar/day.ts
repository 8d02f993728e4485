import type { Branded } from '@tabellion/shared/kernel'

/** A civil day written `2026-01-31`: no time, no zone, sorted as text. */
export type Day = Branded<string, 'Day'>

const MS_PER_DAY = 86_400_000

/** The day, or undefined when the text is not one (`2026-02-30`, `26-1-1`). */
export function parseDay(text: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : undefined
}

/** @throws RangeError when `text` is not a civil day. */
export function day(text: string): Day {
  const parsed = parseDay(text)
  if (parsed === undefined) throw new RangeError(`Not a day: ${text}`)
  return parsed
}

/** The day of these numbers (month 1..12), or undefined when there is none (30 February). */
export function dayOf(year: number, month: number, date: number): Day | undefined {
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || date < 1 || date > lastDate(year, month))
    return undefined
  return `${year}-${pad(month)}-${pad(date)}` as Day
}

/** Days in the month (1..12). */
export function lastDate(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** Days since 1970-01-01. A date alone is read as midnight, universal time. */
export const ordinal = (on: Day): number => Date.parse(on) / MS_PER_DAY
const fromOrdinal = (count: number): Day => new Date(count * MS_PER_DAY).toISOString().slice(0, 10) as Day

export const addDays = (from: Day, count: number): Day => fromOrdinal(ordinal(from) + count)
/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => ordinal(to) - ordinal(from)

/** The same date `count` months later, or the month's last day when there is no such date (31 January + 1 → 28 February). */
export function addMonths(from: Day, count: number): Day {
  const index = yearOf(from) * 12 + monthOf(from) - 1 + count
  const year = Math.floor(index / 12)
  const month = (index % 12) + 1
  return dayOf(year, month, Math.min(dateOf(from), lastDate(year, month))) as Day
}

export const yearOf = (on: Day): number => Number(on.slice(0, 4))
export const monthOf = (on: Day): number => Number(on.slice(5, 7))
/** Day of the month, 1..31. */
export const dateOf = (on: Day): number => Number(on.slice(8, 10))
/** 1 = Monday … 7 = Sunday. */
export const weekday = (on: Day): number => ((((ordinal(on) + 3) % 7) + 7) % 7) + 1
export const endOfMonth = (on: Day): Day => dayOf(yearOf(on), monthOf(on), lastDate(yearOf(on), monthOf(on))) as Day
export const earliest = (a: Day, b: Day): Day => (a < b ? a : b)
export const latest = (a: Day, b: Day): Day => (a > b ? a : b)

const pad = (value: number): string => String(value).padStart(2, '0')

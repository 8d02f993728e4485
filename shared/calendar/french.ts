import { type Day, dateOf, dayOf, monthOf, yearOf } from './day.ts'
import type { Period } from './period.ts'

const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
] as const

/** Reads `31/01/2026`, `31-1-26`, `31.01.2026` (day first) and `2026-01-31`; two-digit years are 20xx. */
export function parseFrenchDay(text: string): Day | undefined {
  const trimmed = text.trim()
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(trimmed)
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const french = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/.exec(trimmed)
  if (!french) return undefined
  const year = Number(french[3])
  return dayOf(year < 100 ? 2000 + year : year, Number(french[2]), Number(french[1]))
}

/** `31/01/2026`. */
export const formatDay = (on: Day): string => `${on.slice(8, 10)}/${on.slice(5, 7)}/${on.slice(0, 4)}`

/** `31 janvier 2026`, `1er mars 2026`. */
export function formatLongDay(on: Day): string {
  const date = dateOf(on)
  return `${date === 1 ? '1er' : date} ${monthName(monthOf(on))} ${yearOf(on)}`
}

/** The French name of month 1..12. */
export const monthName = (month: number): string => MONTHS[month - 1] ?? ''

/** `mars 2026`, `1er trimestre 2026`, `2026`. */
export function formatPeriod(of: Period): string {
  const year = of.slice(0, 4)
  if (of.length === 4) return year
  if (of[5] === 'Q') return `${of[6] === '1' ? '1er' : `${of[6]}e`} trimestre ${year}`
  return `${monthName(Number(of.slice(5)))} ${year}`
}

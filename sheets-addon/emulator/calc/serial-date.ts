/** Google's day 0 is 30 December 1899: no 29 February 1900, unlike Excel. */
const epoch = Date.UTC(1899, 11, 30)
const dayLength = 86_400_000

export interface CivilDate {
  readonly year: number
  /** 1..12 */
  readonly month: number
  readonly date: number
}

/** The serial number of a date; months and dates beyond their bounds carry over, as DATE does. */
export const serialOf = (year: number, month: number, date: number): number =>
  // Not Date.UTC, which reads the years 0..99 as 19xx.
  Math.round((new Date(0).setUTCFullYear(year, month - 1, date) - epoch) / dayLength)

export function civilOf(serial: number): CivilDate {
  const at = new Date(epoch + Math.floor(serial) * dayLength)
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, date: at.getUTCDate() }
}

/** The serial number of a real date, or undefined: 30 February is none. */
export function serialOfCivil(year: number, month: number, date: number): number | undefined {
  if (!(month >= 1 && month <= 12 && date >= 1 && date <= lastDate(year, month))) return undefined
  return serialOf(year, month, date)
}

const lastDate = (year: number, month: number): number => civilOf(serialOf(year, month + 1, 0)).date

/** 0 = Sunday … 6 = Saturday. Serial 1 (31 December 1899) was a Sunday. */
export const weekdayOf = (serial: number): number => (((Math.floor(serial) - 1) % 7) + 7) % 7

export function addMonths(serial: number, count: number): number {
  const { year, month, date } = civilOf(serial)
  return Math.min(serialOf(year, month + count, date), endOfMonth(serial, count))
}

export function endOfMonth(serial: number, count: number): number {
  const { year, month } = civilOf(serial)
  return serialOf(year, month + count + 1, 0)
}

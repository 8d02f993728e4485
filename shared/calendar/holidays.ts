import { addDays, type Day, day, monthOf, weekday, yearOf } from './day.ts'

/** Where two more public holidays hold: Moselle, Bas-Rhin, Haut-Rhin (C. trav. art. L3134-13). */
export type HolidayZone = 'general' | 'alsaceMoselle'

/** Easter Sunday, Gregorian computus (Butcher). */
export function easterSunday(year: number): Day {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const e = b % 4
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const k = c % 4
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const month = Math.floor((h + l - 7 * m + 114) / 31)
  const date = ((h + l - 7 * m + 114) % 31) + 1
  return day(`${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`)
}

/** French public holidays of the year, sorted. C. trav. art. L3133-1, and L3134-13 in Alsace-Moselle. */
export function publicHolidays(year: number, zone: HolidayZone = 'general'): Day[] {
  const easter = easterSunday(year)
  const days = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'].map((date) =>
    day(`${year}-${date}`),
  )
  days.push(addDays(easter, 1), addDays(easter, 39), addDays(easter, 50))
  if (zone === 'alsaceMoselle') days.push(addDays(easter, -2), day(`${year}-12-26`))
  return [...new Set(days)].sort()
}

/** The zone of a département code (`57`, `67`, `68` → Alsace-Moselle). */
export const holidayZone = (departement: string): HolidayZone =>
  ['57', '67', '68'].includes(departement) ? 'alsaceMoselle' : 'general'

export const isHoliday = (on: Day, zone: HolidayZone = 'general'): boolean =>
  publicHolidays(yearOf(on), zone).includes(on)

/** *Jour ouvré*: Monday to Friday, not a public holiday. */
export const isWorkingDay = (on: Day, zone: HolidayZone = 'general'): boolean =>
  weekday(on) <= 5 && !isHoliday(on, zone)
/** *Jour ouvrable*: Monday to Saturday, not a public holiday. */
export const isBusinessDay = (on: Day, zone: HolidayZone = 'general'): boolean =>
  weekday(on) <= 6 && !isHoliday(on, zone)

/** `on`, or the first *jour ouvré* after it. */
export function nextWorkingDay(on: Day, zone: HolidayZone = 'general'): Day {
  return isWorkingDay(on, zone) ? on : nextWorkingDay(addDays(on, 1), zone)
}
/** `on`, or the first *jour ouvrable* after it. */
export function nextBusinessDay(on: Day, zone: HolidayZone = 'general'): Day {
  return isBusinessDay(on, zone) ? on : nextBusinessDay(addDays(on, 1), zone)
}
/** The `count`-th *jour ouvrable* (Monday to Saturday) of the month of `on`. */
export function nthBusinessDay(on: Day, count: number, zone: HolidayZone = 'general'): Day {
  let current = day(`${on.slice(0, 7)}-01`)
  for (let seen = 0; ; current = addDays(current, 1)) {
    if (isBusinessDay(current, zone)) seen += 1
    if (seen === count || monthOf(current) !== monthOf(on)) return current
  }
}

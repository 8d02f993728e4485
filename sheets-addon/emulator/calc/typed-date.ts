import type { SheetLocale } from './cell-value.ts'
import { civilOf, serialOfCivil } from './serial-date.ts'
import type { TypedNumber } from './typed-number.ts'

/** Text that Google takes for a date, a time, or both. `today` (a serial number) gives the year of `5/11`. */
export function readTypedDate(text: string, locale: SheetLocale, today: number): TypedNumber | undefined {
  const trimmed = text.trim()
  const whole = readDate(trimmed, locale, today) ?? readTime(trimmed)
  if (whole) return whole
  const [, first = '', last = ''] = /^(\S.*?)(?:T| +)(\d{1,2}:\d{2}\S*(?: ?[AP]M)?)$/i.exec(trimmed) ?? []
  const date = first && readDate(first, locale, today)
  const time = last && readTime(last)
  if (!date || !time || time.value >= 1) return undefined
  return { value: date.value + time.value, format: `${date.format} ${time.format}` }
}

const shapes = {
  dayMonthYear: /^(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})$/,
  yearMonthDay: /^(\d{4})([/-])(\d{1,2})\2(\d{1,2})$/,
  dayMonth: /^(\d{1,2})([/-])(\d{1,2})$/,
  monthYear: /^(\d{1,2})[/-](\d{4})$/,
  yearMonth: /^(\d{4})[/-](\d{1,2})$/,
  dayName: /^(\d{1,2}) (\p{L}+\.?)(?:,? (\d{4}))?$/u,
  nameDay: /^(\p{L}+\.?) (\d{1,2})(?:,? (\d{4}))?$/u,
  nameYear: /^(\p{L}+\.?) (\d{4})$/u,
}

/** Day first in France, month first in the United States; what is no real date stays text (ground truth §1, believed). */
function readDate(text: string, locale: SheetLocale, today: number): TypedNumber | undefined {
  const dayFirst = locale === 'fr_FR'
  const thisYear = civilOf(today).year
  const full = shapes.dayMonthYear.exec(text)
  if (full) {
    const [, a, , b, year = ''] = full
    const format = dayFirst ? 'dd/mm/yyyy' : 'm/d/yyyy'
    return dayFirst ? dated(longYear(year), b, a, format) : dated(longYear(year), a, b, format)
  }
  const iso = shapes.yearMonthDay.exec(text)
  if (iso) return dated(iso[1], iso[3], iso[4], 'yyyy-mm-dd')
  const short = shapes.dayMonth.exec(text)
  if (short) {
    const [, a, mark, b] = short
    return dayFirst ? dated(thisYear, b, a, `d${mark}m`) : dated(thisYear, a, b, `m${mark}d`)
  }
  const monthYear = shapes.monthYear.exec(text)
  if (monthYear) return dated(monthYear[2], monthYear[1], 1, 'mm/yyyy')
  const yearMonth = shapes.yearMonth.exec(text)
  if (yearMonth) return dated(yearMonth[1], yearMonth[2], 1, 'yyyy-mm')
  return readNamedDate(text, locale, thisYear)
}

/** `5 novembre 2026`, `nov. 2026`: a designation such as « mars 2026 » in an automatic cell becomes a date. */
function readNamedDate(text: string, locale: SheetLocale, thisYear: number): TypedNumber | undefined {
  const nameYear = shapes.nameYear.exec(text)
  if (nameYear) return dated(nameYear[2], monthNamed(nameYear[1], locale), 1, 'mmmm yyyy')
  const dayName = shapes.dayName.exec(text)
  if (dayName) {
    const [, date, name, year] = dayName
    return dated(year ?? thisYear, monthNamed(name, locale), date, year ? 'd mmmm yyyy' : 'd mmmm')
  }
  const nameDay = locale === 'en_US' && shapes.nameDay.exec(text)
  if (!nameDay) return undefined
  const [, name, date, year] = nameDay
  return dated(year ?? thisYear, monthNamed(name, locale), date, year ? 'mmmm d, yyyy' : 'mmmm d')
}

type Digits = string | number | undefined

function dated(year: Digits, month: Digits, date: Digits, format: string): TypedNumber | undefined {
  const value = serialOfCivil(Number(year), Number(month), Number(date))
  return value === undefined ? undefined : { value, format }
}

/** Google reads 00..29 as 2000..2029 and 30..99 as 1930..1999. */
const longYear = (digits: string): number =>
  digits.length === 2 ? Number(digits) + (Number(digits) < 30 ? 2000 : 1900) : Number(digits)

function readTime(text: string): TypedNumber | undefined {
  const match = /^(\d{1,3}):([0-5]\d)(?::([0-5]\d(?:[.,]\d+)?))?(?: ?([AP])M)?$/i.exec(text)
  if (!match) return undefined
  const [, hours = '', minutes, seconds, half] = match
  if (half && (Number(hours) < 1 || Number(hours) > 12)) return undefined
  const hour = half ? (Number(hours) % 12) + (half.toUpperCase() === 'P' ? 12 : 0) : Number(hours)
  const value = (hour * 3600 + Number(minutes) * 60 + Number((seconds ?? '0').replace(',', '.'))) / 86_400
  if (value >= 1) return { value, format: '[h]:mm:ss' }
  const suffix = half ? ' am/pm' : ''
  return { value, format: (seconds === undefined ? 'hh:mm' : 'hh:mm:ss') + suffix }
}

const monthNames: Record<SheetLocale, readonly (readonly string[])[]> = {
  fr_FR: [
    ['janvier', 'janv'],
    ['février', 'févr', 'fevrier', 'fév'],
    ['mars'],
    ['avril', 'avr'],
    ['mai'],
    ['juin'],
    ['juillet', 'juil'],
    ['août', 'aout'],
    ['septembre', 'sept'],
    ['octobre', 'oct'],
    ['novembre', 'nov'],
    ['décembre', 'déc', 'decembre', 'dec'],
  ],
  en_US: [
    ['january', 'jan'],
    ['february', 'feb'],
    ['march', 'mar'],
    ['april', 'apr'],
    ['may'],
    ['june', 'jun'],
    ['july', 'jul'],
    ['august', 'aug'],
    ['september', 'sep', 'sept'],
    ['october', 'oct'],
    ['november', 'nov'],
    ['december', 'dec'],
  ],
}

/** 1..12, or NaN, which makes no date. */
function monthNamed(name: string | undefined, locale: SheetLocale): number {
  const plain = (name ?? '').toLowerCase().replace(/\.$/, '')
  const index = monthNames[locale].findIndex((names) => names.includes(plain))
  return index < 0 ? Number.NaN : index + 1
}

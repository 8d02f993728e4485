import { type CellError, type CellValue, errors, isError } from '../cell-value.ts'
import { numberFromText } from '../coerce.ts'
import type { Evaluation } from '../evaluation.ts'
import type { Value } from '../matrix.ts'
import { addMonths, type CivilDate, civilOf, endOfMonth, serialOf, weekdayOf } from '../serial-date.ts'
import { cell, day, number, optional, text, value } from './parameters.ts'
import { allValues, type FunctionRule, type FunctionTable, pure, reading } from './rule.ts'

const partOfDate = (of: (date: CivilDate) => number): FunctionRule => pure([day], (serial) => of(civilOf(serial)))

const seconds = (serial: number): number => Math.round((serial - Math.floor(serial)) * 86_400) % 86_400

/** 1..7 by the numbering chosen: 1 from Sunday, 2 from Monday, 3 from Monday counted from 0. */
function weekday(serial: number, numbering: number): CellValue {
  const fromMonday = (weekdayOf(serial) + 6) % 7
  if (numbering === 1) return weekdayOf(serial) + 1
  return numbering === 2 ? fromMonday + 1 : numbering === 3 ? fromMonday : errors.number
}

/** ISO 8601: the week belongs to the year of its Thursday. */
function isoWeek(serial: number): number {
  const thursday = Math.floor(serial) + 3 - ((weekdayOf(serial) + 6) % 7)
  return Math.floor((thursday - serialOf(civilOf(thursday).year, 1, 1)) / 7) + 1
}

/** Weeks counted from the one that holds 1 January, beginning on Sunday (1) or Monday (2). */
function weekOfYear(serial: number, numbering: number): CellValue {
  if (numbering === 21) return isoWeek(serial)
  const first = serialOf(civilOf(serial).year, 1, 1)
  const shift = numbering === 2 ? (weekdayOf(first) + 6) % 7 : weekdayOf(first)
  return Math.floor((Math.floor(serial) - first + shift) / 7) + 1
}

function holidaysOf(evaluation: Evaluation, given: Value | undefined): ReadonlySet<number> | CellError {
  const days = given === undefined ? [] : allValues(evaluation, [given])
  return days.find(isError) ?? new Set(days.filter((day) => typeof day === 'number').map(Math.floor))
}

const isWorked = (day: number, holidays: ReadonlySet<number>): boolean => weekdayOf(day) % 6 !== 0 && !holidays.has(day)

function workingDaysBetween(evaluation: Evaluation, start: number, end: number, given: Value | undefined): CellValue {
  const holidays = holidaysOf(evaluation, given)
  if (isError(holidays)) return holidays
  const [first, last] = start <= end ? [Math.floor(start), Math.floor(end)] : [Math.floor(end), Math.floor(start)]
  let count = 0
  for (let day = first; day <= last; day += 1) if (isWorked(day, holidays)) count += 1
  return start <= end ? count : 0 - count
}

function workingDayAfter(evaluation: Evaluation, start: number, count: number, given: Value | undefined): CellValue {
  const holidays = holidaysOf(evaluation, given)
  if (isError(holidays)) return holidays
  // More working days than the calendar has.
  if (Math.abs(count) > 2_500_000) return errors.number
  const step = Math.sign(count)
  let day = Math.floor(start)
  for (let left = Math.abs(Math.trunc(count)); left > 0; ) {
    day += step
    if (isWorked(day, holidays)) left -= 1
  }
  return day
}

/** Whole years, months or days between two dates, or what is left beyond them. */
function dateDifference(start: number, end: number, unit: string): CellValue {
  if (Math.floor(end) < Math.floor(start)) return errors.number
  const from = civilOf(start)
  const to = civilOf(end)
  const months = (to.year - from.year) * 12 + to.month - from.month - (to.date < from.date ? 1 : 0)
  switch (unit.toUpperCase()) {
    case 'D':
      return Math.floor(end) - Math.floor(start)
    case 'M':
      return months
    case 'Y':
      return Math.floor(months / 12)
    case 'YM':
      return months % 12
    case 'MD':
      return Math.floor(end) - addMonths(start, months)
    case 'YD':
      return Math.floor(end) - addMonths(start, Math.floor(months / 12) * 12)
    default:
      return errors.number
  }
}

/** Share of a year: basis 0 counts months of 30 days (US rule), 1 real days, 2 and 3 real days over 360 and 365, 4 the European 30/360. */
function yearFraction(start: number, end: number, basis: number): CellValue {
  const [first, last] = start <= end ? [Math.floor(start), Math.floor(end)] : [Math.floor(end), Math.floor(start)]
  const days = last - first
  if (basis === 2) return days / 360
  if (basis === 3) return days / 365
  const from = civilOf(first)
  const to = civilOf(last)
  if (basis === 1) {
    const years = to.year - from.year + 1
    return days / ((serialOf(to.year + 1, 1, 1) - serialOf(from.year, 1, 1)) / years)
  }
  if (basis !== 0 && basis !== 4) return errors.number
  const fromDate = Math.min(30, from.date)
  const toDate = basis === 4 || fromDate === 30 ? Math.min(30, to.date) : to.date
  return ((to.year - from.year) * 360 + (to.month - from.month) * 30 + toDate - fromDate) / 360
}

const dayFrom = (evaluation: Evaluation, given: CellValue): CellValue => {
  if (typeof given === 'number') return Math.floor(given)
  const serial = typeof given === 'string' ? numberFromText(given, evaluation) : errors.value
  return isError(serial) ? serial : Math.floor(serial)
}

export const dateFunctions: FunctionTable = {
  TODAY: reading([], (evaluation) => Math.floor(evaluation.now())),
  NOW: reading([], (evaluation) => evaluation.now()),
  // Years 0..1899 count from 1900 (Google's page of DATE).
  DATE: pure([number, number, number], (year, month, date) =>
    year < 0
      ? errors.number
      : serialOf(Math.trunc(year) + (year < 1900 ? 1900 : 0), Math.trunc(month), Math.trunc(date)),
  ),
  TIME: pure([number, number, number], (hours, minutes, secs) => ((hours * 3600 + minutes * 60 + secs) / 86_400) % 1),
  YEAR: partOfDate(({ year }) => year),
  MONTH: partOfDate(({ month }) => month),
  DAY: partOfDate(({ date }) => date),
  HOUR: pure([day], (serial) => Math.floor(seconds(serial) / 3600)),
  MINUTE: pure([day], (serial) => Math.floor(seconds(serial) / 60) % 60),
  SECOND: pure([day], (serial) => seconds(serial) % 60),
  EDATE: pure([day, number], (serial, months) => addMonths(Math.floor(serial), Math.trunc(months))),
  EOMONTH: pure([day, number], (serial, months) => endOfMonth(serial, Math.trunc(months))),
  DAYS: pure([day, day], (end, start) => Math.floor(end) - Math.floor(start)),
  DAYS360: pure(
    [day, day],
    (start, end) => Math.round(Number(yearFraction(start, end, 0)) * 360) * (start <= end ? 1 : -1),
  ),
  WEEKDAY: pure([day, optional(number, 1)], weekday),
  WEEKNUM: pure([day, optional(number, 1)], weekOfYear),
  ISOWEEKNUM: pure([day], isoWeek),
  NETWORKDAYS: reading([day, day, optional(value)], workingDaysBetween),
  WORKDAY: reading([day, number, optional(value)], workingDayAfter),
  DATEDIF: pure([day, day, text], dateDifference),
  YEARFRAC: pure([day, day, optional(number, 0)], yearFraction),
  DATEVALUE: reading([cell], dayFrom),
  TIMEVALUE: reading([text], (evaluation, given) => {
    const serial = numberFromText(given, evaluation)
    return isError(serial) ? serial : serial - Math.floor(serial)
  }),
}

import { addDays, type Day, day } from '@tabellion/shared/calendar'
import { readDay, readShownDay } from '../date.ts'
import type { Assumption } from '../problem.ts'
import { isHeadingRow, readHeading } from './heading.ts'
import { hasDatedAmount, type Rows } from './sections.ts'

/** `02/03`, `2 mars`: what a page or a paper statement prints, whose head tells the year. */
const NO_YEAR = /^\d{1,2}(?:\/\d{1,2}| [a-zéû]{3,9}\.?)$/i
const FULL = /\d{1,2}[/.-]\d{1,2}[/.-]\d{4}/g
/** Days counted from 30 December 1899, as Excel writes them in a column that nobody gave the style of dates: 1982 to 2064. */
const SERIAL = /^[3-5]\d{4}(?:\.\d+)?$/
const EPOCH = day('1899-12-30')
/** A value date may follow the last day of the statement. */
const AHEAD = 7

export const isDayWithoutYear = (cell: string): boolean => NO_YEAR.test(cell.trim())

/**
 * The rows with whole days in place of days without a year and of Excel's numbers, where no row has a whole one: the last such day
 * not after the end of the period that stands above, or not after today.
 */
export function withWholeDays(rows: Rows, today: Day): { rows: Rows; assumed: readonly Assumption[] } {
  if (rows.some(hasDatedAmount)) return { rows, assumed: [] }
  const heading = rows.find(isHeadingRow)
  const isDate = (heading ?? []).map((cell) => (readHeading(cell).dateRank ?? 9) < 9)
  const first = rows.findIndex((row) => row.some(isDayWithoutYear))
  const told = rows
    .slice(0, Math.max(0, first))
    .flatMap((row) => row.join(' ').match(FULL) ?? [])
    .flatMap((text) => readDay(text, 'dmy') ?? [])
    .sort()
  const until = told.at(-1) ?? today
  let years = 0
  const whole = rows.map((row) =>
    row.map((cell, column) => {
      const text = cell.trim()
      if (isDate[column] && SERIAL.test(text)) return addDays(EPOCH, Math.floor(Number(text)))
      const shown = NO_YEAR.test(text) ? readShownDay(text, addDays(until, AHEAD)) : undefined
      if (shown !== undefined) years += 1
      return shown ?? cell
    }),
  )
  return { rows: whole, assumed: years > 0 ? [{ code: 'years', until }] : [] }
}

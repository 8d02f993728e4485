import { addDays, type Day, day, daysBetween, parseDay, parseFrenchDay } from '@tabellion/shared/calendar'
import { fail, ok, type Result } from '@tabellion/shared/kernel'
import { parseFrenchNumber, type Rate, rate, scaled } from '@tabellion/shared/money'

/** A cell's value as the core sees it: dates are `YYYY-MM-DD` text, empty is `''`. What could not be read stays as typed. */
export type Cell = string | number | boolean

export type CellProblem =
  | { readonly code: 'unreadable-number'; readonly text: string }
  | { readonly code: 'ambiguous-number'; readonly text: string }
  | { readonly code: 'too-many-decimals'; readonly text: string; readonly places: number }
  | { readonly code: 'unreadable-rate'; readonly text: string }
  | { readonly code: 'percentage'; readonly text: string }
  | { readonly code: 'unreadable-date'; readonly text: string }

/** The text of a cell, without the blanks around it. Errors of formulas (`#REF!`) are text too. */
export const textOf = (cell: Cell): string =>
  typeof cell === 'string' ? cell.trim() : typeof cell === 'number' ? plainNumber(cell) : cell ? 'VRAI' : 'FAUX'

export const isBlank = (cell: Cell): boolean =>
  cell === '' || cell === false || (typeof cell === 'string' && cell.trim() === '')

/** Ticked, or typed as such. */
export const isTicked = (cell: Cell): boolean =>
  cell === true || (typeof cell === 'string' && /^(vrai|true|oui|x)$/i.test(cell.trim()))

/** A number in units of 10^-`places`; undefined for a blank cell. */
export function readScaled(cell: Cell, places: number): Result<number | undefined, CellProblem> {
  if (isBlank(cell)) return ok(undefined)
  if (typeof cell === 'number') {
    const exact = cell * 10 ** places
    const whole = Math.round(exact)
    // A double holds 15 digits: what differs by more than their noise was typed with more decimals.
    if (Math.abs(exact - whole) > Math.max(1e-6, Math.abs(exact) * 1e-12))
      return fail({ code: 'too-many-decimals', text: plainNumber(cell), places })
    return Number.isSafeInteger(whole)
      ? ok(whole === 0 ? 0 : whole)
      : fail({ code: 'unreadable-number', text: plainNumber(cell) })
  }
  const text = textOf(cell)
  // « 10 % » of what? Neither 10 nor 0,1 is what was meant.
  return text.endsWith('%') ? fail({ code: 'percentage', text }) : readText(text, places)
}

function readText(text: string, places: number): Result<number, CellProblem> {
  const read = parseFrenchNumber(text)
  if (!read.ok)
    return fail({ code: read.problem.code === 'ambiguous-number' ? 'ambiguous-number' : 'unreadable-number', text })
  const value = scaled(read.value, places)
  if (value === undefined) return fail({ code: 'too-many-decimals', text, places })
  return Number.isSafeInteger(value) ? ok(value) : fail({ code: 'unreadable-number', text })
}

/**
 * A rate: the text `10` or `10 %` and the percent cell 0.1 are 10 %; the text `0,1` is 0,1 % (door.md §5). Above 100 % it
 * is no rate: a percent cell that lost its format would read 20 as 2 000 %.
 */
export function readRate(cell: Cell): Result<Rate | undefined, CellProblem> {
  const text = textOf(cell)
  const read =
    typeof cell !== 'number' && text.endsWith('%')
      ? readText(text, 3)
      : readScaled(typeof cell === 'number' ? cell * 100 : cell, 3)
  if (!read.ok) return typeof cell === 'number' ? fail({ ...read.problem, text: percentOf(cell) }) : read
  if (read.value === undefined) return ok(undefined)
  if (read.value >= 0 && read.value <= 100_000) return ok(rate(read.value))
  return fail({ code: 'unreadable-rate', text: typeof cell === 'number' ? percentOf(cell) : text })
}

const percentOf = (cell: number): string => `${plainNumber(Number((cell * 100).toPrecision(12)))} %`

export function readDate(cell: Cell): Result<Day | undefined, CellProblem> {
  if (isBlank(cell)) return ok(undefined)
  // A serial number is a date in a cell that lost its date format.
  if (typeof cell === 'number' && Number.isInteger(cell) && cell > 0 && cell < 2_958_466)
    return ok(addDays(SERIAL_ZERO, cell))
  const text = textOf(cell)
  const read = parseDay(text) ?? parseFrenchDay(text)
  return read === undefined ? fail({ code: 'unreadable-date', text }) : ok(read)
}

/** Day 0 of spreadsheets. */
const SERIAL_ZERO = day('1899-12-30')

/** The serial number that a date format shows as this day. */
export const dateSerial = (on: Day): number => daysBetween(SERIAL_ZERO, on)

/** A double as French people type it: `1234,5`. */
const plainNumber = (value: number): string => String(value).replace('.', ',')

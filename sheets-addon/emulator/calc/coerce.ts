import { type CellError, type CellValue, errors, isError, type SheetLocale } from './cell-value.ts'
import { significant } from './rounding.ts'
import { readPlainValue } from './typed-input.ts'

/** What the conversions between kinds depend on. */
export interface Surroundings {
  readonly locale: SheetLocale
  /** Serial number, local wall clock. */
  readonly now: () => number
}

/** Text is read as if typed (`"12,5"+1`); text that is no number, `""` too, is `#VALUE!`. */
export function toNumber(value: CellValue, around: Surroundings): number | CellError {
  if (typeof value === 'number') return value
  if (value === null) return 0
  if (typeof value === 'boolean') return value ? 1 : 0
  return isError(value) ? value : numberFromText(value, around)
}

export function numberFromText(text: string, { locale, now }: Surroundings): number | CellError {
  const plain = readPlainValue(text, locale, now())
  return typeof plain === 'object' ? plain.value : errors.value
}

/**
 * Numbers join text without their format, dates as serial numbers (seen on Google Sheets: nimameweb.com/2102).
 * Hint: booleans become TRUE and FALSE, also in French; live Google was not seen.
 */
export function toText(value: CellValue, { locale }: Surroundings): string | CellError {
  if (typeof value === 'string') return value
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (isError(value)) return value
  const digits = String(significant(value)).replace('e', 'E')
  return locale === 'fr_FR' ? digits.replace('.', ',') : digits
}

export function toBoolean(value: CellValue): boolean | CellError {
  if (typeof value === 'boolean') return value
  if (typeof value === 'number') return value !== 0
  if (value === null) return false
  if (isError(value)) return value
  if (/^(true|vrai)$/i.test(value)) return true
  return /^(false|faux)$/i.test(value) ? false : errors.value
}

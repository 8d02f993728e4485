import { addLocale, format as formatNumber, getLocale } from 'numfmt'
import { type CellValue, isError, type SheetLocale } from './cell-value.ts'
import { isAutomatic, isText } from './number-format.ts'

const NARROW_SPACE = '\u202f'
const FIXED_SPACE = '\u00a0'

/** French as Google writes it: narrow spaces between thousands; short names with their point (CLDR), which numfmt leaves out. */
const french = 'fr-FR'
addLocale(
  {
    ...getLocale('fr'),
    group: NARROW_SPACE,
    mmm: ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'],
    ddd: ['dim.', 'lun.', 'mar.', 'mer.', 'jeu.', 'ven.', 'sam.'],
  },
  french,
)

/**
 * What the cell shows, as `getDisplayValues` and TEXT give it. A pattern that cannot be read shows the bare number.
 * Hint: which spaces live Google writes in French is unknown; this writes U+202F and, before €, U+00A0 (ground truth §1).
 */
export function displayText(value: CellValue, format: string, locale: SheetLocale): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return locale === 'fr_FR' ? (value ? 'VRAI' : 'FAUX') : value ? 'TRUE' : 'FALSE'
  if (isError(value)) return value.error
  if (typeof value === 'string') return format.includes('@') ? (patterned(value, format, locale) ?? value) : value
  if (isAutomatic(format) || isText(format)) return automatic(value, locale)
  return patterned(value, format, locale) ?? automatic(value, locale)
}

/** The value through a number pattern, or undefined when the pattern is not one. */
export function patterned(value: number | string, format: string, locale: SheetLocale): string | undefined {
  try {
    const text = formatNumber(plainPattern(format), value, {
      locale: locale === 'fr_FR' ? french : 'en-US',
      leap1900: false,
    })
    return locale === 'fr_FR' ? text.replace(/ (?=€)/g, FIXED_SPACE) : text
  } catch {
    return undefined
  }
}

/** `[$€-40C]` and the like would make numfmt change language: the sheet's locale decides, the symbol stays. */
const plainPattern = (format: string): string => format.replace(/\[\$([^\]-]*)(?:-[^\]]*)?\]/g, '"$1"')

/**
 * The automatic format: integers whole up to 15 digits, then `1,23457E+15` (tan:2021-10-15); otherwise ten significant
 * digits, as Google shows 1/3 and PI() (believed).
 */
function automatic(value: number, locale: SheetLocale): string {
  const magnitude = Math.abs(value)
  const text =
    magnitude !== 0 && (magnitude >= 1e15 || magnitude < 1e-9)
      ? scientific(value)
      : Number.isInteger(value)
        ? String(value)
        : decimal(value)
  return locale === 'fr_FR' ? text.replace('.', ',') : text
}

function scientific(value: number): string {
  const [mantissa = '', exponent = '0'] = value.toExponential(5).split('e')
  const sign = exponent.startsWith('-') ? '-' : '+'
  return `${Number(mantissa)}E${sign}${exponent.replace(/^[+-]/, '').padStart(2, '0')}`
}

function decimal(value: number): string {
  const whole = Math.trunc(Math.abs(value))
  const digits = whole === 0 ? 0 : String(whole).length
  return String(Number(value.toFixed(Math.max(0, 10 - digits))))
}

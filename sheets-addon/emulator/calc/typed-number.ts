import type { SheetLocale } from './cell-value.ts'

export interface TypedNumber {
  readonly value: number
  /** The format an automatic cell takes; absent for a bare number. */
  readonly format?: string
}

const space = '[ \\u00a0\\u202f]'
/** Spaces between digits are swallowed, wherever they stand: `22 34` becomes 2234 (vlucas/sheetquery#20, seen live). */
const spaced = `\\d+(?:${space}+\\d+)*`

const bodies: Record<SheetLocale, RegExp> = {
  fr_FR: new RegExp(`^(?<whole>${spaced})?(?:,(?<decimals>\\d*))?(?:E(?<exponent>[+-]?\\d+))?$`, 'i'),
  en_US: new RegExp(
    `^(?<whole>\\d{1,3}(?:,\\d{3})+|${spaced})?(?:\\.(?<decimals>\\d*))?(?:E(?<exponent>[+-]?\\d+))?$`,
    'i',
  ),
}
const grouped = new RegExp(`^\\d{1,3}(?:${space}\\d{3})+$|,`)
const frame = new RegExp(`^([+-]?)${space}*([€$]?)${space}*([+-]?)(.*?)${space}*([€%]?)$`, 's')

/**
 * Text that Google takes for a number: `1 234,50`, `20 %`, `12,50 €`, `12E4` (G: Sheets API, USER_ENTERED).
 * In a comma locale `1.2` is none (crypto-sheets#42).
 */
export function readTypedNumber(text: string, locale: SheetLocale): TypedNumber | undefined {
  const [, first = '', prefix = '', second = '', body = '', suffix = ''] = frame.exec(text.trim()) ?? []
  if ((first && second) || (prefix && suffix) || (prefix === '$' && locale === 'fr_FR')) return undefined
  const { whole = '', decimals = '', exponent } = bodies[locale].exec(body)?.groups ?? {}
  if (whole === '' && decimals === '') return undefined
  const digits = `${whole.replace(/[^\d]/g, '') || '0'}.${decimals || '0'}`
  // One conversion from decimal text, so that 5,5 % is 0.055 to the last bit.
  const shift = Number(exponent ?? 0) - (suffix === '%' ? 2 : 0)
  const value = Number(`${first === '-' || second === '-' ? '-' : ''}${digits}e${shift}`)
  if (!Number.isFinite(value)) return undefined
  const format = formatOf(
    { exponent, suffix, currency: prefix || (suffix === '€' ? '€' : ''), decimals, whole },
    locale,
  )
  return format === undefined ? { value } : { value, format }
}

interface TypedShape {
  readonly exponent: string | undefined
  readonly suffix: string
  readonly currency: string
  readonly decimals: string
  readonly whole: string
}

function formatOf(typed: TypedShape, locale: SheetLocale): string | undefined {
  if (typed.exponent !== undefined) return '0.00E+00'
  if (typed.suffix === '%') return typed.decimals ? '0.00%' : '0%'
  const amount = typed.decimals ? '#,##0.00' : '#,##0'
  if (typed.currency) return locale === 'fr_FR' ? `${amount}\u00a0"${typed.currency}"` : `"${typed.currency}"${amount}`
  return grouped.test(typed.whole) ? amount : undefined
}

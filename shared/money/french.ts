import { fail, grouped, ok, type Result } from '@tabellion/shared/kernel'
import { type Cents, cents } from './cents.ts'

const SPACE = '\u00a0'

/** A number as it was written: `digits` × 10^-`scale`, exactly. */
export interface Decimal {
  readonly digits: bigint
  readonly scale: number
}
/** `ambiguous`: `1.5` or `1.500`, which a French reader and an English one read differently. */
export type NumberProblem = { readonly code: 'not-a-number' | 'ambiguous-number'; readonly text: string }

/**
 * Reads a number as French people write it: comma for decimals, groups of three by spaces (U+0020, U+00A0, U+202F) or by
 * points when a comma follows, an optional sign (`-`, U+2212) before, an optional `€` or `%` after.
 */
export function parseFrenchNumber(text: string): Result<Decimal, NumberProblem> {
  const bare = text
    .replace(/[\s\u00a0\u202f]*[€%]?[\s\u00a0\u202f]*$/, '')
    .trim()
    .replace(/\u2212/g, '-')
  const match =
    /^([+-]?)[ \u00a0\u202f]?(\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d{1,3}(?:\.\d{3})+(?=,)|\d+)(?:,(\d+))?$/.exec(bare)
  if (match) {
    const decimals = match[3] ?? ''
    const digits = BigInt((match[2] ?? '').replace(/\D/g, '') + decimals)
    return ok({ digits: match[1] === '-' ? -digits : digits, scale: decimals.length })
  }
  return fail({ code: /^[+-]?\d[\d ,]*\.\d+$/.test(bare) ? 'ambiguous-number' : 'not-a-number', text })
}

/** The decimal as an integer in units of 10^-`places`, or undefined when it has more decimals than that. */
export function scaled(value: Decimal, places: number): number | undefined {
  if (value.scale <= places) return Number(value.digits * 10n ** BigInt(places - value.scale))
  const divisor = 10n ** BigInt(value.scale - places)
  return value.digits % divisor === 0n ? Number(value.digits / divisor) : undefined
}

/** Reads an amount in euros; more than two decimals is `not-a-number`. */
export function parseEuros(text: string): Result<Cents, NumberProblem> {
  const read = parseFrenchNumber(text)
  if (!read.ok) return read
  const amount = scaled(read.value, 2)
  return amount === undefined || !Number.isSafeInteger(amount)
    ? fail({ code: 'not-a-number', text })
    : ok(cents(amount))
}

/** `1 234,56 €`: U+202F between thousands, U+00A0 before the sign (features F.3). */
export const formatEuros = (amount: Cents): string => `${formatAmount(amount)}${SPACE}€`

/** `1 234,56`, without the currency sign. The minus sign is U+2212. */
export function formatAmount(amount: Cents): string {
  const magnitude = Math.abs(amount)
  return `${amount < 0 ? '\u2212' : ''}${grouped(Math.trunc(magnitude / 100))},${String(magnitude % 100).padStart(2, '0')}`
}

/** `value` × 10^-`places` as French text, with at least `least` decimals and no other trailing zero: `0,25`, `1 200`. */
export function formatScaled(value: number, places: number, least = 0): string {
  const text = String(Math.abs(value)).padStart(places + 1, '0')
  const whole = text.slice(0, text.length - places)
  const decimals = text
    .slice(text.length - places)
    .replace(/0+$/, '')
    .padEnd(least, '0')
  return `${value < 0 ? '\u2212' : ''}${grouped(Number(whole))}${decimals ? `,${decimals}` : ''}`
}

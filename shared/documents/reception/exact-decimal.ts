import { type Branded, invariant } from '@tabellion/shared/kernel'
import { type Cents, cents, divideRounded } from '@tabellion/shared/money'

/** A decimal as text in its shortest form (`20`, `0.529`): equal numbers are equal texts, and JSON keeps them exactly. */
export type DecimalText = Branded<string, 'DecimalText'>

/** `digits` × 10^-`scale`. */
export interface ExactDecimal {
  readonly digits: bigint
  readonly scale: number
}

/** Reads `12`, `-12.50`, `+0.529`; undefined for anything else, an exponent or a comma included (XML Schema decimal). */
export function readDecimal(text: string): ExactDecimal | undefined {
  const match = /^([+-]?)(?=\.?\d)(\d{0,30})(?:\.(\d{0,30}))?$/.exec(text)
  if (!match) return undefined
  const decimals = match[3] ?? ''
  const digits = BigInt(`${match[2]}${decimals}`)
  return { digits: match[1] === '-' ? -digits : digits, scale: decimals.length }
}

export const times = (a: ExactDecimal, b: ExactDecimal): ExactDecimal => ({
  digits: a.digits * b.digits,
  scale: a.scale + b.scale,
})

/** Rounded to hundredths, halves away from zero; undefined beyond what an amount can be. */
export function toCents(
  { digits, scale }: ExactDecimal,
  divisor: ExactDecimal = { digits: 1n, scale: 0 },
): Cents | undefined {
  if (divisor.digits <= 0n) return undefined
  const numerator = digits * 10n ** BigInt(divisor.scale) * 100n
  const value = Number(divideRounded(numerator, divisor.digits * 10n ** BigInt(scale)))
  return Number.isSafeInteger(value) ? cents(value) : undefined
}

/** The shortest text of a written decimal (`20.00` → `20`); undefined when it is none. */
export function decimalText(text: string): DecimalText | undefined {
  const decimal = readDecimal(text)
  if (!decimal) return undefined
  const { digits, scale } = decimal
  const magnitude = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0')
  const decimals = scale === 0 ? '' : magnitude.slice(-scale).replace(/0+$/, '')
  const whole = scale === 0 ? magnitude : magnitude.slice(0, -scale)
  return `${digits < 0n ? '-' : ''}${whole}${decimals === '' ? '' : `.${decimals}`}` as DecimalText
}

export function exact(text: DecimalText): ExactDecimal {
  const decimal = readDecimal(text)
  invariant(decimal, `${text} was read as a decimal`)
  return decimal
}

import type { Branded } from '@tabellion/shared/kernel'

/** Euro cents: a safe integer, negative for money going out or credited. */
export type Cents = Branded<number, 'Cents'>

/** @throws RangeError when `value` is not a safe integer. */
export function cents(value: number): Cents {
  if (!Number.isSafeInteger(value)) throw new RangeError(`Not a whole number of cents: ${value}`)
  return (value === 0 ? 0 : value) as Cents
}

export const plus = (a: Cents, b: Cents): Cents => cents(a + b)
export const minus = (a: Cents, b: Cents): Cents => cents(a - b)
export const negate = (a: Cents): Cents => cents(-a)
export const sum = (amounts: Iterable<Cents>): Cents => {
  let total = cents(0)
  for (const amount of amounts) total = plus(total, amount)
  return total
}

import type { Branded } from '@tabellion/shared/kernel'
import { type Cents, cents } from './cents.ts'
import { divideRounded } from './round.ts'

/** A rate in hundred-thousandths: 20 % is 20 000, the 0.044 % chamber tax is 44. */
export type Rate = Branded<number, 'Rate'>

/** Makes a rate of hundred-thousandths. @throws RangeError outside 0..1 000 000 (1 000 %). */
export function rate(hundredThousandths: number): Rate {
  if (!Number.isInteger(hundredThousandths) || hundredThousandths < 0 || hundredThousandths > 1_000_000)
    throw new RangeError(`Not a rate: ${hundredThousandths}`)
  return hundredThousandths as Rate
}

/** `percent('5.5')`. Takes text because 0.044 * 1_000 is not a whole number in floating point. @throws RangeError */
export function percent(text: string): Rate {
  const match = /^(\d{1,3})(?:\.(\d{1,3}))?$/.exec(text)
  if (!match) throw new RangeError(`Not a percentage with at most three decimals: ${text}`)
  return rate(Number(`${match[1]}${(match[2] ?? '').padEnd(3, '0')}`))
}

/** `base × rate`, to the nearest cent, halves away from zero. */
export function applyRate(base: Cents, applied: Rate): Cents {
  return cents(Number(divideRounded(BigInt(base) * BigInt(applied), 100_000n)))
}

/** `20`, `5.5`, `0.044`: the rate in percent, as decimal text with a point and no trailing zero. */
export function percentText(value: Rate): string {
  const whole = Math.trunc(value / 1000)
  const decimals = String(value % 1000)
    .padStart(3, '0')
    .replace(/0+$/, '')
  return decimals ? `${whole}.${decimals}` : String(whole)
}

import { invariant } from '@tabellion/shared/kernel'
import { type Cents, cents } from './cents.ts'

/**
 * Parts of `total` in proportion to `weights` that sum to it exactly: each is rounded towards zero, then the cents left
 * go to the largest remainders, earlier first. @throws when all weights are zero or one is negative.
 */
export function splitByWeight(total: Cents, weights: readonly number[]): Cents[] {
  const whole = weights.reduce((a, b) => a + b, 0)
  invariant(
    whole > 0 && weights.every((weight) => weight >= 0 && Number.isSafeInteger(weight)),
    'weights are non-negative integers, not all zero',
  )
  const magnitude = BigInt(Math.abs(total))
  const shares = weights.map((weight, index) => {
    const product = magnitude * BigInt(weight)
    return { index, part: product / BigInt(whole), remainder: product % BigInt(whole) }
  })
  let left = magnitude - shares.reduce((a, share) => a + share.part, 0n)
  const parts = shares.map((share) => share.part)
  for (const share of [...shares].sort((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  )) {
    if (left === 0n) break
    parts[share.index] = share.part + 1n
    left -= 1n
  }
  return parts.map((part) => cents(Number(total < 0 ? -part : part)))
}

/** `count` equal instalments; the last one takes the rounding (features F-060). */
export function splitEqually(total: Cents, count: number): Cents[] {
  invariant(Number.isInteger(count) && count > 0, 'at least one part')
  const part = Math.trunc(total / count)
  return Array.from({ length: count }, (_, index) => cents(index < count - 1 ? part : total - part * (count - 1)))
}

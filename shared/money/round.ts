/**
 * `numerator / denominator` rounded to the nearest integer, halves away from zero, so that a credit note
 * mirrors its invoice to the cent. `denominator` is positive.
 */
export function divideRounded(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator
  const remainder = numerator % denominator
  const magnitude = remainder < 0n ? -remainder : remainder
  return 2n * magnitude >= denominator ? quotient + (numerator < 0n ? -1n : 1n) : quotient
}

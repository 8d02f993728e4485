import fc from 'fast-check'
import { expect, test } from 'vitest'
import { roundDown, roundHalfUp, roundUp } from './rounding.ts'

/** The exact answer: a decimal of at most 15 digits, `digits` × 10^-scale, rounded in integers. */
function exact(digits: bigint, scale: number, decimals: number): string {
  if (decimals >= scale) return decimalText(digits, scale)
  const step = 10n ** BigInt(scale - decimals)
  const magnitude = digits < 0n ? -digits : digits
  const rounded = (magnitude * 2n + step) / (step * 2n)
  return decimalText(digits < 0n ? -rounded : rounded, decimals)
}

const decimalText = (digits: bigint, scale: number): string => String(Number(`${digits}e${-scale}`) || 0)

const fifteenDigits = fc.bigInt({ min: -(10n ** 15n) + 1n, max: 10n ** 15n - 1n })

test('ROUND agrees with whole-number arithmetic on every decimal of fifteen digits', () => {
  fc.assert(
    fc.property(
      fifteenDigits,
      fc.integer({ min: 0, max: 14 }),
      fc.integer({ min: -4, max: 14 }),
      (digits, scale, decimals) => {
        const value = Number(`${digits}e${-scale}`)
        expect(String(roundHalfUp(value, decimals) || 0)).toBe(exact(digits, scale, decimals))
      },
    ),
    { numRuns: 2000 },
  )
})

test('a half always goes away from zero, so that a credit note mirrors its invoice', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999 }), (cents) => {
      const half = Number(`${cents}.5e-2`)
      expect(roundHalfUp(half, 2)).toBe(Number(`${cents + 1}e-2`))
      expect(roundHalfUp(-half, 2)).toBe(-Number(`${cents + 1}e-2`))
    }),
  )
})

test('rounding again changes nothing, and the value lies between ROUNDDOWN and ROUNDUP', () => {
  fc.assert(
    fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), fc.integer({ min: 0, max: 6 }), (value, decimals) => {
      const rounded = roundHalfUp(value, decimals)
      expect(roundHalfUp(rounded, decimals)).toBe(rounded)
      expect(Math.abs(roundDown(value, decimals))).toBeLessThanOrEqual(Math.abs(rounded))
      expect(Math.abs(rounded)).toBeLessThanOrEqual(Math.abs(roundUp(value, decimals)))
    }),
  )
})

test.each([
  [1.005, 2, 1.01],
  [0.575, 2, 0.58],
  [256.335, 2, 256.34],
  [4903.735, 2, 4903.74],
  [-1.005, 2, -1.01],
  [0.1 + 0.2, 1, 0.3],
  [1e-9, 2, 0],
  [5e20, 2, 5e20],
  [1250, -2, 1300],
  [0, 2, 0],
])('ROUND(%d; %i) is %d', (value, decimals, expected) => {
  expect(roundHalfUp(value, decimals)).toBe(expected)
})

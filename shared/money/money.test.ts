import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  applyRate,
  cents,
  formatEuros,
  formatScaled,
  lineNet,
  negate,
  parseEuros,
  parseFrenchNumber,
  percent,
  percentText,
  quantity,
  rate,
  scaled,
  splitByWeight,
  splitEqually,
  sum,
  unitPrice,
} from './index.ts'

const amount = fc.integer({ min: -9_000_000_000_000, max: 9_000_000_000_000 }).map(cents)
const anyRate = fc.integer({ min: 0, max: 100_000 }).map(rate)

describe('rates', () => {
  test.each([
    [10_000, '20', 2_000],
    [1_005, '5.5', 55],
    [250, '1', 3],
    [-250, '1', -3],
    [1_000_000, '0.044', 440],
    [100, '0', 0],
  ])('%i cents at %s %% give %i', (base, rateText, expected) => {
    expect(applyRate(cents(base), percent(rateText))).toBe(expected)
  })
  test.each(['-1', '5,5', '1.2345', '1000', ''])('« %s » is no percentage', (text) => {
    expect(() => percent(text)).toThrow(RangeError)
  })
  test.each(['20', '5.5', '0.044', '0'])('%s is written back as it was read', (text) => {
    expect(percentText(percent(text))).toBe(text)
  })
  test('a credit note mirrors its invoice', () => {
    fc.assert(
      fc.property(
        amount,
        anyRate,
        (base, applied) => applyRate(negate(base), applied) === negate(applyRate(base, applied)),
      ),
    )
  })
  test('rounding never moves an amount by more than half a cent', () => {
    fc.assert(
      fc.property(
        amount,
        anyRate,
        (base, applied) =>
          Math.abs(Number(BigInt(applyRate(base, applied)) * 100_000n - BigInt(base) * BigInt(applied))) <= 50_000,
      ),
    )
  })
})

describe('line amounts', () => {
  test.each([
    [2_500, 450_000_000, 0, 11_250],
    [10_000, 1_005_000, 0, 101],
    [10_000, 575_000, 0, 58],
    [23_500, 189_900_000, 5_000, 42_395],
    [860_000, 529_000, 0, 4_549],
    [30_000, 333_333_333, 0, 100_000],
  ])('%i ten-thousandths × %i millionths less %i are %i cents', (count, price, discount, expected) => {
    expect(lineNet(quantity(count), unitPrice(price), rate(discount))).toBe(expected)
  })
  test('the product is exact where floating point is not: 1.005 × 1 rounds up', () => {
    expect(Math.round(1.005 * 100)).toBe(100)
    expect(lineNet(quantity(10_000), unitPrice(1_005_000))).toBe(101)
  })
})

describe('parts of a whole', () => {
  test('parts by weight sum to the whole, to the cent, whatever the sign', () => {
    const weights = fc
      .array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 8 })
      .filter((list) => list.some((weight) => weight > 0))
    fc.assert(fc.property(amount, weights, (total, parts) => sum(splitByWeight(total, parts)) === total))
  })
  test('the last instalment takes the rounding', () => {
    expect(splitEqually(cents(100_000), 3)).toEqual([33_333, 33_333, 33_334])
  })
})

describe('French numbers', () => {
  test.each([
    ['1 234,56 €', 123_456],
    ['1\u202f234,56\u00a0€', 123_456],
    ['1.234,56', 123_456],
    ['-12,5', -1_250],
    ['\u221212,50', -1_250],
    ['0,05', 5],
    ['12', 1_200],
  ])('« %s » is %i cents', (text, expected) => {
    expect(parseEuros(text)).toEqual({ ok: true, value: expected })
  })
  test.each(['1.5', '1.500', '1,234.56', '12.'])('« %s » can be read in two ways, or none', (text) => {
    const read = parseFrenchNumber(text)
    expect(read.ok).toBe(false)
  })
  test('a point as decimal mark is called ambiguous, not wrong', () => {
    expect(parseFrenchNumber('1.5')).toEqual({ ok: false, problem: { code: 'ambiguous-number', text: '1.5' } })
  })
  test.each(['', 'douze', '1 23', '12,5,5', '--1', '1e5'])('« %s » is no number', (text) => {
    expect(parseFrenchNumber(text)).toEqual({ ok: false, problem: { code: 'not-a-number', text } })
  })
  test('what is written is read back', () => {
    fc.assert(
      fc.property(
        amount,
        (value) =>
          parseEuros(formatEuros(value)).ok && (parseEuros(formatEuros(value)) as { value: number }).value === value,
      ),
    )
  })
  test.each([
    [2_500, 4, 0, '0,25'],
    [12_000_000, 4, 0, '1\u202f200'],
    [450_000_000, 6, 2, '450,00'],
    [529_000, 6, 2, '0,529'],
    [-10_000, 4, 0, '\u22121'],
  ])('%i × 10^-%i is written %s', (value, places, least, expected) => {
    expect(formatScaled(value, places, least)).toBe(expected)
  })
  test('too many decimals are told apart from none', () => {
    const read = parseFrenchNumber('0,12345')
    expect(read.ok && scaled(read.value, 4)).toBe(undefined)
  })
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimalText, exact, readDecimal, times, toCents } from './exact-decimal.ts'

test.each([
  ['20.00', '20'],
  ['0.5290', '0.529'],
  ['-0.10', '-0.1'],
  ['+7', '7'],
  ['.5', '0.5'],
  ['007.', '7'],
])('%s is %s', (written, shortest) => {
  expect(decimalText(written)).toBe(shortest)
})
test.each(['', '1,5', '1e3', '1 000', '--1', '.', 'NaN'])('« %s » is no decimal', (text) => {
  expect(readDecimal(text)).toBeUndefined()
})
test.each([
  ['100.005', 10001],
  ['-100.005', -10001],
  ['100.004999', 10000],
])('%s is %i cents, halves away from zero', (text, cents) => {
  const decimal = readDecimal(text)
  expect(decimal && toCents(decimal)).toBe(cents)
})
test('a price for a hundred is divided once, exactly', () => {
  const [price, count, per] = ['3.333', '7', '100'].map((text) => exact(decimalText(text) ?? ('0' as never)))
  expect(price && count && toCents(times(price, count), per)).toBe(23)
})
test('writing and reading again changes nothing', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.nat({ max: 9 }), (digits, scale) => {
      const text = `${digits < 0n ? '-' : ''}${(digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0')}`
      const written = scale === 0 ? text : `${text.slice(0, -scale)}.${text.slice(-scale)}`
      const shortest = decimalText(written)
      expect(shortest && decimalText(shortest)).toBe(shortest)
      expect(shortest && Number(shortest)).toBe(Number(written) + 0)
    }),
  )
})

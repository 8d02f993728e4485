import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decimalMarkOf, looksLikeMoney, readCents } from './amount.ts'

describe('an amount is read as any bank prints it', () => {
  test.each([
    ['-12,34', -1234],
    ['12.34', 1234],
    ['+40,00', 4000],
    ['45', 4500],
    [' 45', 4500],
    ['-6,4', -640],
    ['1 234,56', 123456],
    ['1\u00a0234,56\u00a0€', 123456],
    ['1\u202f234\u202f567,89 EUR', 123456789],
    ['1.234,56', 123456],
    ['1,234.56', 123456],
    ['1.234.567', 123456700],
    ["1'234.50", 123450],
    ['1’234,50', 123450],
    ['12,34-', -1234],
    ['12.34 -', -1234],
    ['(12,34)', -1234],
    ['( 12,34 € )', -1234],
    ['12,34 D', -1234],
    ['12,34 C', 1234],
    ['12,34 € D', -1234],
    ['12,34 CR', 1234],
    ['\u221220,49\u00a0€', -2049],
    ['\u2212 20,49', -2049],
    ['–9,99', -999],
    ['EUR 3,20', 320],
    ['€-3.20', -320],
    ['-€3.20', -320],
    ['102,09€', 10209],
    ['8.850', 885000],
    ['27.0500000', 2705],
    ['-,50', -50],
    [',300.00', 30000],
    ['-,109.59', -10959],
    ['500,', 50000],
    ['1\ufffd620,00', 162000],
    ['-0,00', 0],
    ['9999999999999,99', 999999999999999],
  ])('%j is %d cents', (text, cents) => {
    expect(readCents(text)).toBe(cents)
  })

  test.each([
    '',
    '-',
    '€',
    'D',
    '12:30',
    '01/02/2026',
    '2026-03-01',
    '12-34',
    '--5,00',
    '-5,00-',
    '(5,00',
    '12,345,6',
    '1.23.456',
    '12 34,56',
    '1234 567',
    '0,005',
    '12,34 ABC',
    'CB 12',
    '12,34 € VIR',
    '1e5',
    '****0042',
    '12345678901234567890',
    '5,00 5,00',
  ])('%j is no amount', (text) => {
    expect(readCents(text)).toBeNaN()
  })
})

test('one mark before three digits is what the file says it is', () => {
  expect(readCents('1.234')).toBe(123400)
  expect(readCents('1.234', ',')).toBe(123400)
  expect(readCents('1,234', ',')).toBeNaN()
  expect(readCents('1,230', ',')).toBe(123)
  expect(readCents('8.850', 'either')).toBe(885)
  expect(readCents('0,500')).toBe(50)
})

test('what is written the French or the English way is read back', () => {
  const group = (whole: string, by: string): string => whole.replace(/\B(?=(\d{3})+$)/g, by)
  fc.assert(
    fc.property(
      fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }),
      fc.constantFrom(
        [' ', ','],
        ['\u00a0', ','],
        ['\u202f', ','],
        ['.', ','],
        [',', '.'],
        ["'", '.'],
        ['', ','],
        ['', '.'],
      ),
      fc.constantFrom('', ' €', '\u00a0EUR'),
      (cents, [thousands = '', mark = ''], currency) => {
        const digits = String(Math.abs(cents)).padStart(3, '0')
        const text = `${cents < 0 ? '-' : ''}${group(digits.slice(0, -2), thousands)}${mark}${digits.slice(-2)}${currency}`
        expect(readCents(text)).toBe(cents === 0 ? 0 : cents)
      },
    ),
  )
})

test('no text makes it throw or read half a cent', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0123456789.,-+()€ DC\u00a0\u2212E') }), (text) => {
      const cents = readCents(text)
      expect(Number.isNaN(cents) || Number.isSafeInteger(cents)).toBe(true)
    }),
  )
})

test('a cell tells its decimal mark, or that it could be either', () => {
  expect(['12,34', '12.34', '1.234,5', '1,234.5', '1.234', '12', '1.234.567', '0.9055'].map(decimalMarkOf)).toEqual([
    ',',
    '.',
    ',',
    '.',
    undefined,
    undefined,
    ',',
    '.',
  ])
})

test('money has cents, a sign or a currency, where an account number has none', () => {
  expect(['12,3', '-5', '5 €', '12 D'].every(looksLikeMoney)).toBe(true)
  expect(['12', '0815', '1.234', 'CB 12,00'].some(looksLikeMoney)).toBe(false)
})

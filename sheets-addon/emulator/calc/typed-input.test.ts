import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CellValue } from './cell-value.ts'
import { displayText } from './display.ts'
import { on } from './formula-cases.ts'
import { typedInput } from './typed-input.ts'

const today = on('2026-11-25')
const french = { locale: 'fr_FR', format: '0.###############', today } as const
const american = { locale: 'en_US', format: '', today } as const

type Row = readonly [typed: string, value: CellValue, format: string | undefined, source: string]

// The sources are those of recipes/apps-script-ground-truth.md §1; « believed » rows wait for its live check 5.
const numbers: readonly Row[] = [
  ['12', 12, undefined, 'G: Range.setValue'],
  ['01234', 1234, undefined, 'vlucas/sheetquery#20, observed'],
  ['22 34', 2234, undefined, 'vlucas/sheetquery#20, observed'],
  ['06 12 34 56 78', 612345678, undefined, 'vlucas/sheetquery#20, observed'],
  ['732 829 320 00074', 73282932000074, undefined, 'vlucas/sheetquery#20, observed'],
  ['06300', 6300, undefined, 'vlucas/sheetquery#20, observed'],
  ['1234567890123456', 1234567890123456, undefined, 'tan:2021-10-15, observed'],
  ['12345678901234567890', 12345678901234567000, undefined, 'tan:2021-10-15, observed'],
  ['12E4', 120000, '0.00E+00', 'K, believed'],
  ['1E5', 100000, '0.00E+00', 'K, believed'],
  ['1,5e-3', 0.0015, '0.00E+00', 'K, believed'],
  ['12,5', 12.5, undefined, 'G: Sheets API, USER_ENTERED'],
  [',5', 0.5, undefined, 'K, believed'],
  ['1 234,50', 1234.5, '#,##0.00', 'G: Sheets API, USER_ENTERED'],
  ['1\u202f234\u00a0567', 1234567, '#,##0', 'G: Sheets API, USER_ENTERED'],
  ['20%', 0.2, '0%', 'G: Sheets API, USER_ENTERED'],
  ['20 %', 0.2, '0%', 'G: Sheets API, USER_ENTERED'],
  ['5,5\u202f%', 0.055, '0.00%', 'G: Sheets API, USER_ENTERED'],
  ['12,50 €', 12.5, '#,##0.00\u00a0"€"', 'G: Sheets API, USER_ENTERED'],
  ['€12', 12, '#,##0\u00a0"€"', 'G: Sheets API, USER_ENTERED'],
  ['-1 234,50 €', -1234.5, '#,##0.00\u00a0"€"', 'G: Sheets API, USER_ENTERED'],
  ['+33612345678', 33612345678, undefined, 'G: trimWhitespace, believed'],
  ['+33 6 12 34 56 78', 33612345678, undefined, 'G: trimWhitespace and sheetquery#20'],
  ['-5', -5, undefined, 'G: Range.setValue'],
  [' 12 ', 12, undefined, 'K, believed'],
]

const dates: readonly Row[] = [
  ['05/11/2026', on('2026-11-05'), 'dd/mm/yyyy', 'K, believed'],
  ['5-11-2026', on('2026-11-05'), 'dd/mm/yyyy', 'K, believed'],
  ['2026-11-05', on('2026-11-05'), 'yyyy-mm-dd', 'K, believed'],
  ['5/11/26', on('2026-11-05'), 'dd/mm/yyyy', 'K, believed: two-digit years'],
  ['5/11/87', on('1987-11-05'), 'dd/mm/yyyy', 'K, believed: two-digit years'],
  ['5/11', on('2026-11-05'), 'd/m', 'K, believed: the current year when missing'],
  ['1-2', on('2026-02-01'), 'd-m', 'K, believed'],
  ['1/2', on('2026-02-01'), 'd/m', 'K, believed'],
  ['11/2026', on('2026-11-01'), 'mm/yyyy', 'K, believed'],
  ['5 novembre 2026', on('2026-11-05'), 'd mmmm yyyy', 'K, believed'],
  ['5 nov. 2026', on('2026-11-05'), 'd mmmm yyyy', 'K, believed'],
  ['mars 2026', on('2026-03-01'), 'mmmm yyyy', 'K, believed'],
  ['29/02/2024', on('2024-02-29'), 'dd/mm/yyyy', 'K, believed'],
  ['10:30', 0.4375, 'hh:mm', 'G: Sheets API, USER_ENTERED'],
  ['10:30:15', 37815 / 86400, 'hh:mm:ss', 'G: Sheets API, USER_ENTERED'],
  ['36:00', 1.5, '[h]:mm:ss', 'K, believed: a duration'],
  ['05/11/2026 10:30', on('2026-11-05') + 0.4375, 'dd/mm/yyyy hh:mm', 'K, believed'],
]

const others: readonly Row[] = [
  ['VRAI', true, undefined, 'K, believed'],
  ['faux', false, undefined, 'K, believed'],
  ['TRUE', true, undefined, 'K: unknown whether fr_FR takes it; both are'],
  ['', null, undefined, 'G: Range.setValue'],
]

const texts: readonly (readonly [typed: string, source: string])[] = [
  ['1.2', 'crypto-sheets#42, observed: not a number in a comma locale; text'],
  ['1234.12', 'crypto-sheets#42, observed'],
  ['05.11.2026', 'crypto-sheets#42: a point separates nothing here'],
  ['31/02/2026', 'K, believed: an impossible date stays text'],
  ['13/13', 'K, believed'],
  ['1/2/3/4', 'K, believed'],
  ['12 rue Haute', 'G: Range.setValue'],
  ['3 mois', 'G: Range.setValue'],
  ['1,2,3', 'G: Range.setValue'],
  ['$12', 'K: another currency than the sheet’s'],
  ['20 % €', 'K'],
  ['10h30', 'K: unknown; text'],
  ['=', 'K'],
  ['-', 'K'],
  ['---', 'K'],
  ['@martin', 'K, live check 5'],
  ['   =1+1', 'gas-fakes, observed: a leading blank keeps a formula text'],
  [' -ACOMPTE', 'gas-fakes: the same'],
  ['1E400', 'K: too large for a number'],
]

describe('typed in an automatic cell of a French sheet', () => {
  test.each([...numbers, ...dates, ...others])('%s is %s (%s) [%s]', (typed, value, format) => {
    const expected = format === undefined ? { kind: 'value', value } : { kind: 'value', value, format }
    expect(typedInput(typed, french)).toEqual(expected)
  })

  test.each(texts)('%s stays text [%s]', (typed) => {
    expect(typedInput(typed, french)).toEqual({ kind: 'value', value: typed })
  })

  test('a first-character = makes a formula [G: Range.setValue, gas-fakes, observed]', () => {
    expect(typedInput('=1+1', french)).toEqual({ kind: 'formula', formula: '=1+1' })
  })

  test.each(['-ACOMPTE', '+A1', '-VIR DUPONT', '-(2+3)', '- 3 heures'])(
    '%s starts a formula by its sign [G: trimWhitespace hints it; live check 5]',
    (typed) => {
      expect(typedInput(typed, french)).toEqual({ kind: 'formula', formula: `=${typed}` })
    },
  )

  test('an apostrophe keeps text and is not part of it [tan:2022-09-06, 2023-03-11, observed]', () => {
    expect(typedInput("'01234", french)).toEqual({ kind: 'value', value: '01234', quoted: true })
    expect(typedInput("'=1+1", french)).toEqual({ kind: 'value', value: '=1+1', quoted: true })
    expect(typedInput("''", french)).toEqual({ kind: 'value', value: "'", quoted: true })
  })
})

describe('typed in a cell that has a format', () => {
  test.each(['01234', '1E5', '=1+1', '05/11/2026', 'VRAI', '-ACOMPTE', ' 12'])(
    'the format @ keeps %s as text [sheetquery#20, observed; a formula too, believed]',
    (typed) => {
      expect(typedInput(typed, { ...french, format: '@' })).toEqual({ kind: 'value', value: typed })
    },
  )

  test('with an apostrophe, @ gives the text without it [both are how the add-on writes identifiers]', () => {
    expect(typedInput("'0042", { ...french, format: '@' })).toEqual({ kind: 'value', value: '0042', quoted: true })
  })

  test.each([
    ['12,50 €', 12.5],
    ['05/11/2026', on('2026-11-05')],
    ['20 %', 0.2],
  ])('%s does not change a format that was chosen [G: Sheets API]', (typed, value) => {
    expect(typedInput(typed, { ...french, format: '#,##0.00' })).toEqual({ kind: 'value', value })
  })

  test.each([
    ['10', 0.1],
    ['10 %', 0.1],
    ['0,1', 0.001],
    ['5,5', 0.055],
    ['-10', -0.1],
  ])('in a percentage cell, %s is %s [door.md §5 « Cells »; believed of Google]', (typed, value) => {
    expect(typedInput(typed, { ...french, format: '0.00%' })).toEqual({ kind: 'value', value })
  })
})

describe('typed in an American sheet', () => {
  test.each<Row>([
    ['1.2', 1.2, undefined, ''],
    ['1,234.50', 1234.5, '#,##0.00', ''],
    ['$12', 12, '"$"#,##0', ''],
    ['11/5/2026', on('2026-11-05'), 'm/d/yyyy', ''],
    ['5/11', on('2026-05-11'), 'm/d', ''],
    ['November 5, 2026', on('2026-11-05'), 'mmmm d, yyyy', ''],
    ['10:30 PM', 0.9375, 'hh:mm am/pm', ''],
  ])('%s is %s [G: the locale of the spreadsheet decides]', (typed, value, format) => {
    const expected = format === undefined ? { kind: 'value', value } : { kind: 'value', value, format }
    expect(typedInput(typed, american)).toEqual(expected)
  })

  test.each(['1,2', '13/1/2026', '1,5 %'])('%s stays text', (typed) => {
    expect(typedInput(typed, american)).toEqual({ kind: 'value', value: typed })
  })
})

test('an amount or a day shown in French, typed again, is the same value', () => {
  const formats = ['#,##0.00\u00a0"€"', '0.00', 'dd/mm/yyyy', 'd mmmm yyyy', '0.00%']
  fc.assert(
    fc.property(fc.integer({ min: -9_999_999, max: 9_999_999 }), fc.constantFrom(...formats), (hundredths, format) => {
      const isDay = format.includes('y')
      const value = isDay ? 20_000 + (Math.abs(hundredths) % 40_000) : hundredths / 100
      const shown = displayText(format === '0.00%' ? value / 100 : value, format, 'fr_FR')
      const typed = typedInput(shown, french)
      expect(typed.kind === 'value' && typed.value).toBeCloseTo(format === '0.00%' ? value / 100 : value, 9)
    }),
  )
})

import { expect, test } from 'vitest'
import type { CellValue } from './cell-value.ts'
import { displayText } from './display.ts'
import { on } from './formula-cases.ts'

const automatic = '0.###############'

test.each<readonly [value: CellValue, format: string, shown: string]>([
  [null, '#,##0.00', ''],
  ['Dupont', '#,##0.00', 'Dupont'],
  ['', '@', ''],
  [true, automatic, 'VRAI'],
  [false, '@', 'FAUX'],
  [{ error: '#N/A' }, '0.00', '#N/A'],
  [1234567.5, '#,##0.00', '1\u202f234\u202f567,50'],
  [-1234.5, '#,##0.00\u00a0"€"', '-1\u202f234,50\u00a0€'],
  [1234.5, '#,##0.00 "€"', '1\u202f234,50\u00a0€'],
  [1234.5, '#,##0.00\\ [$€-1]', '1\u202f234,50\u00a0€'],
  [1234.5, '#,##0.00 [$€-40C]', '1\u202f234,50\u00a0€'],
  [1.005, '0.00', '1,01'],
  [0.055, '0.0%', '5,5%'],
  [0.2, '0 %', '20 %'],
  [on('2026-11-05'), 'dd/mm/yyyy', '05/11/2026'],
  [on('2026-11-05'), 'd mmmm yyyy', '5 novembre 2026'],
  [on('2026-11-05'), 'ddd d mmm', 'jeu. 5 nov.'],
  [1, 'dd/mm/yyyy', '31/12/1899'],
  [on('2026-11-05') + 0.4375, 'dd/mm/yyyy hh:mm', '05/11/2026 10:30'],
  [1.5, '[h]:mm', '36:00'],
  [120000, '0.00E+00', '1,20E+05'],
  [-5, '#,##0;[Red]-#,##0', '-5'],
  ['abc', '0;-0;0;"« "@" »"', '« abc »'],
  [5, automatic, '5'],
  [0.1 + 0.2, automatic, '0,3'],
  [1 / 3, '', '0,3333333333'],
  [Math.PI, 'General', '3,141592654'],
  [12345678.9, automatic, '12345678,9'],
  [732829320, automatic, '732829320'],
  [73282932000074, automatic, '73282932000074'],
  [123456789012345, '@', '123456789012345'],
  [1234567890123456, automatic, '1,23457E+15'],
  [-1.5e-12, automatic, '-1,5E-12'],
  [12, 'pas un format [', '12'],
])('in French, %s as %s is shown « %s »', (value, format, shown) => {
  expect(displayText(value, format, 'fr_FR')).toBe(shown)
})

test.each<readonly [value: CellValue, format: string, shown: string]>([
  [1234.5, '#,##0.00', '1,234.50'],
  [true, '', 'TRUE'],
  [on('2026-11-05'), 'mmm d, yyyy', 'Nov 5, 2026'],
  [0.5, '', '0.5'],
])('in American, %s as %s is shown « %s »', (value, format, shown) => {
  expect(displayText(value, format, 'en_US')).toBe(shown)
})

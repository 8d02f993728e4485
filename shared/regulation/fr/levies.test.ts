import { day } from '@tabellion/shared/calendar'
import { percentText, type Rate } from '@tabellion/shared/money'
import { expect, test } from 'vitest'
import { type DatedTable, inForce } from '../dated-table.ts'
import { chamberTax, chamberTaxExemption, flatIncomeTax, flatIncomeTaxIncomeCap, trainingLevy } from './levies.ts'

const on = (table: DatedTable<Rate>, when: string) => {
  const entry = inForce(table, day(when))
  return entry && percentText(entry.value)
}
test.each([
  ['trader', '0.1', 'official'],
  ['craftsman', '0.3', 'official'],
  ['servicesBic', '0.1', 'uncertain'],
  ['bnc', '0.2', 'official'],
] as const)('training levy of %s: %s %%, %s', (category, rate, confidence) => {
  expect(on(trainingLevy[category], '2022-09-30')).toBeUndefined()
  expect(on(trainingLevy[category], '2022-10-01')).toBe(rate)
  expect(trainingLevy[category][0].confidence).toBe(confidence)
})
test.each([
  ['cci-services', '0.044'],
  ['cci-goods', '0.015'],
  ['cma-services', '0.48'],
  ['cma-goods', '0.22'],
  ['cma-services-alsace', '0.65'],
  ['cma-goods-alsace', '0.29'],
  ['cma-services-moselle', '0.83'],
  ['cma-goods-moselle', '0.37'],
] as const)('chamber tax %s: %s %%', (category, rate) => {
  expect(on(chamberTax[category], '2022-10-01')).toBe(rate)
  expect(inForce(chamberTaxExemption, day('2022-10-01'))?.value).toBe(500_000)
})
test('the flat income tax is 1, 1.7 or 2.2 %', () => {
  expect(
    [flatIncomeTax.goods, flatIncomeTax.servicesBic, flatIncomeTax.servicesBnc].map((table) => on(table, '2026-01-01')),
  ).toEqual(['1', '1.7', '2.2'])
})
test.each([
  ['2022-12-31', undefined],
  ['2023-01-01', 2_607_000],
  ['2023-12-31', 2_607_000],
  ['2024-01-01', 2_747_800],
  ['2025-01-01', 2_879_700],
  ['2026-01-01', 2_931_500],
  ['2027-01-01', 2_957_900],
  ['2028-01-01', undefined],
])('income cap of the flat tax on %s: %s', (when, cap) => {
  expect(inForce(flatIncomeTaxIncomeCap, day(when))?.value).toBe(cap)
})

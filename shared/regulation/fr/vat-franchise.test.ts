import { day } from '@tabellion/shared/calendar'
import { expect, test } from 'vitest'
import { inForce, isConfirmed } from '../dated-table.ts'
import { franchiseMentionOn, vatThresholds } from './vat-franchise.ts'

test.each([
  ['2022-12-31', undefined, undefined],
  ['2023-01-01', [9_190_000, 10_100_000, 'month'], [3_680_000, 3_910_000, 'month']],
  ['2024-12-31', [9_190_000, 10_100_000, 'month'], [3_680_000, 3_910_000, 'month']],
  ['2025-01-01', [8_500_000, 9_350_000, 'day'], [3_750_000, 4_125_000, 'day']],
  ['2026-12-31', [8_500_000, 9_350_000, 'day'], [3_750_000, 4_125_000, 'day']],
])('VAT thresholds on %s', (on, goods, services) => {
  const limits = (table: typeof vatThresholds.goods) => {
    const value = inForce(table, day(on))?.value
    return value && [value.base, value.upper, value.crossing]
  }
  expect(limits(vatThresholds.goods)).toEqual(goods)
  expect(limits(vatThresholds.services)).toEqual(services)
})
test('the thresholds of 2027 are the last known ones, to be confirmed', () => {
  const entry = inForce(vatThresholds.services, day('2027-01-01'))
  expect(entry && isConfirmed(entry, day('2027-01-01'))).toBe(false)
  expect(entry && isConfirmed(entry, day('2026-12-31'))).toBe(true)
})
test('the mention cites the CGI until 30 June 2028, then we know of none', () => {
  const text = 'TVA non applicable, article 293 B du CGI'
  for (const on of ['2024-01-01', '2026-12-31', '2027-01-01', '2028-06-30'])
    expect(franchiseMentionOn(day(on))?.value).toBe(text)
  expect(franchiseMentionOn(day('2028-07-01'))).toBeUndefined()
})

import { day } from '@tabellion/shared/calendar'
import { cents } from '@tabellion/shared/money'
import { expect, test } from 'vitest'
import { inForce, isConfirmed } from '../dated-table.ts'
import { microCeilings, otherThresholds, proratedLimit } from './micro-ceilings.ts'

test.each([
  ['2022-12-31', undefined, undefined],
  ['2023-01-01', 18_870_000, 7_770_000],
  ['2025-12-31', 18_870_000, 7_770_000],
  ['2026-01-01', 20_310_000, 8_360_000],
  ['2028-12-31', 20_310_000, 8_360_000],
  ['2029-01-01', undefined, undefined],
])('ceilings on %s', (on, goods, services) => {
  const value = inForce(microCeilings, day(on))?.value
  expect([value?.goods, value?.services]).toEqual([goods, services])
})
test('the ceilings of 2027 are still to be confirmed', () => {
  expect(isConfirmed(microCeilings[0], day('2026-12-31'))).toBe(true)
  expect(isConfirmed(microCeilings[0], day('2027-01-01'))).toBe(false)
})
test.each([
  // 37 500 × 203 / 365 = 20 856.16
  ['2026-06-12', 2026, 3_750_000, 2_085_616],
  ['2026-01-01', 2026, 3_750_000, 3_750_000],
  ['2026-12-31', 2026, 3_650_000, 10_000],
  ['2024-01-01', 2024, 3_750_000, 3_750_000],
  ['2025-06-12', 2026, 3_750_000, 3_750_000],
])('started on %s, the limit of %i', (start, year, limit, prorated) => {
  expect(proratedLimit(cents(limit), day(start), year)).toBe(prorated)
})
test.each([
  ['dedicatedAccount', '2019-05-23', '2019-05-24', 1_000_000],
  ['cfeMinimum', '2018-12-31', '2019-01-01', 500_000],
  ['vigilanceCertificate', '2014-12-31', '2015-01-01', 500_000],
] as const)('%s starts', (name, before, from, value) => {
  expect(inForce(otherThresholds[name], day(before))).toBeUndefined()
  expect(inForce(otherThresholds[name], day(from))?.value).toBe(value)
})

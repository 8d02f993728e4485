import { day } from '@tabellion/shared/calendar'
import { expect, test } from 'vitest'
import { inForce } from '../dated-table.ts'
import { acreRequestDays, acreTurnoverCap } from './acre.ts'
import { cashCeiling } from './cash.ts'
import { recoveryFee } from './late-payment.ts'
import { paymentCeilings, publicPaymentDays } from './payment-terms.ts'
import { taxRetentionYears } from './retention.ts'

test.each([
  ['cash ceiling', cashCeiling, '2015-08-31', undefined],
  ['cash ceiling', cashCeiling, '2015-09-01', 100_000],
  ['recovery fee', recoveryFee, '2012-12-31', undefined],
  ['recovery fee', recoveryFee, '2013-01-01', 4000],
  ['public payment', publicPaymentDays, '2013-04-30', undefined],
  ['public payment', publicPaymentDays, '2013-05-01', 30],
  ['retention', taxRetentionYears, '2026-12-31', 6],
  ['retention', taxRetentionYears, '2027-01-01', 10],
])('%s on %s', (_, table, on, value) => {
  expect(inForce(table, day(on))?.value).toBe(value)
})
test('payment ceilings hold since 2009', () => {
  expect(inForce(paymentCeilings, day('2008-12-31'))).toBeUndefined()
  expect(inForce(paymentCeilings, day('2009-01-01'))?.value.maxDays).toBe(60)
})
test.each([
  ['2025-12-31', undefined, undefined],
  ['2026-01-01', 60, 16_572_400],
  ['2026-12-31', 60, 16_572_400],
  ['2027-01-01', 60, undefined],
])('ACRE on %s: asked for within %s days, cap of sales %s', (on, days, cap) => {
  expect(inForce(acreRequestDays, day(on))?.value).toBe(days)
  expect(inForce(acreTurnoverCap, day(on))?.value.goods).toBe(cap)
})

import { day } from '@tabellion/shared/calendar'
import { expect, test } from 'vitest'
import { inForce } from '../dated-table.ts'
import { orderToPayMonths, prescriptionDay, smallClaimsCap } from './recovery.ts'

test.each([
  ['2026-03-31', 'business', '2031-03-31'],
  ['2026-03-31', 'consumer', '2028-03-31'],
  // A leap day has no anniversary but the last of February.
  ['2024-02-29', 'consumer', '2026-02-28'],
  ['2026-01-01', 'public', '2030-12-31'],
  ['2026-12-31', 'public', '2030-12-31'],
] as const)('work done on %s for a %s can be claimed until %s', (workDone, debtor, until) => {
  expect(prescriptionDay(day(workDone), debtor)).toBe(until)
})
test('the day before its table begins nothing is known of a cap', () => {
  expect(inForce(smallClaimsCap, day('2019-12-31'))).toBeUndefined()
  expect(inForce(smallClaimsCap, day('2020-01-01'))?.value).toBe(500_000)
  expect(inForce(orderToPayMonths, day('2026-08-31'))).toBeUndefined()
  expect(inForce(orderToPayMonths, day('2026-09-01'))?.value).toBe(3)
})

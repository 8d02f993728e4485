import { day } from '@tabellion/shared/calendar'
import { expect, test } from 'vitest'
import { inForce } from '../dated-table.ts'
import {
  mediationText,
  noticeBasis,
  noticeSequel,
  orderToPayMonths,
  prescriptionDay,
  publicRoutes,
  smallClaimsCap,
} from './recovery.ts'

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

test.each([false, true])(
  'nothing of a public body is seized: its creditor asks the prefect, the chamber, the judge (last: %s)',
  (isLast) => {
    const said = noticeSequel('public', isLast)
    expect(said).not.toMatch(/commissaire|huissier|saisie|injonction/)
    for (const way of ['L1612-15', 'L1612-16', 'préfet', 'tribunal administratif', '80-539'])
      expect(said).toContain(way)
    expect(noticeSequel('business', isLast)).toBe(noticeSequel('consumer', isLast))
    expect(noticeSequel('business', isLast)).not.toMatch(/préfet|administratif/)
  },
)
test('whoever explains the ways against it says what is closed and what is free', () => {
  expect(publicRoutes.join(' ')).toMatch(
    /L2311-1.*ni injonction de payer.*L1612-15 et L1612-16.*gratuit.*R541-1.*80-539/,
  )
})
test('each debtor reads its own basis: no 40 € for a consumer, no renouncing for a public body', () => {
  expect(noticeBasis.consumer).not.toMatch(/indemnité|L441-10|D2192/i)
  expect(noticeBasis.public).toMatch(/L2192-14, R2192-31 et D2192-35/)
  expect(noticeBasis.business).toMatch(/L441-10.*D441-5/)
  expect(mediationText('CM2C, 49 rue de Ponthieu, cm2c.example.')).toMatch(
    /gratuitement.*L612-1 et L616-1.*: CM2C.*example\.$/,
  )
})

import { day } from '@tabellion/shared/calendar'
import { expect, test } from 'vitest'
import { readNumber } from './number.ts'

test.each([
  ['FA-2026-0012', '2026-03-02', '2026', 12],
  ['F2026-012', '2026-03-02', '2026', 12],
  ['F-26-012', '2026-03-02', '26', 12],
  ['2026/07-003', '2026-07-14', '202607', 3],
  ['F2607003', '2026-07-14', '2607', 3],
  ['26070012', '2026-07-14', '2607', 12],
  ['FV20260714-02', '2026-07-14', '20260714', 2],
  ['012/2026', '2026-03-02', '2026', 12],
  ['N0135-26', '2026-03-02', '26', 135],
  ['FAC000123', '2026-03-02', '', 123],
  ['1042', '2026-03-02', '', 1042],
  ['C045-0003', '2026-03-02', '045', 3],
])('%s of %s has head « %s » and sequence %i', (number, issuedOn, head, sequence) => {
  expect(readNumber(number, day(issuedOn))?.readings[0]).toMatchObject({ head, sequence })
})

test('a date part that may also start the sequence is read both ways', () => {
  expect(
    readNumber('20260112', day('2026-01-20'))?.readings.map(({ head, sequence }) => `${head} ${sequence}`),
  ).toEqual(['202601 12', '2026 112'])
})

test('a number without digits has no reading', () => {
  expect(readNumber('PRO FORMA', day('2026-01-20'))).toBeUndefined()
})

import { day } from '@tabellion/shared/calendar'
import { expect, test } from 'vitest'
import { lawDue } from './due.ts'
import { lawTables } from './fr/register.ts'

const due = (on: string) => lawDue(lawTables(), day(on)).map(({ code, key }) => `${code} ${key}`)

test('on the day this was written nothing is due', () => {
  expect(due('2026-11-25')).toEqual([])
})
test('in December the half-year and the years to come are asked for, and the mention of the franchise', () => {
  expect(due('2026-12-01')).toEqual(
    expect.arrayContaining([
      'not-covered late.rates',
      'not-covered urssaf.penalty',
      'not-covered income-tax.campaign',
      'review-date-passed vat.mention',
    ]),
  )
})
test('in January 2027 every rate of 2026 is to be confirmed', () => {
  expect(due('2027-01-05')).toEqual(
    expect.arrayContaining([
      'to-confirm social.bncSsi',
      'review-date-passed social.bncSsi',
      'to-confirm micro',
      'to-confirm vat.threshold.services',
      'not-covered late.rates',
    ]),
  )
})
test('a year after it was checked any value in force is due', () => {
  expect(due('2027-11-24')).toContain('review-date-passed training.bnc')
  expect(due('2027-11-22')).not.toContain('review-date-passed training.bnc')
})

import { addDays, day } from '@tabellion/shared/calendar'
import { percent, percentText, type Rate } from '@tabellion/shared/money'
import { expect, test } from 'vitest'
import { type DatedTable, inForce, isConfirmed } from '../dated-table.ts'
import { acreCohort, acreEnd, acreRates } from './acre.ts'
import { overseasRates, SOCIAL_ACTIVITIES, socialRates } from './social-rates.ts'

const row = (tables: Readonly<Record<(typeof SOCIAL_ACTIVITIES)[number], DatedTable<Rate>>>, on: string) =>
  SOCIAL_ACTIVITIES.map((activity) => {
    const entry = inForce(tables[activity], day(on))
    return entry ? percentText(entry.value) : '-'
  }).join(' ')

test.each([
  ['2022-09-30', '- - - -'],
  ['2022-10-01', '12.3 21.2 21.1 21.2'],
  ['2024-06-30', '12.3 21.2 21.1 21.2'],
  ['2024-07-01', '12.3 21.2 23.1 23.2'],
  ['2024-12-31', '12.3 21.2 23.1 23.2'],
  ['2025-01-01', '12.3 21.2 24.6 23.2'],
  ['2025-12-31', '12.3 21.2 24.6 23.2'],
  ['2026-01-01', '12.3 21.2 25.6 23.2'],
])('contributions on %s: %s', (on, rates) => {
  expect(row(socialRates, on)).toBe(rates)
})
test.each([
  ['half', '2022-10-01', '6.2 10.6 10.6 12.1'],
  ['half', '2024-06-30', '6.2 10.6 10.6 12.1'],
  ['half', '2024-07-01', '6.2 10.6 11.6 13.9'],
  ['half', '2025-01-01', '6.2 10.6 12.3 13.9'],
  ['half', '2025-12-31', '6.2 10.6 12.3 13.9'],
  ['half', '2026-01-01', '6.2 10.6 12.8 13.4'],
  ['threeQuarters', '2026-06-30', '- - - -'],
  ['threeQuarters', '2026-07-01', '9.3 15.9 19.2 17.4'],
] as const)('ACRE, cohort %s, on %s: %s', (cohort, on, rates) => {
  expect(row(acreRates[cohort], on)).toBe(rates)
})
test('ACRE rates are the fraction rounded up to the tenth, or the floor of CIPAV', () => {
  const floors: Readonly<Record<string, number>> = {
    '2022-10-01': 57.05,
    '2024-07-01': 59.6,
    '2025-01-01': 59.6,
    '2026-01-01': 57.7,
  }
  for (const [cohort, fraction] of [
    ['half', 50],
    ['threeQuarters', 75],
  ] as const)
    for (const activity of SOCIAL_ACTIVITIES)
      for (const entry of acreRates[cohort][activity]) {
        const full = inForce(socialRates[activity], entry.from)?.value ?? 0
        const floor = activity === 'bncCipav' && cohort === 'half' ? (floors[entry.from] ?? 0) : 0
        const expected = Math.ceil((full * Math.max(fraction, floor)) / 100 / 100 - 1e-9) * 100
        expect(`${cohort} ${activity} ${entry.from} ${entry.value}`).toBe(
          `${cohort} ${activity} ${entry.from} ${expected}`,
        )
      }
})
test.each([
  ['2026-06-30', 'half'],
  ['2026-07-01', 'threeQuarters'],
])('created on %s: cohort %s', (creation, cohort) => {
  expect(acreCohort(day(creation))).toBe(cohort)
})
test.each([
  ['2026-09-03', '2027-06-30'],
  ['2026-01-01', '2026-12-31'],
  ['2026-03-31', '2026-12-31'],
  ['2026-04-01', '2027-03-31'],
  ['2024-11-30', '2025-09-30'],
])('started on %s, ACRE ends on %s', (start, end) => {
  expect(acreEnd(day(start))).toBe(end)
})
test.each([
  ['start', '2026-01-01', '2.1 3.6 4.4 7.8'],
  ['middle', '2026-01-01', '6.2 10.6 13.1 11.6'],
  ['cruise', '2026-01-01', '8.2 14.2 17.4 15.5'],
  ['cruise', '2024-06-30', '8.2 14.2 14.1 14.2'],
] as const)('overseas, phase %s on %s: %s, and uncertain', (phase, on, rates) => {
  expect(row(overseasRates[phase], on)).toBe(rates)
  for (const activity of SOCIAL_ACTIVITIES)
    for (const { confidence } of overseasRates[phase][activity]) expect(confidence).toBe('uncertain')
})
test('the rates of 2027 are those of 2026, to be confirmed', () => {
  const entry = inForce(socialRates.bncSsi, day('2027-01-01'))
  expect(entry?.value).toBe(percent('25.6'))
  expect(entry && isConfirmed(entry, day('2027-01-01'))).toBe(false)
  expect(entry && isConfirmed(entry, addDays(day('2027-01-01'), -1))).toBe(true)
})

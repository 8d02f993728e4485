import { day } from '@tabellion/shared/calendar'
import { cents, percent } from '@tabellion/shared/money'
import { expect, test } from 'vitest'
import { defaultPenaltyRate, formatPenaltyRate, latePenalty, penaltyFloor, ratesOfHalfYear } from './late-payment.ts'

test.each([
  ['2022-12-31', undefined, undefined, undefined],
  ['2023-01-01', '12.50', '6.18', '4.47'],
  ['2023-06-30', '12.50', '6.18', '4.47'],
  ['2023-07-01', '14', '12.66', '6.82'],
  ['2024-01-01', '14.50', '15.21', '8.01'],
  ['2024-06-30', '14.50', '15.21', '8.01'],
  ['2024-07-01', '14.25', '14.76', '8.16'],
  ['2025-01-01', '13.15', '11.13', '7.21'],
  ['2025-07-01', '12.15', '8.28', '6.65'],
  ['2026-01-01', '12.15', '7.86', '6.67'],
  ['2026-06-30', '12.15', '7.86', '6.67'],
  ['2026-07-01', '12.40', '8.25', '6.84'],
  ['2026-12-31', '12.40', '8.25', '6.84'],
  // Known in the last days of December 2026: until then unknown, never extrapolated.
  ['2027-01-01', undefined, undefined, undefined],
])('on %s: default %s %%, floor %s %%, individual creditor %s %%', (on, usual, floor, individual) => {
  const rate = (text: string | undefined) => (text === undefined ? undefined : percent(text))
  expect(defaultPenaltyRate(day(on), 'business')).toBe(rate(usual))
  expect(penaltyFloor(day(on))).toBe(rate(floor))
  expect(ratesOfHalfYear(day(on))?.value.legalIndividual).toBe(rate(individual))
})
test('a public buyer owes the ECB rate plus eight points', () => {
  expect(defaultPenaltyRate(day('2026-07-01'), 'public')).toBe(percent('10.40'))
  // R2192-31: that of the half-year in which it began, as long as it runs.
  expect(defaultPenaltyRate(day('2026-07-01'), 'public', day('2026-06-21'))).toBe(percent('10.15'))
  // 10 000 × 10.15 % × 20 / 365 = 55.62
  expect(latePenalty(cents(1_000_000), day('2026-06-20'), day('2026-07-10'), { buyer: 'public' })).toMatchObject({
    amount: 5562,
  })
})
test('ten days at 12.15 % and ten at 12.40 % on 10 000 €', () => {
  expect(latePenalty(cents(1_000_000), day('2026-06-20'), day('2026-07-10'), { buyer: 'business' })).toMatchObject({
    known: true,
    // 10 000 × (0.1215 × 10 + 0.1240 × 10) / 365 = 67.26
    amount: 6726,
    parts: [
      { from: '2026-06-21', to: '2026-06-30', days: 10, rate: percent('12.15') },
      { from: '2026-07-01', to: '2026-07-10', days: 10, rate: percent('12.40') },
    ],
  })
})
test('paid on the due date nothing is owed, the day after one day is', () => {
  const due = day('2026-03-10')
  expect(latePenalty(cents(1_000_000), due, due, { buyer: 'business' })).toMatchObject({ amount: 0, parts: [] })
  expect(latePenalty(cents(1_000_000), due, day('2026-03-11'), { buyer: 'business' })).toMatchObject({ amount: 333 })
})
test('an unknown half-year is said, an agreed rate does not need it', () => {
  const [due, until] = [day('2026-12-20'), day('2027-01-10')]
  expect(latePenalty(cents(100_000), due, until, { buyer: 'business' })).toMatchObject({
    known: false,
    missing: '2027-01-01',
  })
  expect(latePenalty(cents(100_000), due, until, { buyer: 'business', agreed: percent('12') })).toMatchObject({
    known: true,
    amount: 690,
  })
})
test('a rate is printed with two decimals', () => {
  expect(formatPenaltyRate(percent('12.4'))).toBe('12,40\u00a0%')
  expect(formatPenaltyRate(percent('10'))).toBe('10,00\u00a0%')
})

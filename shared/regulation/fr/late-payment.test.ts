import { day } from '@tabellion/shared/calendar'
import { percent } from '@tabellion/shared/money'
import { describe, expect, test } from 'vitest'
import { defaultPenaltyRate, formatPenaltyRate, owedRate, penaltyFloor, ratesOfHalfYear } from './late-payment.ts'

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
})
describe('the rate owed on 10 July 2026, of a debt late since 21 June', () => {
  test.each([
    ['business', undefined, '12.40'],
    ['business', '12', '12'],
    // R2192-31, and L2192-14: a rate agreed with a public body, lower or higher, is not the one it owes.
    ['public', undefined, '10.15'],
    ['public', '5', '10.15'],
    ['public', '15', '10.15'],
    // C. civ. art. 1231-6, whatever is printed.
    ['consumer', undefined, '2.75'],
    ['consumer', '12', '2.75'],
  ] as const)('%s, agreed %s: %s %%', (debtor, agreed, owed) => {
    const found = owedRate(day('2026-07-10'), debtor, day('2026-06-21'), agreed && percent(agreed))
    expect(found).toBe(percent(owed))
  })
  test('of an unknown half-year it is unknown, an agreed one is not', () => {
    const next = day('2027-01-10')
    expect(owedRate(next, 'business', next)).toBeUndefined()
    expect(owedRate(next, 'business', next, percent('12'))).toBe(percent('12'))
    expect(owedRate(next, 'public', next, percent('12'))).toBeUndefined()
    expect(owedRate(next, 'public', day('2026-12-31'))).toBe(percent('10.40'))
  })
})
test('a rate is printed with two decimals', () => {
  expect(formatPenaltyRate(percent('12.4'))).toBe('12,40\u00a0%')
  expect(formatPenaltyRate(percent('10'))).toBe('10,00\u00a0%')
})

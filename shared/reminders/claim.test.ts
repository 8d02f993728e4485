import { addDays, day } from '@tabellion/shared/calendar'
import { cents, percent, sum } from '@tabellion/shared/money'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ClaimFacts, claimOn } from './claim.ts'

const debt = (more: Partial<ClaimFacts> = {}): ClaimFacts => ({
  owed: cents(1_000_000),
  due: day('2026-06-20'),
  debtor: 'business',
  movements: [],
  ...more,
})

describe('penalties by hand, days × rate of the half-year / 365', () => {
  test.each([
    // 10 000 × (12.15 % × 10 + 12.40 % × 10) / 365 = 67.26
    ['across a half-year', {}, '2026-07-10', 6726, [10, 10]],
    // 10 000 × 12.15 % × 1 / 365 = 3.328…
    ['one day', {}, '2026-06-21', 333, [1]],
    ['on the due date', {}, '2026-06-20', 0, []],
    // 1 234.56 × (14 % × 31 + 14.5 % × 182 + 14.25 % × 184 + 13.15 % × 31) / 365 = 14.6794… + 89.2604… + 88.6868… + 13.7883… = 206.41
    [
      'over four half-years',
      { owed: cents(123_456), due: day('2023-11-30') },
      '2025-01-31',
      20_641,
      [31, 182, 184, 31],
    ],
    // 10 000 × 12.15 % × 10 / 365 + 10 000 × 12.4 % × 5 / 365 + 4 000 × 12.4 % × 5 / 365 = 33.2877 + 16.9863 + 6.7945 = 57.07
    [
      '6 000 € come on 5 July, that day included',
      { movements: [{ on: day('2026-07-05'), amount: cents(600_000) }] },
      '2026-07-10',
      5707,
      [10, 5, 5],
    ],
    // 10 000 × 12.15 % × 10 / 365 = 33.2877; the day after, + 10 000 × 12.4 % / 365 = 3.3973: 36.6849
    ['the last day of June', {}, '2026-06-30', 3329, [10]],
    ['the first day of July', {}, '2026-07-01', 3668, [10, 1]],
    // 10 000 × 14.25 % × 10 / 365 = 39.0411; the day after, + 10 000 × 13.15 % / 365 = 3.6027: 42.6438
    ['the last day of December', { due: day('2024-12-21') }, '2024-12-31', 3904, [10]],
    ['the first day of January', { due: day('2024-12-21') }, '2025-01-01', 4264, [10, 1]],
    // 10 000 × 14.5 % × 2 / 365 = 7.9452: 29 February is a day as any other, and the year still has 365.
    ['over a 29 February', { due: day('2024-02-28') }, '2024-03-01', 795, [2]],
    // 10 000 × 2.62 % × 10 / 365 = 7.1781; the day after, + 10 000 × 2.75 % / 365 = 0.7534: 7.9315
    ['a consumer, the last day of June', { debtor: 'consumer', noticeOn: day('2026-06-20') }, '2026-06-30', 718, [10]],
    [
      'a consumer, the first day of July',
      { debtor: 'consumer', noticeOn: day('2026-06-20') },
      '2026-07-01',
      793,
      [10, 1],
    ],
    // 10 000 × 12 % × 20 / 365 = 65.75
    ['at an agreed rate', { agreed: percent('12') }, '2026-07-10', 6575, [10, 10]],
    // 10 000 × 10.15 % × 20 / 365 = 55.62: the rate of the half-year in which it began, to the end (R2192-31).
    ['a town owes the ECB rate and eight points', { debtor: 'public' }, '2026-07-10', 5562, [10, 10]],
    ['a town, whatever was agreed', { debtor: 'public', agreed: percent('5') }, '2026-07-10', 5562, [10, 10]],
    // 10 000 × 10.40 % × 31 / 365 = 88.33: nothing is missing when the next rate is not known yet.
    ['a town, past the known rates', { debtor: 'public', due: day('2026-12-11') }, '2027-01-11', 8833, [20, 11]],
    // 10 000 × 2.75 % × 9 / 365 = 6.78
    [
      'a consumer, from the day after the notice',
      { debtor: 'consumer', noticeOn: day('2026-07-01') },
      '2026-07-10',
      678,
      [9],
    ],
    [
      'a consumer, whatever was agreed',
      { debtor: 'consumer', agreed: percent('12'), noticeOn: day('2026-07-01') },
      '2026-07-10',
      678,
      [9],
    ],
    ['a consumer without notice', { debtor: 'consumer' }, '2026-07-10', 0, []],
    [
      'paid before it was due',
      { movements: [{ on: day('2026-06-01'), amount: cents(1_000_000) }] },
      '2026-07-10',
      0,
      [],
    ],
  ] as const)('%s', (_, more, until, amount, days) => {
    const { interest } = claimOn(debt(more), day(until))
    expect([interest.amount, interest.parts.map((part) => part.days)]).toEqual([amount, days])
    expect(sum(interest.parts.map((part) => part.amount))).toBe(amount)
  })
})

test('40 € once a professional is late, never of a consumer, never before nor once it is paid', () => {
  const fee = (more: Partial<ClaimFacts>, on: string) => claimOn(debt(more), day(on)).fee
  expect(fee({}, '2026-06-20')).toBe(0)
  expect(fee({}, '2026-06-21')).toBe(4000)
  expect(fee({ debtor: 'public' }, '2026-06-21')).toBe(4000)
  expect(fee({ debtor: 'consumer' }, '2026-07-10')).toBe(0)
  expect(fee({ movements: [{ on: day('2026-06-30'), amount: cents(1_000_000) }] }, '2026-07-10')).toBe(0)
})

test('a half-year without its rate is not counted, and said', () => {
  const { interest, total } = claimOn(debt({ due: day('2026-12-21') }), day('2027-02-01'))
  // 10 000 × 12.4 % × 10 / 365
  expect(interest).toMatchObject({ amount: 3397, missing: '2027-01-01' })
  expect(total).toBe(1_000_000 + 3397 + 4000)
  expect(
    claimOn(debt({ due: day('2026-12-21'), agreed: percent('12') }), day('2027-02-01')).interest.missing,
  ).toBeUndefined()
})

test('whatever comes and when: parts follow each other, add up, and interest never falls as days pass', () => {
  const movement = fc.record({
    on: fc.integer({ min: -30, max: 500 }).map((days) => addDays(day('2024-05-01'), days)),
    amount: fc.integer({ min: -20_000, max: 90_000 }).map(cents),
  })
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 500_000 }),
      fc.array(movement, { maxLength: 5 }),
      fc.integer({ min: 0, max: 600 }),
      (owed, movements, days) => {
        const facts = debt({ owed: cents(owed), due: day('2024-05-01'), movements })
        const until = addDays(day('2024-05-01'), days)
        const { interest, principal, fee, total } = claimOn(facts, until)
        expect(sum(interest.parts.map(({ amount }) => amount))).toBe(interest.amount)
        expect(total).toBe(principal + interest.amount + fee)
        expect(claimOn(facts, addDays(until, 1)).interest.amount).toBeGreaterThanOrEqual(interest.amount)
        interest.parts.forEach(({ from, to }, index) => {
          expect(from <= to && to <= until).toBe(true)
          const next = interest.parts[index + 1]
          if (next) expect(next.from > to).toBe(true)
        })
      },
    ),
  )
})

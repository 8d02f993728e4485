import { day } from '@tabellion/shared/calendar'
import { cents } from '@tabellion/shared/money'
import { expect, test } from 'vitest'
import { microVerdict } from './micro.ts'
import type { DatedTurnover } from './thresholds.ts'

type Receipt = readonly [date: string, cents: number, nature?: DatedTurnover['nature']]
const verdict = (receipts: readonly Receipt[], start = '2020-01-01', today = '2026-11-25') =>
  microVerdict(
    receipts.map(([date, amount, nature = 'servicesBnc']) => ({ date: day(date), amount: cents(amount), nature })),
    day(start),
    day(today),
  )

test.each<[string, readonly Receipt[], object]>([
  ['services at the ceiling', [['2026-03-01', 8_360_000]], { kind: 'kept' }],
  [
    'a cent above',
    [
      ['2026-03-01', 8_360_000],
      ['2026-11-25', 1],
    ],
    { kind: 'once', of: 'services', limit: 8_360_000, prorated: false },
  ],
  [
    'that cent is of tomorrow',
    [
      ['2026-03-01', 8_360_000],
      ['2026-11-26', 1],
    ],
    { kind: 'kept' },
  ],
  [
    'that cent was given back',
    [
      ['2026-03-01', 8_360_001],
      ['2026-11-25', -1],
    ],
    { kind: 'kept' },
  ],
  ['goods at theirs', [['2026-03-01', 20_310_000, 'goods']], { kind: 'kept' }],
  [
    'services below theirs, all above that of goods',
    [
      ['2026-03-01', 13_000_000, 'goods'],
      ['2026-04-01', 7_310_001],
    ],
    { kind: 'once', of: 'all', limit: 20_310_000 },
  ],
  ['last year alone above', [['2025-03-01', 9_000_000]], { kind: 'kept' }],
  [
    'two years running',
    [
      ['2025-03-01', 8_360_001],
      ['2026-03-01', 8_360_001],
    ],
    { kind: 'ends', from: '2027-01-01', of: 'services' },
  ],
  [
    'the first of them at the ceiling',
    [
      ['2025-03-01', 8_360_000],
      ['2026-03-01', 8_360_001],
    ],
    { kind: 'once' },
  ],
  [
    'one by its services, the other by all',
    [
      ['2025-03-01', 8_360_001],
      ['2026-03-01', 20_310_001, 'goods'],
    ],
    { kind: 'ends', of: 'all' },
  ],
  [
    'the two years before',
    [
      ['2024-03-01', 8_360_001],
      ['2025-03-01', 8_360_001],
    ],
    { kind: 'left', from: '2026-01-01', of: 'services' },
  ],
  [
    'one year of the two',
    [
      ['2024-03-01', 9_000_000],
      ['2026-03-01', 9_000_000],
    ],
    { kind: 'once' },
  ],
])('%s', (_, receipts, expected) => {
  expect(verdict(receipts)).toMatchObject(expected)
})

// 83 600 × 203 / 365 = 46 495.34
test.each([
  [4_649_534, '2026-11-25', { kind: 'kept' }],
  [4_649_535, '2026-11-25', { kind: 'once', limit: 4_649_534, prorated: true }],
] as const)('%i received in the year of creation, from 12 June', (amount, today, expected) => {
  expect(verdict([['2026-07-01', amount]], '2026-06-12', today)).toMatchObject(expected)
})

test('the year of creation and the next one never leave by themselves, the third may', () => {
  const both: readonly Receipt[] = [
    ['2025-07-01', 4_649_535],
    ['2026-03-01', 8_360_001],
  ]
  expect(verdict(both.slice(0, 1), '2025-06-12')).toEqual({ kind: 'kept' })
  expect(verdict(both, '2025-06-12', '2026-12-31')).toMatchObject({ kind: 'ends', from: '2027-01-01', prorated: false })
  expect(verdict(both, '2025-06-12', '2027-01-01')).toMatchObject({ kind: 'left', from: '2027-01-01' })
})

test('the ceilings that decide are those of the year decided for', () => {
  // 77 700 € in 2025, 83 600 € in 2026: 80 000 € received in 2025 are within what 2026 asks.
  expect(verdict([['2025-03-01', 8_000_000]], '2020-01-01', '2025-12-31')).toEqual({ kind: 'kept' })
  // Those of 2029 are not known yet: those of the year counted stand for them.
  expect(verdict([['2028-03-01', 8_360_001]], '2020-01-01', '2028-06-30')).toMatchObject({ kind: 'once' })
  expect(verdict([], '2020-01-01', '2030-06-30')).toEqual({ kind: 'unknown' })
})

test('the user’s own ceilings take the place of the law’s from their day on', () => {
  const own = { amounts: new Map([['micro', [{ from: day('2026-01-01'), value: [cents(100), cents(50)] }]]]) }
  const of = (amount: number) =>
    microVerdict(
      [{ date: day('2026-02-01'), amount: cents(amount), nature: 'servicesBic' }],
      day('2020-01-01'),
      day('2026-03-01'),
      own,
    )
  expect([of(50), of(51)]).toMatchObject([{ kind: 'kept' }, { kind: 'once', limit: 50 }])
})

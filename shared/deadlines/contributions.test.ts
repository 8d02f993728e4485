import { day } from '@tabellion/shared/calendar'
import { cents, rate } from '@tabellion/shared/money'
import { expect, test } from 'vitest'
import { contributions, type Receipt } from './contributions.ts'
import { parseProfile } from './parse-profile.ts'

const compute = (profile: object, receipts: readonly [string, number, Receipt['nature']][]) => {
  const read = parseProfile({ activities: [{ nature: 'servicesBnc' }], startDate: '2020-01-01', ...profile })
  if (!read.ok) throw new Error(JSON.stringify(read.problem))
  return contributions(
    read.value,
    receipts.map(([date, euros, nature]) => ({ date: day(date), amount: cents(Math.round(euros * 100)), nature })),
  )
}
const summary = (...given: Parameters<typeof compute>) => {
  const computed = compute(...given)
  if (!computed.ok) return computed.problem.code
  return computed.value.map(
    ({ acre, due, lines, period, totalEuros }) =>
      `${period} due ${due}${acre ? ' ACRE' : ''}: ${lines.map(({ amountEuros, baseEuros, kind, rate }) => `${kind} ${baseEuros}×${rate / 1000}=${amountEuros}`).join(', ')} → ${totalEuros}`,
  )
}

test('a quarter of a liberal profession', () => {
  expect(
    summary({}, [
      ['2026-01-15', 10_000, 'servicesBnc'],
      ['2026-03-31', 2500.49, 'servicesBnc'],
    ]),
  ).toEqual(['2026-Q1 due 2026-04-30: social 12500×25.6=3200, training 12500×0.2=25 → 3225'])
})
test('50 000 € of one quarter give 12 800 €, where rounding by month would not', () => {
  expect(summary({}, [['2026-05-05', 50_000, 'servicesBnc']])).toEqual([
    '2026-Q2 due 2026-07-31: social 50000×25.6=12800, training 50000×0.2=100 → 12900',
  ])
})
test('a base and a line at fifty cents are rounded up', () => {
  expect(summary({ activities: [{ nature: 'goods' }] }, [['2026-01-01', 499.5, 'goods']])).toEqual([
    '2026-Q1 due 2026-04-30: social 500×12.3=62, training 500×0.1=1 → 63',
  ])
})
test('a nil quarter between two is declared', () => {
  expect(
    summary({}, [
      ['2026-01-01', 100, 'servicesBnc'],
      ['2026-07-01', 100, 'servicesBnc'],
    ]),
  ).toEqual([
    '2026-Q1 due 2026-04-30: social 100×25.6=26, training 100×0.2=0 → 26',
    '2026-Q2 due 2026-07-31:  → 0',
    '2026-Q3 due 2026-10-31: social 100×25.6=26, training 100×0.2=0 → 26',
  ])
})
test('a first return over two rates has a line for each', () => {
  expect(
    summary({ startDate: '2024-05-10' }, [
      ['2024-06-30', 1000, 'servicesBnc'],
      ['2024-07-01', 1000, 'servicesBnc'],
    ]),
  ).toEqual(['2024-Q3 due 2024-10-31: social 1000×21.1=211, social 1000×23.1=231, training 2000×0.2=4 → 446'])
})
test('ACRE of a business created before July 2026 lasts to the end of its third following quarter', () => {
  const receipts: [string, number, Receipt['nature']][] = [
    ['2024-03-20', 1000, 'servicesBnc'],
    ['2024-07-01', 1000, 'servicesBnc'],
    ['2024-12-31', 1000, 'servicesBnc'],
    ['2025-01-01', 1000, 'servicesBnc'],
  ]
  expect(summary({ startDate: '2024-03-15', acre: true }, receipts)).toEqual([
    '2024-Q2 due 2024-07-31 ACRE: social 1000×10.6=106, training 1000×0.2=2 → 108',
    '2024-Q3 due 2024-10-31 ACRE: social 1000×11.6=116, training 1000×0.2=2 → 118',
    '2024-Q4 due 2025-01-31 ACRE: social 1000×11.6=116, training 1000×0.2=2 → 118',
    '2025-Q1 due 2025-04-30: social 1000×24.6=246, training 1000×0.2=2 → 248',
  ])
})
test('after July 2026 ACRE takes off a quarter only', () => {
  expect(summary({ startDate: '2026-09-03', acre: true }, [['2026-09-10', 1000, 'servicesBnc']])).toEqual([
    '2026-Q4 due 2027-01-31 ACRE: social 1000×19.2=192, training 1000×0.2=2 → 194',
  ])
})
test.each([
  ['69', '0.48'],
  ['67', '0.65'],
  ['57', '0.83'],
])('a craftsman of %s pays %s %% to the chamber from the second year on', (departement, rate) => {
  const profile = {
    activities: [{ nature: 'servicesBic', craftsman: true }],
    startDate: '2025-02-01',
    departement,
    urssafRhythm: 'monthly',
  }
  const computed = compute(profile, [
    ['2025-12-31', 10_000, 'servicesBic'],
    ['2026-01-01', 10_000, 'servicesBic'],
  ])
  const chamber = computed.ok
    ? computed.value.map(({ lines }) => lines.filter(({ kind }) => kind === 'chamber').map((line) => line.rate / 1000))
    : []
  expect(chamber).toEqual([[], [Number(rate)]])
})
test('up to 5 000 € a year no chamber tax is due', () => {
  const goods = { activities: [{ nature: 'goods' }], startDate: '2020-01-01' }
  expect(summary(goods, [['2026-02-01', 5000, 'goods']])).toEqual([
    '2026-Q1 due 2026-04-30: social 5000×12.3=615, training 5000×0.1=5 → 620',
  ])
  expect(summary(goods, [['2026-02-01', 5000.01, 'goods']])).toEqual([
    '2026-Q1 due 2026-04-30: social 5000×12.3=615, training 5000×0.1=5, chamber 5000×0.015=1 → 621',
  ])
})
test('mixed activities with the flat income tax, each on its own base', () => {
  const profile = {
    activities: [{ nature: 'goods' }, { nature: 'servicesBnc', fund: 'cipav' }],
    flatIncomeTax: true,
    urssafRhythm: 'monthly',
  }
  expect(
    summary(profile, [
      ['2026-02-01', 1000, 'goods'],
      ['2026-02-28', 2000, 'servicesBnc'],
    ]),
  ).toEqual([
    '2026-02 due 2026-03-31: social 1000×12.3=123, training 1000×0.1=1, flat-income-tax 1000×1=10, social 2000×23.2=464, training 2000×0.2=4, flat-income-tax 2000×2.2=44 → 646',
  ])
})
test.each([
  ['2024-02-10', '2025-12-31', 2.1],
  ['2024-02-10', '2026-01-01', 6.2],
  ['2024-02-10', '2026-12-31', 6.2],
  ['2024-02-10', '2027-01-01', 8.2],
])('started in La Réunion on %s, goods sold on %s pay %s %%, uncertain', (startDate, on, rate) => {
  const computed = compute({ activities: [{ nature: 'goods' }], startDate, departement: '974', acre: true }, [
    [on, 1000, 'goods'],
  ])
  const line = computed.ok ? computed.value.at(-1)?.lines[0] : undefined
  expect([line && line.rate / 1000, line?.confidence]).toEqual([rate, 'uncertain'])
  expect(computed.ok && computed.value.at(-1)?.acre).toBe(false)
})
test('rates of 2027 are those of 2026, to be confirmed', () => {
  const computed = compute({}, [
    ['2026-12-31', 100, 'servicesBnc'],
    ['2027-01-01', 100, 'servicesBnc'],
  ])
  expect(computed.ok && computed.value.map(({ lines }) => lines[0]?.toConfirm)).toEqual([false, true])
})
test('a refund is deducted, and what is below zero is said, not carried', () => {
  const computed = compute({}, [
    ['2026-01-10', 1000, 'servicesBnc'],
    ['2026-02-10', -300, 'servicesBnc'],
    ['2026-04-10', -50, 'servicesBnc'],
  ])
  expect(
    computed.ok && computed.value.map(({ lines, negative, totalEuros }) => [lines[0]?.baseEuros, totalEuros, negative]),
  ).toEqual([
    [700, 180, undefined],
    [undefined, 0, -5000],
  ])
})
test.each<[string, object, [string, number, Receipt['nature']], string]>([
  ['before the start', {}, ['2019-12-31', 1, 'servicesBnc'], 'receipt-before-start'],
  ['after the end', { endDate: '2025-05-20' }, ['2025-05-21', 1, 'servicesBnc'], 'receipt-after-end'],
  ['of an activity that is not declared', {}, ['2026-01-01', 1, 'goods'], 'nature-not-in-profile'],
  [
    'of days whose rates nobody has entered',
    { startDate: '2020-01-01' },
    ['2022-09-30', 1, 'servicesBnc'],
    'rate-unknown',
  ],
])('refused: money %s', (_, profile, receipt, code) => {
  expect(summary(profile, [receipt])).toBe(code)
})
test('without receipts there is nothing', () => {
  expect(summary({}, [])).toEqual([])
})
test('a rate that the user typed holds from its day, until the law has a newer one', () => {
  const read = parseProfile({ activities: [{ nature: 'servicesBnc' }], startDate: '2020-01-01' })
  if (!read.ok) throw new Error('profile')
  const own = { value: rate(26_100), from: day('2026-07-01') }
  const computed = contributions(
    read.value,
    [
      { date: day('2026-06-30'), amount: cents(100_000), nature: 'servicesBnc' },
      { date: day('2026-07-01'), amount: cents(100_000), nature: 'servicesBnc' },
    ],
    {
      rates: new Map([
        ['social.bncSsi', [own]],
        ['training.bnc', [{ value: rate(900), from: day('2012-01-01') }]],
      ]),
    },
  )
  const lines = computed.ok ? computed.value.map((period) => period.lines) : []
  expect(lines.map(([social]) => [social?.rate, social?.changed])).toEqual([
    [25_600, undefined],
    [26_100, true],
  ])
  expect(lines.flatMap((all) => all.filter(({ kind }) => kind === 'training').map((line) => line.rate))).toEqual([
    200, 200,
  ])
})

import { day } from '@tabellion/shared/calendar'
import { parseProfile } from '@tabellion/shared/deadlines'
import { cents } from '@tabellion/shared/money'
import { expect, test } from 'vitest'
import { franchiseVerdict } from './franchise.ts'
import { type DatedTurnover, gauges } from './thresholds.ts'
import { whatIf } from './what-if.ts'

const sold = (date: string, euros: number, nature: DatedTurnover['nature'] = 'servicesBnc'): DatedTurnover => ({
  date: day(date),
  amount: cents(Math.round(euros * 100)),
  nature,
})
const gaugesOf = (turnover: DatedTurnover[], natures: DatedTurnover['nature'][], startDate: string, today: string) =>
  gauges({ received: turnover, performed: turnover }, { startDate: day(startDate), natures }, day(today))

test('services alone have their own limits', () => {
  expect(
    gaugesOf([sold('2026-03-01', 1000)], ['servicesBnc'], '2020-01-01', '2026-06-30').map(
      ({ id, limit }) => `${id} ${limit}`,
    ),
  ).toEqual(['micro-services 8360000', 'vat-services 3750000', 'vat-upper-services 4125000'])
})
test('with goods too, the whole has the limits of goods and the services keep theirs', () => {
  const made = gaugesOf(
    [sold('2026-03-01', 1000), sold('2026-03-02', 500, 'goods')],
    ['servicesBnc', 'goods'],
    '2020-01-01',
    '2026-06-30',
  )
  expect(made.map(({ id, limit, reached }) => `${id} ${reached}/${limit}`)).toEqual([
    'micro 150000/20310000',
    'micro-services 100000/8360000',
    'vat 150000/8500000',
    'vat-upper 150000/9350000',
    'vat-services 100000/3750000',
    'vat-upper-services 100000/4125000',
  ])
})
test('the first year counts its days', () => {
  const [micro, base] = gaugesOf([], ['servicesBnc'], '2026-06-12', '2026-06-30')
  expect([base?.limit, base?.prorated, micro?.limit]).toEqual([2_085_616, true, 4_649_534])
})
test('reaching a limit respects it, the next cent crosses it on its day', () => {
  const at = (cent: number) =>
    gaugesOf(
      [sold('2026-03-01', 37_500), sold('2026-05-05', cent / 100)],
      ['servicesBnc'],
      '2020-01-01',
      '2026-06-30',
    ).find(({ id }) => id === 'vat-services')
  expect(at(0)?.crossedOn).toBeUndefined()
  expect(at(1)?.crossedOn).toBe('2026-05-05')
})
test('at the present pace, the day of crossing', () => {
  // 181 days brought 18 100 €: 100 € a day; 19 400 € are left: crossed 195 days later, next year; the VAT base is.
  const pace = (euros: number) =>
    gaugesOf([sold('2026-02-01', euros)], ['servicesBnc'], '2020-01-01', '2026-06-30').find(
      ({ id }) => id === 'vat-services',
    )?.expectedOn
  expect(pace(18_100)).toBeUndefined()
  // 200 € a day, 1 300 € left: the seventh day exceeds.
  expect(pace(36_200)).toBe('2026-07-07')
  expect(pace(0)).toBeUndefined()
})
test('limits of 2027 are to be confirmed', () => {
  expect(gaugesOf([], ['servicesBnc'], '2020-01-01', '2027-06-30').map(({ toConfirm }) => toConfirm)).toEqual([
    true,
    true,
    true,
  ])
})
test.each<[string, DatedTurnover[], string, string, object]>([
  ['nothing crossed', [sold('2026-03-01', 37_500)], '2020-01-01', '2026-12-31', { kind: 'kept' }],
  ['base exceeded', [sold('2026-03-01', 37_500.01)], '2020-01-01', '2026-12-31', { kind: 'ends', from: '2027-01-01' }],
  ['upper limit reached', [sold('2026-03-01', 41_250)], '2020-01-01', '2026-12-31', { kind: 'ends' }],
  [
    'upper limit crossed',
    [sold('2026-03-01', 41_250), sold('2026-05-05', 0.01)],
    '2020-01-01',
    '2026-12-31',
    { kind: 'lost', from: '2026-05-05', because: 'upper-crossed' },
  ],
  [
    'base exceeded the year before',
    [sold('2025-03-01', 37_500.01)],
    '2020-01-01',
    '2026-01-01',
    { kind: 'lost', from: '2026-01-01', because: 'base-exceeded-last-year' },
  ],
  [
    'upper limit of the year of creation, by its days',
    [sold('2026-07-01', 22_941.79)],
    '2026-06-12',
    '2026-12-31',
    { kind: 'lost', from: '2026-07-01' },
  ],
  [
    'base of the year of creation, by its days',
    [sold('2025-07-01', 20_856.17)],
    '2025-06-12',
    '2026-01-01',
    { kind: 'lost', because: 'base-exceeded-last-year', limit: 2_085_616 },
  ],
  [
    'upper limit of the second year, whole',
    [sold('2025-07-01', 20_000), sold('2026-05-05', 41_250)],
    '2025-06-12',
    '2026-12-31',
    { kind: 'ends' },
  ],
  [
    'goods within theirs, services beyond',
    [sold('2026-03-01', 40_000, 'goods'), sold('2026-04-01', 41_250.01)],
    '2020-01-01',
    '2026-12-31',
    { kind: 'lost', from: '2026-04-01' },
  ],
  [
    'the whole beyond that of goods',
    [sold('2026-03-01', 60_000, 'goods'), sold('2026-04-01', 33_500.01)],
    '2020-01-01',
    '2026-12-31',
    { kind: 'lost', from: '2026-04-01', limit: 9_350_000 },
  ],
  [
    'crossed before 2025, from the first of the month',
    [sold('2024-05-15', 39_100.01)],
    '2020-01-01',
    '2024-12-31',
    { kind: 'lost', from: '2024-05-01' },
  ],
  ['a year without limits', [], '2020-01-01', '2022-12-31', { kind: 'unknown' }],
])('the franchise: %s', (_, turnover, start, today, verdict) => {
  expect(franchiseVerdict(turnover, day(start), day(today))).toMatchObject(verdict)
})
test('what if I invoiced 3 000 € more before the end of the year', () => {
  const read = parseProfile({ activities: [{ nature: 'servicesBnc' }], startDate: '2020-01-01' })
  if (!read.ok) throw new Error(JSON.stringify(read.problem))
  const compared = whatIf(
    { received: [sold('2026-03-01', 36_000)], performed: [sold('2026-03-01', 36_000)] },
    [sold('2026-12-31', 3000)],
    read.value,
    2026,
  )
  if (!compared.ok) throw new Error(compared.problem.code)
  expect(compared.value.asIs.franchise).toEqual({ kind: 'kept' })
  expect(compared.value.imagined.franchise).toMatchObject({ kind: 'ends', from: '2027-01-01' })
  expect(compared.value.imagined.contributionEuros - compared.value.asIs.contributionEuros).toBe(768 + 6)
})

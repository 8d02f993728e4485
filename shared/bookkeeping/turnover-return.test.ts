import { day, period } from '@tabellion/shared/calendar'
import { parseProfile } from '@tabellion/shared/deadlines'
import { cents } from '@tabellion/shared/money'
import { expect, test } from 'vitest'
import type { Payment, ReceiptCategory } from './payment.ts'
import { entriesToAppend } from './receipts-book.ts'
import { sealPeriod } from './sealing.ts'
import { prepareReturn } from './turnover-return.ts'

const profileOf = (more: object) => {
  const read = parseProfile({ activities: [{ nature: 'servicesBnc' }], startDate: '2020-01-01', ...more })
  if (!read.ok) throw new Error(JSON.stringify(read.problem))
  return read.value
}
const payment = (
  key: string,
  date: string,
  amount: number,
  category: ReceiptCategory = 'servicesBnc',
  vat = 0,
): Payment => ({
  key,
  date: day(date),
  parts: [{ category, amount: cents(amount), vat: cents(vat) }],
  method: 'transfer',
  document: key,
  client: 'X',
  nature: 'Y',
})

test('the boxes are whole euros excluding VAT, the cost follows', () => {
  const profile = profileOf({ activities: [{ nature: 'servicesBnc' }, { nature: 'goods' }] })
  const book = entriesToAppend(
    [],
    [payment('a', '2026-01-10', 120_060, 'servicesBnc', 20_010), payment('b', '2026-03-31', 5050, 'goods')],
    profile,
    [],
  )
  const prepared = prepareReturn(book, profile, period('2026-Q1'), day('2026-04-10'))
  expect(prepared.ok && prepared.value).toMatchObject({
    period: '2026-Q1',
    due: '2026-04-30',
    boxes: [
      { label: 'Vente de marchandises (BIC)', euros: 51 },
      { label: 'Autres prestations de services (BNC)', euros: 1001 },
    ],
    contributions: { totalEuros: 256 + 2 + 6 },
    lateEntries: [],
    negative: {},
  })
})
test('a late entry is declared with the open period, at the rates of that period', () => {
  const profile = profileOf({})
  const first = entriesToAppend([], [payment('a', '2025-12-10', 10_000)], profile, [])
  const seal = sealPeriod(first, [], period('2025-Q4'), profile, day('2026-01-05'))
  if (!seal.ok) throw new Error(seal.problem.code)
  const book = [
    ...first,
    ...entriesToAppend(first, [payment('a', '2025-12-10', 10_000), payment('late', '2025-12-31', 100_000)], profile, [
      seal.value,
    ]),
  ]
  const prepared = prepareReturn(book, profile, period('2026-Q1'), day('2026-04-10'))
  expect(prepared.ok && prepared.value).toMatchObject({
    boxes: [{ euros: 1000 }],
    contributions: { lines: [{ baseEuros: 1000, rate: 25_600 }, { kind: 'training' }] },
    lateEntries: [{ payment: 'late', date: '2025-12-31' }],
  })
})
test('refunds beyond receipts leave an empty box and are said', () => {
  const profile = profileOf({})
  const book = entriesToAppend([], [payment('a', '2026-01-10', -5000)], profile, [])
  const prepared = prepareReturn(book, profile, period('2026-Q1'), day('2026-04-10'))
  expect(prepared.ok && prepared.value).toMatchObject({ boxes: [{ euros: 0 }], negative: { servicesBnc: -5000 } })
})
test('a period that is none of the profile is refused', () => {
  expect(prepareReturn([], profileOf({}), period('2026-03'), day('2026-04-10'))).toMatchObject({
    ok: false,
    problem: { code: 'period-unknown' },
  })
})

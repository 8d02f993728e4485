import { addDays, day, period } from '@tabellion/shared/calendar'
import { cents, percent } from '@tabellion/shared/money'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Allocation,
  allocateToGroups,
  type BookedDocument,
  type DocumentGroup,
  paymentParts,
} from './allocation.ts'
import { vatDue, vatSummary } from './vat-summary.ts'

const group = (category: DocumentGroup['category'], rate: string, base: number, tax: number): DocumentGroup => ({
  category,
  rate: percent(rate),
  base: cents(base),
  tax: cents(tax),
})
const invoice = (
  number: string,
  issued: string,
  groups: DocumentGroup[],
  more: Partial<BookedDocument> = {},
): BookedDocument => ({
  number,
  kind: 'standard',
  issued: day(issued),
  groups,
  ...more,
})
const paid = (document: string, date: string, amount: number): Allocation => ({
  document,
  date: day(date),
  amount: cents(amount),
})
const show = (...given: Parameters<typeof vatDue>) =>
  vatDue(...given).map(({ base, date, document, tax, why }) => `${date} ${document} ${base}+${tax} ${why}`)

const service = invoice('F1', '2026-03-20', [group('servicesBnc', '20', 100_000, 20_000)])
test('services: VAT falls due with the money, in proportion', () => {
  expect(show([service], [paid('F1', '2026-04-02', 40_000), paid('F1', '2026-05-02', 80_000)], 'receipts')).toEqual([
    '2026-04-02 F1 33333+6667 receipt',
    '2026-05-02 F1 66667+13333 receipt',
  ])
})
test('by option, on the debit: the day of the invoice, paid or not', () => {
  expect(show([service], [], 'debits')).toEqual(['2026-03-20 F1 100000+20000 debit'])
})
test('goods: on delivery, even unpaid', () => {
  const goods = invoice('F2', '2026-04-05', [group('goods', '5.5', 10_000, 550)], { delivered: day('2026-03-31') })
  expect(show([goods], [], 'receipts')).toEqual(['2026-03-31 F2 10000+550 delivery'])
})
test('a deposit on goods falls due when it is received, the balance on delivery for the rest', () => {
  const deposit = invoice('F3', '2026-01-10', [group('goods', '20', 30_000, 6000)], { kind: 'deposit' })
  const balance = invoice('F4', '2026-03-10', [group('goods', '20', 100_000, 20_000)], {
    kind: 'balance',
    deducts: ['F3'],
  })
  expect(
    show([deposit, balance], [paid('F3', '2026-01-20', 36_000), paid('F4', '2026-04-01', 84_000)], 'receipts'),
  ).toEqual(['2026-01-20 F3 30000+6000 receipt', '2026-03-10 F4 70000+14000 delivery'])
})
test('a credit note of an unpaid service returns no VAT, one that is refunded does', () => {
  const credit = invoice('AV1', '2026-04-10', [group('servicesBnc', '20', -50_000, -10_000)], {
    kind: 'credit',
    corrects: 'F1',
  })
  expect(show([service, credit], [paid('F1', '2026-05-01', 60_000)], 'receipts')).toEqual([
    '2026-05-01 F1 50000+10000 receipt',
  ])
  expect(
    show([service, credit], [paid('F1', '2026-04-01', 120_000), paid('AV1', '2026-05-01', -60_000)], 'receipts'),
  ).toEqual(['2026-04-01 F1 100000+20000 receipt', '2026-05-01 AV1 -50000+-10000 receipt'])
})
test('a mixed invoice: one payment, each part in its category', () => {
  const mixed = invoice('F5', '2026-03-01', [
    group('goods', '20', 10_000, 2000),
    group('servicesBic', '10', 20_000, 2000),
    group('servicesBic', '20', 5000, 1000),
  ])
  expect(paymentParts(allocateToGroups([mixed], [paid('F5', '2026-03-05', 40_000)]))).toEqual([
    { category: 'goods', amount: 12_000, vat: 2000 },
    { category: 'servicesBic', amount: 28_000, vat: 3000 },
  ])
})
test('what is paid beyond bears no VAT', () => {
  expect(show([service], [paid('F1', '2026-04-02', 125_000)], 'receipts')).toEqual([
    '2026-04-02 F1 105000+20000 receipt',
  ])
})
test('a period sums by rate, highest first', () => {
  const other = invoice('F6', '2026-05-01', [group('servicesBic', '10', 5000, 500)])
  const due = vatDue(
    [service, other],
    [paid('F1', '2026-04-02', 120_000), paid('F6', '2026-06-30', 5500), paid('F6', '2026-07-01', 10)],
    'receipts',
  )
  expect(vatSummary(due, period('2026-Q2'))).toEqual({
    period: '2026-Q2',
    rates: [
      { rate: percent('20'), base: 100_000, tax: 20_000 },
      { rate: percent('10'), base: 5000, tax: 500 },
    ],
    tax: 20_500,
  })
})
test('however it is paid, shares sum to the payment and the VAT of a paid invoice is its own', () => {
  const groups = fc.array(
    fc.record({
      base: fc.integer({ min: 1, max: 1_000_000 }),
      at: fc.nat(3),
      category: fc.constantFrom('goods' as const, 'servicesBic' as const),
    }),
    { minLength: 1, maxLength: 4 },
  )
  fc.assert(
    fc.property(groups, fc.array(fc.nat(1000), { maxLength: 5 }), (made, cuts) => {
      const rates = ['20', '10', '5.5', '2.1']
      const unique = [
        ...new Map(
          made.map(({ at, base, category }) => [
            `${category}${at}`,
            group(category, rates[at] ?? '20', base, Math.round((base * Number(rates[at])) / 100)),
          ]),
        ).values(),
      ]
      const document = invoice('F', '2026-01-01', unique)
      const total = unique.reduce((sum, { base, tax }) => sum + base + tax, 0)
      const points = [...cuts.map((cut) => Math.round((total * cut) / 1000)), 0, total].sort((a, b) => a - b)
      const allocations = points.slice(1).map(
        (point, index): Allocation => ({
          document: 'F',
          date: addDays(day('2026-01-01'), index),
          amount: cents(point - (points[index] ?? 0)),
        }),
      )
      const shares = allocateToGroups([document], allocations)
      for (const allocation of allocations)
        expect(
          shares.filter((share) => share.allocation === allocation).reduce((sum, { amount }) => sum + amount, 0),
        ).toBe(allocation.amount)
      const vat = shares.reduce((sum, share) => sum + share.vat, 0)
      const tax = unique.reduce((sum, each) => sum + each.tax, 0)
      expect(vat).toBe(tax)
    }),
  )
})

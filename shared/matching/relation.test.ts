import { day, ordinal } from '@tabellion/shared/calendar'
import { cents, percent } from '@tabellion/shared/money'
import { expect, test } from 'vitest'
import { addInvoices, emptyInvoiceIndex } from './invoice-index.ts'
import { relationTo } from './relation.ts'
import { invoice, SELLER } from './testing.ts'

function relate(received: number, euros: number, more: Parameters<typeof invoice>[3] = {}) {
  const index = emptyInvoiceIndex()
  addInvoices(index, [invoice('F1', 'c', euros, more)])
  const item = index.byId.get('F1')
  return item && relationTo(Math.round(received * 100), item.open, item, ordinal(day('2026-06-10')), SELLER)
}

test.each([
  [1_000, 'exact', 100_000],
  [999.99, 'penny', 100_000],
  [1_000.75, 'pennies', 100_000],
  [300, 'share', 30_000],
  [200, 'share', 20_000],
  [166.67, 'equal-part', 16_667],
  [410, 'round-part', 41_000],
  [417.31, 'part', 41_731],
  [980, 'usual-discount', 100_000],
  [988, 'round-fee', 100_000],
  [992.37, 'fee', 100_000],
  [833.33, 'without-vat', 83_333],
  [1_040, 'flat-penalty', 100_000],
  [1_063.3, 'interest', 100_000],
  [1_005, 'over', 100_000],
  [1_050, 'over', 100_000],
] as const)('%d received of 1 000 owed is %s', (received, code, settles) => {
  const relation = relate(received, 1_000)
  expect(relation && [relation.code, relation.settles]).toEqual([code, settles])
})

test('twice the amount says nothing of this invoice', () => {
  expect(relate(2_000, 1_000)).toBeUndefined()
})

test('rounded up to the next ten euros', () => {
  expect(relate(480, 473.2)?.code).toBe('rounded-up')
})

test('an agreed discount, and the next instalment, come before any accident of the amount', () => {
  expect(relate(970, 1_000, { discount: { rate: percent('3'), withinDays: 8 } })?.code).toBe('discount')
  const instalments = [
    { dueOn: day('2026-03-15'), amount: cents(50_000) },
    { dueOn: day('2026-04-15'), amount: cents(50_000) },
  ]
  expect(relate(500, 1_000, { instalments })).toMatchObject({ code: 'instalment', instalment: 1 })
  expect(relate(500, 1_000, { instalments, open: cents(50_000) })?.code).toBe('exact')
})

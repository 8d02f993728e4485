import { day } from '@tabellion/shared/calendar'
import { cents, percent } from '@tabellion/shared/money'
import { describe, expect, test } from 'vitest'
import type { MatchInvoice } from './model.ts'
import { client, delaunay, firstOf, line, matchOne, others, reasonsOf } from './testing.ts'

// One invoice, its amount or not quite: each situation's smallest example: what is found, what is decided, and what is said of it.

describe('one invoice', () => {
  test('its number and its amount: automatic, even without a name', () => {
    const found = matchOne([delaunay('F2026-012', 480.5), ...others], line('VIR SEPA FACTURE F2026-012', 480.5))
    expect([found.decision, firstOf(found)]).toEqual(['automatic', ['F2026-012']])
    expect(reasonsOf(found)).toEqual(expect.arrayContaining(['number-cited', 'amount-exact']))
  })
  test('the client and the amount: automatic, even without a number', () => {
    const found = matchOne(
      [delaunay('F2026-012', 480.5), ...others],
      line('VIR SEPA GALERIE DELAUNAY PRESTATION', 480.5),
    )
    expect([found.decision, firstOf(found)]).toEqual(['automatic', ['F2026-012']])
    expect(reasonsOf(found)).toEqual(expect.arrayContaining(['payer-named', 'amount-exact']))
  })
  test('paid late, or a little before it is issued', () => {
    for (const bookedOn of [day('2026-09-14'), day('2026-02-24')]) {
      const found = matchOne(
        [delaunay('F2026-012', 480.5), ...others],
        line('VIR SEPA GALERIE DELAUNAY F2026-012', 480.5, { bookedOn }),
      )
      expect([found.decision, firstOf(found)]).toEqual(['automatic', ['F2026-012']])
    }
  })
  test('the oldest of equal invoices, and it says so', () => {
    const invoices = [
      delaunay('F2026-012', 90),
      delaunay('F2026-007', 90, { issuedOn: day('2026-02-02'), dueOn: day('2026-03-04') }),
    ]
    const found = matchOne(invoices, line('VIR SEPA GALERIE DELAUNAY', 90))
    expect(firstOf(found)).toEqual(['F2026-007'])
    expect(found.proposals[0]?.reasons).toContainEqual({ code: 'oldest-of-equals', equals: 1, weight: 0 })
  })
  test('the month in the label tells equal invoices apart', () => {
    const subscription = (number: string, month: string, issuedOn: string) =>
      delaunay(number, 90, { subject: `Abonnement ${month} 2026`, issuedOn: day(issuedOn), dueOn: day('2026-04-15') })
    const invoices = [
      subscription('F2026-007', 'février', '2026-02-02'),
      subscription('F2026-012', 'mars', '2026-03-02'),
    ]
    const found = matchOne(invoices, line('VIR SEPA GALERIE DELAUNAY ABONNEMENT MARS', 90))
    expect(firstOf(found)).toEqual(['F2026-012'])
    expect(reasonsOf(found)).toContain('month-named')
  })
  test('the day of the invoice in the label', () => {
    const invoices = [delaunay('F2026-007', 90, { issuedOn: day('2026-02-03') }), delaunay('F2026-012', 90)]
    const found = matchOne(invoices, line('VIR SEPA GALERIE DELAUNAY FACTURE DU 02/03/2026', 90))
    expect(firstOf(found)).toEqual(['F2026-012'])
    expect(reasonsOf(found)).toContain('date-cited')
  })
  test('by the order number of the client', () => {
    const invoices = [delaunay('F2026-012', 480.5, { purchaseOrder: 'BC-77120' }), ...others]
    const found = matchOne(invoices, line('VIR SEPA SERVICE ACHATS BC 77120', 480.5))
    expect(firstOf(found)).toEqual(['F2026-012'])
    expect(found.proposals[0]?.reasons).toContainEqual(expect.objectContaining({ code: 'number-cited', how: 'order' }))
  })
})

describe('not quite the amount', () => {
  const found = (bankLine: ReturnType<typeof line>, more: Partial<MatchInvoice> = {}) =>
    matchOne([delaunay('F2026-012', 1_000, more), ...others], bankLine)
  test('a cent short', () => {
    const short = found(line('VIR SEPA GALERIE DELAUNAY F2026-012', 999.99))
    expect([short.decision, short.proposals[0]?.allocations]).toEqual([
      'automatic',
      [{ invoiceId: 'F2026-012', amount: 100_000 }],
    ])
    expect(reasonsOf(short)).toContain('cents-apart')
  })
  test('a part of it, when the number is cited', () => {
    const part = found(line('VIR SEPA GALERIE DELAUNAY ACOMPTE F2026-012', 300))
    expect(part.proposals[0]).toMatchObject({
      allocations: [{ invoiceId: 'F2026-012', amount: 30_000 }],
      difference: 0,
    })
    expect(reasonsOf(part)).toEqual(expect.arrayContaining(['share-of-total', 'reason-in-words']))
  })
  test('the balance after a deposit', () => {
    const rest = found(line('VIR SEPA GALERIE DELAUNAY SOLDE', 700), { open: cents(70_000) })
    expect([rest.decision, firstOf(rest)]).toEqual(['automatic', ['F2026-012']])
  })
  test('the next instalment of the schedule', () => {
    const instalments = [
      { dueOn: day('2026-03-15'), amount: cents(33_333) },
      { dueOn: day('2026-04-15'), amount: cents(33_333) },
      { dueOn: day('2026-05-15'), amount: cents(33_334) },
    ]
    const second = found(line('VIR SEPA GALERIE DELAUNAY', 333.33), { instalments, open: cents(66_667) })
    expect([second.decision, second.proposals[0]?.allocations]).toEqual([
      'automatic',
      [{ invoiceId: 'F2026-012', amount: 33_333 }],
    ])
    expect(second.proposals[0]?.reasons).toContainEqual(expect.objectContaining({ code: 'instalment', number: 2 }))
  })
  test('less the agreed discount: settled whole', () => {
    const paid = found(line('VIR SEPA GALERIE DELAUNAY F2026-012 ESCOMPTE', 980, { bookedOn: day('2026-03-06') }), {
      discount: { rate: percent('2'), withinDays: 8 },
    })
    expect([paid.decision, paid.proposals[0]?.allocations]).toEqual([
      'automatic',
      [{ invoiceId: 'F2026-012', amount: 100_000 }],
    ])
    expect(paid.proposals[0]?.difference).toBe(-2_000)
    expect(reasonsOf(paid)).toContain('discount')
  })
  test('less the fee a bank keeps', () => {
    const paid = matchOne([delaunay('F2026-012', 1_000), ...others], line('VIR SEPA GALERIE DELAUNAY F2026-012', 988), {
      clients: [
        client('Galerie Delaunay', { foreign: true }),
        client('Menuiserie Vasseur'),
        client('Cabinet Thébault'),
      ],
    })
    expect(firstOf(paid)).toEqual(['F2026-012'])
    expect(reasonsOf(paid)).toContain('bank-fee')
  })
  test('with the flat indemnity of a late payment: the invoice is settled, the indemnity is left over', () => {
    const paid = found(
      line('VIR SEPA GALERIE DELAUNAY F2026-012 AVEC PENALITES', 1_040, { bookedOn: day('2026-06-10') }),
    )
    expect(paid.proposals[0]).toMatchObject({
      allocations: [{ invoiceId: 'F2026-012', amount: 100_000 }],
      difference: 4_000,
    })
    expect(reasonsOf(paid)).toContain('late-fee')
  })
  test('with interest at the printed rate, counted to the day', () => {
    const interest = Math.round((100_000 * 0.1215 * 70) / 365)
    const paid = found(
      line('VIR SEPA GALERIE DELAUNAY F2026-012', (100_000 + 4_000 + interest) / 100, { bookedOn: day('2026-06-10') }),
    )
    expect(paid.proposals[0]?.allocations).toEqual([{ invoiceId: 'F2026-012', amount: 100_000 }])
    expect(reasonsOf(paid)).toContain('late-fee')
  })
  test('without its VAT: asked, and only what was paid is settled', () => {
    const paid = matchOne([delaunay('F2026-012', 1_200), ...others], line('VIR SEPA GALERIE DELAUNAY F2026-012', 1_000))
    expect([paid.decision, paid.proposals[0]?.allocations]).toEqual([
      'suggest',
      [{ invoiceId: 'F2026-012', amount: 100_000 }],
    ])
    expect(reasonsOf(paid)).toContain('without-vat')
  })
})

import { day } from '@tabellion/shared/calendar'
import { cents, percent } from '@tabellion/shared/money'
import { describe, expect, test } from 'vitest'
import { createMatcher } from './matcher.ts'
import type { MatchInvoice } from './model.ts'
import { client, firstOf, invoice, ledger, line, matchOne, matchWith, reasonsOf } from './testing.ts'

// Each situation's smallest example: what is found, what is decided, and what is said of it.

const delaunay = (number: string, euros: number, more: Partial<MatchInvoice> = {}) =>
  invoice(number, 'Galerie Delaunay', euros, more)
const others = [invoice('F2026-090', 'Menuiserie Vasseur', 75), invoice('F2026-091', 'Cabinet Thébault', 1_120)]

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

describe('several at once', () => {
  const three = [delaunay('F2026-010', 120.5), delaunay('F2026-011', 80.25), delaunay('F2026-012', 310)]
  test('all that is due', () => {
    const found = matchOne([...three, ...others], line('VIR SEPA GALERIE DELAUNAY', 510.75))
    expect([found.decision, firstOf(found)]).toEqual(['automatic', ['F2026-010', 'F2026-011', 'F2026-012']])
    expect(reasonsOf(found)).toEqual(expect.arrayContaining(['sum-exact', 'all-that-is-due']))
  })
  test('the first and the third, listed by their last figures', () => {
    const found = matchOne([...three, ...others], line('VIR SEPA GALERIE DELAUNAY F2026-010/012', 430.5))
    expect([found.decision, firstOf(found)]).toEqual(['automatic', ['F2026-010', 'F2026-012']])
  })
  test('from one number to another', () => {
    const found = matchOne([...three, ...others], line('VIR SEPA GALERIE DELAUNAY FACTURES 10 A 12', 510.75))
    expect(firstOf(found)).toEqual(['F2026-010', 'F2026-011', 'F2026-012'])
    expect(found.proposals[0]?.reasons.filter(({ code }) => code === 'number-cited')).toHaveLength(3)
  })
  test('less a credit note', () => {
    const credit = invoice('AV2026-001', 'Galerie Delaunay', -60.5, { creditOf: 'F2026-012' })
    const found = matchOne([...three, credit, ...others], line('VIR SEPA GALERIE DELAUNAY F2026-012 AV2026-001', 249.5))
    expect([found.decision, found.proposals[0]?.allocations]).toEqual([
      'automatic',
      [
        { invoiceId: 'AV2026-001', amount: -6_050 },
        { invoiceId: 'F2026-012', amount: 31_000 },
      ],
    ])
  })
  test('several payments for one invoice, each taking what is left', () => {
    const matcher = createMatcher(ledger([delaunay('F2026-012', 1_000), ...others]))
    const [first, second] = matcher.match([
      line('VIR SEPA GALERIE DELAUNAY ACOMPTE F2026-012', 400),
      line('VIR SEPA GALERIE DELAUNAY SOLDE F2026-012', 600, { bookedOn: day('2026-04-20') }),
    ])
    expect([first, second].map((found) => found?.proposals[0]?.allocations[0]?.amount)).toEqual([40_000, 60_000])
  })
})

describe('gathered payments', () => {
  test('a processor pays out one invoice less its fee', () => {
    const found = matchOne(
      [delaunay('F2026-012', 200, { method: 'stripe' }), ...others],
      line('VIR SEPA STRIPE PAYMENTS 8842', 196.75, { bookedOn: day('2026-03-10') }),
    )
    expect([found.decision, found.proposals[0]?.allocations]).toEqual([
      'automatic',
      [{ invoiceId: 'F2026-012', amount: 20_000 }],
    ])
    expect(found.proposals[0]?.reasons).toContainEqual(
      expect.objectContaining({ code: 'processor-fee', difference: -325 }),
    )
  })
  test('and several, each less its own', () => {
    const invoices = [
      delaunay('F2026-012', 200, { method: 'stripe' }),
      invoice('F2026-013', 'Léa Quéré', 59, { method: 'stripe' }),
      ...others,
    ]
    const found = matchOne(
      invoices,
      line('VIR SEPA STRIPE PAYMENTS 8842', 196.75 + 57.86, { bookedOn: day('2026-03-10') }),
    )
    expect(firstOf(found)).toEqual(['F2026-012', 'F2026-013'])
  })
  test('a deposit of two cheques of people who pay by cheque', () => {
    const invoices = [invoice('F2026-012', 'Léa Quéré', 61.5), invoice('F2026-013', 'Hervé Jaouen', 142), ...others]
    const clients = ['Léa Quéré', 'Hervé Jaouen'].map((name) => client(name, { consumer: true }))
    const confirmed = clients.map(({ id }) => ({
      line: line('REMISE CHEQUES 4410', 40, { bookedOn: day('2026-01-12') }),
      allocations: [],
      clientId: id,
    }))
    const found = matchOne(invoices, line('REMISE DE 2 CHEQUES 7731204', 203.5), {
      clients: [...clients, client('Menuiserie Vasseur'), client('Cabinet Thébault')],
      confirmed,
    })
    expect([found.decision, firstOf(found)]).toEqual(['suggest', ['F2026-012', 'F2026-013']])
    expect(reasonsOf(found)).toContain('usual-means')
  })
})

describe('money that leaves', () => {
  const credit = invoice('AV2026-001', 'Galerie Delaunay', -60.5)
  test('the refund of a credit note', () => {
    const found = matchOne([credit, ...others], line('VIR EMIS GALERIE DELAUNAY', -60.5))
    expect([found.decision, found.proposals[0]?.allocations]).toEqual([
      'automatic',
      [{ invoiceId: 'AV2026-001', amount: -6_050 }],
    ])
  })
  test('a payment that comes back opens the invoice again', () => {
    const matcher = createMatcher(ledger([delaunay('F2026-012', 480), ...others]))
    matcher.confirm({
      line: line('VIR GALERIE DELAUNAY F2026-012', 480),
      allocations: [{ invoiceId: 'F2026-012', amount: cents(48_000) }],
    })
    const found = matchWith(
      matcher,
      line('REJET VIR GALERIE DELAUNAY F2026-012', -480, { bookedOn: day('2026-04-09') }),
    )
    expect(found.proposals[0]?.allocations).toEqual([{ invoiceId: 'F2026-012', amount: -48_000 }])
    expect(reasonsOf(found)).toContain('taken-back')
  })
  test('a purchase is nothing', () => {
    expect(matchOne([delaunay('F2026-012', 480), ...others], line('CARTE 02/04 LEROY MERLIN', -480)).decision).toBe(
      'none',
    )
  })
})

describe('the same operation twice', () => {
  const invoices = [delaunay('F2026-012', 480), ...others]
  test('once from the page, once from the file: the cut one is the copy', () => {
    const page = line('Vir Sepa Galerie Delaun', 480, { source: 'page', bookedOn: day('2026-04-02') })
    const file = line('VIR SEPA GALERIE DELAUNAY F2026-012', 480, { source: 'csv', bookedOn: day('2026-04-03') })
    const [first, second] = createMatcher(ledger(invoices)).match([page, file])
    expect([first?.decision, first?.duplicateOf, second?.decision, second?.repeatedBy]).toEqual([
      'none',
      file.id,
      'automatic',
      page.id,
    ])
  })
  test('twice in one source: two operations (C-17)', () => {
    const lines = [1, 2].map(() => line('VIR SEPA GALERIE DELAUNAY', 480, { source: 'csv' }))
    const found = createMatcher(ledger([...invoices, delaunay('F2026-013', 480)])).match(lines)
    expect(found.map(({ duplicateOf }) => duplicateOf)).toEqual([undefined, undefined])
    expect(new Set(found.flatMap(firstOf))).toEqual(new Set(['F2026-012', 'F2026-013']))
  })
})

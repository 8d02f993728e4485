import { day } from '@tabellion/shared/calendar'
import { cents } from '@tabellion/shared/money'
import { describe, expect, test } from 'vitest'
import { createMatcher } from './matcher.ts'
import { client, delaunay, firstOf, invoice, ledger, line, matchOne, matchWith, others, reasonsOf } from './testing.ts'

// Several invoices or several payments: each situation's smallest example: what is found, what is decided, and what is said of it.

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

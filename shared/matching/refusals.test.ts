import { day } from '@tabellion/shared/calendar'
import { cents } from '@tabellion/shared/money'
import { describe, expect, test } from 'vitest'
import { createMatcher } from './matcher.ts'
import { client, firstOf, invoice, ledger, line, matchOne, matchWith, reasonsOf } from './testing.ts'

// What the systems read for the report got wrong, or learnt to refuse: each is a line that must not be ticked by itself.

describe('the amount alone', () => {
  test('never decides, even when only one open invoice has it', () => {
    const found = matchOne([invoice('F2026-001', 'Menuiserie Vasseur', 1_234.56)], line('VIREMENT', 1_234.56))
    expect(found.decision).not.toBe('automatic')
  })
  test('from a stranger is not even proposed when the words are personal', () => {
    const found = matchOne(
      [invoice('F2026-001', 'Menuiserie Vasseur', 250)],
      line('VIR INST MME LUCIE TESSIER ANNIVERSAIRE', 250),
    )
    expect(found.decision).toBe('none')
  })
  test('from another client, clearly named, is not proposed', () => {
    const invoices = [invoice('F2026-001', 'Menuiserie Vasseur', 480.5), invoice('F2026-002', 'Galerie Delaunay', 90)]
    expect(matchOne(invoices, line('VIR SEPA GALERIE DELAUNAY REMBOURSEMENT FRAIS', 480.5)).decision).toBe('none')
  })
  test('from oneself pays nothing', () => {
    expect(
      matchOne([invoice('F2026-001', 'Menuiserie Vasseur', 300)], line('VIR CAMILLE ORME EPARGNE', 300)).decision,
    ).toBe('none')
  })
})

describe('names', () => {
  test('never pay on one shared word', () => {
    const invoices = [invoice('F2026-001', 'Atelier Vasseur Conseil', 640)]
    expect(matchOne(invoices, line('VIR SEPA BRETAGNE CONSEIL', 640)).decision).not.toBe('automatic')
  })
  test('HUBER is not UBER', () => {
    const found = matchOne(
      [invoice('F2026-001', 'Huber', 35.4), invoice('F2026-002', 'Galerie Delaunay', 90)],
      line('VIR SEPA UBER BV', 35.4),
    )
    expect(found.decision).not.toBe('automatic')
    expect(reasonsOf(found)).not.toContain('payer-named')
  })
  test('a longer name is not the shorter one inside it', () => {
    const found = matchOne(
      [invoice('F2026-001', 'Nova', 500), invoice('F2026-002', 'Nova Conseil', 500)],
      line('VIR SEPA NOVA CONSEIL', 500),
    )
    expect(firstOf(found)).toEqual(['F2026-002'])
  })
  test('a surname alone decides only for a private client whom nobody shares it with', () => {
    const invoices = [invoice('F2026-001', 'Lou Tessier', 642.5)]
    const label = 'VIR M OU MME TESSIER FACTURE'
    const asked = (clients: readonly ReturnType<typeof client>[]) =>
      matchOne(invoices, line(label, 642.5), { clients: [...clients, client('Galerie Delaunay')] }).decision
    expect(asked([client('Lou Tessier', { consumer: true })])).toBe('automatic')
    expect(asked([client('Lou Tessier')])).not.toBe('automatic')
    expect(asked([client('Lou Tessier', { consumer: true }), client('Zoé Tessier', { consumer: true })])).not.toBe(
      'automatic',
    )
  })
  test('a word of the client’s own name is not about anything else', () => {
    const invoices = [invoice('F2026-001', 'Vasseur Voyages', 810.4)]
    expect(matchOne(invoices, line('VIR SEPA VASSEUR VOYAGES', 810.4)).decision).toBe('automatic')
  })
  test('two clients of the same name: asked', () => {
    const invoices = [invoice('F2026-001', 'a', 500), invoice('F2026-002', 'b', 500)]
    const clients = [client('Paul Martin', { id: 'a' }), client('Paul Martin', { id: 'b' })]
    expect(matchOne(invoices, line('VIR M PAUL MARTIN', 500), { clients }).decision).toBe('suggest')
  })
})

describe('numbers', () => {
  test('voucher 14 is not inside 1814', () => {
    const found = matchOne(
      [invoice('FA-14', 'Menuiserie Vasseur', 200), invoice('FA-15', 'Galerie Delaunay', 90)],
      line('VIR SEPA DUPOND REF 1814', 75),
    )
    expect(found.decision).toBe('none')
  })
  test('3431 is not what is left of the digits of a34bc3xxx1', () => {
    const found = matchOne([invoice('3431', 'Menuiserie Vasseur', 200)], line('VIR SEPA DUPOND A34BC3XXX1', 200))
    expect(reasonsOf(found)).not.toContain('number-cited')
    expect(found.decision).not.toBe('automatic')
  })
  test('a number with another amount and another name is no match', () => {
    const found = matchOne(
      [invoice('F2026-001', 'Menuiserie Vasseur', 200)],
      line('VIR SEPA MAIF SINISTRE F2026-001', 75.12),
    )
    expect(found.decision).not.toBe('automatic')
  })
  test('a date is not a number', () => {
    const found = matchOne([invoice('F2026-12', 'Menuiserie Vasseur', 200)], line('VIR SEPA DUPOND LE 12/03/2026', 200))
    expect(reasonsOf(found)).not.toContain('number-cited')
  })
  test('the number of a file, a contract or a policy is not the number of an invoice', () => {
    for (const word of ['DOSSIER', 'CONTRAT', 'POLICE', 'CLIENT']) {
      const found = matchOne(
        [invoice('F2026-0127', 'Menuiserie Vasseur', 200)],
        line(`VIR SEPA ORGANISME ${word} 0127`, 80),
      )
      expect(found.decision, word).toBe('none')
    }
  })
  test('a settled number is no reason to guess another invoice by the name', () => {
    const invoices = [
      invoice('F2026-001', 'Menuiserie Vasseur', 200, { open: cents(0) }),
      invoice('F2026-002', 'Menuiserie Vasseur', 340),
    ]
    const found = matchOne(invoices, line('VIR MENUISERIE VASSEUR F2026-001', 200))
    expect(found.decision).not.toBe('automatic')
    expect(found.paidTwice).toBe('F2026-001')
  })
})

describe('sums', () => {
  test('5 000 = A, or B + C: asked', () => {
    const invoices = [
      invoice('F2026-001', 'Galerie Delaunay', 5_000, { issuedOn: day('2026-02-27') }),
      invoice('F2026-002', 'Galerie Delaunay', 3_000, { issuedOn: day('2026-03-01') }),
      invoice('F2026-003', 'Galerie Delaunay', 2_000),
    ]
    const found = matchOne(invoices, line('VIR SEPA GALERIE DELAUNAY', 5_000))
    expect(found.decision).toBe('suggest')
    expect(
      found.proposals
        .slice(0, 2)
        .map(({ allocations }) => allocations.length)
        .sort(),
    ).toEqual([1, 2])
  })
  test('a sum across clients that nothing names is not proposed', () => {
    const invoices = [invoice('F2026-001', 'Menuiserie Vasseur', 120), invoice('F2026-002', 'Galerie Delaunay', 80)]
    expect(matchOne(invoices, line('VIREMENT', 200)).decision).toBe('none')
  })
  test('an overpayment is never absorbed', () => {
    const found = matchOne([invoice('F2026-001', 'Galerie Delaunay', 480)], line('VIR GALERIE DELAUNAY F2026-001', 500))
    expect(found.decision).toBe('suggest')
    expect(found.proposals[0]).toMatchObject({
      allocations: [{ invoiceId: 'F2026-001', amount: 48_000 }],
      difference: 2_000,
    })
  })
  test('two equal invoices of two clients and one payment without a name: asked', () => {
    const invoices = [invoice('F2026-001', 'Menuiserie Vasseur', 350), invoice('F2026-002', 'Galerie Delaunay', 350)]
    expect(matchOne(invoices, line('VIREMENT REGLEMENT FACTURE', 350)).decision).not.toBe('automatic')
  })
})

describe('lines', () => {
  test('an invoice that a line has paid is not proposed again', () => {
    const matcher = createMatcher(ledger([invoice('F2026-001', 'Galerie Delaunay', 480)]))
    const first = line('VIR GALERIE DELAUNAY F2026-001', 480)
    matcher.confirm({ line: first, allocations: [{ invoiceId: 'F2026-001', amount: cents(48_000) }] })
    const again = matchWith(matcher, line('VIR GALERIE DELAUNAY F2026-001', 480, { bookedOn: day('2026-04-20') }))
    expect(again.decision).toBe('none')
    expect(again.paidTwice).toBe('F2026-001')
  })
  test('what the words say is no customer: benefits, tax, interest, a refunded purchase', () => {
    const invoices = [invoice('F2026-001', 'Menuiserie Vasseur', 150)]
    for (const label of [
      'VIR CPAM DU RHONE PRESTATIONS',
      'INTERETS CREDITEURS',
      'REMBOURST CB DU 010426 DECATHLON',
      'VIR DGFIP REMBOURSEMENT IMPOT',
    ])
      expect(matchOne(invoices, line(label, 150)).decision, label).toBe('none')
  })
})

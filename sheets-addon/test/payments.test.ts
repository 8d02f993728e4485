import { describe, expect, test } from 'vitest'
import { book, codes, expectBalanced, invoiced, money, pay, pick, register } from './money.ts'
import { client, done, freshWorkbook, refused, rows, sale, workshop } from './workshop.ts'

describe('money is recorded', () => {
  test('as a row, a line of the book, a receipt number and statuses, in one go', () => {
    const emulator = invoiced()
    const outcome = done(emulator, 'record-payment', pay('F2026-0001', 400, { reference: 'VIR 12', method: 'cheque' }))
    expect(outcome.recorded).toMatchObject([
      { number: 'F2026-0001', amountCents: 40_000, receipts: [1], balanceDueCents: 5_000 },
    ])
    expect(outcome.message).toContain('recette n°')
    expect(money(emulator)).toEqual([['F2026-0001', 'Brasserie du Ponant', 400, 'VIR 12', 1]])
    expect(book(emulator)).toEqual([[1, 'F2026-0001', 'Prestations BNC', 400, 'Chèque']])
    expect(register(emulator)).toEqual([['F2026-0001', 400, 0, 50, 'Partiellement payée']])
    expect(pick(emulator, 'sales', 'status')).toEqual([['Facturé']])
    done(emulator, 'record-payment', pay('F2026-0001', 50))
    expect(register(emulator)).toEqual([['F2026-0001', 450, 0, 0, 'Payée']])
    expect(pick(emulator, 'sales', 'status')).toEqual([['Payé']])
    expectBalanced(emulator)
  })
  test('gross: what a platform keeps is said beside it', () => {
    const emulator = invoiced()
    done(emulator, 'record-payment', pay('F2026-0001', 450, { method: 'online', feeCents: 653 }))
    expect(pick(emulator, 'payments', 'amount', 'fee', 'netReceived')).toEqual([[450, 6.53, 443.47]])
    expect(pick(emulator, 'receiptsBook', 'amount', 'remarks')).toEqual([[450, 'Frais retenus\u00a0: 6,53\u00a0€']])
    expect(register(emulator)).toEqual([['F2026-0001', 450, 0, 0, 'Payée']])
  })
  test('the excess is kept for the client, one line of the book for the whole', () => {
    const emulator = invoiced()
    const outcome = done(emulator, 'record-payment', pay('F2026-0001', 470))
    expect(codes(outcome)).toEqual(['info kept-for-client'])
    expect(money(emulator)).toEqual([
      ['F2026-0001', 'Brasserie du Ponant', 450, '', 1],
      ['Crédit client', 'Brasserie du Ponant', 20, 'F2026-0001', 1],
    ])
    expect(book(emulator)).toEqual([[1, 'F2026-0001', 'Prestations BNC', 470, 'Virement']])
    expect(register(emulator)).toEqual([['F2026-0001', 450, 0, 0, 'Payée']])
    expect(done(emulator, 'today').actions?.map(({ code }) => code)).toContain('client-credits')
    // A second payment of the same invoice is all excess.
    expect(codes(done(emulator, 'record-payment', pay('F2026-0001', 10)))).toEqual(['fix already-settled'])
    expectBalanced(emulator)
  })
  test('what is given back comes first from the excess, then the invoice is due again', () => {
    const emulator = invoiced()
    done(emulator, 'record-payment', pay('F2026-0001', 470))
    expect(codes(done(emulator, 'record-payment', pay('F2026-0001', -20)))).toEqual([])
    expect(money(emulator).at(-1)).toEqual(['Crédit client', 'Brasserie du Ponant', -20, 'F2026-0001', 2])
    expect(pick(emulator, 'receiptsBook', 'amount', 'remarks').at(-1)).toEqual([-20, 'Remboursement'])
    expect(codes(done(emulator, 'record-payment', pay('F2026-0001', -450)))).toEqual(['info due-again'])
    expect(register(emulator)).toEqual([['F2026-0001', 0, 0, 450, 'Émise']])
    expect(refused(emulator, 'record-payment', pay('F2026-0001', -1)).code).toBe('refund-too-large')
    expectBalanced(emulator)
  })
  test('a client’s credit pays another of their invoices: no money moves', () => {
    const emulator = invoiced()
    client(emulator, 'Théâtre Bleu')
    sale(emulator, 'Brasserie du Ponant', { unitPrice: '100' })
    sale(emulator, 'Théâtre Bleu')
    done(emulator, 'issue-invoices')
    done(emulator, 'record-payment', pay('F2026-0001', 470))
    expect(refused(emulator, 'record-payment', pay('F2026-0003', 20, { fromCredit: 'F2026-0001' })).code).toBe(
      'credit-of-another',
    )
    expect(refused(emulator, 'record-payment', pay('F2026-0002', 21, { fromCredit: 'F2026-0001' })).code).toBe(
      'refund-too-large',
    )
    done(emulator, 'record-payment', pay('F2026-0002', 20, { fromCredit: 'F2026-0001', method: 'other' }))
    expect(money(emulator).slice(2)).toEqual([
      ['Crédit client', 'Brasserie du Ponant', -20, 'F2026-0001', 2],
      ['F2026-0002', 'Brasserie du Ponant', 20, '', 2],
    ])
    expect(register(emulator)[1]).toEqual(['F2026-0002', 20, 0, 80, 'Partiellement payée'])
    expectBalanced(emulator)
  })
  test('split over what was sold, money advanced for the client apart', () => {
    const emulator = freshWorkbook()
    sale(emulator, 'Brasserie du Ponant', { unitPrice: '300' })
    sale(emulator, 'Brasserie du Ponant', { unitPrice: '100', nature: 'Vente de marchandises', label: 'Impression' })
    sale(emulator, 'Brasserie du Ponant', { unitPrice: '50', nature: 'Débours', label: 'Droits de photographie' })
    done(emulator, 'issue-invoices')
    done(emulator, 'record-payment', pay('F2026-0001', 100))
    done(emulator, 'record-payment', pay('F2026-0001', 350))
    expect(book(emulator)).toEqual([
      [1, 'F2026-0001', 'Prestations BNC', 66.67, 'Virement'],
      [2, 'F2026-0001', 'Ventes', 22.22, 'Virement'],
      [3, 'F2026-0001', 'Débours', 11.11, 'Virement'],
      [4, 'F2026-0001', 'Prestations BNC', 233.33, 'Virement'],
      [5, 'F2026-0001', 'Ventes', 77.78, 'Virement'],
      [6, 'F2026-0001', 'Débours', 38.89, 'Virement'],
    ])
    expect(pick(emulator, 'payments', 'receiptNumber')).toEqual([[1], [4]])
    expectBalanced(emulator)
  })
})

describe('what deserves a look is said, and recorded', () => {
  test('money that came before the invoice', () => {
    const emulator = invoiced()
    expect(codes(done(emulator, 'record-payment', pay('F2026-0001', 450, { date: '2026-11-24' })))).toEqual([
      'fix payment-before-issue',
    ])
    expect(register(emulator)[0]?.at(-1)).toBe('Payée')
  })
  test('cash above the cap, however many times it came', () => {
    const emulator = freshWorkbook()
    sale(emulator, 'Brasserie du Ponant', { unitPrice: '1200' })
    done(emulator, 'issue-invoices')
    expect(codes(done(emulator, 'record-payment', pay('F2026-0001', 1000, { method: 'cash' })))).toEqual([])
    expect(codes(done(emulator, 'record-payment', pay('F2026-0001', 0.01, { method: 'cash' })))).toEqual([
      'fix cash-above-cap',
    ])
  })
})

describe('nothing is recorded', () => {
  test.each([
    ['of nothing', pay('F2026-0001', 0), 'zero-payment'],
    ['for an unknown number', pay('F2026-0009', 450), 'unknown-number'],
    ['in the future', pay('F2026-0001', 450, { date: '2026-11-26' }), 'payment-in-future'],
    ['on a day that is none', pay('F2026-0001', 450, { date: '2026-02-30' }), 'wrong-argument'],
    ['by an unknown method', pay('F2026-0001', 450, { method: 'chèque' }), 'wrong-argument'],
    ['with fees above what came', pay('F2026-0001', 450, { feeCents: 45_001 }), 'fee-out-of-range'],
    ['with fees below zero', pay('F2026-0001', 450, { feeCents: -1 }), 'fee-out-of-range'],
    ['when more is given back than came', pay('F2026-0001', -450), 'refund-too-large'],
    ['under a name that is no name', pay('F2026-0001', 450, { key: 'a b' }), 'wrong-argument'],
  ])('%s', (_, args, code) => {
    const emulator = invoiced()
    const before = rows(emulator, 'journal').length
    const refusal = refused(emulator, 'record-payment', args)
    expect(refusal.code).toBe(code)
    expect(refusal.message).toMatch(/^[A-ZÀ-Ý].*[.»]$/)
    expect([money(emulator), book(emulator), rows(emulator, 'journal').length]).toEqual([[], [], before])
  })
})

test('the same name is the same money: recorded once, and no other money under that name', () => {
  const emulator = invoiced()
  const first = done(emulator, 'record-payment', pay('F2026-0001', 200, { key: 'tx-42' }))
  const again = done(emulator, 'record-payment', pay('F2026-0001', 200, { key: 'tx-42' }))
  expect(again.recorded).toEqual(first.recorded)
  expect(codes(again)).toEqual(['info already-recorded'])
  expect(refused(emulator, 'record-payment', pay('F2026-0001', 201, { key: 'tx-42' })).code).toBe('payment-key-used')
  expect(money(emulator)).toHaveLength(1)
  // Without a name, the same money twice is two payments: two clients may pay the same.
  done(emulator, 'record-payment', pay('F2026-0001', 100))
  done(emulator, 'record-payment', pay('F2026-0001', 100))
  expect(money(emulator)).toHaveLength(3)
})

test('the menu asks for number, amount, day and method, again when an answer cannot be read', () => {
  const emulator = invoiced()
  const answer = (text: string) => ({ button: 'OK', text })
  const run = emulator.run('menuRecordPayment', [], {
    context: 'menu',
    answers: [answer('F2026-0001'), answer('beaucoup'), answer('450,00 €'), answer(''), answer('chèque')],
  })
  expect(run.error).toBeUndefined()
  expect(run.toasts.map(({ message }) => message)).toEqual([
    '450,00\u00a0€ reçus pour F2026-0001 le 25/11/2026, recette n° 1. Statut\u00a0: Payée.',
  ])
  expect(pick(emulator, 'payments', 'amount', 'method')).toEqual([[450, 'Chèque']])
})

test('a seller who charges VAT and has consumers is told of the cash-software rule, once, as good to know', () => {
  const emulator = freshWorkbook({ 'Régime de TVA': 'Réel normal mensuel', 'N° TVA': 'FR83404833048' })
  expect(codes(done(emulator, 'check-file'))).not.toContain('info cash-software')
  client(emulator, 'Mme Vermouillet', { type: 'Particulier' })
  expect(codes(done(emulator, 'check-file'))).toContain('info cash-software')
  expect(codes(done(freshWorkbook(), 'check-file'))).not.toContain('info cash-software')
  const carpenter = workshop()
  done(carpenter, 'sample-data', { business: 'menuisier' })
  expect(codes(done(carpenter, 'check-file'))).toContain('info cash-software')
})

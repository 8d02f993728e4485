import { type Cell, columnsOf, HEADING_ROW, headingKey, tabs } from '@tabellion/shared/ledger'
import { describe, expect, test } from 'vitest'
import type { Emulator } from '../emulator/index.ts'
import { client, done, freshWorkbook, perform, refused, rows, sale, TODAY, type } from './workshop.ts'

const pay = (number: string, euros: number, more: object = {}) => ({
  number,
  date: TODAY,
  amountCents: Math.round(euros * 100),
  method: 'transfer',
  ...more,
})
/** One invoice of 450 €. */
function invoiced(settings: Readonly<Record<string, string>> = {}): Emulator {
  const emulator = freshWorkbook(settings)
  sale(emulator, 'Brasserie du Ponant')
  done(emulator, 'issue-invoices')
  return emulator
}
const pick = (emulator: Emulator, tab: Parameters<typeof rows>[1], ...keys: readonly string[]): Cell[][] =>
  rows(emulator, tab).map((row) => keys.map((key) => row[key] ?? ''))
const register = (emulator: Emulator): Cell[][] =>
  pick(emulator, 'invoices', 'number', 'received', 'credited', 'balanceDue', 'status')
const money = (emulator: Emulator): Cell[][] =>
  pick(emulator, 'payments', 'invoice', 'client', 'amount', 'reference', 'receiptNumber')
const book = (emulator: Emulator): Cell[][] =>
  pick(emulator, 'receiptsBook', 'rank', 'document', 'category', 'amount', 'method')
const codes = ({ findings }: { readonly findings: readonly { readonly code: string; readonly severity: string }[] }) =>
  findings.map(({ code, severity }) => `${severity} ${code}`)
/** What must hold whatever was recorded. */
function expectBalanced(emulator: Emulator): void {
  const total = (tab: 'payments' | 'receiptsBook') =>
    Math.round(100 * rows(emulator, tab).reduce((sum, row) => sum + Number(row['amount']), 0))
  expect(total('payments')).toBe(total('receiptsBook'))
  for (const row of rows(emulator, 'invoices'))
    expect(Number(row['balanceDue'])).toBeCloseTo(
      Number(row['payable']) - Number(row['received']) - Number(row['credited']),
      2,
    )
  expect(done(emulator, 'verify').findings).toEqual([])
}

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

const typedPayment = (emulator: Emulator, more: Readonly<Record<string, string>> = {}): number =>
  type(emulator, 'payments', {
    date: '25/11/2026',
    invoice: 'F2026-0001',
    amount: '200',
    method: 'Virement',
    ...more,
  })

describe('rows typed by hand', () => {
  test.each(['today', 'check-file', 'record-payment'])('are recorded by %s, in the sheet’s order', (action) => {
    const emulator = invoiced()
    typedPayment(emulator, { reference: 'chèque 7', method: 'Chèque' })
    typedPayment(emulator, { amount: '150,50', date: '25/11/2026' })
    done(emulator, action, action === 'record-payment' ? pay('F2026-0001', 10) : {})
    const typed = pick(emulator, 'payments', 'amount', 'receiptNumber', 'source').slice(0, 2)
    expect(typed).toEqual([
      [200, 1, 'Saisie'],
      [150.5, 2, 'Saisie'],
    ])
    expect(book(emulator).slice(0, 2)).toEqual([
      [1, 'F2026-0001', 'Prestations BNC', 200, 'Chèque'],
      [2, 'F2026-0001', 'Prestations BNC', 150.5, 'Virement'],
    ])
    expect(new Set(pick(emulator, 'payments', 'id').flat()).size).toBe(rows(emulator, 'payments').length)
    expectBalanced(emulator)
    // Once: the next one has nothing to do.
    const before = rows(emulator, 'journal').length
    done(emulator, 'today')
    expect(rows(emulator, 'journal').length).toBe(before)
  })
  test('that cannot be understood stay as typed, each with what is wrong', () => {
    const emulator = invoiced({ 'Modes de règlement': 'Virement, Chèque' })
    typedPayment(emulator, { amount: '1.5' })
    typedPayment(emulator, { date: '' })
    typedPayment(emulator, { invoice: 'F2026-0009' })
    typedPayment(emulator, { invoice: '' })
    typedPayment(emulator, { method: '' })
    typedPayment(emulator, { method: 'Troc' })
    typedPayment(emulator, { amount: '0' })
    typedPayment(emulator, { amount: '-10' })
    typedPayment(emulator, { date: '26/11/2026' })
    typedPayment(emulator, { invoice: 'Crédit client' })
    typedPayment(emulator, { amount: '450,01' })
    const outcome = done(emulator, 'check-file')
    const found = outcome.findings.filter(({ tab }) => tab === 'Paiements')
    expect(found.map(({ code, severity, row, column }) => [row, column, severity, code])).toEqual([
      [4, 'Montant', 'blocking', 'ambiguous-number'],
      [5, "Date d'encaissement", 'blocking', 'missing-payment-date'],
      [7, 'Facture', 'blocking', 'missing-payment-invoice'],
      [8, 'Mode de règlement', 'blocking', 'missing-payment-method'],
      [9, 'Mode de règlement', 'blocking', 'unknown-choice'],
      [12, "Date d'encaissement", 'fix', 'payment-in-future'],
      [13, 'Référence', 'blocking', 'credit-without-reference'],
      [6, 'Facture', 'blocking', 'unknown-invoice'],
      [10, 'Montant', 'blocking', 'zero-payment'],
      [14, 'Montant', 'fix', 'received-too-much'],
    ])
  })
  test('of which some columns or IDs were lost are known again, not recorded twice', () => {
    const emulator = invoiced()
    typedPayment(emulator)
    done(emulator, 'record-payment', pay('F2026-0001', 60))
    const before = { money: money(emulator), book: book(emulator) }
    const headings = (emulator.book.values(tabs.payments.title)[HEADING_ROW - 1] ?? []).map((cell) =>
      headingKey(String(cell ?? '')),
    )
    for (const key of ['id', 'receiptNumber'] as const) {
      const heading = columnsOf('payments').find(([name]) => name === key)?.[1].heading ?? ''
      for (const row of [4, 5])
        emulator.book.type(tabs.payments.title, row, headings.indexOf(headingKey(heading)) + 1, [['']])
    }
    done(emulator, 'today')
    expect({ money: money(emulator), book: book(emulator) }).toEqual(before)
    expectBalanced(emulator)
  })
})

test('a recorded row or line that changed is found, and put back', () => {
  const emulator = invoiced()
  typedPayment(emulator)
  done(emulator, 'record-payment', pay('F2026-0001', 260, { method: 'online', feeCents: 100, reference: 'PSP' }))
  const before = [rows(emulator, 'payments'), rows(emulator, 'receiptsBook')]
  for (const tab of ['payments', 'receiptsBook'] as const) {
    const { title } = tabs[tab]
    const headings = (emulator.book.values(title)[HEADING_ROW - 1] ?? []).map((cell) => headingKey(String(cell ?? '')))
    const covered = columnsOf(tab).filter(([key, column]) => column.source !== 'formula' && key !== 'sealedOn')
    const alter = (keys: readonly string[]): void => {
      const chosen = covered.filter(([key]) => keys.includes(key))
      for (const [, column] of chosen) {
        const text = column.kind === 'date' ? '01/02/2026' : column.kind === 'text' ? 'autre' : '77'
        emulator.book.type(title, 5, headings.indexOf(headingKey(column.heading)) + 1, [[text]])
      }
      const found = done(emulator, 'verify').findings.filter(({ code }) => code === 'cell-altered')
      expect(found.map((finding) => [finding.tab, finding.row, finding.column])).toEqual(
        chosen.map(([, column]) => [title, 5, column.heading]),
      )
      done(emulator, 'restore')
      expect([rows(emulator, 'payments'), rows(emulator, 'receiptsBook')]).toEqual(before)
    }
    const names = ['id', 'rank']
    alter(covered.map(([key]) => key).filter((key) => !names.includes(key)))
    // What a row is found by, edited in its turn.
    alter(names)
  }
  emulator.user.deleteRows(tabs.payments.title, 4, 1)
  emulator.user.deleteRows(tabs.receiptsBook.title, 5, 1)
  expect(codes(done(emulator, 'verify'))).toEqual(['blocking row-missing', 'blocking row-missing'])
  done(emulator, 'restore')
  const sorted = (list: readonly Readonly<Record<string, Cell>>[]) => list.map((row) => JSON.stringify(row)).sort()
  expect([rows(emulator, 'payments'), rows(emulator, 'receiptsBook')].map(sorted)).toEqual(before.map(sorted))
  expectBalanced(emulator)
})

test('round trips do not grow with what is there, nor with how many rows were typed', () => {
  const count = (invoices: number): readonly number[] => {
    const emulator = freshWorkbook()
    for (let index = 0; index < invoices; index++) sale(emulator, 'Brasserie du Ponant', { group: `Projet ${index}` })
    done(emulator, 'issue-invoices')
    const first = perform(emulator, 'record-payment', pay('F2026-0001', 400)).run.calls
    for (let index = 2; index <= invoices; index++)
      typedPayment(emulator, { invoice: `F2026-${String(index).padStart(4, '0')}` })
    const second = perform(emulator, 'today').run.calls
    return [first.total, first.spreadsheet, second.total, second.spreadsheet]
  }
  const few = count(3)
  expect(count(20)).toEqual(few)
  expect(few[1]).toBeLessThanOrEqual(16)
}, 30_000)

describe('a debt that is given up', () => {
  test('says since when and why, is claimed no more, and is paid all the same when money comes', () => {
    const emulator = invoiced()
    expect(refused(emulator, 'write-off', { number: 'F2026-0001' }).code).toBe('missing-write-off-reason')
    expect(refused(emulator, 'write-off', { number: 'F2026-0009', reason: 'x' }).code).toBe('unknown-number')
    done(emulator, 'write-off', { number: 'F2026-0001', reason: 'liquidation judiciaire' })
    const status = 'Irrécouvrable le 25/11/2026\u00a0: liquidation judiciaire'
    expect(register(emulator)).toEqual([['F2026-0001', 0, 0, 450, status]])
    emulator.clock.advance(68 * 86_400_000)
    expect(done(emulator, 'today').actions?.map(({ code }) => code) ?? []).not.toContain('invoices-overdue')
    expect(register(emulator)[0]?.at(-1)).toBe(status)
    done(emulator, 'write-off', { number: 'F2026-0001', undo: true })
    expect(register(emulator)[0]?.at(-1)).toBe('En retard')
    done(emulator, 'write-off', { number: 'F2026-0001', reason: 'introuvable' })
    done(emulator, 'record-payment', pay('F2026-0001', 450, { date: '2027-01-30' }))
    expect(register(emulator)[0]?.at(-1)).toBe('Payée')
    expect(refused(emulator, 'write-off', { number: 'F2026-0001', reason: 'x' }).code).toBe('nothing-due')
    expectBalanced(emulator)
  })
  test('a disputed invoice says so, and waits', () => {
    const emulator = invoiced()
    const headings = (emulator.book.values(tabs.invoices.title)[HEADING_ROW - 1] ?? []).map(String)
    emulator.book.type(tabs.invoices.title, 4, headings.indexOf('En litige') + 1, [['VRAI']])
    done(emulator, 'today')
    expect(register(emulator)[0]?.at(-1)).toBe('En litige')
  })
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
})

describe('with credit notes', () => {
  const credit = (emulator: Emulator, euros?: number) =>
    done(emulator, 'create-credit-note', {
      number: 'F2026-0001',
      reason: 'Geste commercial',
      ...(euros === undefined ? {} : { amountCents: euros * 100 }),
    })
  test('paid, then credited in part: too much was received, until the note is refunded', () => {
    const emulator = invoiced()
    done(emulator, 'record-payment', pay('F2026-0001', 450))
    credit(emulator, 120)
    done(emulator, 'today')
    expect(register(emulator)).toEqual([
      ['F2026-0001', 450, 120, -120, 'Trop-perçu'],
      ['AV2026-0001', 0, -120, 0, 'Avoir émis'],
    ])
    expect(done(emulator, 'today').actions?.map(({ code }) => code)).toContain('invoices-overpaid')
    expect(refused(emulator, 'record-payment', pay('AV2026-0001', 120)).code).toBe('credit-note-received')
    expect(refused(emulator, 'record-payment', pay('AV2026-0001', -121)).code).toBe('refund-too-large')
    done(emulator, 'record-payment', pay('AV2026-0001', -120))
    expect(register(emulator)).toEqual([
      ['F2026-0001', 450, 0, 0, 'Payée'],
      ['AV2026-0001', -120, 0, 0, 'Avoir soldé'],
    ])
    expect(book(emulator).at(-1)).toEqual([2, 'AV2026-0001', 'Prestations BNC', -120, 'Virement'])
    expect(refused(emulator, 'record-payment', pay('AV2026-0001', -1)).code).toBe('refund-too-large')
    expectBalanced(emulator)
  })
  test('or the invoice itself is refunded', () => {
    const emulator = invoiced()
    done(emulator, 'record-payment', pay('F2026-0001', 450))
    credit(emulator, 120)
    done(emulator, 'record-payment', pay('F2026-0001', -120))
    expect(register(emulator)).toEqual([
      ['F2026-0001', 330, 120, 0, 'Payée'],
      ['AV2026-0001', 0, -120, 0, 'Avoir soldé'],
    ])
    expectBalanced(emulator)
  })
  test('or the note pays another invoice', () => {
    const emulator = invoiced()
    sale(emulator, 'Brasserie du Ponant', { unitPrice: '200' })
    done(emulator, 'issue-invoices')
    done(emulator, 'record-payment', pay('F2026-0001', 450))
    credit(emulator, 120)
    done(emulator, 'record-payment', pay('F2026-0002', 120, { fromCredit: 'AV2026-0001', method: 'other' }))
    expect(register(emulator)).toEqual([
      ['F2026-0001', 450, 0, 0, 'Payée'],
      ['F2026-0002', 120, 0, 80, 'Partiellement payée'],
      ['AV2026-0001', -120, 0, 0, 'Avoir soldé'],
    ])
    expect(pick(emulator, 'receiptsBook', 'amount', 'remarks').slice(-2)).toEqual([
      [-120, 'Crédit client utilisé, sans mouvement d’argent'],
      [120, 'Crédit client utilisé, sans mouvement d’argent'],
    ])
    expectBalanced(emulator)
  })
  test('nothing is received for an invoice that was cancelled; money that came all the same is typed, and is too much', () => {
    const emulator = invoiced()
    credit(emulator)
    const refusal = refused(emulator, 'record-payment', pay('F2026-0001', 450))
    expect(refusal.code).toBe('invoice-credited')
    expect(refusal.message).toContain('AV2026-0001')
    expect(register(emulator).map((row) => row.at(-1))).toEqual(['Soldée par avoir', 'Avoir soldé'])
    typedPayment(emulator, { amount: '450' })
    expect(codes(done(emulator, 'check-file')).filter((code) => !code.includes('integrity'))).toContain(
      'fix received-too-much',
    )
    expect(register(emulator).map((row) => row.at(-1))).toEqual(['Trop-perçu', 'Avoir émis'])
    expectBalanced(emulator)
  })
})

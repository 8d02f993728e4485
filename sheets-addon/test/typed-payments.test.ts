import { type Cell, columnsOf, HEADING_ROW, headingKey, tabs } from '@tabellion/shared/ledger'
import { describe, expect, test } from 'vitest'
import { book, codes, expectBalanced, invoiced, money, pay, pick, typedPayment } from './money.ts'
import { done, freshWorkbook, perform, rows, sale, workshop } from './workshop.ts'

describe('rows typed by hand', () => {
  test.each(['today', 'check-file', 'record-payment', 'issue-invoices'])(
    'are recorded by %s, in the sheet’s order',
    (action) => {
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
    },
  )
  test('are recorded before a credit note, which is told of the money it may have to give back', () => {
    const emulator = invoiced()
    typedPayment(emulator, { amount: '450' })
    done(emulator, 'create-credit-note', { number: 'F2026-0001', reason: 'Annulation' })
    expect(book(emulator)).toEqual([[1, 'F2026-0001', 'Prestations BNC', 450, 'Virement']])
    expect(pick(emulator, 'invoices', 'number', 'status')).toEqual([
      ['F2026-0001', 'Trop-perçu'],
      ['AV2026-0001', 'Avoir émis'],
    ])
  })
  test('cost an issue nothing where there are none', () => {
    const emulator = invoiced()
    done(emulator, 'record-payment', pay('F2026-0001', 200))
    const calls = (typed: boolean): number => {
      const again = workshop(emulator.save())
      if (typed) typedPayment(again, { amount: '50' })
      sale(again, 'Brasserie du Ponant')
      return perform(again, 'issue-invoices').run.calls.spreadsheet
    }
    expect(calls(false)).toBeLessThanOrEqual(16)
    expect(calls(true)).toBeGreaterThan(16)
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
    const covered = columnsOf(tab).filter(([key, column]) => column.source !== 'formula' && String(key) !== 'sealedOn')
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

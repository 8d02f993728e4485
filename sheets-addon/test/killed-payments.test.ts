import { describe, expect, test } from 'vitest'
import type { Emulator, EmulatorState } from '../emulator/index.ts'
import { done, freshWorkbook, perform, rows, sale, TODAY, type, workshop } from './workshop.ts'

/** Two invoices, one paid in part, and two rows typed by hand that nobody recorded yet. */
const start: EmulatorState = (() => {
  const emulator = freshWorkbook()
  sale(emulator, 'Brasserie du Ponant')
  sale(emulator, 'Brasserie du Ponant', { group: 'B', unitPrice: '300' })
  sale(emulator, 'Brasserie du Ponant', { group: 'B', unitPrice: '100', nature: 'Vente de marchandises' })
  done(emulator, 'issue-invoices')
  done(emulator, 'record-payment', payment('F2026-0002', 100))
  typed(emulator, '450')
  typed(emulator, '12,50')
  return emulator.save()
})()

function payment(number: string, euros: number) {
  return { number, date: TODAY, amountCents: euros * 100, method: 'transfer' }
}
function typed(emulator: Emulator, amount: string): void {
  type(emulator, 'payments', { date: '25/11/2026', invoice: 'F2026-0001', amount, method: 'Chèque' })
}

/** What must not depend on where a run was stopped: everything but IDs made by chance and what is computed from them. */
function ending(emulator: Emulator) {
  const without = (record: Readonly<Record<string, unknown>>, ...keys: readonly string[]) =>
    Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)))
  return {
    payments: rows(emulator, 'payments').map((row) => without(row, 'id')),
    book: rows(emulator, 'receiptsBook').map((row) => without(row, 'payment', 'fingerprint')),
    invoices: rows(emulator, 'invoices').map((row) => [
      row['number'],
      row['received'],
      row['balanceDue'],
      row['status'],
    ]),
    sales: rows(emulator, 'sales').map((row) => row['status']),
    journal: rows(emulator, 'journal').map((row) => row['type']),
  }
}

/** More than what is due: a row for the invoice, one for the client’s credit, two lines of the book. */
const request = payment('F2026-0002', 320)

describe.each([
  ['record-payment', request],
  ['today', {}],
])('%s', (action, args) => {
  const whole = workshop(start)
  const calls = perform(whole, action, args).run.calls.total
  const expected = ending(whole)

  test('has something to do', () => {
    expect(expected.journal.filter((name) => name === 'paid')).toHaveLength(action === 'today' ? 3 : 4)
    expect(done(whole, 'verify').findings).toEqual([])
  })
  describe.each(['kept', 'dropped'] as const)('with unflushed writes %s, stopped', (unflushed) => {
    test.each(Array.from({ length: calls }, (_, index) => index + 1))(
      'at call %i is finished by asking again, as if it had not been',
      (call) => {
        const emulator = workshop(start)
        expect(perform(emulator, action, args, { fault: { call, unflushed } }).run.fault?.call).toBe(call)
        done(emulator, action, args)
        expect(ending(emulator)).toEqual(expected)
        expect(done(emulator, 'verify').findings).toEqual([])
      },
    )
  })
})

test('stopped on its way, it is finished by any other action, which records nothing twice', () => {
  const calls = perform(workshop(start), 'record-payment', request).run.calls.total
  for (let call = 8; call <= calls; call += 3) {
    const emulator = workshop(start)
    perform(emulator, 'record-payment', request, { fault: { call, unflushed: 'kept' } })
    done(emulator, 'today')
    done(emulator, 'record-payment', request)
    expect(rows(emulator, 'receiptsBook').map((row) => row['rank'])).toEqual([1, 2, 3, 4, 5, 6])
    expect(done(emulator, 'verify').findings).toEqual([])
  }
})

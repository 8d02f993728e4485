import { describe, expect, test } from 'vitest'
import type { Emulator, EmulatorState } from '../emulator/index.ts'
import { statementArguments } from './statements.ts'
import { client, done, freshWorkbook, perform, rows, sale, workshop } from './workshop.ts'

const NOW = '2026-12-10T08:00:00Z'
export const statement = statementArguments(
  [
    'Date;Libellé;Débit;Crédit',
    '02/12/2026;VIR SEPA BRASSERIE DU PONANT F2026-0001;;450,00',
    '03/12/2026;VIR SEPA EDITIONS DU MERLE F2026-0002;;1000,00',
    '05/12/2026;CB CAFE DES QUAIS;-3,20;',
    '05/12/2026;CB CAFE DES QUAIS;-3,20;',
    '',
  ].join('\n'),
)

export const issued: EmulatorState = (() => {
  const emulator = freshWorkbook()
  client(emulator, 'Éditions du Merle')
  sale(emulator, 'Brasserie du Ponant')
  done(emulator, 'issue-invoices')
  sale(emulator, 'Éditions du Merle', { label: 'Couverture du catalogue', unitPrice: '1000' })
  done(emulator, 'issue-invoices')
  emulator.clock.set(NOW)
  return emulator.save()
})()
export const imported: EmulatorState = (() => {
  const emulator = workshop(issued, NOW)
  done(emulator, 'import-statement', statement)
  return emulator.save()
})()
const both = (emulator: Emulator) =>
  rows(emulator, 'bank')
    .filter((row) => row['credit'] !== '')
    .map((row) => ({
      line: row['id'],
      allocations: [
        { number: row['credit'] === 450 ? 'F2026-0001' : 'F2026-0002', amountCents: Number(row['credit']) * 100 },
      ],
    }))
export const matched: EmulatorState = (() => {
  const emulator = workshop(imported, NOW)
  done(emulator, 'confirm-matches', { matches: both(emulator) })
  return emulator.save()
})()
export const lines = both(workshop(imported, NOW))

/** What must not depend on where a run was stopped; names of payments are made by chance. */
const ending = (emulator: Emulator) => ({
  payments: rows(emulator, 'payments').map(({ id: _id, ...row }) => row),
  book: rows(emulator, 'receiptsBook').map(({ payment: _payment, fingerprint: _print, ...row }) => row),
  bank: rows(emulator, 'bank'),
  invoices: rows(emulator, 'invoices'),
  journal: rows(emulator, 'journal').map((row) => row['type']),
})

/** Each call of the action struck in turn; the next run must end as if it had not been. */
export function finishesWherever(name: string, state: EmulatorState, action: string, args: object): void {
  describe(name, () => {
    const whole = workshop(state, NOW)
    const { calls } = perform(whole, action, args).run
    const expected = ending(whole)
    test.each(Array.from({ length: calls.total }, (_, index) => index + 1))(
      'stopped at call %i, is finished by the next run',
      (call) => {
        const emulator = workshop(state, NOW)
        perform(emulator, action, args, { fault: { call, unflushed: call % 2 === 0 ? 'kept' : 'dropped' } })
        done(emulator, action, args)
        expect(ending(emulator)).toEqual(expected)
      },
    )
  })
}

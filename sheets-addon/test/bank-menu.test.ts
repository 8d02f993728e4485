import { expect, test } from 'vitest'
import type { Answer, Emulator } from '../emulator/index.ts'
import { statementArguments } from './statements.ts'
import { done, freshWorkbook, rows, sale } from './workshop.ts'

const answer = (text: string): Answer => ({ button: 'OK', text })
const CANCEL: Answer = { button: 'CANCEL', text: '' }
const CSV = `Date;Libellé;Débit;Crédit
02/12/2026;VIR SEPA BRASSERIE DU PONANT F2026-0001;;450,00
04/12/2026;VIR INST MAMAN ANNIVERSAIRE;;50,00
`
/** Two invoices of 450 € and 120 €, two lines of the bank. */
function brought(): Emulator {
  const emulator = freshWorkbook()
  for (const unitPrice of ['450', '120']) {
    sale(emulator, 'Brasserie du Ponant', { unitPrice })
    done(emulator, 'issue-invoices')
  }
  emulator.clock.set('2026-12-10T08:00:00Z')
  done(emulator, 'import-statement', statementArguments(CSV))
  return emulator
}
function onLine(emulator: Emulator, row: number, ...answers: readonly Answer[]): void {
  emulator.user.select('Banque', `A${row}`)
  const run = emulator.run('plainMatchLine', [], { context: 'menu', answers: [...answers] })
  if (run.error) throw new Error(run.error.message)
}
const paid = (emulator: Emulator) => rows(emulator, 'payments').map((row) => [row['invoice'], row['amount']])
const status = (emulator: Emulator, at: number) => rows(emulator, 'bank')[at]?.['status']

test('without the pane: the proposal of the active line is taken by an empty answer, and taken back by « annuler »', () => {
  const emulator = brought()
  onLine(emulator, 4, answer(''))
  expect(paid(emulator)).toEqual([['F2026-0001', 450]])
  onLine(emulator, 4, answer('annuler'))
  expect(paid(emulator).at(-1)).toEqual(['F2026-0001', -450])
  expect(status(emulator, 0)).toBe('À rapprocher')
})

test('another number, no more than what is due on it', () => {
  const emulator = brought()
  onLine(emulator, 4, answer('f2026-0002'))
  expect(paid(emulator)).toEqual([['F2026-0002', 120]])
  expect(rows(emulator, 'bank')[0]).toMatchObject({ status: 'Partiel', leftToAllocate: 330 })
})

test('a line without a proposal needs an answer; it is set aside, and back', () => {
  const emulator = brought()
  onLine(emulator, 5, answer(''), answer('ignorer'))
  expect(status(emulator, 1)).toBe('À ignorer')
  onLine(emulator, 5, answer('annuler'))
  expect(status(emulator, 1)).toBe('À rapprocher')
  expect(paid(emulator)).toEqual([])
})

test('given up, on another tab, or with a number that nobody knows: nothing is recorded', () => {
  const emulator = brought()
  onLine(emulator, 4, CANCEL)
  onLine(emulator, 4, answer('F1999-1'))
  emulator.user.select('Ventes', 'A4')
  emulator.run('plainMatchLine', [], { context: 'menu', answers: [{ button: 'OK', text: '' }] })
  expect(paid(emulator)).toEqual([])
})

test('a statement that the page read is pasted; what is none is asked again', () => {
  const emulator = freshWorkbook()
  const block = JSON.stringify(statementArguments(CSV))
  const run = emulator.run('plainImportStatement', [], {
    context: 'menu',
    answers: [answer('Date;Libellé'), answer('[1'), answer(block)],
  })
  expect(run.error).toBeUndefined()
  expect(rows(emulator, 'bank')).toHaveLength(2)
})

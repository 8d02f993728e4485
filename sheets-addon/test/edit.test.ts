import { columnLetters, columnsOf, FIRST_DATA_ROW } from '@tabellion/shared/ledger'
import { expect, test } from 'vitest'
import { done, freshWorkbook, rows, sale, type } from './workshop.ts'

function issuedWorkbook() {
  const emulator = freshWorkbook()
  sale(emulator, 'Brasserie du Ponant')
  done(emulator, 'issue-invoices')
  return emulator
}

test.each([
  ['I4', '999'],
  ['F4', 'Autre chose'],
  ['B4', '01/01/2026'],
  ['N4', ''],
  ['K4', '12'],
] as const)('an issued cell (%s) edited by hand takes back its value, and a toast says why', (cell, text) => {
  const emulator = issuedWorkbook()
  const before = rows(emulator, 'sales')
  const runs = emulator.user.edit('Ventes', cell, text)
  expect(runs[0]?.error).toBe(undefined)
  expect(rows(emulator, 'sales')).toEqual(before)
  expect(runs[0]?.toasts[0]?.message).toContain('Créer un avoir')
})

test('the register too, but not what lives: notes and disputes', () => {
  const emulator = issuedWorkbook()
  const before = rows(emulator, 'invoices')
  emulator.user.edit('Factures', 'G4', '1')
  expect(rows(emulator, 'invoices')).toEqual(before)
  const note = columnsOf('invoices').findIndex(([key]) => key === 'note') + 1
  emulator.user.edit('Factures', `${columnLetters(note)}${FIRST_DATA_ROW}`, 'À rappeler')
  expect(rows(emulator, 'invoices')[0]?.['note']).toBe('À rappeler')
})

test('an article chosen in an empty line fills it, and leaves what was typed', () => {
  const emulator = freshWorkbook()
  type(emulator, 'catalog', {
    code: 'LOGO',
    label: 'Création de logo',
    detail: 'Trois pistes',
    unit: 'forfait',
    unitPrice: '900',
  })
  emulator.user.edit('Ventes', `F${FIRST_DATA_ROW}`, 'Logo du festival')
  const runs = emulator.user.edit('Ventes', `E${FIRST_DATA_ROW}`, 'logo')
  expect(runs[0]?.error).toBe(undefined)
  expect(rows(emulator, 'sales')[0]).toMatchObject({
    label: 'Logo du festival',
    detail: 'Trois pistes',
    unit: 'forfait',
    unitPrice: 900,
  })
})

test('any other edit costs no round trip', () => {
  const emulator = freshWorkbook()
  expect(emulator.user.edit('Clients', 'C4', 'Mme Astre')[0]?.calls.spreadsheet).toBe(0)
})

import { toCii } from '@tabellion/shared/documents/cii'
import { randomOfKind } from '@tabellion/shared/documents/fixtures'
import {
  type ExpenseTexts,
  expenseOf,
  readExpense,
  readSupplierInvoice,
  writeExpense,
} from '@tabellion/shared/documents/reception'
import { utf8Bytes } from '@tabellion/shared/kernel'
import { describe, expect, test } from 'vitest'
import { ublCreditNote, ublInvoice } from '../../shared/documents/fixtures/ubl-sample.ts'
import type { Emulator } from '../emulator/index.ts'
import { done, freshWorkbook, perform, refused, rows, type as typeRow, workshop } from './workshop.ts'

/** What the sidebar's page and the door give the script. */
function given(xml: string, file = 'facture.xml'): { file: string; data: string; invoice: ExpenseTexts } {
  const read = readSupplierInvoice(utf8Bytes(xml))
  if (!read.ok) throw new Error(JSON.stringify(read.problem))
  return { file, data: Buffer.from(xml).toString('base64'), invoice: writeExpense(expenseOf(read.value)) }
}
const receive = (emulator: Emulator, xml: string) => done(emulator, 'import-supplier-invoice', given(xml))
const codes = ({ findings }: { readonly findings: readonly { readonly code: string }[] }) =>
  findings.map(({ code }) => code)
const filed = (emulator: Emulator) => emulator.drive.files().filter((file) => file.path.includes('/Justificatifs/'))

describe('a supplier’s invoice', () => {
  test('becomes a row of Dépenses, its file kept', () => {
    const emulator = freshWorkbook({ SIRET: '81234567600017' })
    const { files, findings, message } = receive(emulator, ublInvoice)
    expect(findings).toEqual([])
    expect(message).toBe(
      'Hébergement du Ponant SAS, facture FA-2026/118, 75,04\u00a0€\u00a0: ajoutée à Dépenses, ligne 4. Son fichier est dans Facturation/2026/Justificatifs.',
    )
    expect(files).toEqual(['Drive/Facturation/2026/Justificatifs/2026-11-12_Hebergement-du-Ponant-SAS_FA-2026-118.xml'])
    const [file] = filed(emulator)
    expect(new TextDecoder().decode(emulator.drive.content(file?.id ?? ''))).toBe(ublInvoice)
    expect(rows(emulator, 'expenses')).toMatchObject([
      {
        date: 46338,
        supplier: 'Hébergement du Ponant SAS',
        description: 'FA-2026/118 – Serveur dédié ; Vis',
        gross: 75.04,
        vat: 11.54,
        method: 'Virement',
        receipt: `https://drive.google.com/file/d/${file?.id}/view`,
      },
    ])
  })
  test('a credit note gives money back', () => {
    const emulator = freshWorkbook()
    receive(emulator, ublCreditNote)
    expect(Number(rows(emulator, 'expenses')[0]?.['gross'])).toBeLessThan(0)
  })
  test('received again, as another file of the same, is recognised', () => {
    const emulator = freshWorkbook({ SIRET: '81234567600017' })
    receive(emulator, ublInvoice)
    const again = receive(emulator, ublInvoice.replace('<Invoice ', '<Invoice  '))
    expect(codes(again)).toEqual(['received-again'])
    expect(again.message).toBe('Hébergement du Ponant SAS, facture FA-2026/118\u00a0: déjà dans Dépenses, ligne 4.')
    expect(rows(emulator, 'expenses')).toHaveLength(1)
    expect(filed(emulator)).toHaveLength(1)
  })
  test('of the same number with another amount changes nothing, and is told', () => {
    const emulator = freshWorkbook()
    receive(emulator, ublInvoice)
    const { data, file, invoice } = given(ublInvoice)
    const outcome = done(emulator, 'import-supplier-invoice', { data, file, invoice: { ...invoice, gross: '7600' } })
    expect(codes(outcome)).toEqual(['received-differs'])
    expect(rows(emulator, 'expenses').map((row) => row['gross'])).toEqual([75.04])
  })
  test('whose row was deleted comes back with it', () => {
    const emulator = freshWorkbook({ SIRET: '81234567600017' })
    receive(emulator, ublInvoice)
    emulator.user.deleteRows('Dépenses', 4, 1)
    expect(codes(receive(emulator, ublInvoice))).toEqual([])
    expect(rows(emulator, 'expenses')).toHaveLength(1)
    expect(filed(emulator)).toHaveLength(1)
  })
  test.each([
    ['typed by hand before', 'received-typed', {}, true],
    ['in another currency', 'received-foreign', { currency: 'USD' }, false],
    ['for someone else', 'received-for-another', { buyerSiren: '404833048' }, false],
    ['that does not add up', 'wrong-amount', { doubts: 'BT-112|7504|7500|' }, false],
  ] as const)('%s is taken, and says so: %s', (_, code, more, typed) => {
    const emulator = freshWorkbook({ SIRET: '81234567600017' })
    if (typed)
      typeRow(emulator, 'expenses', { date: '12/11/2026', supplier: 'HEBERGEMENT DU PONANT SAS', gross: '75,04' })
    const { data, file, invoice } = given(ublInvoice)
    const outcome = done(emulator, 'import-supplier-invoice', { data, file, invoice: { ...invoice, ...more } })
    expect(codes(outcome)).toEqual([code])
    expect(rows(emulator, 'expenses')).toHaveLength(typed ? 2 : 1)
  })
  test('a label shaped like a formula stays text', () => {
    const emulator = freshWorkbook()
    receive(emulator, ublInvoice.replaceAll('Hébergement du Ponant SAS', '=HYPERLINK("https://x.example")'))
    expect(rows(emulator, 'expenses')[0]?.['supplier']).toBe('=HYPERLINK("https://x.example")')
  })
  test.each([
    ['key', ''],
    ['number', ' '],
    ['supplier', ''],
    ['date', '2026-02-30'],
    ['gross', '12,50'],
    ['vat', 'x'],
    ['currency', 'euros'],
    ['doubts', 'BT-112|un|deux|'],
  ])('is refused when the page’s %s is %j', (field, text) => {
    const emulator = freshWorkbook()
    const { data, file, invoice } = given(ublInvoice)
    const wrong = { data, file, invoice: { ...invoice, [field]: text } }
    expect(refused(emulator, 'import-supplier-invoice', wrong)).toMatchObject({
      code: 'received-unread',
      message: expect.stringContaining(`(${field})`),
    })
    expect(rows(emulator, 'expenses')).toEqual([])
  })
  test('is refused without its file, or when it is too large', () => {
    const emulator = freshWorkbook()
    const { data, file, invoice } = given(ublInvoice)
    expect(refused(emulator, 'import-supplier-invoice', { file, invoice }).code).toBe('received-no-file')
    expect(refused(emulator, 'import-supplier-invoice', { file, data }).code).toBe('received-unread')
    const heavy = Buffer.alloc(8_000_001, 32).toString('base64')
    expect(refused(emulator, 'import-supplier-invoice', { file, invoice, data: heavy }).code).toBe('received-too-large')
    expect(filed(emulator)).toEqual([])
  })
  test('stopped anywhere is finished by the next, without a double', () => {
    const state = freshWorkbook({ SIRET: '81234567600017' }).save()
    const args = given(ublInvoice)
    const calls = perform(workshop(state), 'import-supplier-invoice', args).run.calls.total
    for (let call = 1; call <= calls; call++) {
      const emulator = workshop(state)
      perform(emulator, 'import-supplier-invoice', args, {
        fault: { call, unflushed: call % 2 === 0 ? 'kept' : 'dropped' },
      })
      done(emulator, 'import-supplier-invoice', args)
      expect([call, rows(emulator, 'expenses').length, filed(emulator).length]).toEqual([call, 1, 1])
    }
  })
})

test('what crosses the wire is read back as it was', () => {
  for (let seed = 1; seed < 20; seed++) {
    const read = readSupplierInvoice(utf8Bytes(toCii(randomOfKind('several-rates', seed))))
    if (!read.ok) throw new Error(read.problem.code)
    const expense = expenseOf({
      ...read.value,
      arithmetic: [{ code: 'wrong-amount', term: 'BT-117', found: 1 as never, expected: 2 as never, of: 'S 20' }],
    })
    expect(readExpense(writeExpense(expense))).toEqual(expense)
  }
})

import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { Emulator, EmulatorState } from '../emulator/index.ts'
import { done, freshWorkbook, perform, refused, rows, sale, workshop } from './workshop.ts'

/** A carpenter: sells furniture (VAT at delivery) and works in houses (VAT as it is paid), monthly returns. */
const CARPENTER = {
  'Date de début': '01/09/2020',
  'Rythme Urssaf': 'Mensuel',
  Département: '37',
  'Nature principale': 'Prestation BIC',
  'Autres natures': 'Vente de marchandises',
  Artisan: 'VRAI',
  'Régime de TVA': 'Réel normal mensuel',
  'Régime depuis le': '01/01/2024',
  'N° TVA': 'FR54999990377',
}
const issue = (
  emulator: Emulator,
  on: string,
  label: string,
  price: string,
  more: Readonly<Record<string, string>>,
) => {
  sale(emulator, 'Brasserie du Ponant', {
    label,
    unitPrice: price,
    date: on.split('-').reverse().join('/'),
    vatRate: '20 %',
    ...more,
  })
  return done(emulator, 'issue-invoices', { issueDate: on }).issued?.[0]?.number ?? ''
}
const pay = (emulator: Emulator, number: string, date: string, amountCents: number, method = 'transfer') =>
  done(emulator, 'record-payment', { number, date, amountCents, method })

const workshopYear: EmulatorState = (() => {
  const emulator = freshWorkbook(CARPENTER)
  const table = issue(emulator, '2026-09-10', 'Table de ferme en chêne', '1000', { nature: 'Vente de marchandises' })
  pay(emulator, table, '2026-10-08', 120_000)
  const floor = issue(emulator, '2026-09-20', 'Pose d’un parquet, finition huilée', '2000', { vatRate: '10 %' })
  pay(emulator, floor, '2026-09-30', 100_000, 'cheque')
  pay(emulator, floor, '2026-10-15', 120_000, 'cash')
  issue(emulator, '2026-11-02', 'Réglage de deux portes', '150', {})
  return emulator.save()
})()
const files = (emulator: Emulator) => emulator.drive.files().filter((file) => file.path.includes('/Déclarations/'))
const contentOf = (emulator: Emulator, ending: string): Uint8Array => {
  const file = files(emulator).find((candidate) => candidate.path.endsWith(ending))
  return emulator.drive.content(file?.id ?? '') ?? new Uint8Array()
}
const text = (emulator: Emulator, name: string): string => {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(contentOf(emulator, name))
}
const lines = (csv: string): readonly string[] => csv.replace('\ufeff', '').trimEnd().split('\r\n')

const cents = (text: string | undefined): number => Math.round(Number((text ?? '').replace(',', '.')) * 100)
const column = (csv: string, index: number): number =>
  lines(csv)
    .slice(1)
    .reduce((sum, line) => sum + cents(line.split(';')[index]), 0)
const inSheet = (emulator: Emulator, key: string): number =>
  rows(emulator, 'receiptsBook').reduce((sum, row) => sum + Math.round(Number(row[key]) * 100), 0)

describe('an export', () => {
  test('of the receipts book is a table for spreadsheets and pages to print, which sum as the sheet does', () => {
    const emulator = workshop(workshopYear)
    const outcome = done(emulator, 'export', { what: 'receipts-book' })
    expect(outcome.files).toEqual([
      'Drive/Facturation/2026/Déclarations/livre-des-recettes_2026-01-01_2026-11-25.csv',
      'Drive/Facturation/2026/Déclarations/livre-des-recettes_2026-01-01_2026-11-25.pdf',
    ])
    expect(outcome.message).toBe(
      'livre-des-recettes_2026-01-01_2026-11-25.csv et livre-des-recettes_2026-01-01_2026-11-25.pdf\u00a0: dans votre Drive, dossier Facturation/2026/Déclarations.',
    )
    const csv = text(emulator, '.csv')
    expect(csv.startsWith('\ufeffN°;')).toBe(true)
    expect(lines(csv).slice(1)).toEqual([
      '2;30/09/2026;F2026-0002;Brasserie du Ponant;Pose d’un parquet, finition huilée;Prestations BIC;1000,00;Chèque;dont TVA 90,91\u00a0€;septembre 2026;',
      '1;08/10/2026;F2026-0001;Brasserie du Ponant;Table de ferme en chêne;Ventes;1200,00;Virement;dont TVA 200,00\u00a0€;octobre 2026;',
      '3;15/10/2026;F2026-0002;Brasserie du Ponant;Pose d’un parquet, finition huilée;Prestations BIC;1200,00;Espèces;dont TVA 109,09\u00a0€;octobre 2026;',
    ])
    expect(column(csv, 6)).toBe(inSheet(emulator, 'amount'))
    expect(text(emulator, '.pdf').slice(0, 8)).toBe('%PDF-1.7')
  })
  test('of the VAT tells each rate, each line, and agrees with the receipts book to the cent', () => {
    const emulator = workshop(workshopYear)
    done(emulator, 'export', { what: 'vat', from: '2026-09-01', to: '2026-10-31' })
    expect(lines(text(emulator, 'tva_2026-09-01_2026-10-31.csv'))).toEqual([
      'Période;Taux;Base HT;TVA exigible',
      'septembre 2026;20 %;1000,00;200,00',
      'septembre 2026;10 %;909,09;90,91',
      'octobre 2026;10 %;1090,91;109,09',
    ])
    expect(lines(text(emulator, 'tva-detail_2026-09-01_2026-10-31.csv')).slice(1)).toEqual([
      '10/09/2026;F2026-0001;20 %;1000,00;200,00;À la livraison',
      '30/09/2026;F2026-0002;10 %;909,09;90,91;À l’encaissement',
      '15/10/2026;F2026-0002;10 %;1090,91;109,09;À l’encaissement',
    ])
    const agreed = text(emulator, 'tva-rapprochement_2026-09-01_2026-10-31.csv')
    expect(lines(agreed).slice(1)).toEqual([
      'septembre 2026;90,91;90,91;0,00;200,00;290,91',
      'octobre 2026;309,09;109,09;200,00;0,00;109,09',
    ])
    expect(column(agreed, 1)).toBe(inSheet(emulator, 'vat'))
  })
  test('of the invoices lists what was issued between the two days', () => {
    const emulator = workshop(workshopYear)
    done(emulator, 'export', { what: 'invoices', from: '2026-09-15', to: '2026-11-25' })
    const csv = lines(text(emulator, 'factures_2026-09-15_2026-11-25.csv'))
    expect(csv[0]).toBe(
      "N° facture;Type;Client;Objet;Date d'émission;Date d'échéance;Total HT;TVA;Total TTC;Net à payer;Encaissé;Avoirs imputés;Reste dû;Statut;Facture d'origine",
    )
    expect(csv.slice(1)).toEqual([
      'F2026-0002;Facture;Brasserie du Ponant;Pose d’un parquet, finition huilée;20/09/2026;20/10/2026;2000,00;200,00;2200,00;2200,00;2200,00;0,00;0,00;Payée;',
      'F2026-0003;Facture;Brasserie du Ponant;Réglage de deux portes;02/11/2026;02/12/2026;150,00;30,00;180,00;180,00;0,00;0,00;180,00;Émise;',
    ])
  })
  test('in the shape of a FEC balances, line by line and as a whole', () => {
    const emulator = workshop(workshopYear)
    done(emulator, 'export', { what: 'fec', to: '2026-12-31' })
    const rowsOfFec = text(emulator, '999990377FEC20261231.txt')
      .trimEnd()
      .split('\r\n')
      .map((line) => line.split('\t'))
    expect(rowsOfFec[0]).toHaveLength(18)
    const debit = rowsOfFec.slice(1).reduce((sum, line) => sum + cents(line[11]), 0)
    const credit = rowsOfFec.slice(1).reduce((sum, line) => sum + cents(line[12]), 0)
    expect(debit).toBe(credit)
    expect(debit).toBe(inSheet(emulator, 'amount'))
  })
  test('of the calendar opens in any of them', () => {
    const emulator = workshop(workshopYear)
    done(emulator, 'export', { what: 'calendar' })
    const ics = text(emulator, 'Facturation/2026/Déclarations/echeances_2026-11-25.ics')
    expect(ics.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n')).toBe(true)
    expect(ics.match(/BEGIN:VEVENT/g)?.length).toBe(rows(emulator, 'deadlines').length)
  })
  test('asked for twice is made once; once something happened it is another file', () => {
    const emulator = workshop(workshopYear)
    done(emulator, 'export', { what: 'receipts-book' })
    done(emulator, 'export', { what: 'receipts-book' })
    expect(files(emulator)).toHaveLength(2)
    pay(emulator, 'F2026-0003', '2026-11-24', 18_000)
    done(emulator, 'export', { what: 'receipts-book' })
    expect(files(emulator)).toHaveLength(4)
  })
  test.each([
    ['receipts-book', {}, { from: '2026-12-31', to: '2026-01-01' }, 'export-range'],
    ['receipts-book', {}, { from: '2024-01-01', to: '2024-12-31' }, 'nothing-to-export'],
    ['purchases', {}, {}, 'nothing-to-export'],
    ['fec', { SIRET: '123' }, {}, 'fec-needs-siren'],
    ['invoices', {}, { to: '2026-02-30' }, 'wrong-argument'],
  ])('of %s with %j, %j is refused: %s', (what, settings, range, code) => {
    const emulator = workshop(workshopYear)
    done(emulator, 'setup', { settings })
    expect(refused(emulator, 'export', { what, ...range }).code).toBe(code)
  })
  test('of a book that was altered is refused', () => {
    const emulator = workshop(workshopYear)
    emulator.book.type('Livre des recettes', 4, 7, [['1']])
    expect(refused(emulator, 'export', { what: 'receipts-book' }).code).toBe('book-altered')
  })
  test('stopped anywhere is finished by the next, without a double', () => {
    const args = { what: 'vat' }
    const calls = perform(workshop(workshopYear), 'export', args).run.calls.total
    for (let call = 1; call <= calls; call++) {
      const emulator = workshop(workshopYear)
      perform(emulator, 'export', args, { fault: { call, unflushed: call % 2 === 0 ? 'kept' : 'dropped' } })
      done(emulator, 'export', args)
      expect([call, files(emulator).map(({ name }) => name.split('_')[0])]).toEqual([
        call,
        ['tva', 'tva-detail', 'tva-rapprochement'],
      ])
    }
  })
})

describe('the archive of a year', () => {
  test('holds each document as it was issued, its data, the books and the journal, with what proves them', () => {
    const emulator = workshop(workshopYear)
    const issued = emulator.drive.files().filter((file) => file.path.includes('/Factures/F2026'))
    done(emulator, 'export', { what: 'archive' })
    const zip = unzipSync(contentOf(emulator, 'archive_2026-01-01_2026-11-25.zip'))
    expect(Object.keys(zip)).toEqual([
      'Documents/F2026-0001_Brasserie-du-Ponant.pdf',
      'Documents/F2026-0002_Brasserie-du-Ponant.pdf',
      'Documents/F2026-0003_Brasserie-du-Ponant.pdf',
      'Livres/livre-des-recettes_2026-01-01_2026-11-25.csv',
      'Livres/livre-des-recettes_2026-01-01_2026-11-25.pdf',
      'Livres/factures_2026-01-01_2026-11-25.csv',
      'Livres/echeances_2026-01-01_2026-11-25.csv',
      'Livres/tva_2026-01-01_2026-11-25.csv',
      'Livres/tva-detail_2026-01-01_2026-11-25.csv',
      'Livres/tva-rapprochement_2026-01-01_2026-11-25.csv',
      'Journal.csv',
      'LISEZ-MOI.txt',
      'SOMMAIRE.csv',
    ])
    for (const { name, size } of issued) expect(zip[`Documents/${name}`]).toHaveLength(size)
    const summary = strFromU8(zip['SOMMAIRE.csv'] ?? new Uint8Array())
    expect(summary.match(/;oui/g)?.length).toBe(issued.length)
    expect(summary).not.toContain(';non')
    const journal = lines(strFromU8(zip['Journal.csv'] ?? new Uint8Array()))
    expect(journal.length).toBeGreaterThan(rows(emulator, 'journal').length - 1)
  })
  test('a document that no longer comes out as it was issued is left out, and told', () => {
    const emulator = workshop(workshopYear)
    // As if the journal had kept another digest.
    const values = emulator.book.values('_Journal')
    const row = values.findIndex((line) => line[2] === 'issued' && line[3] === 'F2026-0002') + 1
    const data = String(values[row - 1]?.[4]).replace(/"digest":"..../, '"digest":"0000')
    emulator.book.type('_Journal', row, 5, [[data]])
    const { findings } = done(emulator, 'export', { what: 'archive' })
    expect(findings.map(({ code, message }) => [code, message.includes('F2026-0002')])).toEqual([
      ['document-differs', true],
    ])
    expect(
      Object.keys(unzipSync(contentOf(emulator, '.zip'))).filter((path) => path.startsWith('Documents/')),
    ).toHaveLength(2)
  })
})

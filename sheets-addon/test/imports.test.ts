import { readForeignRows } from '@tabellion/shared/ledger'
import { describe, expect, test } from 'vitest'
import { done, freshWorkbook, perform, refused, rows, sale, TODAY, workshop } from './workshop.ts'

/** As the door and the page read it. */
const file = (text: string, more: object = {}) => ({ rows: readForeignRows(text), ...more })
const CLIENTS = `Société;Type;E-mail;Adresse;CP;Ville;SIRET;Solde
Brasserie du Ponant;Professionnel;;;;;;0
Éditions du Merle;;merle@client.example;2, rue Haute;69001;Lyon;99999037700015;12
Merle SAS;;autre@client.example;;;;999 990 377 00015;
=1+1;Particulier;merle@client.example;3, rue Basse;01000;Bourg;;
;;perdu@client.example;;;;;
`
const INVOICES = `N°;Date;Échéance;Client;Objet;Montant TTC;Déjà réglé
F2026-0041;01/10/2026;31/10/2026;Brasserie du Ponant;Site vitrine;1 200,00 €;200
F2026-0042;02/11/2026;02/12/2026;Merle SAS;Charte;300;0
F2026-0040;01/09/2026;;Brasserie du Ponant;Affiche;90;90
F2026-0043;03/11/2026;;Merle SAS;;douze;
`

describe('clients of another tool', () => {
  test('are added with what the file knows, text staying text; those that are here do not change', () => {
    const emulator = freshWorkbook()
    const shown = done(emulator, 'import-clients', file(CLIENTS, { preview: true }))
    expect(rows(emulator, 'clients')).toHaveLength(1)
    expect(shown.imported).toEqual({
      columns: [
        { from: 'Société', to: 'Nom ou raison sociale' },
        { from: 'Type', to: 'Type' },
        { from: 'E-mail', to: 'E-mail' },
        { from: 'Adresse', to: 'Adresse' },
        { from: 'CP', to: 'Code postal' },
        { from: 'Ville', to: 'Ville' },
        { from: 'SIRET', to: 'SIRET' },
      ],
      unread: ['Solde'],
      rows: 2,
      added: ['Éditions du Merle', '=1+1'],
    })
    const outcome = done(emulator, 'import-clients', file(CLIENTS))
    expect(outcome.findings.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      'info import-known-client',
      'fix import-same-siret',
      'info import-same-email',
      'fix import-nameless',
    ])
    expect(
      rows(emulator, 'clients')
        .map((row) => [row['name'], row['type'], row['postcode'], row['siret']])
        .slice(1),
    ).toEqual([
      ['Éditions du Merle', 'Professionnel', '69001', '99999037700015'],
      ['=1+1', 'Particulier', '01000', ''],
    ])
    expect(rows(emulator, 'clients').every((row) => row['id'] !== '')).toBe(false)
    done(emulator, 'import-clients', file(CLIENTS))
    expect(rows(emulator, 'clients')).toHaveLength(3)
  })
  test.each([
    ['an empty file', file(' \n\n'), 'import-empty'],
    ['a file without names', file('Ville;Pays\nNantes;FR\n'), 'import-no-column'],
  ])('%s is refused', (_, args, code) => {
    expect(refused(freshWorkbook(), 'import-clients', args).code).toBe(code)
  })
  test.each([
    ['a row without cells', { rows: [{ line: 1 }] }],
    ['a cell that is no text', { rows: [{ line: 1, cells: ['Nom', 3] }] }],
    ['a line that is no number', { rows: [{ line: 'x', cells: ['Nom'] }] }],
    ['a cell too long for the sheet', { rows: [{ line: 1, cells: ['x'.repeat(50_000)] }] }],
  ])('rows come from outside: %s is refused', (_, args) => {
    expect(refused(freshWorkbook(), 'import-clients', args).code).toBe('wrong-argument')
  })
})

describe('open invoices of another tool', () => {
  test('keep their number, owe what is left, are followed like ours, and ours go on after them', () => {
    const emulator = freshWorkbook()
    const outcome = done(emulator, 'import-open-invoices', file(INVOICES))
    expect(outcome.findings.map(({ code }) => code)).toEqual([
      'import-settled',
      'import-client-missing',
      'import-unreadable',
    ])
    expect(
      rows(emulator, 'invoices').map((row) => [
        row['number'],
        row['gross'],
        row['depositsDeducted'],
        row['payable'],
        row['balanceDue'],
        row['status'],
        row['file'],
      ]),
    ).toEqual([
      ['F2026-0041', 1200, 200, 1000, 1000, 'En retard', 'Repris'],
      ['F2026-0042', 300, 0, 300, 300, 'Émise', 'Repris'],
    ])
    expect(done(emulator, 'verify').verdict).toMatchObject({ ok: true, issued: 0 })
    // The same file again adds nothing.
    const again = done(emulator, 'import-open-invoices', file(INVOICES))
    expect(again.imported?.rows).toBe(0)
    expect(rows(emulator, 'invoices')).toHaveLength(2)
    // A payment enters the book under the nature of *Réglages*.
    done(emulator, 'record-payment', { number: 'F2026-0041', date: TODAY, amountCents: 100_000, method: 'transfer' })
    expect(
      rows(emulator, 'receiptsBook').map((row) => [row['document'], row['nature'], row['category'], row['amount']]),
    ).toEqual([['F2026-0041', 'Site vitrine', 'Prestations BNC', 1000]])
    expect(rows(emulator, 'invoices')[0]).toMatchObject({ balanceDue: 0, status: 'Payée' })
    sale(emulator, 'Brasserie du Ponant')
    expect(done(emulator, 'issue-invoices').issued?.map(({ number }) => number)).toEqual(['F2026-0043'])
    expect(done(emulator, 'verify').findings).toEqual([])
  })
  test('under numbers that our pattern does not read: the numbering goes on all the same', () => {
    const emulator = freshWorkbook()
    done(emulator, 'import-open-invoices', file('Numéro,Date,Client,Total\nFAC-2026-17,2026-10-01,Merle,100.5\n'))
    sale(emulator, 'Brasserie du Ponant')
    expect(done(emulator, 'issue-invoices').issued?.map(({ number }) => number)).toEqual(['F2026-0018'])
  })
  test('with VAT: what is left bears its share', () => {
    const emulator = freshWorkbook({ 'Régime de TVA': 'Réel normal mensuel', 'N° TVA': 'FR83404833048' })
    const text =
      'Numéro;Date;Client;HT;TTC;Payé\nA1;01/10/2026;Brasserie du Ponant;1000;1200;600\nA2;01/10/2026;Merle;;50;\n'
    expect(done(emulator, 'import-open-invoices', file(text)).findings.map(({ code }) => code)).toContain(
      'import-no-vat',
    )
    done(emulator, 'record-payment', { number: 'A1', date: TODAY, amountCents: 60_000, method: 'transfer' })
    expect(rows(emulator, 'receiptsBook')[0]).toMatchObject({ amount: 600, remarks: 'dont TVA 100,00\u00a0€' })
  })
  test('killed at any call, the same file again finishes it', () => {
    const emulator = freshWorkbook()
    const start = emulator.save()
    const whole = workshop(start)
    const { total } = perform(whole, 'import-open-invoices', file(INVOICES)).run.calls
    const end = (each: typeof whole) =>
      rows(each, 'invoices').map((row) => [row['number'], row['payable'], row['status'], row['file']])
    for (const [first, unflushed] of [
      [1, 'kept'],
      [2, 'dropped'],
    ] as const)
      for (let call = first; call <= total; call += 2) {
        const each = workshop(start)
        perform(each, 'import-open-invoices', file(INVOICES), { fault: { call, unflushed } })
        done(each, 'import-open-invoices', file(INVOICES))
        expect(end(each), `${unflushed} at ${call}`).toEqual(end(whole))
        expect(done(each, 'verify').findings).toEqual([])
      }
  }, 180_000)
})

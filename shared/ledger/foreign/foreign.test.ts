import { describe, expect, test } from 'vitest'
import { readForeignClients, readForeignInvoices, readForeignRows } from '../index.ts'

describe('rows of another tool', () => {
  test.each([
    ['semicolons', 'Nom;Ville\nMerle;Nantes\n'],
    ['commas', '\ufeffNom,Ville\r\nMerle,Nantes\r\n'],
    ['tabs', 'Nom\tVille\nMerle\tNantes'],
    ['quotes, and blank lines', '"Nom";"Ville"\n\n;;\n"Merle"; "Nantes"\n'],
    ['Excel’s own line', 'sep=;\nNom;Ville\nMerle;Nantes'],
  ])('with %s', (_, text) => {
    expect(readForeignRows(text).map(({ cells }) => cells)).toEqual([
      ['Nom', 'Ville'],
      ['Merle', 'Nantes'],
    ])
  })
  test('a quoted cell holds delimiters, line breaks and quotes; lines are counted as an editor does', () => {
    const rows = readForeignRows('Nom;Note\n"Le Merle; fils";"dit ""Bob""\nà Nantes"\nSaule;x')
    expect(rows).toEqual([
      { line: 1, cells: ['Nom', 'Note'] },
      { line: 2, cells: ['Le Merle; fils', 'dit "Bob"\nà Nantes'] },
      { line: 4, cells: ['Saule', 'x'] },
    ])
  })
})

describe('clients', () => {
  const read = (text: string, told?: Readonly<Record<string, string>>) =>
    readForeignClients(readForeignRows(text), told)
  test('columns are known by the names that other tools give them', () => {
    const { clients, columns, unread } = read(
      'Société;Adresse e-mail;Tél.;Adresse (ligne 1);CP;Commune;N° SIRET;Solde\nMerle;a@b.fr;01 02 03 04 05;1, quai;44000;Nantes;99999037700015;12',
    )
    expect(columns.map(({ to }) => to)).toEqual([
      'Nom ou raison sociale',
      'E-mail',
      'Téléphone',
      'Adresse',
      'Code postal',
      'Ville',
      'SIRET',
    ])
    expect(unread).toEqual(['Solde'])
    expect(clients).toEqual([
      {
        line: 2,
        name: 'Merle',
        cells: {
          name: 'Merle',
          email: 'a@b.fr',
          phone: '01 02 03 04 05',
          address: '1, quai',
          postcode: '44000',
          city: 'Nantes',
          siret: '99999037700015',
          type: 'Professionnel',
        },
      },
    ])
  })
  test('a first name makes a person, what looks like an address of mail is one', () => {
    const { clients } = read('Nom;Prénom;Coordonnées\nDupont;Léa;lea@dupont.fr\n')
    expect(clients[0]?.cells).toEqual({ name: 'Léa Dupont', type: 'Particulier', email: 'lea@dupont.fr' })
  })
  test('what is told wins over what is guessed', () => {
    const { clients } = read('Client;Enseigne\nX01;Le Merle\n', { Enseigne: 'Nom ou raison sociale', Client: 'Code' })
    expect(clients[0]?.cells).toEqual({ name: 'Le Merle', code: 'X01' })
  })
  test('without headings, columns have ranks and only shapes are known', () => {
    const { columns, named } = read('Le Merle;a@b.fr;44000\nLe Saule;c@d.fr;69003\n')
    expect([columns, named]).toEqual([
      [
        { from: 'colonne 2', to: 'E-mail' },
        { from: 'colonne 3', to: 'Code postal' },
      ],
      false,
    ])
  })
})

describe('open invoices', () => {
  const read = (text: string) => readForeignInvoices(readForeignRows(text))
  test('numbers are kept, amounts and days read as the file writes them', () => {
    const { invoices } = read(
      'Numéro;Date;Échéance;Client;Montant TTC;Déjà réglé;TVA\nFAC-7;01/10/2026;31.10.2026;Merle;1 234,50 €;234,50;205,75\nFAC-8;2026-10-02;;Saule;100;;0',
    )
    expect(invoices).toEqual([
      {
        line: 2,
        number: 'FAC-7',
        kind: 'standard',
        client: 'Merle',
        subject: '',
        issueDate: '2026-10-01',
        dueDate: '2026-10-31',
        gross: 123_450,
        vat: 20_575,
        due: 100_000,
      },
      {
        line: 3,
        number: 'FAC-8',
        kind: 'standard',
        client: 'Saule',
        subject: '',
        issueDate: '2026-10-02',
        gross: 10_000,
        vat: 0,
        due: 10_000,
      },
    ])
  })
  test('points are decimals in a file that has no comma', () => {
    expect(read('Number,Invoice date,Client,Total\nF1,2026-10-01,Merle,1234.5').invoices[0]?.gross).toBe(123_450)
    expect(read('Number;Date;Client;Total\nF1;2026-10-01;Merle;1.500\nF2;2026-10-01;Merle;1,5').gaps).toEqual([
      { line: 2, column: 'Total TTC', text: '1.500' },
    ])
  })
  test('what keeps a row out is named, cell by cell', () => {
    const { gaps, invoices } = read('N°;Date;Client;Total\n;hier;Merle;12\nF2;01/10/2026;;douze\n')
    expect(invoices).toEqual([])
    expect(gaps).toEqual([
      { line: 2, column: 'Date d’émission', text: 'hier' },
      { line: 2, column: 'N° facture', text: '' },
      { line: 3, column: 'Total TTC', text: 'douze' },
      { line: 3, column: 'Client', text: '' },
    ])
  })
  test('a file without the columns that matter says which', () => {
    expect(read('Nom;Ville\nMerle;Nantes').missing).toEqual(['N° facture', 'Date d’émission', 'Total TTC'])
  })
})

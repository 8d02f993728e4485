import { FIRST_DATA_ROW } from '@tabellion/shared/ledger'
import { describe, expect, test } from 'vitest'
import { client, done, freshWorkbook, rows, sale } from './workshop.ts'

/** The finding of one bad row among good ones: it is left out, the others go on. */
function findingOf(row: Readonly<Record<string, string>>, settings: Readonly<Record<string, string>> = {}) {
  const emulator = freshWorkbook(settings)
  client(emulator, 'Éditions du Merle')
  sale(emulator, 'Éditions du Merle', settings['Régime de TVA'] ? { vatRate: '20' } : {})
  sale(emulator, 'Brasserie du Ponant', row)
  const outcome = done(emulator, 'issue-invoices')
  expect(outcome.issued?.map((invoice) => invoice.client)).toEqual(['Éditions du Merle'])
  expect(rows(emulator, 'sales')[1]).toMatchObject({ toInvoice: true, document: '' })
  return outcome.findings.filter((finding) => finding.severity === 'blocking')
}

const LIABLE = { 'Régime de TVA': 'Réel normal trimestriel', 'N° TVA': 'FR54999990377' }

describe('a bad cell of a ledger row is named, with why and how', () => {
  test.each([
    [{ unitPrice: 'quatre cents' }, 'unreadable-number', 'Prix unitaire HT', /n’est pas un nombre.*1.250,00/],
    [{ unitPrice: '1.5' }, 'ambiguous-number', 'Prix unitaire HT', /deux façons/],
    [{ unitPrice: '0,1234567' }, 'too-many-decimals', 'Prix unitaire HT', /plus de 6 décimales/],
    [{ quantity: '0,00001' }, 'too-many-decimals', 'Quantité', /plus de 4 décimales/],
    [{ quantity: '-2' }, 'quantity-not-positive', 'Quantité', /Créer un avoir/],
    [{ quantity: '0' }, 'quantity-not-positive', 'Quantité', /pas positive/],
    [{ quantity: '' }, 'missing-quantity', 'Quantité', /mention obligatoire/],
    [{ unitPrice: '-5' }, 'negative-price', 'Prix unitaire HT', /type de ligne «.Remise.»/],
    [{ unitPrice: '' }, 'missing-price', 'Prix unitaire HT', /prix unitaire/],
    [{ date: '31/02/2026' }, 'unreadable-date', 'Date', /jj\/mm\/aaaa/],
    [{ date: '' }, 'missing-date', 'Date', /mention obligatoire/],
    [{ label: '' }, 'missing-label', 'Désignation', /mention obligatoire/],
    [{ label: 'x'.repeat(50_000) }, 'text-too-long', 'Désignation', /50\u202f000 caractères, 300 au plus/],
    [{ detail: 'x'.repeat(50_000) }, 'text-too-long', 'Détail', /annexe/],
    [{ client: 'Dupond' }, 'unknown-client', 'Client', /Ajoutez sa fiche/],
    [{ client: '' }, 'missing-client', 'Client', /onglet Clients/],
    [{ vatRate: '20' }, 'vat-in-franchise', 'Taux TVA', /franchise en base/],
    [{ lineType: 'Avoir' }, 'credit-row-typed', 'Type de ligne', /Créer un avoir/],
    [{ lineType: 'Solde' }, 'balance-without-deposit', 'Type de ligne', /acompte à déduire/],
    [{ lineType: 'Autre chose' }, 'unknown-choice', 'Type de ligne', /pas un choix possible/],
    [{ nature: 'Bricolage' }, 'unknown-choice', 'Nature', /Prestation BNC/],
    [{ item: 'X9' }, 'unknown-item', 'Article', /onglet Articles/],
    [{ label: 'Traduction 株式会社' }, 'unprintable-characters', 'Désignation', /police/],
    [{ discount: '120 %' }, 'unreadable-rate', 'Remise %', /100.% au plus/],
    [{ discount: '-5' }, 'unreadable-rate', 'Remise %', /pas un taux/],
  ] as const)('%o', (row, code, column, message) => {
    const [finding] = findingOf(row)
    expect(finding).toMatchObject({ code, tab: 'Ventes', row: FIRST_DATA_ROW + 1, column })
    expect(finding?.message).toMatch(message)
    expect(finding?.message).toMatch(/^Ventes, ligne 5, colonne «.+».: /)
  })
  test.each([
    [{ vatRate: '' }, 'missing-vat-rate'],
    [{ vatRate: '0 %' }, 'zero-rate-without-reason'],
    [{ vatRate: '19,6' }, 'unknown-vat-rate'],
    [{ vatRate: '20', exemption: 'Exonération – formation professionnelle (CGI 261, 4-4°)' }, 'rate-with-reason'],
    [{ exemption: 'Autre exonération' }, 'missing-reason-text'],
  ])('VAT-liable: %o', (row, code) => {
    expect(findingOf(row, LIABLE)[0]).toMatchObject({ code, tab: 'Ventes', row: FIRST_DATA_ROW + 1 })
  })
})

describe('a bad cell of the client is named', () => {
  test.each([
    [{ postcode: '' }, 'missing-postcode', 'Code postal'],
    [{ city: '' }, 'missing-city', 'Ville'],
    [{ address: '' }, 'missing-address', 'Adresse'],
    [{ type: '' }, 'missing-client-type', 'Type'],
    [{ type: 'UE' }, 'missing-client-vat-number', 'N° TVA'],
    [{ paymentTerm: 'un de ces jours' }, 'unknown-choice', 'Délai de paiement'],
  ])('%o', (cells, code, column) => {
    const emulator = freshWorkbook()
    const row = client(emulator, 'Éditions du Merle', cells)
    sale(emulator, 'Éditions du Merle')
    const [finding] = done(emulator, 'issue-invoices').findings.filter((candidate) => candidate.severity === 'blocking')
    expect(finding).toMatchObject({ code, tab: 'Clients', row, column })
  })
  test('a wrong SIRET is worth mending before September 2027', () => {
    const emulator = freshWorkbook()
    client(emulator, 'Éditions du Merle', { siret: '99999037700016' })
    sale(emulator, 'Éditions du Merle')
    const outcome = done(emulator, 'issue-invoices')
    expect(outcome.issued).toHaveLength(1)
    expect(outcome.findings).toContainEqual(
      expect.objectContaining({ code: 'wrong-client-siret', severity: 'fix', tab: 'Clients' }),
    )
  })
  test('two rows of one name are told apart by nobody', () => {
    const emulator = freshWorkbook()
    client(emulator, 'Brasserie du Ponant')
    sale(emulator, 'Brasserie du Ponant')
    expect(done(emulator, 'issue-invoices').findings).toContainEqual(
      expect.objectContaining({ code: 'doubled-client', tab: 'Clients' }),
    )
  })
  test('a name that looks like a formula stays text, without finding', () => {
    const emulator = freshWorkbook()
    emulator.book.put('Clients', FIRST_DATA_ROW + 1, 1, [['=HYPERLINK("http://mal.example";"clic")']])
    for (const [key, text] of [
      ['type', 'Professionnel'],
      ['address', '1 rue'],
      ['postcode', '44000'],
      ['city', 'Nantes'],
    ] as const) {
      emulator.book.put('Clients', FIRST_DATA_ROW + 1, { type: 2, address: 6, postcode: 7, city: 8 }[key], [[text]])
    }
    const row = sale(emulator, 'x')
    emulator.book.put('Ventes', row, 3, [['=HYPERLINK("http://mal.example";"clic")']])
    const outcome = done(emulator, 'issue-invoices')
    expect(outcome.issued?.[0]?.client).toBe('=HYPERLINK("http://mal.example";"clic")')
    expect(emulator.book.cells('Factures')[FIRST_DATA_ROW - 1]?.[2]).toMatchObject({
      value: '=HYPERLINK("http://mal.example";"clic")',
    })
    expect(emulator.book.cells('Factures')[FIRST_DATA_ROW - 1]?.[2]?.formula).toBe(undefined)
  })
})

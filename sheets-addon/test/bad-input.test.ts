import { FIRST_DATA_ROW, HEADING_ROW } from '@tabellion/shared/ledger'
import { describe, expect, test } from 'vitest'
import { png } from './png.ts'
import { client, done, freshWorkbook, perform, refused, rows, sale } from './workshop.ts'

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

describe('settings', () => {
  test.each(['Prénom et nom', 'Adresse', 'Code postal', 'Ville', 'SIRET'])(
    'without « %s » nothing can start',
    (name) => {
      const emulator = freshWorkbook({ [name]: '' })
      sale(emulator, 'Brasserie du Ponant')
      const error = refused(emulator, 'issue-invoices')
      expect(error.code).toBe('missing-identity')
      expect(error.message).toContain(name)
      expect(rows(emulator, 'invoices')).toEqual([])
    },
  )
  test.each([
    [{ 'Motif des factures': 'F{AAAA}' }, 'wrong-setting'],
    [{ IBAN: 'FR7699999000420001234567874' }, 'wrong-setting'],
    [{ 'Régime de TVA': 'Réel normal mensuel' }, 'missing-setting'],
    [{ 'Dernière facture hors de cet outil': 'aucune' }, 'wrong-setting'],
    [{ Couleur: 'bleu' }, 'wrong-setting'],
  ] as readonly (readonly [Readonly<Record<string, string>>, string])[])('%o blocks with %s', (settings, code) => {
    const emulator = freshWorkbook(settings)
    sale(emulator, 'Brasserie du Ponant', settings['Régime de TVA'] ? { vatRate: '20' } : {})
    const outcome = done(emulator, 'issue-invoices')
    expect(outcome.issued).toEqual([])
    expect(outcome.findings).toContainEqual(
      expect.objectContaining({ code, severity: 'blocking', tab: 'Réglages', column: 'Valeur' }),
    )
  })
  test('an unknown one is refused at set-up, naming the nearest', () => {
    const error = refused(freshWorkbook(), 'setup', { settings: { 'Prenom et non': 'x' } })
    expect(error.message).toContain('Prénom et nom')
  })
  test('numbering goes on after another tool’s last invoice', () => {
    const emulator = freshWorkbook({ 'Dernière facture hors de cet outil': 'F2026-011' })
    sale(emulator, 'Brasserie du Ponant')
    expect(done(emulator, 'issue-invoices').issued?.[0]?.number).toBe('F2026-0012')
  })
})

describe('dates of issue', () => {
  test('never before the last invoice, never in the future', () => {
    const emulator = freshWorkbook()
    sale(emulator, 'Brasserie du Ponant')
    done(emulator, 'issue-invoices')
    sale(emulator, 'Brasserie du Ponant')
    expect(refused(emulator, 'issue-invoices', { issueDate: '2026-11-24' })).toMatchObject({
      code: 'issue-date-too-early',
      message: expect.stringMatching(/24\/11\/2026.*F2026-0001.*25\/11\/2026/s),
    })
    expect(refused(emulator, 'issue-invoices', { issueDate: '2026-11-26' }).code).toBe('issue-date-in-future')
    expect(refused(emulator, 'issue-invoices', { issueDate: '2026-02-30' }).code).toBe('wrong-argument')
    expect(rows(emulator, 'invoices')).toHaveLength(1)
  })
})

describe('rows and arguments', () => {
  test('an ID that exists twice blocks both rows', () => {
    const emulator = freshWorkbook()
    sale(emulator, 'Brasserie du Ponant', { id: 'A1' })
    sale(emulator, 'Brasserie du Ponant', { id: 'A1', label: 'Une copie de la ligne' })
    const outcome = done(emulator, 'issue-invoices')
    expect(outcome.issued).toEqual([])
    expect(outcome.findings).toContainEqual(expect.objectContaining({ code: 'doubled-id', column: 'ID' }))
  })
  test('an unknown row, argument or value is refused before anything is read', () => {
    const emulator = freshWorkbook()
    expect(refused(emulator, 'issue-invoices', { rows: ['ZZZ'] }).code).toBe('unknown-row')
    expect(refused(emulator, 'issue-invoices', { row: ['ZZZ'] }).message).toContain('rows')
    expect(refused(emulator, 'issue-invoices', { send: 'oui' }).code).toBe('wrong-argument')
    expect(refused(emulator, 'isue-invoices').message).toContain('issue-invoices')
  })
  test('`strict` refuses all when one row blocks', () => {
    const emulator = freshWorkbook()
    client(emulator, 'Éditions du Merle')
    sale(emulator, 'Éditions du Merle')
    sale(emulator, 'Brasserie du Ponant', { label: '' })
    expect(refused(emulator, 'issue-invoices', { strict: true }).code).toBe('findings-block')
    expect(rows(emulator, 'invoices')).toEqual([])
  })
})

describe('the shape of the file', () => {
  test('a renamed heading that is needed is recreated, and said', () => {
    const emulator = freshWorkbook()
    sale(emulator, 'Brasserie du Ponant')
    emulator.book.put('Ventes', HEADING_ROW, 6, [['Libellé à moi']])
    const outcome = done(emulator, 'issue-invoices')
    expect(outcome.issued).toEqual([])
    expect(outcome.findings).toContainEqual(
      expect.objectContaining({ code: 'missing-column', tab: 'Ventes', column: 'Désignation' }),
    )
    expect(emulator.book.values('Ventes')[HEADING_ROW - 1]).toContain('Désignation')
    expect(emulator.book.values('Ventes')[HEADING_ROW - 1]).toContain('Libellé à moi')
  })
  test('a deleted tab that is needed is recreated, and said', () => {
    const emulator = freshWorkbook()
    emulator.book.removeSheet('Clients')
    sale(emulator, 'Brasserie du Ponant')
    expect(done(emulator, 'issue-invoices').findings).toContainEqual(
      expect.objectContaining({ code: 'missing-tab', tab: 'Clients' }),
    )
    expect(emulator.book.sheets().map((sheet) => sheet.name)).toContain('Clients')
  })
  test('a doubled heading is refused', () => {
    const emulator = freshWorkbook()
    emulator.book.put('Ventes', HEADING_ROW, 30, [['Client']])
    expect(refused(emulator, 'issue-invoices')).toMatchObject({
      code: 'doubled-heading',
      message: expect.stringContaining('Client'),
    })
  })
  test('repair brings back what is missing and loses nothing', () => {
    const emulator = freshWorkbook()
    sale(emulator, 'Brasserie du Ponant')
    emulator.book.removeSheet('Banque')
    const before = rows(emulator, 'sales')
    expect(done(emulator, 'repair-tabs').message).toContain('Banque')
    expect(rows(emulator, 'sales')).toEqual(before)
    expect(done(emulator, 'issue-invoices').issued).toHaveLength(1)
  })
})

describe('Google says no', () => {
  test('a held lock: nothing is written', () => {
    const emulator = freshWorkbook()
    sale(emulator, 'Brasserie du Ponant')
    const run = emulator.run('perform', ['issue-invoices', '{}'], { context: 'rpc', locksHeld: ['script'] })
    expect(JSON.parse(String(run.result))).toMatchObject({ ok: false, error: { code: 'lock-held' } })
    expect(rows(emulator, 'invoices')).toEqual([])
  })
  test('Drive refuses before a number is taken: nothing is written', () => {
    const emulator = freshWorkbook()
    sale(emulator, 'Brasserie du Ponant')
    const { told } = perform(
      emulator,
      'issue-invoices',
      {},
      { refusals: [{ service: 'Drive', method: 'generateIds', nth: 'every', error: 'consent-withdrawn' }] },
    )
    expect(told).toMatchObject({ ok: false, error: { code: 'drive-refused' } })
    expect(rows(emulator, 'invoices')).toEqual([])
  })
  test('Drive refuses the file: the number stands, the next run makes the file', () => {
    const emulator = freshWorkbook()
    sale(emulator, 'Brasserie du Ponant')
    const { told } = perform(
      emulator,
      'issue-invoices',
      {},
      { refusals: [{ service: 'Drive', method: 'create', nth: 'every', error: 'drive-storage-full' }] },
    )
    expect(told).toMatchObject({
      ok: false,
      error: { code: 'drive-refused', message: expect.stringContaining('relancez') },
    })
    expect(rows(emulator, 'invoices').map((row) => row['number'])).toEqual(['F2026-0001'])
    expect(done(emulator, 'today').actions?.map((item) => item.code)).toContain('files-to-finish')
    expect(done(emulator, 'issue-invoices').files).toEqual([
      'Drive/Facturation/2026/Factures/F2026-0001_Brasserie-du-Ponant.pdf',
    ])
    expect(rows(emulator, 'invoices').map((row) => row['number'])).toEqual(['F2026-0001'])
  })
})

describe('logos', () => {
  const cmyk = Buffer.from([0xff, 0xd8, 0xff, 0xc0, 0, 20, 8, 0, 80, 2, 0, 4, ...Array<number>(20).fill(0)]).toString(
    'base64',
  )
  test.each([
    ['too small', { data: png(120, 80) }, 'image-too-small'],
    ['CMYK', { data: cmyk }, 'image-cmyk'],
    ['no image', { data: Buffer.from('GIF89a').toString('base64') }, 'image-unreadable'],
    ['too heavy', { data: Buffer.alloc(1_000_001).toString('base64') }, 'image-too-large'],
  ])('%s', (_, args, code) => {
    expect(refused(freshWorkbook(), 'set-logo', { file: 'logo.png', ...args }).code).toBe(code)
  })
})

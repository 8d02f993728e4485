import { describe, expect, test } from 'vitest'
import { png } from './png.ts'
import { client, done, freshWorkbook, refused, rows, sale } from './workshop.ts'

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

import { describe, expect, test } from 'vitest'
import type { Emulator } from '../emulator/index.ts'
import { client, done, freshWorkbook, perform, refused, rows, sale, workshop } from './workshop.ts'

const LIABLE = { 'Régime de TVA': 'Réel normal trimestriel', 'N° TVA': 'FR54999990377' }

/** One invoice of two lines, 630 €. */
function issued(settings: Readonly<Record<string, string>> = {}): Emulator {
  const emulator = freshWorkbook(settings)
  const vat = settings['Régime de TVA'] ? { vatRate: '20' } : {}
  sale(emulator, 'Brasserie du Ponant', { group: 'Site', clientReference: 'BC-17', ...vat })
  sale(emulator, 'Brasserie du Ponant', {
    label: 'Déclinaison en trois formats',
    quantity: '1,5',
    unitPrice: '120',
    group: 'Site',
    ...vat,
  })
  expect(done(emulator, 'issue-invoices').issued).toHaveLength(1)
  return emulator
}
const register = (emulator: Emulator) =>
  rows(emulator, 'invoices').map((row) => [
    row['number'],
    row['payable'],
    row['credited'],
    row['balanceDue'],
    row['status'],
  ])
const credits = (emulator: Emulator) =>
  rows(emulator, 'sales')
    .filter((row) => row['lineType'] === 'Avoir')
    .map((row) => [row['label'], row['quantity'], row['net'], row['status'], row['document'], row['originInvoice']])

test('a total credit note: its number, its rows, its file, and nothing left to pay', () => {
  const emulator = issued()
  const outcome = done(emulator, 'create-credit-note', { number: 'F2026-0001', reason: 'annulation' })
  expect(outcome.issued).toMatchObject([
    {
      number: 'AV2026-0001',
      kind: 'credit',
      client: 'Brasserie du Ponant',
      payableCents: -63_000,
      file: 'Drive/Facturation/2026/Avoirs/AV2026-0001_Brasserie-du-Ponant.pdf',
    },
  ])
  expect(outcome.message).toBe('Avoir AV2026-0001 émis : 630,00\u00a0€ en moins sur F2026-0001.')
  expect(credits(emulator)).toEqual([
    ['Maquette de la page d’accueil', -1, -450, 'Avoir', 'AV2026-0001', 'F2026-0001'],
    ['Déclinaison en trois formats', -1.5, -180, 'Avoir', 'AV2026-0001', 'F2026-0001'],
  ])
  expect(register(emulator)).toEqual([
    ['F2026-0001', 630, 630, 0, 'Soldée par avoir'],
    ['AV2026-0001', -630, -630, 0, 'Avoir soldé'],
  ])
  expect(rows(emulator, 'invoices')[1]).toMatchObject({
    kind: 'Avoir',
    originInvoice: 'F2026-0001',
    dueDate: '',
    group: 'Site',
    gross: -630,
    net: -630,
  })
  expect(emulator.drive.files().map((file) => file.path)).toContain(
    'Facturation/2026/Avoirs/AV2026-0001_Brasserie-du-Ponant.pdf',
  )
  expect(done(emulator, 'verify').verdict).toMatchObject({ ok: true, issued: 1 })
  expect(refused(emulator, 'create-credit-note', { number: 'F2026-0001', reason: 'Retour' })).toMatchObject({
    code: 'nothing-left-to-credit',
    message: expect.stringContaining('AV2026-0001'),
  })
})

test('several, by line and by amount, up to what is left; the last takes the rounding', () => {
  const emulator = issued(LIABLE)
  const [first] = rows(emulator, 'sales').map((row) => String(row['id']))
  const credit = (args: object) =>
    done(emulator, 'create-credit-note', { number: 'F2026-0001', reason: 'Ristourne', ...args })
  expect(credit({ lines: [{ id: first, quantity: 0.3333 }] }).issued?.[0]?.payableCents).toBe(-17_999)
  expect(credit({ amountCents: 10_001 }).issued?.[0]?.payableCents).toBe(-10_001)
  expect(credit({ amountCents: 10_001 }).issued?.[0]?.number).toBe('AV2026-0003')
  expect(
    refused(emulator, 'create-credit-note', { number: 'F2026-0001', reason: 'x', amountCents: 37_600 }),
  ).toMatchObject({
    code: 'credit-above-rest',
    message: expect.stringMatching(/376,00.€.*375,99.€/),
  })
  expect(credit({}).issued?.[0]?.payableCents).toBe(-37_599)
  expect(register(emulator)[0]).toEqual(['F2026-0001', 756, 756, 0, 'Soldée par avoir'])
  const sums = ['net', 'vat', 'gross', 'payable'].map((column) =>
    Math.round(rows(emulator, 'invoices').reduce((total, row) => total + Number(row[column]) * 100, 0)),
  )
  expect(sums).toEqual([0, 0, 0, 0])
  expect(credits(emulator).slice(1)).toEqual([
    ['Avoir sur la facture F2026-0001', -1, -83.34, 'Avoir', 'AV2026-0002', 'F2026-0001'],
    ['Avoir sur la facture F2026-0001', -1, -83.34, 'Avoir', 'AV2026-0003', 'F2026-0001'],
    ['Avoir sur la facture F2026-0001', -1, -313.33, 'Avoir', 'AV2026-0004', 'F2026-0001'],
  ])
  expect(done(emulator, 'verify').verdict?.ok).toBe(true)
})

test('after payment: too much was received until it is given back', () => {
  const emulator = issued()
  done(emulator, 'record-payment', {
    number: 'F2026-0001',
    date: '2026-11-25',
    amountCents: 63_000,
    method: 'transfer',
  })
  done(emulator, 'create-credit-note', { number: 'F2026-0001', reason: 'Geste commercial', amountCents: 12_000 })
  expect(register(emulator).map((row) => row[4])).toEqual(['Trop-perçu', 'Avoir émis'])
})

test('on a deposit, then its balance deducts what is left of it', () => {
  const emulator = freshWorkbook(LIABLE)
  const job = { group: 'Cuisine', vatRate: '20' }
  sale(emulator, 'Brasserie du Ponant', { ...job, label: 'Acompte de 30 %', unitPrice: '300', lineType: 'Acompte' })
  done(emulator, 'issue-invoices')
  done(emulator, 'create-credit-note', { number: 'F2026-0001', reason: 'Geste commercial', amountCents: 12_000 })
  expect(credits(emulator)[0]?.[0]).toBe('Avoir sur la facture d’acompte F2026-0001')
  sale(emulator, 'Brasserie du Ponant', { ...job, label: 'Cuisine sur mesure', unitPrice: '1000', lineType: 'Solde' })
  expect(done(emulator, 'issue-invoices').issued?.[0]).toMatchObject({
    kind: 'balance',
    payableCents: 120_000 - 24_000,
  })
  done(emulator, 'create-credit-note', { number: 'F2026-0002', reason: 'Annulation' })
  expect(register(emulator)).toEqual([
    ['F2026-0001', 360, 120, 240, 'Émise'],
    ['AV2026-0001', -120, -120, 0, 'Avoir soldé'],
    ['F2026-0002', 960, 960, 0, 'Soldée par avoir'],
    ['AV2026-0002', -960, -960, 0, 'Avoir soldé'],
  ])
  expect(rows(emulator, 'invoices')[3]).toMatchObject({ gross: -1200, depositsDeducted: -240, netVat: -160 })
  expect(done(emulator, 'verify').verdict?.ok).toBe(true)
})

test('deposits above the total of their balance are refused, and nothing is issued', () => {
  const emulator = freshWorkbook()
  sale(emulator, 'Brasserie du Ponant', { group: 'Site', lineType: 'Acompte', unitPrice: '500' })
  done(emulator, 'issue-invoices')
  sale(emulator, 'Brasserie du Ponant', { group: 'Site', lineType: 'Solde', unitPrice: '300' })
  const { findings, issued } = done(emulator, 'issue-invoices')
  expect(issued).toEqual([])
  expect(findings).toContainEqual(expect.objectContaining({ code: 'deposits-exceed-total', severity: 'blocking' }))
  expect(rows(emulator, 'invoices')).toHaveLength(1)
})

test('an invoice made again says which one it replaces; a plain copy does not', () => {
  const emulator = issued()
  expect(refused(emulator, 'duplicate-invoice', { number: 'F2026-0001', corrected: true }).code).toBe(
    'not-wholly-credited',
  )
  done(emulator, 'create-credit-note', { number: 'F2026-0001', reason: 'Correction d’erreur' })
  const before = rows(emulator, 'sales')
  expect(done(emulator, 'duplicate-invoice', { number: 'F2026-0001', corrected: true }).message).toContain('2 lignes')
  const copies = rows(emulator, 'sales').slice(before.length)
  expect(copies).toMatchObject([
    { toInvoice: false, label: 'Maquette de la page d’accueil', net: 450, document: '', status: '', lineType: '' },
    { toInvoice: false, label: 'Déclinaison en trois formats', net: 180, originInvoice: 'F2026-0001' },
  ])
  const ids = [...before, ...copies].map((row) => row['id'])
  expect(new Set(ids).size).toBe(ids.length)
  done(emulator, 'issue-invoices', { rows: copies.map((row) => row['id']) })
  expect(rows(emulator, 'invoices')[2]).toMatchObject({
    number: 'F2026-0002',
    originInvoice: 'F2026-0001',
    credited: 0,
  })
  expect(register(emulator)[0]?.[4]).toBe('Soldée par avoir')
  expect(refused(emulator, 'duplicate-invoice', { number: 'AV2026-0001' }).code).toBe('credit-not-copied')
  done(emulator, 'duplicate-invoice', { number: 'F2026-0002' })
  expect(rows(emulator, 'sales').at(-1)?.['originInvoice']).toBe('')
  expect(done(emulator, 'verify').verdict?.ok).toBe(true)
})

test('asked again under the same key, it is the same credit note; without one, two alike may be meant', () => {
  const emulator = issued()
  const args = { number: 'F2026-0001', reason: 'Retour', amountCents: 5_000 }
  const numbers = [{ ...args, key: 'a' }, { ...args, key: 'a' }, { ...args, key: 'b' }, args, args].map(
    (one) => done(emulator, 'create-credit-note', one).issued?.[0]?.number,
  )
  expect(numbers).toEqual(['AV2026-0001', 'AV2026-0001', 'AV2026-0002', 'AV2026-0003', 'AV2026-0004'])
})

describe('what is refused leaves nothing behind', () => {
  test.each([
    [{ number: 'F2026-0099', reason: 'Retour' }, 'unknown-number'],
    [{ number: 'F2026-0001' }, 'missing-credit-reason'],
    [{ number: 'F2026-0001', reason: ' ' }, 'missing-credit-reason'],
    [{ number: 'AV2026-0001', reason: 'Retour' }, 'credit-of-a-credit'],
    [{ number: 'F2026-0001', reason: 'Retour', amountCents: 63_001 }, 'credit-above-rest'],
    [{ number: 'F2026-0001', reason: 'Retour', amountCents: 0 }, 'credit-not-positive'],
    [{ number: 'F2026-0001', reason: 'Retour', amountCents: -5 }, 'credit-not-positive'],
    [{ number: 'F2026-0001', reason: 'Retour', lines: [{ id: 'Z' }] }, 'unknown-credit-line'],
    [{ number: 'F2026-0001', reason: 'Retour', lines: [] }, 'credit-not-positive'],
    [{ number: 'F2026-0001', reason: 'Retour', lines: [{ id: 'Z', quantite: 1 }] }, 'wrong-argument'],
    [{ number: 'F2026-0001', reason: 'Retour', lines: [{ id: 'Z', quantity: 0.00001 }] }, 'wrong-argument'],
    [{ number: 'F2026-0001', reason: 'Retour', lines: [], amountCents: 5 }, 'wrong-argument'],
    [{ number: 'F2026-0001', reason: 'x'.repeat(301) }, 'wrong-argument'],
  ])('%o: %s', (args, code) => {
    const emulator = issued()
    client(emulator, 'Éditions du Merle')
    sale(emulator, 'Éditions du Merle')
    done(emulator, 'issue-invoices')
    done(emulator, 'create-credit-note', { number: 'F2026-0002', reason: 'Retour' })
    const before = [rows(emulator, 'sales'), rows(emulator, 'invoices'), rows(emulator, 'journal')]
    const error = refused(emulator, 'create-credit-note', args)
    expect(error.code).toBe(code)
    expect(error.message).toMatch(/^[«A-ZÀ-Ý].*[.]$/)
    expect([rows(emulator, 'sales'), rows(emulator, 'invoices'), rows(emulator, 'journal')]).toEqual(before)
  })
  test('the clock set back', () => {
    const emulator = workshop(issued().save(), '2026-11-24T08:00:00Z')
    expect(refused(emulator, 'create-credit-note', { number: 'F2026-0001', reason: 'Retour' }).code).toBe(
      'issue-date-too-early',
    )
  })
  test('a wrong pattern of credit notes is a finding', () => {
    const emulator = issued({ 'Motif des avoirs': 'AV{AAAA}' })
    const outcome = done(emulator, 'create-credit-note', { number: 'F2026-0001', reason: 'Retour' })
    expect(outcome.issued).toEqual([])
    expect(outcome.findings).toContainEqual(
      expect.objectContaining({ code: 'wrong-setting', severity: 'blocking', tab: 'Réglages' }),
    )
  })
  test('Drive refuses: the number stands, the same request finishes it', () => {
    const emulator = issued()
    const args = { number: 'F2026-0001', reason: 'Retour', amountCents: 5_000 }
    const refusals = [{ service: 'Drive', method: 'create', nth: 'every', error: 'drive-storage-full' }] as const
    const { told } = perform(emulator, 'create-credit-note', args, { refusals })
    expect(told).toMatchObject({ ok: false, error: { code: 'drive-refused' } })
    expect(done(emulator, 'create-credit-note', args)).toMatchObject({ issued: [{ number: 'AV2026-0001' }] })
    expect(register(emulator)).toHaveLength(2)
    expect(done(emulator, 'verify').verdict?.ok).toBe(true)
  })
})

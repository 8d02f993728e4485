import { FIRST_DATA_ROW } from '@tabellion/shared/ledger'
import { expect, test } from 'vitest'
import { client, done, freshWorkbook, refused, sale } from './workshop.ts'

test('a text in another script is one finding, however many of its letters the font lacks', () => {
  const emulator = freshWorkbook()
  sale(emulator, 'Brasserie du Ponant', { label: 'Enseigne شركة النور للتجارة' })
  const findings = done(emulator, 'issue-invoices').findings.filter(({ severity }) => severity === 'blocking')
  expect(findings).toHaveLength(1)
  expect(findings[0]?.message).toMatch(/n’a pas «.ش.», .+ ni d’autres\. Remplacez ces caractères/)
})

test('check-file counts as ready only what it has just found ready, whatever Contrôle said', () => {
  const emulator = freshWorkbook()
  client(emulator, 'Éditions du Merle')
  sale(emulator, 'Éditions du Merle')
  sale(emulator, 'Éditions du Merle', { group: 'B', unitPrice: 'dix' })
  const counts = done(emulator, 'check-file').actions?.map(({ code, count, row }) => [code, count, row])
  expect(counts).toContainEqual(['rows-blocked', 1, FIRST_DATA_ROW + 1])
  expect(counts).toContainEqual(['rows-to-invoice', 1, FIRST_DATA_ROW])
})

test('a postcode of the seller that lost its zero blocks, and a SIRET that is no SIRET says what one is', () => {
  const emulator = freshWorkbook({ 'Code postal': '2920' })
  sale(emulator, 'Brasserie du Ponant')
  const { findings, issued } = done(emulator, 'issue-invoices')
  expect(issued).toEqual([])
  expect(findings[0]).toMatchObject({ code: 'wrong-setting', severity: 'blocking', tab: 'Réglages', column: 'Valeur' })
  const other = freshWorkbook({ SIRET: '12345678901234' })
  sale(other, 'Brasserie du Ponant')
  expect(refused(other, 'issue-invoices').message).toMatch(/«.SIRET.» \(14 chiffres, clé comprise\)/)
})

test('a rate typed that the law of the place replaces is said in its cell before the issue and at it, with what is applied and why', () => {
  const emulator = freshWorkbook({ 'Régime de TVA': 'Réel normal trimestriel', 'N° TVA': 'FR54999990377' })
  client(emulator, 'Rhum du Piton', { postcode: '97400', city: 'Saint-Denis' })
  const row = sale(emulator, 'Rhum du Piton', { vatRate: '8,5', nature: 'Vente de marchandises' })
  const said = expect.arrayContaining([
    expect.objectContaining({
      code: 'rate-replaced',
      severity: 'fix',
      tab: 'Ventes',
      row,
      column: 'Taux TVA',
      message: expect.stringMatching(/taux de 8,5.% n’est pas appliqué, .* à 0.%, car .*outre-mer.*art[^ ]* 294/u),
    }),
  ])
  const [group] = done(emulator, 'preview-invoices').preview?.groups ?? []
  expect(group?.warnings[0]).toMatchObject({ row, column: 'Taux TVA', text: expect.stringMatching(/taux de 8,5/) })
  expect(done(emulator, 'check-file').findings).toEqual(said)
  const outcome = done(emulator, 'issue-invoices')
  expect(outcome.findings).toEqual(said)
  expect(outcome.issued).toMatchObject([{ payableCents: 45_000 }])
})

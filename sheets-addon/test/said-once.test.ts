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

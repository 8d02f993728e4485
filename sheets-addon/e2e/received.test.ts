import { toCii } from '@tabellion/shared/documents/cii'
import { situations } from '@tabellion/shared/documents/fixtures'
import { renderDocument } from '@tabellion/shared/documents/pdf'
import { afterAll, expect, test } from 'vitest'
import { ublInvoice } from '../../shared/documents/fixtures/ubl-sample.ts'
import { freshWorkbook, rows } from '../test/workshop.ts'
import { closeBrowser, menu, showPage } from './page-in-chromium.ts'

afterAll(closeBrowser)

test('files chosen in the sidebar: a Factur-X and a UBL become expenses, a plain PDF and a broken file say so', async () => {
  const emulator = freshWorkbook({ SIRET: '81234567600017' })
  menu(emulator, 'menuReceived')
  const { calls, close, frame } = await showPage(emulator)
  const document = situations['franchise-business']
  if (!document) throw new Error('the fixture is there')
  const facturX = renderDocument(document, { attachment: { xml: toCii(document), description: 'Factur-X' } })
  await frame.getByLabel('Fichier de votre fournisseur').setInputFiles([
    { name: 'facture.pdf', mimeType: 'application/pdf', buffer: Buffer.from(facturX) },
    { name: 'ubl.xml', mimeType: 'text/xml', buffer: Buffer.from(ublInvoice) },
    { name: 'image.pdf', mimeType: 'application/pdf', buffer: Buffer.from(renderDocument(document)) },
    { name: 'coupe.xml', mimeType: 'text/xml', buffer: Buffer.from(ublInvoice.slice(0, 900)) },
    { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: Buffer.from([0xff, 0xd8, 0xff]) },
  ])
  await frame.getByRole('status').filter({ hasText: '5 fichiers lus.' }).waitFor({ state: 'attached' })
  const said = await frame.locator('.notice').allInnerTexts()
  expect(said).toHaveLength(5)
  expect(said[1]).toContain('FA-2026/118, 75,04\u00a0€\u00a0: ajoutée à Dépenses, ligne 5.')
  expect(said[2]).toContain('Ce PDF ne contient aucune donnée')
  expect(said[3]).toContain('abîmé ou incomplet')
  expect(said[4]).toContain('ni un PDF ni du XML')
  expect(rows(emulator, 'expenses').map((row) => row['gross'])).toEqual([document.totals.gross / 100, 75.04])
  expect(calls.filter((name) => name === 'import-supplier-invoice')).toHaveLength(2)

  await frame
    .getByLabel('Fichier de votre fournisseur')
    .setInputFiles([{ name: 'encore.xml', mimeType: 'text/xml', buffer: Buffer.from(ublInvoice) }])
  await frame.locator('.notice', { hasText: 'déjà dans Dépenses, ligne 5' }).waitFor()
  expect(rows(emulator, 'expenses')).toHaveLength(2)
  await close()
})

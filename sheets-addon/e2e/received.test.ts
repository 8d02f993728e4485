import { toCii } from '@tabellion/shared/documents/cii'
import { situations } from '@tabellion/shared/documents/fixtures'
import { renderDocument } from '@tabellion/shared/documents/pdf'
import { expect, test } from 'vitest'
import { violationsInBothThemes } from '../../scripts/axe.ts'
import { ublInvoice } from '../../shared/documents/fixtures/ubl-sample.ts'
import { freshWorkbook, rows } from '../test/workshop.ts'
import { onePage } from './one-page.ts'

const open = onePage()

test('files chosen in the sidebar: a Factur-X and a UBL become expenses, a plain PDF and a broken file say so', async () => {
  const emulator = freshWorkbook({ SIRET: '81234567600017' })
  const { calls, frame } = await open(emulator, 'menuReceived')
  const document = situations['franchise-business']
  if (!document) throw new Error('the fixture is there')
  const facturX = renderDocument(document, { attachment: { xml: toCii(document), description: 'Factur-X' } })
  await frame.getByLabel(/^Choisir des factures/).setInputFiles([
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
    .getByLabel(/^Choisir des factures/)
    .setInputFiles([{ name: 'encore.xml', mimeType: 'text/xml', buffer: Buffer.from(ublInvoice) }])
  await frame.locator('.notice', { hasText: 'déjà dans Dépenses, ligne 5' }).waitFor()
  expect(rows(emulator, 'expenses')).toHaveLength(2)
})

const CLIENTS = `Qui;Ville;Courriel;Note
Brasserie du Ponant;Nantes;compta@ponant.example;connue
Éditions du Merle;Lyon;merle@client.example;à relancer
;Bourg;perdu@client.example;
`

test('clients and open invoices of another tool: columns shown and corrected, problems by line, one button', async () => {
  const emulator = freshWorkbook()
  const shown = await open(emulator, 'menuTakeover')
  const { calls, frame } = shown
  const status = frame.getByRole('status')
  await frame
    .getByLabel(/^Choisir un fichier CSV/)
    .setInputFiles({ name: 'clients.csv', mimeType: 'text/csv', buffer: Buffer.from(CLIENTS, 'latin1') })
  // No title names a client: said, and chosen by hand.
  await frame.getByRole('main').getByText('Il manque la colonne « Nom ou raison sociale ».').waitFor()
  expect(await violationsInBothThemes(shown.page)).toEqual([])
  expect(calls).not.toContain('import-clients')
  await frame.getByLabel('Qui').selectOption('Nom ou raison sociale')
  await status.filter({ hasText: '1 client à reprendre' }).waitFor({ state: 'attached' })
  expect(await frame.locator('.sample').textContent()).toContain('Brasserie du Ponant')
  expect(await frame.locator('.problems').textContent()).toContain('Ligne 4 du fichier')
  expect(await violationsInBothThemes(shown.page)).toEqual([])
  expect(rows(emulator, 'clients')).toHaveLength(1)
  await frame.getByText('3 colonnes comprises sur 4').click()
  await frame.getByLabel('Courriel').selectOption('Ne pas reprendre')
  await frame.getByRole('button', { name: 'Reprendre 1 client' }).click()
  await frame.getByRole('heading', { name: '1 client repris' }).waitFor()
  expect(rows(emulator, 'clients').map((row) => [row['name'], row['email'], row['city']])[1]).toEqual([
    'Éditions du Merle',
    '',
    'Lyon',
  ])

  // The invoices next, pasted, with the keyboard alone.
  await frame.getByRole('button', { name: 'Reprendre mes factures' }).press('Enter')
  await frame.getByText('Coller une liste').press('Enter')
  // Nothing pasted: said, and one stays where one pastes.
  await frame.getByRole('button', { name: 'Lire ces lignes' }).press('Enter')
  await frame.getByRole('main').getByText('Cette liste est vide.').waitFor()
  await expect
    .poll(() =>
      frame.getByLabel('Lignes copiées d’un tableau').evaluate((area) => area === area.ownerDocument.activeElement),
    )
    .toBe(true)
  await frame
    .getByLabel('Lignes copiées d’un tableau')
    .fill('N°\tDate\tClient\tTTC\nA-7\t01/10/2026\tMerle\t1 200,00\nA-8\tun jour\tMerle\t50\n')
  await frame.getByRole('button', { name: 'Lire ces lignes' }).press('Enter')
  await status.filter({ hasText: '1 facture à reprendre' }).waitFor({ state: 'attached' })
  expect(await frame.locator('.problems').textContent()).toMatch(/un jour\s» ne se lit pas/)
  await frame.getByRole('button', { name: 'Reprendre 1 facture' }).press('Enter')
  await frame.getByRole('heading', { name: '1 facture reprise' }).waitFor()
  expect(await frame.getByRole('listitem').first().textContent()).toBe('A-7')
  expect(rows(emulator, 'invoices').map((row) => [row['number'], row['balanceDue']])).toEqual([['A-7', 1200]])
  expect(await violationsInBothThemes(shown.page)).toEqual([])
})

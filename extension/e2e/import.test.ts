import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { buildExtension } from '../../scripts/build-extension.ts'
import { rows } from '../../scripts/demo/workshop.ts'
import { type ExtensionInChromium, launchWithExtension } from './extension-in-chromium.ts'
import { csvOf, linesFor, numbers, openSheet, type Sheet } from './sheet.ts'

let chromium: ExtensionInChromium
let sheet: Sheet
let page: Page

beforeAll(async () => {
  sheet = await openSheet()
  chromium = await launchWithExtension(await buildExtension('chrome'))
  page = await chromium.context.newPage()
})
afterAll(async () => {
  await chromium?.close()
  await sheet?.close()
})

const badge = (): Promise<string> => chromium.worker.evaluate(() => chrome.action.getBadgeText({}))
const payments = () => rows(sheet.emulator, 'payments').map((row) => [row['invoice'], row['amount'], row['source']])

test('the popup says it is not connected, and takes the code that the sheet gives', async () => {
  await page.setViewportSize({ width: 360, height: 600 })
  await page.goto(`chrome-extension://${chromium.id}/popup.html`)
  await page.getByLabel('Code de connexion').fill('n’importe quoi')
  await page.getByRole('button', { name: 'Connecter' }).click()
  await page.getByText('Ce n’est pas un code de connexion').waitFor()
  await page.getByLabel('Code de connexion').fill(sheet.code())
  await page.getByRole('button', { name: 'Connecter' }).click()
  await page.getByRole('tab', { name: 'Factures ouvertes, 4' }).waitFor()
  expect(await badge()).toBe('1')
})

test('a file chosen is read, its lines are matched, one click records the payment, and undo takes it back', async () => {
  const [first = '', second = ''] = numbers(sheet.emulator)
  await page.setViewportSize({ width: 900, height: 900 })
  await page.goto(`chrome-extension://${chromium.id}/tabs/import.html`)
  const csv = csvOf(linesFor(sheet.emulator))
  await page
    .getByLabel('Choisir un fichier…')
    .setInputFiles({ name: 'releve.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
  await page.getByText('6 lignes lues, 6 nouvelles').waitFor()
  await page.setViewportSize({ width: 360, height: 600 })
  await page.goto(`chrome-extension://${chromium.id}/popup.html`)
  await page.getByRole('button', { name: 'Rapprocher les 2 certains' }).waitFor()
  await page.getByRole('button', { name: 'Rapprocher les 2 certains' }).click()
  await vi.waitUntil(() => payments().length === 2, { timeout: 20_000 })
  expect(payments()).toEqual(
    expect.arrayContaining([
      [first, 450, 'Extension'],
      [second, 1000, 'Extension'],
    ]),
  )
  await page.getByText(`✓ ${first}`).waitFor()
  await page.getByText('À jour').waitFor()
  await page.getByRole('button', { name: `Annuler ${first}` }).click()
  await vi.waitUntil(() => payments().length === 3, { timeout: 20_000 })
  expect(payments()).toContainEqual([first, -450, 'Extension'])
})

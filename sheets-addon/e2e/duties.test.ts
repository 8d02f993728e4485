import { afterAll, afterEach, expect, test } from 'vitest'
import type { Emulator } from '../emulator/index.ts'
import { paidYear } from '../test/two-businesses.ts'
import { freshWorkbook, rows } from '../test/workshop.ts'
import { violationsInBothThemes } from './both-themes.ts'
import { closeBrowser, menu, type ShownPage, type ShowOptions, showPage } from './page-in-chromium.ts'

let shown: ShownPage | undefined
afterEach(async () => {
  await shown?.close()
  shown = undefined
})
afterAll(closeBrowser)

async function open(emulator: Emulator, item: string, options: ShowOptions = {}): Promise<ShownPage> {
  menu(emulator, item)
  shown = await showPage(emulator, { height: 900, ...options })
  return shown
}
const button = (page: ShownPage, name: string) => page.frame.getByRole('button', { name, exact: true })
const text = async (page: ShownPage, selector: string): Promise<string> =>
  ((await page.frame.locator(selector).first().textContent()) ?? '').replaceAll(/[\u00a0\u202f]/g, ' ')

test('the turnover return is read, marked done with its number, and its period closed', async () => {
  const emulator = paidYear('menuisier')
  const page = await open(emulator, 'menuPrepareReturn')
  await page.frame.getByRole('heading', { name: 'Déclaration Urssaf' }).waitFor()
  expect(await page.frame.getByLabel('Période').inputValue()).toBe('2026-10')
  expect(await text(page, 'section.card')).toContain('Vente de marchandises (BIC)1 784 €')
  await button(page, 'Déclaration faite…').click()
  await page.frame.getByLabel(/^Référence de dépôt/).fill('URS-2026-1044')
  await button(page, 'Marquer « Fait »').click()
  await page.frame.locator('.is-good').waitFor()
  expect(rows(emulator, 'deadlines').find(({ id }) => id === 'urssaf-return/2026-10')).toMatchObject({
    status: 'Fait',
    reference: 'URS-2026-1044',
    actual: 1540,
  })
  await button(page, 'Clôturer la période…').click()
  await button(page, 'Clôturer').click()
  await page.frame.locator('b', { hasText: 'Période octobre 2026 close' }).waitFor()
  expect(
    rows(emulator, 'receiptsBook').some(({ period, sealedOn }) => period === 'octobre 2026' && sealedOn !== ''),
  ).toBe(true)
  await page.frame.getByLabel('Période').selectOption('2026-11')
  await page.frame.locator('p.secondary', { hasText: 'À faire au plus tard le 31/12/2026' }).waitFor()
})

test('Et si ? tells thresholds, contributions and VAT, and writes nothing', async () => {
  const emulator = paidYear('graphiste')
  const page = await open(emulator, 'menuWhatIf')
  const amount = page.frame.getByLabel('Montant de plus, hors taxes')
  await expect.poll(() => amount.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true)
  const before = JSON.stringify([rows(emulator, 'receiptsBook'), rows(emulator, 'journal')])
  await button(page, 'Simuler').click()
  await page.frame.getByText('À remplir.').waitFor()
  await amount.fill('30 000')
  await page.page.keyboard.press('Enter')
  await page.frame.locator('meter').first().waitFor()
  expect(await page.frame.getByText('Ce montant vous ferait dépasser la limite.').count()).toBe(2)
  expect(await text(page, 'form .warn')).toContain('la TVA est due dès le 25/11/2026')
  expect(JSON.stringify([rows(emulator, 'receiptsBook'), rows(emulator, 'journal')])).toBe(before)
})

test('without the start of the activity, what is missing is said in its place', async () => {
  const page = await open(freshWorkbook(), 'menuPrepareReturn')
  await page.frame.getByText('Il manque dans Réglages « Date de début »', { exact: false }).waitFor()
  expect(await button(page, 'Simuler').isVisible()).toBe(false)
})

test('nothing that axe objects to in either theme, nothing wider than the sidebar', async () => {
  const page = await open(paidYear('graphiste'), 'menuWhatIf')
  await page.frame.getByLabel('Montant de plus, hors taxes').fill('3 000')
  await button(page, 'Simuler').click()
  await page.frame.locator('meter').first().waitFor()
  await button(page, 'Déclaration faite…').click()
  expect(await violationsInBothThemes(page)).toEqual([])
  const width = await page.frame.locator('body').evaluate((body) => body.ownerDocument.documentElement.scrollWidth)
  expect(width).toBe(300)
})

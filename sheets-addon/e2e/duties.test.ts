import { expect, test } from 'vitest'
import { violationsInBothThemes } from '../../scripts/axe.ts'
import { paidYear } from '../test/two-businesses.ts'
import { done, freshWorkbook, rows } from '../test/workshop.ts'
import { button, onePage } from './one-page.ts'
import type { ShownPage } from './page-in-chromium.ts'

const open = onePage({ height: 900 })
const text = async (page: ShownPage, selector: string): Promise<string> =>
  ((await page.frame.locator(selector).first().textContent()) ?? '').replaceAll(/[\u00a0\u202f]/g, ' ')

test('the turnover return is read, marked done with its number, and its period closed', async () => {
  const emulator = paidYear('menuisier')
  done(emulator, 'close-period', { period: '2026-09' })
  const page = await open(emulator, 'menuPrepareReturn')
  await page.frame.getByRole('heading', { name: 'Déclaration Urssaf' }).waitFor()
  expect(await page.frame.getByLabel('Période').inputValue()).toBe('2026-10')
  expect(await text(page, 'section.card')).toContain('Vente de marchandises (BIC)1 784 €')
  await button(page, 'Marquer comme faite…').click()
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

test('without the start of the activity, what is missing is said calmly, with the way to its cell', async () => {
  const emulator = freshWorkbook()
  const page = await open(emulator, 'menuPrepareReturn')
  const said = page.frame.locator('.notice.is-plain')
  await said.waitFor()
  expect(await said.locator('b').textContent()).toMatch(/^Il manque dans Réglages «.Date de début.»/)
  await said.getByRole('button', { name: /^Réglages, ligne \d+, Valeur$/ }).click()
  await expect.poll(() => page.calls.at(-1)).toBe('go-to')
  expect(await button(page, 'Simuler').isVisible()).toBe(false)
})

test('nothing that axe objects to in either theme, nothing wider than the sidebar', async () => {
  const page = await open(paidYear('graphiste'), 'menuWhatIf')
  await page.frame.getByLabel('Montant de plus, hors taxes').fill('3 000')
  await button(page, 'Simuler').click()
  await page.frame.locator('meter').first().waitFor()
  await button(page, 'Marquer comme faite…').click()
  expect(await violationsInBothThemes(page.page)).toEqual([])
  const width = await page.frame.locator('body').evaluate((body) => body.ownerDocument.documentElement.scrollWidth)
  expect(width).toBe(300)
})

const said = async (page: ShownPage, words: RegExp): Promise<void> =>
  page.frame.locator('.notice', { hasText: words }).first().waitFor()

test('a quote is declined, another billed, an expired one made again: each from its card, told above the list', async () => {
  const emulator = paidYear('graphiste')
  const page = await open(emulator, 'menuQuotes')
  await button(page, 'Refusé… D2026-0005').click()
  await page.page.keyboard.press('Escape')
  expect(await page.frame.getByLabel(/^Pourquoi/).count()).toBe(0)
  expect(page.isClosed()).toBe(false)
  await button(page, 'Refusé… D2026-0005').click()
  await page.frame.getByLabel(/^Pourquoi/).fill('Trop cher')
  await button(page, 'Noter le refus').click()
  await said(page, /^Devis D2026-0005 refusé/)
  await button(page, 'Refaire D2026-0002').click()
  await said(page, /D2026-0002 refait : version 2/)
  await button(page, 'Demander un acompte… D2026-0001').click()
  await page.frame.getByLabel('Montant TTC de l’acompte').fill('9000')
  await button(page, 'Émettre sans envoyer').click()
  await page.frame.getByText(/^Il reste 2.170,00.€ à facturer\.$/).waitFor()
  await button(page, 'Facturer… D2026-0001').click()
  await button(page, 'Émettre sans envoyer').click()
  await said(page, /^1 facture émise/)
  expect(rows(emulator, 'quotes').map(({ number, status, version }) => [number, version, status])).toEqual([
    ['D2026-0001', 1, 'Facturé'],
    ['D2026-0002', 2, 'Brouillon'],
    ['D2026-0003', 1, 'Refusé'],
    ['D2026-0004', 1, 'Facturé en partie'],
    ['D2026-0005', 1, 'Refusé'],
    ['D2026-0006', 1, 'Brouillon'],
  ])
})

test('a reminder is read and reworded, put off, held, and a plan agreed: what leaves is what was shown', async () => {
  const emulator = paidYear('graphiste')
  const page = await open(emulator, 'menuPrepareReminders')
  await button(page, 'Lire et envoyer… F2026-0004').click()
  await page.frame.getByLabel('Texte de la relance').fill('Bonjour,\n\nUn mot de ma main.\n\nCordialement,\nYsoline')
  await button(page, 'Envoyer la relance').click()
  await said(page, /^1 relance envoyée/)
  expect(emulator.mails().map(({ body, to }) => [to, body.trim()])).toEqual([
    [['compta@vanille-ravine.example'], 'Bonjour,\n\nUn mot de ma main.\n\nCordialement,\nYsoline'],
  ])
  await button(page, 'Reporter… F2026-0005').click()
  await page.frame.getByLabel('Relancer plutôt le').fill('2026-12-10')
  await button(page, 'Reporter').click()
  await said(page, /reportée au 10\/12\/2026/)
  const more = (number: string) =>
    page.frame.getByText('Autres suites').and(page.frame.getByLabel(`Autres suites de ${number}`))
  await more('F2026-0003').click()
  await button(page, 'Ne plus relancer F2026-0003').click()
  await said(page, /F2026-0003 ne sera plus relancée/)
  await button(page, 'Reprendre F2026-0003').click()
  await said(page, /les relances reprennent/)
  await more('F2026-0001').click()
  await button(page, 'Expliquer ce montant F2026-0001').click()
  await page.frame.getByText(/^Pénalités du 05\/10\/2026 au 25\/11\/2026/).waitFor()
  await more('F2026-0001').click()
  await more('F2026-0001').click()
  await button(page, 'Échéancier… F2026-0001').click()
  await page.frame.getByLabel('Convenu en').selectOption('4')
  await button(page, 'Noter l’échéancier').click()
  await said(page, /4/)
  expect(rows(emulator, 'plans').filter(({ invoice }) => invoice === 'F2026-0001')).toHaveLength(4)
})

test('quotes and reminders: nothing that axe objects to in either theme, nothing wider than the sidebar', async () => {
  for (const [item, first] of [
    ['menuQuotes', 'Accepté… D2026-0005'],
    ['menuPrepareReminders', 'Lire et envoyer… F2026-0004'],
  ] as const) {
    const page = await open(paidYear('graphiste'), item)
    await button(page, first).click()
    await page.frame.locator('.card .result .row').first().waitFor()
    expect(await violationsInBothThemes(page.page)).toEqual([])
    const { client, scroll } = await page.frame
      .locator('main')
      .evaluate((main) => ({ client: main.clientWidth, scroll: main.scrollWidth }))
    expect(scroll).toBeLessThanOrEqual(client)
    await page.close()
  }
})

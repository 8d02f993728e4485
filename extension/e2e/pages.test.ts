import { cents } from '@tabellion/shared/money'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violations, violationsInBothThemes } from '../../scripts/axe.ts'
import { buildExtension } from '../../scripts/build-extension.ts'
import { keepUp } from '../../scripts/demo/living-sheet.ts'
import { done } from '../../scripts/demo/workshop.ts'
import { type ExtensionInChromium, launchWithExtension } from './extension-in-chromium.ts'
import { csvOf, numbers, openSheet, type Sheet, today } from './sheet.ts'
import { Hand, payments, until } from './story.ts'

let chromium: ExtensionInChromium
let sheet: Sheet
const address = (page: string): string => `chrome-extension://${chromium.id}/${page}.html`

beforeAll(async () => {
  sheet = await openSheet()
  chromium = await launchWithExtension(await buildExtension('chrome'))
})
afterAll(async () => {
  await chromium?.close()
  await sheet?.close()
})

test('from installation to the first match: the first page leads, in nine gestures', async () => {
  // Opening chrome://extensions, its switch, the button, the folder.
  let gestures = 4
  const welcome = await until(() => chromium.context.pages().find((page) => page.url().endsWith('/tabs/welcome.html')))
  const field = welcome?.getByLabel('Code de connexion')
  await field?.fill(sheet.code())
  gestures++
  await welcome?.getByRole('button', { name: 'Connecter' }).click()
  gestures++
  const bank = chromium.context.waitForEvent('page')
  await welcome?.getByRole('button', { name: 'Ouvrir la banque de démonstration' }).click()
  gestures++
  await (await bank).waitForLoadState()
  const hand = new Hand(chromium)
  await hand.clickToolbar(sheet.bank)
  await hand.says('Rapprocher les 2 certains')
  await hand.click('Rapprocher les 2 certains')
  gestures += hand.clicks
  await until(() => payments(sheet).length === 2)
  await welcome?.getByRole('status').waitFor()
  expect(gestures).toBeLessThanOrEqual(12)
  expect(gestures).toBe(9)
  await hand.closePopup()
})

const wide = { width: 900, height: 800 }
const narrow = { width: 360, height: 600 }
/** A small telephone, or a page of 1 280 at 400 %: https://www.w3.org/TR/WCAG22/#reflow */
const tiny = { width: 320, height: 600 }

test.each([
  ['popup', narrow],
  ['options', wide],
  ['options', narrow],
  ['options', tiny],
  ['tabs/import', wide],
  ['tabs/import', narrow],
  ['tabs/import', tiny],
  ['tabs/welcome', wide],
  ['tabs/welcome', narrow],
  ['tabs/welcome', tiny],
] as const)('%s at %o: no violation in either theme, and nothing wider than the window', async (name, size) => {
  const page = await chromium.context.newPage()
  await page.setViewportSize(size)
  await page.goto(address(name))
  await page.getByRole('heading').first().waitFor()
  expect(await violationsInBothThemes(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(size.width)
  const shots = process.env['TABELLION_SHOTS']
  for (const colorScheme of shots === undefined ? [] : (['light', 'dark'] as const)) {
    await page.emulateMedia({ colorScheme })
    const path = `${shots}/${name.replace('/', '-')}-${size.width}-${colorScheme}.png`
    await page.screenshot({ path, fullPage: true })
  }
  await page.close()
})

/** What has the focus, by the name that is heard. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '')

test('the popup by keyboard alone: tabs by arrows, then the button of the first card', async () => {
  const page = await chromium.context.newPage()
  await page.setViewportSize(narrow)
  await page.goto(address('popup'))
  await page.getByRole('tab', { name: /^À rapprocher/ }).waitFor()
  while (!(await focused(page)).startsWith('À rapprocher')) await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowRight')
  expect(await focused(page)).toMatch(/^Factures ouvertes/)
  await page.keyboard.press('End')
  expect(await focused(page)).toMatch(/^Prochaines échéances/)
  await page.keyboard.press('Home')
  await page.keyboard.press('Tab')
  expect(await focused(page)).toBe('Rapprocher')
  await page.keyboard.press('Enter')
  await until(() => payments(sheet).length === 3)
  await page.close()
})

test('the log tells what was read and where it went; all can be taken away, and thrown away', async () => {
  const page = await chromium.context.newPage()
  await page.goto(address('options'))
  const log = page.getByRole('region', { name: 'Journal' })
  await log.getByText('Page lue : 6 lignes, dont 6 nouvelles').waitFor()
  await log
    .getByText(/^Rapprochement : .*montant.*libellé/)
    .first()
    .waitFor()
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Tout exporter (JSON)' }).click()
  const stream = await (await saved).createReadStream()
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(Buffer.from(chunk))
  const kept: Record<string, readonly Record<string, unknown>[]> = JSON.parse(Buffer.concat(chunks).toString('utf8'))
  expect(kept['transactions']?.length).toBe(6)
  expect(kept['sheet']?.[0]?.['secret']).toBe('gardé par le navigateur')
  // The key signs, and nobody reads it.
  const extractable = await chromium.worker.evaluate(async () => {
    const opened = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('tabellion')
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    const row = await new Promise<{ secret: CryptoKey }>((resolve) => {
      const get = opened.transaction('sheet').objectStore('sheet').get('sheet')
      get.onsuccess = () => resolve(get.result)
    })
    opened.close()
    return row.secret.extractable
  })
  expect(extractable).toBe(false)
  await page.getByRole('button', { name: 'Tout effacer…' }).click()
  await page.getByRole('button', { name: 'Oui, tout effacer' }).click()
  await page.getByText('Tout a été effacé.').waitFor()
  await page.getByLabel('Code de connexion').waitFor()
  await page.close()
})

test('without a web app: the person carries a block and its answers; a row pasted into the popup is matched, once', async () => {
  const page = await chromium.context.newPage()
  const carry = async (): Promise<string> => {
    await page.goto(address('options'))
    await page.getByRole('button', { name: 'Préparer le bloc' }).click()
    const block = await page.getByLabel('Il contient les lignes').inputValue()
    const answers = done(keepUp(sheet.emulator), 'exchange-block', { block }).block ?? ''
    await page.getByLabel('La réponse de la feuille').fill(answers)
    await page.getByRole('button', { name: 'Prendre la réponse' }).click()
    return answers
  }
  await page.goto(address('options'))
  await page
    .getByLabel('Code de connexion')
    .fill(done(keepUp(sheet.emulator), 'connect-extension', {}).pairing?.code ?? '')
  await page.getByRole('button', { name: 'Connecter' }).click()
  await carry()
  await page.getByText('2 réponses prises. La feuille et ce navigateur sont à jour.').waitFor()

  const before = payments(sheet).length
  const third = numbers(sheet.emulator)[2] ?? ''
  const label = `VIR SEPA RECU /DE BRASSERIE DU PONANT /MOTIF ${third}`
  await page.setViewportSize(narrow)
  await page.goto(address('popup'))
  await page.getByText('par bloc').waitFor()
  await page.evaluate(
    (text) => {
      const box = document.body.appendChild(document.createElement('textarea'))
      box.value = text
      box.select()
      document.execCommand('copy')
      box.remove()
    },
    csvOf([{ date: today, label, cents: cents(18_000) }]),
  )
  await page.keyboard.press('Control+V')
  await page.getByText('1 ligne lue, 1 nouvelle, 1 à rapprocher.').waitFor()
  await page.getByRole('button', { name: 'Rapprocher', exact: true }).click()
  await page.getByText('1 envoi en attente').waitFor()
  expect(payments(sheet).length).toBe(before)

  await page.setViewportSize(wide)
  const answers = await carry()
  await page.getByText('2 réponses prises').waitFor()
  expect(payments(sheet).length).toBe(before + 1)
  expect(payments(sheet).at(-1)).toEqual([third, 180])
  await page.getByLabel('La réponse de la feuille').fill(answers)
  await page.getByRole('button', { name: 'Prendre la réponse' }).click()
  await page.getByText('Cette réponse était déjà ici').waitFor()
  await page.getByLabel('La réponse de la feuille').fill('Bonjour')
  await page.getByRole('button', { name: 'Prendre la réponse' }).click()
  await page.getByText('Ce texte n’est pas une réponse de la feuille').waitFor()
  expect(await violations(page)).toEqual([])
  await page.close()
})

test('a learnt page goes to another browser as a file; what is no such file is refused', async () => {
  const page = await chromium.context.newPage()
  await page.goto(address('options'))
  const taken = JSON.stringify({
    tabellion: 'page',
    v: 1,
    place: 'https://banque.example/comptes/liste',
    guide: { rows: 'table.ops tr', label: 'td.libelle' },
  })
  const give = (contents: string): Promise<void> =>
    page
      .getByLabel('Importer une page apprise…')
      .setInputFiles({ name: 'page.json', mimeType: 'application/json', buffer: Buffer.from(contents) })
  await give('{"tabellion":"page"}')
  await page.getByText('Ce fichier n’est pas une page apprise').waitFor()
  await give(taken)
  await page.getByText('La page banque.example/comptes/liste sera lue').waitFor()
  const saved = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Exporter banque.example/comptes/liste' }).click()
  const stream = await (await saved).createReadStream()
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(Buffer.from(chunk))
  const file: { guide: object } = JSON.parse(Buffer.concat(chunks).toString('utf8'))
  expect(file).toMatchObject({
    tabellion: 'page',
    place: 'https://banque.example/comptes/liste',
    guide: { rows: 'table.ops tr', label: 'td.libelle' },
  })
  await page.getByRole('button', { name: 'Oublier banque.example/comptes/liste' }).click()
  await page.getByText('Aucune page n’a été apprise').waitFor()
  await page.close()
})

import { blockOf, readBlock, readPairingCode } from '@tabellion/shared/exchange'
import { expect, test } from 'vitest'
import { violationsInBothThemes } from '../../scripts/axe.ts'
import { browserFetch, importKey, messageOf, newId, read, sealed, send } from '../../scripts/bridge/lane.ts'
import { due } from '../../scripts/pictures/bank-scenes.ts'
import { serveWebApp } from '../emulator/index.ts'
import { done, freshWorkbook } from '../test/workshop.ts'
import { button, onePage } from './one-page.ts'
import type { ShownPage } from './page-in-chromium.ts'

const open = onePage()
const address = (page: ShownPage) => page.frame.getByLabel(/^Adresse de l’application web/)

test('an address that is none is refused where it is typed', async () => {
  const page = await open(due(), 'menuConnectExtension')
  await address(page).fill('https://script.google.com/macros/s/abc/dev')
  await button(page, 'Créer le code d’appairage').click()
  expect(await address(page).getAttribute('aria-invalid')).toBe('true')
  expect(page.calls).not.toContain('connect-extension')
})

test('the code pairs one browser, its hello proves the address, and revoking it shuts the door', async () => {
  const emulator = due()
  const server = await serveWebApp(emulator)
  const page = await open(emulator, 'menuConnectExtension')
  await address(page).fill(server.url)
  await button(page, 'Créer le code d’appairage').click()
  const code = readPairingCode(await page.frame.getByLabel('Code d’appairage').inputValue())
  if (!code.ok) throw new Error(code.problem.code)
  const { kid, secret, url = '' } = code.value
  expect(url).toBe(server.url)
  await page.frame.getByText('Attend son premier bonjour').waitFor()
  const link = { url, kid, key: await importKey(secret), now: () => emulator.clock.instant() }
  const hello = () =>
    send(link, messageOf(newId(), 'hello', { browser: 'Firefox du bureau', version: '0.1.0' }), browserFetch)
  expect(await hello()).toMatchObject({ kind: 'answered', answer: { status: 'done' } })
  await page.frame.locator('body').evaluate((body) => body.ownerDocument.defaultView?.dispatchEvent(new Event('focus')))
  await page.frame.getByText('Firefox du bureau est connecté.').first().waitFor()
  await button(page, 'Révoquer Firefox du bureau').click()
  await button(page, /^Confirmer/).click()
  await page.frame
    .getByText(/^Firefox du bureau est révoqué/)
    .first()
    .waitFor()
  expect(await hello()).not.toMatchObject({ answer: { status: 'done' } })
  await server.close()
})

test('without a web app: a code, the extension’s block treated here, its answers to bring back', async () => {
  const emulator = due()
  const page = await open(emulator, 'menuConnectExtension')
  await button(page, /^Sans application web/).click()
  const code = readPairingCode(await page.frame.getByLabel('Code d’appairage').inputValue())
  if (!code.ok) throw new Error(code.problem.code)
  const { kid, secret } = code.value
  const link = { url: '', kid, key: await importKey(secret), now: () => emulator.clock.instant() }
  const message = messageOf(newId(), 'hello', { browser: 'Sans réseau', version: '0.1.0' })
  await button(page, 'Échanger par fichier ou bloc collé…').click()
  const buffer = Buffer.from(blockOf('requests', [await sealed(link, message)]))
  await page.frame
    .getByLabel('Choisir le fichier de l’extension')
    .setInputFiles({ name: 'demandes.txt', mimeType: 'text/plain', buffer })
  await button(page, 'Traiter le bloc').click()
  const answers = readBlock('answers', await page.frame.getByLabel(/^Réponses à rapporter/).inputValue())
  if (!answers.ok) throw new Error(answers.problem.code)
  expect(await read(link, message, answers.value[0] ?? '')).toMatchObject({
    kind: 'answered',
    answer: { status: 'done' },
  })
  expect(done(emulator, 'paired-browsers').browsers).toMatchObject([
    { browser: 'Sans réseau', state: 'connected', byFile: true },
  ])
})

test('the orders dialog: a key is made, shown to be copied, and what is said aloud is not seen', async () => {
  const page = await open(freshWorkbook(), 'menuReceiveOrders', { width: 640, height: 640 })
  await button(page, 'Créer la clé').waitFor()
  expect(await violationsInBothThemes(page.page)).toEqual([])
  // With the keyboard alone: a wrong address is said where it is typed, a right one makes the key.
  await page.frame.getByLabel('Adresse de l’application web').fill('https://exemple.fr/')
  await page.page.keyboard.press('Enter')
  await page.frame.getByText('Ce n’est pas l’adresse d’un déploiement', { exact: false }).waitFor()
  expect(page.calls).not.toContain('orders-key')
  await page.page.keyboard.press('ControlOrMeta+a')
  await page.page.keyboard.type('https://script.google.com/macros/s/AKfycbExempleDeDeploiement/exec')
  await page.page.keyboard.press('Enter')
  await page.frame.getByLabel('Un essai, dans un terminal').waitFor()
  const said = page.frame.getByRole('status')
  expect(await said.textContent()).toContain('Cette clé ne se montre qu’une fois')
  expect(await said.evaluate(({ clientHeight }) => clientHeight)).toBeLessThan(2)
  expect(await violationsInBothThemes(page.page)).toEqual([])
})

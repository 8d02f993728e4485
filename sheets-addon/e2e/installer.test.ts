import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violationsInBothThemes } from '../../scripts/axe.ts'
import { launch } from '../../scripts/browser.ts'
import { buildAddon } from '../../scripts/build-addon.ts'
import { buildInstaller, installerFile } from '../../scripts/build-installer.ts'
import { root } from '../../scripts/root.ts'

const address = pathToFileURL(join(root, installerFile)).href
let browser: Browser
let files: Readonly<Record<string, string>>
beforeAll(async () => {
  files = (await buildAddon()).files
  await buildInstaller()
  browser = await launch()
})
afterAll(() => browser?.close())

test('each file of the script is copied as it is, and the page asks nobody for anything', async () => {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
  const page = await context.newPage()
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.goto(address)
  for (const [name, text] of Object.entries(files)) {
    await page.getByRole('button', { name: `Copier ${name}` }).click()
    await page.getByRole('status').getByText(`${name} est copié`).waitFor()
    expect(await page.evaluate('navigator.clipboard.readText()'), name).toBe(text)
  }
  expect(asked).toEqual([address])
  await context.close()
})

test('where copying is refused, the text is shown, selected', async () => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.addInitScript("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
  await page.goto(address)
  await page.getByRole('button', { name: 'Copier appsscript.json' }).click()
  const shown = page.getByRole('textbox', { name: 'Texte à copier' })
  expect(await shown.inputValue()).toBe(files['appsscript.json'])
  expect(await page.evaluate('document.activeElement.selectionEnd > 0')).toBe(true)
  await context.close()
})

test('no violation in either theme, nothing wider than a telephone', async () => {
  const context = await browser.newContext({ viewport: { width: 360, height: 800 } })
  const page = await context.newPage()
  await page.goto(address)
  expect(await violationsInBothThemes(page)).toEqual([])
  expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
  await context.close()
})

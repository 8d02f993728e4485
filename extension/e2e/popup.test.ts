import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { extension } from '../../manifest.config.ts'
import { violationsInBothThemes } from '../../scripts/axe.ts'
import { buildExtension } from '../../scripts/build-extension.ts'
import { manifestProblems } from '../../scripts/extension-manifest.ts'
import { words } from '../words/ui.ts'
import { type ExtensionInChromium, launchWithExtension } from './extension-in-chromium.ts'

let chromium: ExtensionInChromium
const site = createServer((_request, response) => {
  response.setHeader('content-type', 'text/html; charset=utf-8')
  response.end('<!doctype html><html lang="fr"><title>Banque</title><h1>Une page quelconque</h1>')
})
let address: string

beforeAll(async () => {
  chromium = await launchWithExtension(await buildExtension('chrome'))
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(site.address() as AddressInfo).port}/`
})

afterAll(async () => {
  await chromium?.close()
  site.close()
})

const popupInTab = async (): Promise<Page> => {
  const page = await chromium.context.newPage()
  await page.setViewportSize({ width: 360, height: 300 })
  await page.goto(`chrome-extension://${chromium.id}/popup.html`)
  await page.getByText(words.notConnectedWhy).waitFor()
  return page
}

test('a click on the toolbar button opens a popup that says it is not connected', async () => {
  const page = await chromium.context.newPage()
  await page.goto(address)
  const popup = await chromium.clickToolbarButton(address)
  const text = await vi.waitUntil(
    async () => {
      const shown = String(await popup.evaluate('document.body?.innerText ?? ""'))
      return shown.includes(words.notConnected) && shown
    },
    { timeout: 30_000, interval: 50 },
  )
  expect(text).toContain(words.appName)
  expect(text).toContain(words.notConnectedWhy)
  expect(await popup.evaluate('document.documentElement.lang')).toBe('fr')
  await popup.close()
  await page.close()
})

test('the popup has no accessibility violation in either theme', async () => {
  const page = await popupInTab()
  expect(await violationsInBothThemes(page)).toEqual([])
  await page.close()
})

test('the popup follows the theme of the system and stays 360 px wide', async () => {
  const page = await popupInTab()
  const ground = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  await page.emulateMedia({ colorScheme: 'light' })
  expect(await ground()).toBe('rgb(255, 255, 255)')
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await ground()).toBe('rgb(22, 24, 29)')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  await page.close()
})

test('the installed extension asks for exactly what manifest.config.ts says', async () => {
  const installed = await chromium.worker.evaluate(() => chrome.runtime.getManifest())
  expect(manifestProblems({ ...installed })).toEqual([])
  const granted = await chromium.worker.evaluate(() => chrome.permissions.getAll())
  expect(granted.origins).toEqual([])
  expect([...(granted.permissions ?? [])].sort()).toEqual([...extension.manifest.permissions].sort())
})

test('the extension may connect to the sheet and to nothing else', async () => {
  const page = await popupInTab()
  const refused = await page.evaluate(async () => {
    const blocked = new Promise<string>((resolve) =>
      document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), {
        once: true,
      }),
    )
    await fetch('https://example.org/').catch(() => undefined)
    return blocked
  })
  expect(refused).toBe('connect-src')
  await page.close()
})

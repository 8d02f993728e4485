import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildAddon } from '../../../scripts/build-addon.ts'
import { createEmulator } from '../../emulator/index.ts'
import { type Tried, tryWorkbench } from './workbench-in-chromium.ts'

let tried: Tried
beforeAll(async () => {
  const { code, files } = await buildAddon()
  const pages = Object.entries(files).filter(([name]) => name.endsWith('.html'))
  const html = Object.fromEntries(pages.map(([name, text]) => [name.replace(/\.html$/, ''), text]))
  const bundle = { code, html, manifest: files['appsscript.json'] ?? '{}' }
  const emulator = createEmulator({ bundle, seed: 1, instant: '2026-11-25T08:00:00Z' })
  const { error } = emulator.run('perform', ['sample-data', JSON.stringify({ business: 'graphiste' })], {
    context: 'rpc',
  })
  if (error) throw new Error(error.message)
  tried = await tryWorkbench(bundle, emulator.save())
})
afterAll(() => tried?.close())

test('the very bundle that is pushed has its menu, its tabs and its ledger here', async () => {
  await tried.begin()
  expect(await tried.page.getByRole('menuitem', { name: 'Facturation' }).count()).toBe(1)
  await tried.page.getByRole('tab', { name: 'Ventes', exact: true }).click()
  await tried.settled()
  expect(await tried.page.getByRole('grid').getAttribute('aria-label')).toBe('Onglet Ventes')
  expect(await tried.page.getByRole('gridcell', { name: 'SCOP Radis Cosmique' }).count()).toBeGreaterThan(0)
})

test('a row typed by hand computes its amount as the sheet’s own formula says', async () => {
  await tried.begin()
  await tried.page.getByRole('tab', { name: 'Ventes', exact: true }).click()
  await tried.settled()
  const { book } = tried.workbench.emulator()
  const heading = (name: string): string => String.fromCharCode(65 + (book.displays('Ventes')[2]?.indexOf(name) ?? 0))
  const dates = book.values('Ventes').map((cells) => cells[1] ?? '')
  const row = dates.findIndex((date, index) => index >= 3 && date === '') + 1
  await tried.goTo(`${heading('Quantité')}${row}`)
  await tried.page.keyboard.type('2,5')
  await tried.press('Enter')
  await tried.goTo(`I${row}`)
  await tried.page.keyboard.type('80')
  await tried.press('Enter')
  await tried.goTo(`F${row}`)
  await tried.page.keyboard.type('Croquis')
  await tried.press('Enter')
  expect(tried.display(`K${row}`, 'Ventes')).toBe('200,00')
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { violationsInBothThemes } from '../../../scripts/axe.ts'
import { buildAddon } from '../../../scripts/build-addon.ts'
import { createEmulator } from '../../emulator/index.ts'
import { type Tried, tryWorkbench } from './workbench-in-chromium.ts'

let tried: Tried
beforeAll(async () => {
  const bundle = await buildAddon()
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

const item = (name: string) => tried.page.getByRole('menuitem', { name, exact: true })
const focused = () => tried.page.locator(':focus').textContent()
const open = () => tried.page.getByRole('menu').evaluateAll((menus) => menus.map((menu) => menu.ariaLabel))

test('the menu by the keyboard: into a submenu and back, on to the next menu, out', async () => {
  await tried.begin()
  await item('Facturation').focus()
  await tried.press('ArrowDown', 'd')
  expect(await focused()).toBe('Devis')
  await tried.press('ArrowRight')
  expect([await open(), await focused()]).toEqual([['Facturation', 'Devis'], 'Devis en cours'])
  await tried.press('ArrowLeft')
  expect([await open(), await focused()]).toEqual([['Facturation'], 'Devis'])
  await tried.press('ArrowRight', 'Escape', 'ArrowDown')
  expect([await open(), await focused()]).toEqual([['Facturation'], 'Factures et clients'])
  await tried.press('Enter', 'ArrowRight')
  expect(await open()).toEqual(['Aide'])
  await tried.press('ArrowLeft', 'Escape')
  expect(await open()).toEqual([])
})

test('the menu by the mouse: it fits a small screen, submenus open under the pointer and wait for it', async () => {
  await tried.begin()
  await tried.page.setViewportSize({ width: 1280, height: 600 })
  await item('Facturation').click()
  const menu = await tried.page.getByRole('menu', { name: 'Facturation' }).evaluate((list) => ({
    bottom: list.getBoundingClientRect().bottom,
    isCut: list.scrollHeight > list.clientHeight,
  }))
  expect(menu.isCut).toBe(false)
  expect(menu.bottom).toBeLessThan(600)
  await item('Banque et achats').hover()
  // On the way to the submenu the pointer crosses the entry below.
  await item('Relances et impayés').hover()
  await item('Importer une facture reçue…').hover()
  expect(await open()).toEqual(['Facturation', 'Banque et achats'])
  await item('Contrôles').hover()
  await item('Contrôler le fichier').click()
  await tried.settled()
  expect(await open()).toEqual([])
  await tried.page.locator('.toast').filter({ hasText: 'Voyez l’onglet Contrôles.' }).waitFor()
})

test('an open submenu hinders no one, in either theme', async () => {
  await tried.begin()
  await tried.page.setViewportSize({ width: 900, height: 600 })
  await item('Facturation').focus()
  await tried.press('ArrowDown', 'd', 'ArrowRight')
  expect(await open()).toEqual(['Facturation', 'Devis'])
  expect(await violationsInBothThemes(tried.page)).toEqual([])
})

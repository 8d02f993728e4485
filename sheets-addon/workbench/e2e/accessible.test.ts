import { beforeEach, describe, expect, test } from 'vitest'
import { violationsInBothThemes } from '../../../scripts/axe.ts'
import { ledgerInChromium } from './ledger-in-chromium.ts'
import type { Tried } from './workbench-in-chromium.ts'

const ledger = ledgerInChromium(20)
let tried: Tried
beforeEach(() => {
  tried = ledger()
  return tried.begin('C5')
})

const press = (...keys: readonly string[]): Promise<void> => tried.press(...keys)
const type = (text: string): Promise<void> => tried.page.keyboard.type(text)

/** What is on the screen when axe looks, all reached by keyboard. */
const scenes: readonly (readonly [name: string, go: () => Promise<unknown>])[] = [
  ['at rest', async () => undefined],
  ['while typing', () => type('texte')],
  ['with a list open', () => tried.goTo('G5').then(() => press('Enter'))],
  [
    'with a refusal shown',
    () =>
      tried
        .goTo('G5')
        .then(() => type('faux'))
        .then(() => press('Enter')),
  ],
  ['with a cell’s note', () => tried.goTo('C6')],
  ['with a menu open', () => tried.page.getByRole('menuitem', { name: 'Essai' }).press('Enter')],
  ['with the cell’s menu open', () => press('Shift+F10')],
  ['with the tab of charts', () => press('Alt+ArrowDown')],
  ['with the clock open', () => tried.page.getByRole('button', { name: /^Aujourd’hui est le/ }).press('Enter')],
  ['with the documents', () => tried.page.getByRole('button', { name: 'Documents' }).press('Enter')],
  [
    'with the keys explained',
    async () => {
      await tried.page.getByRole('menuitem', { name: 'Aide' }).press('Enter')
      await tried.page.getByRole('menuitem', { name: 'Raccourcis clavier' }).press('Enter')
    },
  ],
  [
    'with a question',
    async () => {
      await tried.page.getByRole('menuitem', { name: 'Essai' }).press('Enter')
      await tried.page.getByRole('menuitem', { name: 'Poser des questions…' }).press('Enter')
      await tried.page.getByRole('dialog').waitFor()
    },
  ],
  [
    'with a filter’s values',
    async () => {
      await tried.page.getByRole('menuitem', { name: 'Données' }).press('Enter')
      await tried.page.getByRole('menuitem', { name: 'Créer un filtre' }).press('Enter')
      await tried.settled()
      await tried.page.getByRole('button', { name: 'Filtrer la colonne Statut' }).click()
      await tried.page.getByLabel('Payé').waitFor()
    },
  ],
  [
    'with the sidebar',
    async () => {
      await tried.page.getByRole('menuitem', { name: 'Essai' }).press('Enter')
      await tried.page.getByRole('menuitem', { name: 'Ouvrir le volet' }).press('Enter')
      await tried.page.frameLocator('iframe[title="Volet"]').getByRole('heading').waitFor()
    },
  ],
]

/** A small window holds the same parts with fewer cells: axe looks at each. */
const small = { width: 900, height: 420 }
const shown = async (go: () => Promise<unknown>): Promise<void> => {
  await tried.page.setViewportSize(small)
  await tried.page.emulateMedia({ colorScheme: 'light' })
  await go()
  await tried.settled()
}

describe('nothing hinders anyone', () => {
  test.each(scenes)('no violation %s, and every text is legible in the dark', async (_, go) => {
    await shown(go)
    expect(await violationsInBothThemes(tried.page)).toEqual([])
  })
})

test('a screen reader is told the grid, its size, and the active cell with its text', async () => {
  await tried.page.emulateMedia({ colorScheme: 'light' })
  const session = await tried.page.context().newCDPSession(tried.page)
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  const grid = nodes.find((node) => node.role?.value === 'grid')
  expect(grid?.name?.value).toBe('Onglet Ventes')
  const property = (name: string) => grid?.properties?.find((one) => one.name === name)?.value
  expect(property('multiselectable')?.value).toBe(true)
  const active = property('activedescendant')?.relatedNodes?.[0]
  const cell = nodes.find(({ backendDOMNodeId }) => backendDOMNodeId === active?.backendDOMNodeId)
  expect([cell?.role?.value, cell?.name?.value]).toEqual(['gridcell', 'Prestation 2'])
  const element = tried.page.getByRole('grid')
  expect([await element.getAttribute('aria-rowcount'), await element.getAttribute('aria-colcount')]).toEqual([
    '1000',
    '26',
  ])
})

test('the active cell stays in the page when it is scrolled out of sight; typing brings it back', async () => {
  await tried.page.locator('.scroller').evaluate((scroller) => scroller.scrollTo(0, 15_000))
  await tried.settled()
  expect(await tried.active()).toBe('C5')
  await type('revenu')
  await press('Enter')
  expect(tried.input('C5')).toBe('revenu')
  expect(await tried.page.locator('.scroller').evaluate(({ scrollTop }) => scrollTop)).toBeLessThan(200)
})

test('everything is within reach of the keyboard: F6 goes round the screen, Tab never traps', async () => {
  const focused = (): Promise<string> =>
    tried.page.evaluate(() => document.activeElement?.closest('[data-region]')?.getAttribute('data-region') ?? '')
  const round: string[] = []
  for (let step = 0; step < 5; step++) {
    await tried.page.keyboard.press('F6')
    round.push(await focused())
  }
  expect(round).toEqual(['tabs', 'menus', 'tools', 'formula', 'grid'])
  await tried.page.keyboard.press('Shift+F6')
  expect(await focused()).toBe('formula')
})

test('a workday without a mouse: a row is written, ticked, sorted, and the script runs', async () => {
  await tried.goTo('C24')
  for (const text of ['Affiche', '3', '120']) {
    await type(text)
    await press('Tab')
  }
  await press('Home', 'Space', 'ArrowRight')
  await type('dup')
  await press('Tab')
  expect(['A24', 'B24', 'C24', 'D24', 'E24'].map((name) => tried.input(name))).toEqual([
    'VRAI',
    'Dupont SARL',
    'Affiche',
    '3',
    '120',
  ])
  await press('Shift+F6', 'Shift+F6', 'Shift+F6')
  await press('ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowDown')
  await type('d')
  await press('Enter')
  await tried.page.locator('.toast').filter({ hasText: 'Bonjour' }).waitFor()
  expect(await tried.page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('grid')
})

import { beforeEach, describe, expect, test } from 'vitest'
import { ledgerInChromium } from './ledger-in-chromium.ts'
import type { Tried } from './workbench-in-chromium.ts'

const ledger = ledgerInChromium(20)
let tried: Tried
beforeEach(() => {
  tried = ledger()
  return tried.begin('C5')
})

const cell = (row: number, column: number) => tried.page.locator(`#cell-${row}-${column}`)
const chooseMenu: Tried['chooseMenu'] = (...names) => tried.chooseMenu(...names)
const dialog = (name: string) => tried.dialog(name)

describe('typing', () => {
  test('text typed with no pause over three cells loses no letter', async () => {
    await tried.page.keyboard.type('Dupont\nSecond\nTroisième\n', { delay: 0 })
    await tried.settled()
    expect(['C5', 'C6', 'C7'].map((name) => tried.input(name))).toEqual(['Dupont', 'Second', 'Troisième'])
  })

  test('a dead key starts the text: ^ then e gives ê', async () => {
    const keys = await tried.page.context().newCDPSession(tried.page)
    const dead = { key: 'Dead', code: 'BracketLeft', windowsVirtualKeyCode: 229 }
    await keys.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...dead })
    await keys.send('Input.imeSetComposition', { text: '^', selectionStart: 1, selectionEnd: 1 })
    await keys.send('Input.insertText', { text: 'ê' })
    await tried.page.keyboard.type('tre')
    await tried.press('Enter')
    expect(tried.input('C5')).toBe('être')
  })

  test('what someone else writes shows at once, and what is being typed stays', async () => {
    await tried.page.keyboard.type('mon texte')
    tried.workbench.emulator().book.type('Ventes', 7, 3, [['écrit ailleurs']])
    await cell(7, 3).getByText('écrit ailleurs').waitFor()
    await tried.page.keyboard.type(' seul')
    await tried.press('Enter')
    expect(tried.input('C5')).toBe('mon texte seul')
  })

  test('the formula bar and the cell show the same text while it is typed', async () => {
    await tried.page.keyboard.type('12,5')
    expect(await tried.page.getByLabel('Contenu de la cellule').inputValue()).toBe('12,5')
    await tried.press('Escape')
    const bar = tried.page.getByLabel('Contenu de la cellule')
    await bar.fill('par la barre')
    expect(await tried.page.getByLabel('Modifier C5').inputValue()).toBe('par la barre')
    await bar.press('Escape')
    await tried.settled()
    expect(tried.input('C5')).toBe('Prestation 2')
  })
})

describe('what a cell says', () => {
  test('its note, what its rule asks, where its link leads', async () => {
    await tried.goTo('C6')
    expect(await tried.page.locator('.card').textContent()).toBe('À vérifier avec le client.')
    await tried.goTo('H5')
    expect(await tried.page.locator('.card').textContent()).toBe('Date au format jj/mm/aaaa')
    await tried.goTo('L5')
    await tried.page.getByRole('button', { name: 'Ouvrir le lien' }).click()
    await tried.settled()
    expect(await tried.selected()).toBe('B8')
  })

  test('the mouse alone shows a note and a link: one click leads there', async () => {
    await cell(6, 3).hover()
    await tried.page.locator('.card').getByText('À vérifier avec le client.').waitFor()
    await cell(5, 12).hover()
    await tried.page.getByRole('button', { name: 'Ouvrir le lien' }).click()
    await expect.poll(tried.selected).toBe('B8')
  })

  test('conditional formats follow the value', async () => {
    const ground = (row: number): Promise<string> =>
      cell(row, 7).evaluate((element) => getComputedStyle(element).backgroundColor)
    expect([await ground(6), await ground(5)]).toEqual(['rgb(232, 245, 236)', 'rgb(255, 255, 255)'])
    await tried.goTo('G6')
    await tried.page.keyboard.type('Saisie')
    await tried.press('Enter')
    expect(await ground(6)).toBe('rgb(255, 255, 255)')
  })

  test('a cell that the script guards asks before it is changed', async () => {
    await tried.goTo('L8')
    await tried.page.keyboard.type('main libre')
    await tried.page.keyboard.press('Enter')
    await dialog('Cellule écrite par le script').getByRole('button', { name: 'Annuler' }).click()
    await tried.settled()
    expect(tried.input('L8')).toBe('')
    await tried.goTo('L8')
    await tried.page.keyboard.type('main libre')
    await tried.page.keyboard.press('Enter')
    await dialog('Cellule écrite par le script').getByLabel('Ne plus demander').check()
    await dialog('Cellule écrite par le script').getByRole('button', { name: 'Modifier quand même' }).click()
    await tried.settled()
    expect(tried.input('L8')).toBe('main libre')
    await tried.goTo('L9')
    await tried.page.keyboard.type('sans question')
    await tried.press('Enter')
    expect(tried.input('L9')).toBe('sans question')
  })

  test('the selection’s sum stands in the corner', async () => {
    await tried.goTo('F4')
    await tried.press('Shift+ArrowDown', 'Shift+ArrowDown')
    await expect.poll(() => tried.page.locator('.sum').textContent()).toBe('Somme : 608 · 3 valeurs')
  })
})

describe('the filter', () => {
  test('hides rows by value; arrows, copies and totals skip them', async () => {
    await chooseMenu('Données', 'Créer un filtre')
    await tried.page.getByRole('button', { name: 'Filtrer la colonne Statut' }).click()
    const card = dialog('Filtrer Statut')
    await card.getByLabel('Facturé').uncheck()
    await card.getByLabel('Payé').uncheck()
    await card.getByRole('button', { name: 'Appliquer' }).click()
    await tried.settled()
    expect([await cell(6, 3).count(), await tried.page.locator('.row.is-gone').count()]).toEqual([0, 1])
    await tried.goTo('C4')
    await tried.press('Shift+ArrowDown', 'Control+c')
    expect(await tried.page.evaluate(() => navigator.clipboard.readText())).toBe('Prestation 1\nPrestation 4')
    await tried.goTo('C4')
    await tried.press('ArrowDown')
    expect(await tried.active()).toBe('C7')
    const shown = [4, 7, 10, 13, 16, 19, 22].reduce((sum, row) => sum + (((row - 4) % 5) + 1) * (96 + row), 0)
    expect(tried.display('F2').replaceAll(/\s/g, '')).toBe(`${shown},00`)
    await chooseMenu('Données', 'Supprimer le filtre')
    await cell(5, 3).waitFor()
  })
})

describe('tabs', () => {
  test('a click or Alt+Down shows another tab; each keeps its own place', async () => {
    await tried.press('Alt+ArrowDown')
    expect(await tried.page.getByRole('tab', { selected: true }).textContent()).toBe('Tableau')
    expect(await tried.active()).toBe('A1')
    await tried.page.getByRole('tab', { name: 'Ventes' }).click()
    await tried.settled()
    expect(await tried.active()).toBe('C5')
  })

  test('a chart is drawn and says its figures; a merged area is one cell', async () => {
    await tried.page.getByRole('tab', { name: 'Tableau' }).click()
    await tried.settled()
    const chart = tried.page.locator('.chart')
    expect(await chart.getByText('Facturé et encaissé').count()).toBe(1)
    expect(await chart.locator('rect[rx="2"]').count()).toBe(8 + 2)
    const read = (await chart.locator('svg').getAttribute('aria-label')) ?? ''
    expect(read.replaceAll(/\s/g, ' ')).toContain('Facturé, janv. 1 200 €, févr. 800 €')
    await tried.goTo('D1')
    await tried.press('ArrowRight', 'ArrowRight')
    expect(await tried.active()).toBe('E1')
    expect((await cell(1, 5).boundingBox())?.width).toBe(300)
  })

  test('a double click renames the tab', async () => {
    await tried.page.getByRole('tab', { name: 'Tableau' }).dblclick()
    await tried.page.getByLabel('Nouveau nom de l’onglet Tableau').fill('Bilan')
    await tried.page.keyboard.press('Enter')
    await tried.page.getByRole('tab', { name: 'Bilan' }).waitFor()
    expect(
      tried.workbench
        .emulator()
        .book.sheets()
        .map(({ name }) => name),
    ).toContain('Bilan')
  })
})

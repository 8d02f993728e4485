import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ledgerScript } from './ledger-script.ts'
import { preparedState } from './prepared-state.ts'
import { type Tried, tryWorkbench } from './workbench-in-chromium.ts'

let tried: Tried
beforeAll(async () => {
  tried = await tryWorkbench(ledgerScript, preparedState(ledgerScript, 20))
})
afterAll(() => tried?.close())
beforeEach(() => tried.begin('C5'))

const cell = (row: number, column: number) => tried.page.locator(`#cell-${row}-${column}`)
const chooseMenu = async (menu: string, ...items: readonly string[]): Promise<void> => {
  await tried.page.getByRole('menuitem', { name: menu, exact: true }).click()
  for (const item of items) await tried.page.getByRole('menuitem', { name: item }).click()
  await tried.settled()
}
const dialog = (name: string) => tried.page.getByRole('dialog', { name })
const toast = (text: string) => tried.page.locator('.toast').filter({ hasText: text })

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

describe('the script’s menu', () => {
  test('runs with the person’s selection, and its toast shows', async () => {
    await tried.goTo('C9')
    await chooseMenu('Essai', 'Dire bonjour')
    expect(await toast('Bonjour').textContent()).toContain('Ligne 9')
  })

  test('a question waits for the person; the run that asked has left nothing behind', async () => {
    await chooseMenu('Essai', 'Poser des questions…')
    await dialog('Première').waitFor()
    expect(tried.input('C4')).toBe('Prestation 1')
    await dialog('Première').getByRole('button', { name: 'Oui' }).click()
    await dialog('Seconde').getByLabel('Votre réponse').fill('Ada')
    await tried.page.keyboard.press('Enter')
    await dialog('Fini').getByText('Merci, Ada.').waitFor()
    await tried.page.keyboard.press('Enter')
    expect([tried.input('C4'), tried.input('C5')]).toEqual(['Prestation 1+', 'Ada'])
    expect(await tried.page.getByRole('dialog').count()).toBe(0)
  })

  test('Escape closes a question, as its cross does at Google', async () => {
    await chooseMenu('Essai', 'Poser des questions…')
    await tried.page.keyboard.press('Escape')
    await tried.settled()
    expect([tried.input('C4'), tried.input('C5')]).toEqual(['Prestation 1+', 'Prestation 2'])
  })

  test('an error is said, and stays until it is read', async () => {
    await chooseMenu('Essai', 'Autres', 'Échouer')
    expect(await toast('Le script s’est arrêté').textContent()).toContain('le disque est plein')
    await toast('le disque est plein').getByRole('button', { name: 'Fermer' }).click()
    expect(await toast('le disque est plein').count()).toBe(0)
  })

  test('a document and a mail can be opened beside the grid', async () => {
    await chooseMenu('Essai', 'Autres', 'Faire un document')
    await toast('Document créé : F2026-0001.pdf').getByRole('button', { name: 'Ouvrir' }).click()
    expect(await tried.page.getByTitle('F2026-0001.pdf').getAttribute('src')).toMatch(/^file\/[\w-]+#/)
    await toast('Message envoyé à compta@dupont.example').getByRole('button', { name: 'Lire' }).click()
    const mail = tried.page.getByRole('complementary', { name: 'Courrier' })
    await mail.getByText('Voici la facture.').waitFor()
    expect(await mail.getByRole('button', { name: /F2026-0001\.pdf/ }).count()).toBe(1)
    const [download] = await Promise.all([
      tried.page.waitForEvent('download'),
      mail.getByRole('link', { name: /\.eml/ }).click(),
    ])
    expect(download.suggestedFilename()).toBe('Facture F2026-0001.eml')
    await tried.page
      .getByRole('region', { name: /^Aperçu/ })
      .getByRole('button', { name: 'Fermer' })
      .click()
    await tried.goTo('L4')
    await tried.page.getByRole('button', { name: 'Ouvrir le lien' }).click()
    await tried.page.getByTitle('F2026-0001.pdf').waitFor()
  })
})

describe('the sidebar', () => {
  const side = () => tried.page.getByRole('complementary', { name: 'Volet' })
  const inside = () => tried.page.frameLocator('iframe[title="Volet"]')

  test('is 300 pixels wide, in its own origin, and google.script.run answers', async () => {
    await chooseMenu('Essai', 'Ouvrir le volet')
    await side().waitFor()
    expect((await side().boundingBox())?.width).toBe(300)
    await inside().getByRole('button', { name: 'Doubler' }).click()
    await inside().getByText('"42" objet').waitFor()
    await inside().getByRole('button', { name: 'Refuser' }).click()
    await inside().getByText('ScriptError: pas maintenant').waitFor()
    await inside().getByRole('button', { name: 'Rien' }).click()
    await inside().getByText('null objet').waitFor()
    const frame = tried.page.frames().find((one) => one.url().includes('/frame/'))
    expect(
      await frame?.evaluate(() => {
        try {
          return String(parent.document.title)
        } catch (error) {
          return (error as Error).name
        }
      }),
    ).toBe('SecurityError')
    await inside().getByRole('link', { name: 'Ligne 9' }).click()
    await expect.poll(tried.selected).toBe('C9')
    await inside().getByRole('button', { name: 'Fermer ce volet' }).click()
    await side().waitFor({ state: 'detached' })
  })

  test('F6 goes into it and out of it', async () => {
    await chooseMenu('Essai', 'Ouvrir le volet')
    await inside().getByLabel('Nombre').click()
    await tried.page.keyboard.press('Shift+F6')
    await expect.poll(() => tried.page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('grid')
  })

  test('a dialog of the script has its own size and closes on Escape', async () => {
    await chooseMenu('Essai', 'Ouvrir un dialogue')
    const opened = tried.page.getByRole('dialog', { name: 'Dialogue' })
    expect((await opened.boundingBox())?.width).toBeCloseTo(322, -1)
    await tried.page.keyboard.press('Escape')
    await opened.waitFor({ state: 'detached' })
  })
})

describe('the clock', () => {
  test('moves to another day, and formulas follow', async () => {
    await tried.goTo('M5')
    await tried.page.keyboard.type('=TODAY()')
    await tried.press('Enter')
    await tried.page.getByRole('button', { name: 'Aujourd’hui est le mercredi 25 novembre 2026' }).click()
    await tried.page.getByLabel('Date', { exact: true }).fill('2027-03-28')
    await tried.page.getByLabel('Heure').fill('02:30')
    await tried.page.getByRole('button', { name: 'Aller à cette date' }).click()
    await tried.page.getByRole('button', { name: 'Aujourd’hui est le dimanche 28 mars 2027' }).waitFor()
    expect(tried.display('M5')).toBe('46474')
    // 02:30 does not exist that night.
    expect(tried.workbench.emulator().clock.instant()).toBe('2027-03-28T01:30:00.000Z')
  })
})

describe('the file', () => {
  test('downloads as .xlsx', async () => {
    await tried.page.getByRole('menuitem', { name: 'Fichier' }).click()
    const [download] = await Promise.all([
      tried.page.waitForEvent('download'),
      tried.page.getByRole('menuitem', { name: 'Télécharger (.xlsx)' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('Facturation 2026-11-25.xlsx')
  })

  test('starts again from where it began', async () => {
    await tried.press('Delete')
    await chooseMenu('Fichier', 'Recommencer…')
    await dialog('Recommencer avec le classeur de départ ?').getByRole('button', { name: 'Recommencer' }).click()
    await cell(5, 3).getByText('Prestation 2').waitFor()
    expect(tried.input('C5')).toBe('Prestation 2')
  })
})

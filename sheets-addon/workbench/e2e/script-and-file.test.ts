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
const toast = (text: string) => tried.page.locator('.toast').filter({ hasText: text })

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

import type { Browser, FrameLocator, Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launch } from '../../scripts/browser.ts'
import { freshWorkbook, rows, sale, workshop } from '../test/workshop.ts'
import { button, sitDown } from './person.ts'

// The sessions of features E.17, in the workbench.

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser?.close())

test('from a ticked row to a sent invoice: five gestures, no change of tab (features F-029: six at most)', async () => {
  const prepared = freshWorkbook()
  sale(prepared, 'Brasserie du Ponant', { toInvoice: '' })
  prepared.user.select('Ventes', 'A4')
  const person = await sitDown(browser, prepared.save())
  const { page } = person
  await page.getByRole('tab', { name: 'Ventes', exact: true }).click()
  const before = await person.tab()
  await person.click(page.locator('[role="gridcell"]').getByRole('checkbox').first())
  await person.menu('Facturation', 'Facturer les lignes cochées…')
  const pane = person.sidebar()
  await person.click(button(pane, 'Émettre et envoyer 1 facture'))
  await person.click(button(pane, 'Confirmer : 1 facture et 1 mail'))
  await pane.getByRole('heading', { name: '1 facture émise' }).waitFor()
  const emulator = person.workbench.emulator()
  expect(rows(emulator, 'invoices').map((row) => row['number'])).toEqual(['F2026-0001'])
  expect(emulator.mails().map(({ to }) => to)).toEqual([['compta@client.example']])
  expect(person.gestures()).toBe(5)
  expect(await person.tab()).toBe(before)
  await person.leave()
}, 120_000)

test('a client nobody knows yet: their card is made where it is missed', async () => {
  const prepared = freshWorkbook()
  sale(prepared, 'Dupont SARL')
  const person = await sitDown(browser, prepared.save())
  await person.menu('Facturation', 'Facturer les lignes cochées…')
  const pane = person.sidebar()
  await person.click(button(pane, 'Créer la fiche de Dupont SARL'))
  for (const [label, text] of [
    ['Adresse', '1, rue Haute'],
    ['Code postal', '35000'],
    ['Ville', 'Rennes'],
  ] as const)
    await person.fill(pane.getByLabel(label, { exact: true }), text)
  await person.click(button(pane, 'Créer la fiche'))
  await person.click(button(pane, 'Émettre 1 facture'))
  await person.click(button(pane, 'Confirmer : 1 facture'))
  await pane.getByRole('heading', { name: '1 facture émise' }).waitFor()
  expect(person.gestures() - person.fields()).toBe(6)
  await person.leave()
}, 120_000)

test('half an address, a lost zero, a day or a number that is none: said under the field before anything is written', async () => {
  const empty = workshop()
  empty.user.open()
  const person = await sitDown(browser, empty.save())
  const saysOf = async (frame: FrameLocator, label: string | RegExp, text: string, press: string): Promise<string> => {
    await frame.getByLabel(label).fill(text)
    await button(frame, press).click()
    const described = await frame.getByLabel(label).getAttribute('aria-describedby')
    return (await frame.locator(`[id="${described}"]`).textContent()) ?? ''
  }
  await person.menu('Facturation', 'Réglages', 'Assistant de démarrage…')
  const assistant = person.dialog('Assistant de démarrage')
  await assistant.getByLabel('Prénom et nom').fill('Camille Orme')
  await assistant.getByLabel('SIRET').fill('99999037700015')
  await assistant.getByLabel('Adresse').fill('3, rue des Essais')
  await assistant.getByLabel('Ville').fill('Nice')
  expect(await saysOf(assistant, /^E-mail/, 'camille@', 'Suivant')).toBe('Une adresse comme compta@client.fr.')
  await assistant.getByLabel(/^E-mail/).fill('')
  expect(await saysOf(assistant, 'Code postal', '6000', 'Suivant')).toBe('5 chiffres, comme 01000.')
  await assistant.getByLabel('Code postal').fill('06000')
  await button(assistant, 'Suivant').click()
  expect(await saysOf(assistant, /^Début d’activité/, '31/02/2024', 'Suivant')).toContain('qui existe')
  await person.leave()

  const ready = freshWorkbook()
  sale(ready, 'Brasserie du Ponant')
  const other = await sitDown(browser, ready.save())
  await other.menu('Facturation', 'Facturer les lignes cochées…')
  const pane = other.sidebar()
  await button(pane, 'Saisir une vente').click()
  expect(await saysOf(pane, 'Quantité', '1,5 jours', 'Ajouter à Ventes')).toBe('Un nombre, comme 1,5.')
  expect(await saysOf(pane, /^Prix unitaire/, 'cent', 'Ajouter à Ventes')).toContain('Un nombre, comme 450')
  expect(rows(other.workbench.emulator(), 'sales')).toHaveLength(1)
  await other.leave()
}, 120_000)

test('from an empty file to a first PDF: at most 12 required fields and 25 gestures, without touching a tab', async () => {
  const empty = workshop()
  empty.user.open()
  const person = await sitDown(browser, empty.save())
  await person.menu('Facturation', 'Réglages', 'Assistant de démarrage…')
  const assistant = person.dialog('Assistant de démarrage')
  const field = (frame: FrameLocator, label: string): Locator => frame.getByLabel(label, { exact: true })
  await person.fill(field(assistant, 'Prénom et nom'), 'Camille Orme')
  await person.fill(field(assistant, 'SIRET'), '99999037700015')
  await person.fill(field(assistant, 'Adresse'), '3, rue des Essais')
  await person.fill(field(assistant, 'Code postal'), '69003')
  await person.fill(field(assistant, 'Ville'), 'Lyon')
  for (let screen = 1; screen < 5; screen++) await person.click(button(assistant, 'Suivant'))
  await person.click(button(assistant, 'Terminer'))
  await person.click(button(assistant, 'Saisir ma première vente'))
  const pane = person.sidebar()
  await person.fill(field(pane, 'Client'), 'Dupont SARL')
  await person.fill(field(pane, 'Désignation'), 'Maquette de la page d’accueil')
  await person.fill(field(pane, 'Prix unitaire'), '450')
  await person.fill(field(pane, 'Adresse'), '1, rue Haute')
  await person.fill(field(pane, 'Code postal'), '35000')
  await person.fill(field(pane, 'Ville'), 'Rennes')
  await person.click(button(pane, 'Ajouter à Ventes'))
  await person.click(button(pane, 'Émettre 1 facture'))
  await person.click(button(pane, 'Confirmer : 1 facture'))
  await pane.getByRole('heading', { name: '1 facture émise' }).waitFor()
  const emulator = person.workbench.emulator()
  const [pdf] = emulator.drive.files().filter(({ folder }) => !folder)
  expect(pdf?.path).toBe('Facturation/2026/Factures/F2026-0001_Dupont-SARL.pdf')
  console.log(`first PDF: ${person.fields()} required fields, ${person.gestures()} gestures`)
  expect(person.fields()).toBeLessThanOrEqual(12)
  expect(person.gestures()).toBeLessThanOrEqual(25)
  await person.leave()
}, 120_000)

test('from rows to a quote sent in four clicks, from its acceptance to a deposit invoice sent in four more', async () => {
  const prepared = freshWorkbook()
  sale(prepared, 'Brasserie du Ponant', { toInvoice: '', unitPrice: '2450' })
  prepared.user.select('Ventes', 'A4')
  const person = await sitDown(browser, prepared.save())
  await person.page.getByRole('tab', { name: 'Ventes', exact: true }).click()
  await person.click(person.page.locator('[role="gridcell"]').getByRole('checkbox').first())
  await person.menu('Facturation', 'Créer un devis avec la sélection…')
  await person.click(person.page.getByRole('button', { name: 'Oui' }))
  const emulator = person.workbench.emulator()
  await expect.poll(() => emulator.mails().length).toBe(1)
  expect(person.gestures()).toBe(4)
  await person.menu('Facturation', 'Devis', 'Devis en cours')
  const pane = person.sidebar()
  await button(pane, 'Accepté… D2026-0001').waitFor()
  const before = person.gestures() - 1
  await person.click(button(pane, 'Accepté… D2026-0001'))
  await person.click(button(pane, 'Noter, puis demander l’acompte'))
  await person.click(button(pane, 'Émettre et envoyer'))
  await pane.getByText('1 facture émise').first().waitFor()
  expect(person.gestures() - before).toBe(4)
  expect(emulator.mails()).toHaveLength(2)
  expect(rows(emulator, 'invoices').map(({ gross, kind, quote }) => [kind, gross, quote])).toEqual([
    ['Acompte', 735, 'D2026-0001'],
  ])
  await person.leave()
}, 120_000)

test.each(['graphiste', 'menuisier'] as const)(
  'a morning of the %s: what waits is one click from the menu, and each line one more from its place',
  async (name) => {
    const prepared = workshop()
    prepared.run('perform', ['sample-data', JSON.stringify({ business: name })], { context: 'rpc' })
    prepared.user.open()
    const person = await sitDown(browser, prepared.save())
    await person.menu('Facturation', 'Aujourd’hui')
    const pane = person.sidebar()
    await person.click(pane.getByRole('button', { name: /lignes prêtes à facturer/ }))
    await button(pane, /^Émettre/).waitFor()
    expect(person.gestures()).toBe(3)
    await pane.getByRole('tab', { name: /Aujourd’hui/ }).click()
    const before = person.gestures()
    // Four with the click on Aujourd’hui itself.
    await person.click(pane.getByRole('button', { name: /relances à valider/ }))
    await person.click(button(pane, 'Envoyer 3 relances'))
    await person.click(button(pane, 'Confirmer : 3 relances'))
    await pane.getByText('3 relances envoyées.').first().waitFor()
    expect(person.gestures() - before).toBe(3)
    expect(person.workbench.emulator().mails()).toHaveLength(3)
    await pane.getByRole('tab', { name: 'Client' }).click()
    await pane.getByLabel('Client ou n° de document').fill(name === 'graphiste' ? 'radis' : 'a')
    await button(pane, 'Chercher').click()
    if (name === 'graphiste') {
      await button(pane, 'Voir sa fiche').click()
      await person.page.getByRole('tab', { name: 'Clients', exact: true, selected: true }).waitFor()
      expect(await person.page.getByLabel('Zone de nom').inputValue()).toBe('A14')
    }
    await person.leave()
  },
  120_000,
)

test('a plan proposed in three clicks and agreed in three, a formal notice made in two, its posting noted in two', async () => {
  const prepared = freshWorkbook({ 'Relance courtoise': 'non', 'Relance ferme': 'non' })
  for (const label of ['Affiche', 'Carte'])
    sale(prepared, 'Brasserie du Ponant', { label, group: label, date: '02/08/2026' })
  prepared.clock.set('2026-08-10T08:00:00Z')
  prepared.run('perform', ['issue-invoices', '{}'], { context: 'rpc' })
  prepared.clock.set('2026-11-25T08:00:00Z')
  const person = await sitDown(browser, prepared.save())
  await person.menu('Facturation', 'Relances et impayés', 'Préparer les relances')
  const pane = person.sidebar()
  const emulator = person.workbench.emulator()
  const counted = async (clicks: number, ...names: readonly (string | RegExp)[]): Promise<void> => {
    const before = person.gestures() - person.fields()
    for (const name of names) {
      const folded = pane.getByRole('group').getByText('Autres suites').first()
      await person.click(name === 'Autres suites' ? folded : button(pane, name))
    }
    expect(person.gestures() - person.fields() - before).toBe(clicks)
  }
  await counted(3, 'Autres suites', 'Échéancier… F2026-0001', 'Envoyer la proposition')
  await expect.poll(() => emulator.mails().length).toBe(1)
  await counted(3, 'Autres suites', 'Échéancier… F2026-0001', 'Noter l’échéancier')
  await expect.poll(() => rows(emulator, 'plans').length).toBe(3)
  await counted(2, 'Mettre en demeure… F2026-0002', 'Faire la mise en demeure')
  await button(pane, 'Lettre postée… F2026-0002').waitFor()
  await counted(1, 'Lettre postée… F2026-0002')
  await person.fill(pane.getByLabel('Postée le'), '2026-11-25')
  await counted(1, 'Noter l’envoi')
  await expect
    .poll(() => rows(emulator, 'reminders').map(({ claimed, invoice, status }) => [invoice, claimed, status]))
    .toContainEqual(['F2026-0002', 501.77, 'Envoyée'])
  await person.leave()
}, 120_000)

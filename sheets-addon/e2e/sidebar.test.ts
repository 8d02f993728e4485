import { describe, expect, test } from 'vitest'
import { violationsInBothThemes } from '../../scripts/axe.ts'
import type { Emulator } from '../emulator/index.ts'
import { client, done, freshWorkbook, rows, sale, workshop } from '../test/workshop.ts'
import { button, onePage } from './one-page.ts'
import type { ShownPage } from './page-in-chromium.ts'
import { twoToIssue } from './two-to-issue.ts'

const open = onePage()

describe('Aujourd’hui and Client', () => {
  test('each line is one click from its place', async () => {
    const emulator = twoToIssue()
    sale(emulator, 'Dupont SARL')
    done(emulator, 'check-file')
    const page = await open(emulator, 'menuToday')
    await page.frame.getByRole('button', { name: /ligne cochée à corriger/ }).click()
    await expect.poll(() => page.calls.at(-1)).toBe('go-to')
    await page.frame.getByRole('button', { name: /lignes prêtes à facturer/ }).click()
    await page.frame.getByRole('tab', { name: 'Émettre', selected: true }).waitFor()
    await button(page, /^Émettre et envoyer/).waitFor()
  })

  test('the client of the active row, or looked up by a number or a bit of a name', async () => {
    const emulator = twoToIssue()
    done(emulator, 'issue-invoices')
    emulator.clock.set('2027-01-10T08:00:00Z')
    emulator.user.select('Ventes', 'C6')
    const page = await open(emulator, 'menuClient')
    await page.frame.getByRole('heading', { name: 'Éditions du Merle' }).waitFor()
    await page.frame.getByText('En retard de 16 jours').waitFor()
    await page.frame.getByLabel('Client ou n° de document').fill('f2026-0001')
    await button(page, 'Chercher').click()
    await page.frame.getByRole('heading', { name: 'Brasserie du Ponant' }).waitFor()
    await page.frame.getByLabel('Client ou n° de document').fill('edit')
    await page.page.keyboard.press('Enter')
    await page.frame.getByRole('heading', { name: 'Éditions du Merle' }).waitFor()
  })
})

describe('when the script does not answer', () => {
  test('several accounts: the pane shows what the menu read, says why, and where everything else is', async () => {
    let isBroken = true
    const emulator = twoToIssue()
    const page = await open(emulator, 'menuIssueInvoices', { fails: () => isBroken })
    await page.frame.getByText('Ce volet ne joint pas le fichier.').waitFor()
    await page.frame.getByText(/Sans le volet/).waitFor()
    expect(await page.frame.getByRole('region').count()).toBe(2)
    emulator.user.open()
    const items = emulator.menus().flatMap(({ items: entries }) => entries)
    const plain = (items.find(({ label }) => label === 'Sans le volet')?.items ?? []).slice(0, 6)
    expect(plain.map(({ label }) => label).join(' / ')).toBe(
      'Aujourd’hui / Émettre les lignes cochées… / Client de la ligne / Préparer les relances / Préparer la déclaration Urssaf… / Et si ?…',
    )
    for (const { function: name = '' } of plain) {
      const run = emulator.run(name, [], { context: 'menu', answers: ['OK'] })
      expect(run.error).toBeUndefined()
    }
    expect(rows(emulator, 'invoices')).toHaveLength(2)
    isBroken = false
    await button(page, 'Réessayer').click()
    await expect.poll(() => page.frame.getByText('Ce volet ne joint pas le fichier.').count()).toBe(0)
  })

  test('an answer that is lost in the middle: the pane looks again, and nothing was done twice', async () => {
    const emulator = twoToIssue()
    let isLost = false
    const page = await open(emulator, 'menuIssueInvoices', { loses: (called) => isLost && called === 'issue-invoices' })
    await button(page, /^Émettre et envoyer/).click()
    isLost = true
    await button(page, /^Confirmer/).click()
    await page.frame.getByText('Pas de réponse du fichier.').waitFor()
    isLost = false
    await button(page, 'Voir où l’on en est').click()
    await page.frame.getByText('Aucune ligne à facturer').waitFor()
    expect(rows(emulator, 'invoices')).toHaveLength(2)
  })
})

test('keyboard only: from the tabs to the numbers, Esc goes one step back and then closes', async () => {
  const emulator = twoToIssue()
  const page = await open(emulator, 'menuToday')
  await page.frame.getByRole('tab', { name: /Aujourd’hui/ }).focus()
  const press = (...keys: readonly string[]) =>
    keys.reduce<Promise<void>>((before, key) => before.then(() => page.page.keyboard.press(key)), Promise.resolve())
  const focused = () => page.frame.locator(':focus').textContent()
  await press('ArrowRight')
  expect(await focused()).toBe('Émettre')
  await button(page, /^Émettre et envoyer/).waitFor()
  const order: string[] = []
  for (let step = 0; step < 12; step++) {
    await press('Tab')
    const name = await page.frame
      .locator(':focus')
      .evaluate((element) => element.getAttribute('aria-label') ?? element.textContent ?? '')
    order.push(name)
    if (name.startsWith('Émettre et envoyer')) break
  }
  expect(order).toEqual([
    'Plus de volets',
    'Actualiser',
    // A client who has never worked with us: each line without detail is told (features F-031).
    'À savoir : 3 remarques',
    'Aperçu de la facture pour Brasserie du Ponant',
    'Retirer Brasserie du Ponant',
    'À savoir : 2 remarques',
    'Aperçu de la facture pour Éditions du Merle',
    'Retirer Éditions du Merle',
    '',
    'Émettre et envoyer 2 factures',
  ])
  await press('Enter')
  expect(await focused()).toMatch(/^Confirmer/)
  await press('Escape')
  await button(page, /^Émettre et envoyer/).waitFor()
  expect(page.isClosed()).toBe(false)
  await button(page, /^Émettre et envoyer/).focus()
  await press('Enter', 'Enter')
  await page.frame.getByRole('heading', { name: '2 factures émises' }).waitFor()
  await press('Escape')
  await expect.poll(() => page.isClosed()).toBe(true)
})

describe('in both themes', () => {
  type Scene = readonly [
    name: string,
    workbook: () => Emulator,
    item: string,
    go: (page: ShownPage) => Promise<unknown>,
  ]
  const longWords = (): Emulator => {
    const emulator = freshWorkbook()
    const name = 'Syndicat-intercommunal-a-vocation-multiple du bassin versant de la Haute-Sarthe'
    const address = 'direction.generale.adjointe.chargee.des.finances@syndicat-intercommunal.example'
    client(emulator, name, { email: address })
    const label = 'x'.repeat(80)
    sale(emulator, name, { label, unitPrice: '123456789,5' })
    done(emulator, 'issue-invoices')
    emulator.clock.set('2027-02-10T08:00:00Z')
    sale(emulator, name, { label, unitPrice: '123456789,5' })
    emulator.user.select('Factures', 'A4')
    return emulator
  }
  const nothing = (): Promise<unknown> => Promise.resolve()
  const scenes: readonly Scene[] = [
    ['Aujourd’hui', twoToIssue, 'menuToday', nothing],
    ['the panes under « Plus »', twoToIssue, 'menuToday', (page) => page.frame.locator('#more').click()],
    ['Aujourd’hui, empty', () => freshWorkbook(), 'menuToday', nothing],
    ['Émettre', twoToIssue, 'menuIssueInvoices', (page) => button(page, /^Aperçu.*Ponant/).click()],
    ['Émettre, to confirm', twoToIssue, 'menuIssueInvoices', (page) => button(page, /^Émettre et/).click()],
    [
      'Émettre, blocked',
      () => {
        const emulator = freshWorkbook()
        sale(emulator, 'Dupont SARL')
        return emulator
      },
      'menuIssueInvoices',
      nothing,
    ],
    ['Émettre, not set up', () => workshop(), 'menuIssueInvoices', nothing],
    [
      'a sale typed in the pane',
      () => freshWorkbook(),
      'menuIssueInvoices',
      (page) => button(page, 'Saisir une vente').click(),
    ],
    [
      'Client',
      () => {
        const emulator = twoToIssue()
        done(emulator, 'issue-invoices')
        emulator.clock.set('2027-01-10T08:00:00Z')
        emulator.user.select('Ventes', 'C4')
        return emulator
      },
      'menuClient',
      nothing,
    ],
    ['Client, whose words are long', longWords, 'menuClient', nothing],
    ['Relances, to long addresses', longWords, 'menuPrepareReminders', nothing],
    ['Émettre, of long words', longWords, 'menuIssueInvoices', nothing],
  ]
  test.each(scenes)('%s: no accessibility violation, and nothing wider than 300 px', async (_, workbook, item, go) => {
    const page = await open(workbook(), item)
    await page.frame.getByRole('tabpanel').locator('> *').first().waitFor()
    await go(page)
    expect(await violationsInBothThemes(page.page)).toEqual([])
    expect(await page.frame.locator('html').evaluate((html) => html.scrollWidth)).toBe(300)
    expect(await page.frame.locator('main').evaluate((main) => main.scrollWidth)).toBe(300)
  })
})

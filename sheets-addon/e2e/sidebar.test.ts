import { afterAll, afterEach, describe, expect, test } from 'vitest'
import type { Emulator } from '../emulator/index.ts'
import { client, done, freshWorkbook, rows, sale, workshop } from '../test/workshop.ts'
import { violationsInBothThemes } from './both-themes.ts'
import { closeBrowser, menu, type ShownPage, type ShowOptions, showPage } from './page-in-chromium.ts'

let shown: ShownPage | undefined
afterEach(async () => {
  await shown?.close()
  shown = undefined
})
afterAll(closeBrowser)

async function open(emulator: Emulator, item: string, options: ShowOptions = {}): Promise<ShownPage> {
  menu(emulator, item)
  shown = await showPage(emulator, options)
  return shown
}
const button = (page: ShownPage, name: string | RegExp) => page.frame.getByRole('button', { name, exact: true })

/** Two documents to come, of two clients. */
function twoToIssue(): Emulator {
  const emulator = freshWorkbook()
  client(emulator, 'Éditions du Merle')
  sale(emulator, 'Brasserie du Ponant')
  sale(emulator, 'Brasserie du Ponant', { label: 'Déclinaison en trois formats', unitPrice: '120' })
  sale(emulator, 'Éditions du Merle')
  return emulator
}

describe('Émettre', () => {
  test('shows each document before it is issued, issues them once confirmed, and says their numbers', async () => {
    const emulator = twoToIssue()
    const page = await open(emulator, 'menuIssueInvoices')
    await expect.poll(() => page.frame.getByRole('region').count()).toBe(2)
    const first = page.frame.getByRole('region', { name: 'Facture pour Brasserie du Ponant' })
    expect(await first.textContent()).toMatch(/570,00\s€.*2 lignes, à payer le 25\/12\/2026.*Maquette.*450,00\s€/)
    expect(rows(emulator, 'invoices')).toEqual([])
    await button(page, 'Émettre et envoyer 2 factures').click()
    await page.frame.getByText('2 mails : compta@client.example').waitFor()
    await button(page, 'Confirmer : 2 factures et 2 mails').click()
    await page.frame.getByRole('heading', { name: '2 factures émises' }).waitFor()
    expect(rows(emulator, 'invoices').map((row) => row['number'])).toEqual(['F2026-0001', 'F2026-0002'])
    expect(emulator.mails()).toHaveLength(2)
    expect(await page.frame.getByRole('link', { name: 'PDF de F2026-0002' }).getAttribute('href')).toMatch(
      /^https:\/\/drive\.google\.com\/file\/d\/.+\/view$/,
    )
  })

  test('what was shown is what is issued: rows changed meanwhile are shown again first', async () => {
    const emulator = twoToIssue()
    const page = await open(emulator, 'menuIssueInvoices')
    await button(page, /^Émettre et envoyer/).click()
    emulator.book.type('Ventes', 4, 9, [['4500']])
    await button(page, /^Confirmer/).click()
    await page.frame.getByText('Les lignes ont changé depuis l’aperçu.').waitFor()
    expect(rows(emulator, 'invoices')).toEqual([])
    expect(await page.frame.getByRole('region').first().textContent()).toContain('4\u202f500,00')
  })

  test('a row ticked in the sheet meanwhile is there when one comes back to the pane', async () => {
    const emulator = freshWorkbook()
    sale(emulator, 'Brasserie du Ponant')
    const page = await open(emulator, 'menuIssueInvoices')
    await button(page, 'Émettre et envoyer 1 facture').waitFor()
    client(emulator, 'Éditions du Merle')
    sale(emulator, 'Éditions du Merle')
    await page.page.waitForTimeout(4200)
    await page.frame
      .locator('body')
      .evaluate((body) => body.ownerDocument.defaultView?.dispatchEvent(new Event('focus')))
    await button(page, 'Émettre et envoyer 2 factures').waitFor()
  })

  test('Retirer unticks the rows, Annuler ticks them again', async () => {
    const emulator = twoToIssue()
    const page = await open(emulator, 'menuIssueInvoices')
    await button(page, 'Retirer Brasserie du Ponant').click()
    await button(page, 'Émettre et envoyer 1 facture').waitFor()
    expect(rows(emulator, 'sales').map((row) => row['toInvoice'])).toEqual([false, false, true])
    await button(page, 'Annuler').click()
    await button(page, 'Émettre et envoyer 2 factures').waitFor()
    expect(rows(emulator, 'sales').map((row) => row['toInvoice'])).toEqual([true, true, true])
  })

  test('the preview is the page itself, marked « Projet », and its PDF can be opened', async () => {
    const page = await open(twoToIssue(), 'menuIssueInvoices')
    await button(page, 'Aperçu de la facture pour Brasserie du Ponant').click()
    const picture = page.frame.getByRole('img', { name: 'Aperçu de la facture pour Brasserie du Ponant' })
    await picture.waitFor()
    expect(await picture.locator('text').allTextContents()).toEqual(
      expect.arrayContaining(['Projet', 'Brasserie du Ponant', 'Projet, sans numéro ni valeur']),
    )
    const href = await page.frame.getByRole('link', { name: 'Ouvrir le PDF' }).getAttribute('href')
    const head = await page.frame
      .locator('body')
      .evaluate(async (_, address) => (await (await fetch(address)).text()).slice(0, 5), href ?? '')
    expect(head).toBe('%PDF-')
  })

  test('what is left out is told with its cell one click away, and a client nobody knows gets a card from here', async () => {
    const emulator = freshWorkbook()
    sale(emulator, 'Dupont SARL')
    const page = await open(emulator, 'menuIssueInvoices')
    await button(page, 'Ventes, ligne 4, Client').click()
    await expect.poll(() => page.calls.at(-1)).toBe('go-to')
    await button(page, 'Créer la fiche de Dupont SARL').click()
    await button(page, 'Créer la fiche').click()
    expect(await page.frame.getByText('À remplir.').count()).toBe(3)
    for (const [label, text] of [
      ['Adresse', '1, rue Haute'],
      ['Code postal', '35000'],
      ['Ville', 'Rennes'],
    ] as const)
      await page.frame.getByLabel(label, { exact: true }).fill(text)
    await button(page, 'Créer la fiche').click()
    await button(page, 'Émettre 1 facture').waitFor()
    expect(rows(emulator, 'clients').at(-1)).toMatchObject({
      name: 'Dupont SARL',
      type: 'Professionnel',
      city: 'Rennes',
    })
  })

  test('long work says how far it is, and can be left and finished later', async () => {
    const prepared = freshWorkbook()
    for (let index = 1; index <= 18; index++) {
      client(prepared, `Client ${index} SARL`, { email: '' })
      sale(prepared, `Client ${index} SARL`)
    }
    // The clock runs as long as Google takes: a slice of twelve seconds makes some pages, not all.
    const emulator = workshop(prepared.save(), undefined, { latency: 'live' })
    let release = (): void => undefined
    let calls = 0
    const wait = (called: string): Promise<void> =>
      called === 'issue-invoices' && ++calls === 2
        ? new Promise((resolve) => {
            release = resolve
          })
        : Promise.resolve()
    const page = await open(emulator, 'menuIssueInvoices', { wait })
    await button(page, 'Émettre 18 factures').click()
    await button(page, 'Confirmer : 18 factures').click()
    const progress = page.frame.locator('p', { hasText: /^PDF \d+ \/ 18$/ }).first()
    await progress.waitFor()
    await button(page, 'Finir plus tard').click()
    release()
    await page.frame.getByText(/documents restent à finir/).waitFor()
    expect(rows(emulator, 'invoices')).toHaveLength(18)
    const filed = (): number => emulator.drive.files().filter(({ folder }) => !folder).length
    expect(filed()).toBeGreaterThan(0)
    expect(filed()).toBeLessThan(18)
    await button(page, /^Finir \d+ documents$/).click()
    await expect.poll(filed, { timeout: 60_000 }).toBe(18)
    await page.frame.getByRole('heading', { name: /factures? émises?/ }).waitFor()
    expect(done(emulator, 'verify').verdict?.ok).toBe(true)
  })
})

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
  ]
  test.each(scenes)('%s: no accessibility violation, and nothing wider than 300 px', async (_, workbook, item, go) => {
    const page = await open(workbook(), item)
    await page.frame.getByRole('tabpanel').locator('> *').first().waitFor()
    await go(page)
    expect(await violationsInBothThemes(page)).toEqual([])
    expect(await page.frame.locator('html').evaluate((html) => html.scrollWidth)).toBe(300)
    expect(await page.frame.locator('main').evaluate((main) => main.scrollWidth)).toBe(300)
  })
})

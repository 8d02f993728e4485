import { describe, expect, test } from 'vitest'
import { client, done, freshWorkbook, rows, sale, workshop } from '../test/workshop.ts'
import { button, onePage } from './one-page.ts'
import { twoToIssue } from './two-to-issue.ts'

const open = onePage()

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

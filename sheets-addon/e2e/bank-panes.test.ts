import { describe, expect, test } from 'vitest'
import { violationsInBothThemes } from '../../scripts/axe.ts'
import { bankScenes, due, imported } from '../../scripts/pictures/bank-scenes.ts'
import type { Emulator } from '../emulator/index.ts'
import { done, rows } from '../test/workshop.ts'
import { button, onePage } from './one-page.ts'
import type { ShownPage, ShowOptions } from './page-in-chromium.ts'

const openPane = onePage()
async function open(emulator: Emulator, item: string, options: ShowOptions = {}): Promise<ShownPage> {
  const page = await openPane(emulator, item, options)
  await page.frame.locator('#body > *').first().waitFor()
  return page
}
const bring = (page: ShownPage, text: string, name = 'releve.csv') =>
  page.frame.getByLabel(/^Choisir un relevé/).setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
const bank = (emulator: Emulator) =>
  rows(emulator, 'bank').map((row) => [row['credit'], row['status'], row['invoices']])
const paid = (emulator: Emulator) => rows(emulator, 'payments').map((row) => [row['invoice'], row['amount']])

const FOUR = `Date;Libellé;Débit;Crédit
27/11/2026;VIR SEPA BRASSERIE DU PONANT F2026-0001;;1350,00
30/11/2026;VIR SEPA EDITIONS DU MERLE F2026-0002;;280,00
02/12/2026;CB BOULANGERIE DU PORT;-12,40;
03/12/2026;VIR INST MAMAN ANNIVERSAIRE;;500,00
`
const long = (count: number): string =>
  [
    'Date;Libellé;Débit;Crédit',
    ...Array.from({ length: count }, (_, at) => `0${1 + (at % 3)}/12/2026;CB MAGASIN ${at};-${1 + (at % 90)},00;`),
    '',
  ].join('\n')

describe('from a downloaded statement to paid invoices, in the sheet alone', () => {
  test('chosen, read, matched, taken back, set aside', async () => {
    const emulator = due()
    const page = await open(emulator, 'menuImportStatement')
    await bring(page, FOUR)
    await page.frame.getByRole('heading', { name: 'Relevé importé' }).waitFor()
    expect(await page.frame.locator('dl').textContent()).toBe('Nouvelles lignes4Déjà connues0')
    await button(page, 'Voir les propositions').click()
    const first = page.frame.getByRole('region', { name: /^1\s350,00/ })
    expect(await first.textContent()).toMatch(/F2026-0001✓ certainN° dans le libellé, .*montant exact/)
    await button(page, 'Rapprocher les 2 certains').click()
    await page.frame.getByText('2 lignes rapprochées.', { exact: true }).first().waitFor()
    expect(paid(emulator)).toEqual([
      ['F2026-0001', 1350],
      ['F2026-0002', 280],
    ])
    await page.frame.getByText('Derniers rapprochements (2)').click()
    await button(page, /^Annuler 280,00/).click()
    await page.frame
      .getByText(/^Rapprochement annulé/)
      .first()
      .waitFor()
    expect(paid(emulator).at(-1)).toEqual(['F2026-0002', -280])
    await button(page, /^Ignorer 500,00/).click()
    await button(page, 'Annuler').first().click()
    await button(page, /^Ignorer 500,00/).click()
    await page.frame.getByText('Lignes ignorées (1)').waitFor()
    expect(bank(emulator)).toEqual([
      [1350, 'Rapproché', 'F2026-0001'],
      [280, 'À rapprocher', ''],
      ['', '', ''],
      [500, 'À ignorer', ''],
    ])
    expect(done(emulator, 'verify').verdict?.ok).toBe(true)
  })

  test('another invoice, two of them, a part: the sum is said before it is taken', async () => {
    const emulator = due()
    const page = await open(emulator, 'menuImportStatement')
    await bring(page, FOUR)
    await button(page, 'Voir les propositions').click()
    await button(page, /^Choisir une facture… pour 500,00/).click()
    await page.frame.getByLabel('Facture ou client').fill('éditions')
    await page.frame.getByLabel('F2026-0002').check()
    await page.frame.getByText(/280,00\s€ sur 500,00\s€\s: il restera 220,00\s€ à affecter\./).waitFor()
    await page.frame.getByLabel('Facture ou client').fill('0003')
    await page.frame.getByLabel('F2026-0003').check()
    await page.frame.getByText(/500,00\s€ sur 640,00\s€\s: il restera 140,00\s€ à payer\./).waitFor()
    await button(page, 'Rapprocher de 2 factures').click()
    await page.frame.getByText('1 ligne rapprochée.', { exact: true }).first().waitFor()
    expect(paid(emulator)).toEqual([
      ['F2026-0002', 280],
      ['F2026-0003', 220],
    ])
  })

  test('what was paid meanwhile is said, and nothing is written twice', async () => {
    const emulator = imported()
    const page = await open(emulator, 'menuMatch')
    await button(page, 'Rapprocher les 2 certains').waitFor()
    done(emulator, 'record-payment', {
      number: 'F2026-0002',
      date: '2026-12-01',
      amountCents: 28_000,
      method: 'cheque',
    })
    await button(page, 'Rapprocher les 2 certains').click()
    await page.frame.getByText(/^Ligne du 30\/11\/2026, 280,00\s€\s: il reste 0,00\s€ à payer sur F2026-0002/).waitFor()
    expect(paid(emulator)).toEqual([
      ['F2026-0002', 280],
      ['F2026-0001', 1350],
    ])
  })

  test('a double is the person’s to say, once', async () => {
    const emulator = due()
    const page = await open(emulator, 'menuImportStatement')
    await bring(page, FOUR)
    await button(page, 'Voir les propositions').click()
    await button(page, 'Importer un relevé…').click()
    await bring(page, 'Date;Libellé;Débit;Crédit\n03/12/2026;VIREMENT RECU TRESORERIE;;500,00\n', 'autre.csv')
    await button(page, 'Voir les propositions').click()
    const double = page.frame.getByRole('region', { name: 'Doublons possibles' })
    expect(await double.textContent()).toContain('MAMAN ANNIVERSAIRE')
    await button(page, /^C’en est une autre/).click()
    await page.frame.getByRole('region', { name: 'Doublons possibles' }).waitFor({ state: 'detached' })
    await button(page, 'Actualiser').click()
    await button(page, /^Ignorer 500,00/)
      .nth(1)
      .waitFor()
    expect(bank(emulator).at(-1)?.[1]).toBe('À rapprocher')
  })
})

describe('a file', () => {
  test('that is no statement is refused in words, before anything is asked of the script', async () => {
    const page = await open(due(), 'menuImportStatement')
    await bring(page, '%PDF-1.7\n', 'facture.pdf')
    await page.frame.getByText('Ce fichier est un PDF').first().waitFor()
    expect(page.calls).not.toContain('import-statement')
  })

  test('whose dates could be read both ways asks which', async () => {
    const emulator = due()
    const page = await open(emulator, 'menuImportStatement')
    await bring(page, '!Type:Bank\nD03/04/2025\nT10.00\nPX\n^\nD05/06/2025\nT11.00\nPY\n^\n', 'x.qif')
    await button(page, 'Mois puis jour').click()
    await page.frame.getByRole('heading', { name: 'Relevé importé' }).waitFor()
    expect(rows(emulator, 'bank').map((row) => row['date'])).toEqual([45_720, 45_783])
  })

  test('dropped on the pane is read as one that is chosen', async () => {
    const page = await open(due(), 'menuImportStatement')
    await page.frame.locator('.drop').evaluate((zone, text) => {
      const { DataTransfer, DragEvent, File } = zone.ownerDocument.defaultView
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([text], 'depose.csv'))
      zone.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
    }, FOUR)
    await page.frame.getByRole('heading', { name: 'Relevé importé' }).waitFor()
  })

  test('of 5 000 lines goes by parts, says how far it is, can be left and goes on; a lost answer doubles nothing', async () => {
    const emulator = due()
    let slices = 0
    let goOn = (): void => undefined
    const held = new Promise<void>((resolve) => {
      goOn = resolve
    })
    const page = await open(emulator, 'menuImportStatement', {
      wait: async (called) => {
        if (called === 'import-statement' && ++slices === 3) await held
      },
      loses: (called) => called === 'import-statement' && slices === 2,
    })
    await bring(page, long(5000))
    await page.frame.getByRole('progressbar').waitFor()
    await page.frame.getByRole('heading', { name: 'L’import s’est arrêté' }).waitFor()
    await button(page, 'Reprendre').click()
    await button(page, 'Finir plus tard').click()
    goOn()
    await page.frame.getByRole('heading', { name: 'Import à finir' }).waitFor()
    const written = rows(emulator, 'bank').length
    expect(written).toBeGreaterThan(2000)
    expect(written).toBeLessThan(5000)
    await button(page, 'Continuer l’import').click()
    await page.frame.getByRole('heading', { name: 'Relevé importé' }).waitFor()
    expect(rows(emulator, 'bank')).toHaveLength(5000)
    expect(new Set(rows(emulator, 'bank').map((row) => row['id'])).size).toBe(5000)
  }, 240_000)

  test('where the pane cannot call the script, its lines go by the menu', async () => {
    const emulator = due()
    const page = await open(emulator, 'menuImportStatement', { fails: () => true })
    await bring(page, FOUR)
    const block = await page.frame.getByLabel(/^Lignes lues/).inputValue()
    const run = emulator.run('plainImportStatement', [], { context: 'menu', answers: [{ button: 'OK', text: block }] })
    expect(run.error).toBeUndefined()
    expect(rows(emulator, 'bank')).toHaveLength(4)
  })
})

test.each(Object.keys(bankScenes))('%s: nothing for axe to say, nothing wider than the sidebar', async (name) => {
  const scene = bankScenes[name]
  if (!scene) throw new Error(name)
  const page = await open(scene.workbook(), scene.menu)
  await scene.go?.(page)
  expect(await violationsInBothThemes(page.page)).toEqual([])
  expect(await page.frame.locator('html').evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(300)
})

test('all of it by the keyboard: a file, the proposals, one taken, one taken back', async () => {
  const emulator = imported()
  const page = await open(emulator, 'menuMatch')
  await button(page, /^Rapprocher 200,00/).focus()
  await page.page.keyboard.press('Enter')
  await page.frame.getByText('1 ligne rapprochée.', { exact: true }).first().waitFor()
  // The button is gone: the focus is on the pane, and the way back is next.
  await page.page.keyboard.press('Tab')
  await page.page.keyboard.press('Enter')
  await page.frame
    .getByText(/^Rapprochement annulé/)
    .first()
    .waitFor()
  expect(paid(emulator).map(([, amount]) => amount)).toEqual([200, -200])
  await button(page, /^Autre facture… pour 200,00/).focus()
  await page.page.keyboard.press('Enter')
  await page.frame.getByLabel('Facture ou client').waitFor()
  await page.page.keyboard.press('Escape')
  await page.frame.getByRole('heading', { name: /à rapprocher$/ }).waitFor()
  expect(page.isClosed()).toBe(false)
})

import { jpegLogo, pngLogo } from '@tabellion/shared/documents/fixtures'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import type { Emulator } from '../emulator/index.ts'
import { done, freshWorkbook, rows, sale, workshop } from '../test/workshop.ts'
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
  shown = await showPage(emulator, { width: item === 'menuLogo' ? 880 : 600, height: 640, ...options })
  return shown
}
const button = (page: ShownPage, name: string | RegExp) => page.frame.getByRole('button', { name, exact: true })
const labelled = (page: ShownPage, name: string) => page.frame.getByLabel(name, { exact: true })
const setting = (emulator: Emulator, name: string): unknown =>
  rows(emulator, 'settings').find((row) => row['name'] === name)?.['value']

const YOU = {
  'Prénom et nom': 'Camille Orme',
  SIRET: '999 990 377 00015',
  Adresse: '3, rue des Essais',
  'Code postal': '69003',
  Ville: 'Lyon',
}
async function fill(page: ShownPage, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, text] of Object.entries(values)) await labelled(page, label).fill(text)
}
async function goTo(page: ShownPage, screen: number): Promise<void> {
  await fill(page, YOU)
  for (let at = 1; at < screen; at++) await button(page, 'Suivant').click()
}
const file = (name: string, mimeType: string, bytes: Uint8Array) => ({ name, mimeType, buffer: Buffer.from(bytes) })

describe('the assistant', () => {
  test('a SIRET is judged as it is typed, and the VAT number follows from it', async () => {
    const page = await open(workshop(), 'menuSetup')
    await labelled(page, 'SIRET').fill('99999037700015')
    await page.frame.getByText('✓ Valable. Votre n° de TVA serait FR54999990377.').waitFor()
    await labelled(page, 'SIRET').fill('99999037700016')
    await labelled(page, 'Adresse').focus()
    await page.frame.getByText('La clé ne tombe pas juste : un chiffre est faux.').waitFor()
    await button(page, 'Suivant').click()
    expect(await page.frame.getByText('À remplir.').count()).toBe(4)
    expect(await page.frame.locator(':focus').getAttribute('aria-describedby')).not.toBeNull()
    expect(page.calls).toEqual([])
  })

  test('five screens make a file ready to bill, with the next number under one’s eyes', async () => {
    const emulator = workshop()
    const page = await open(emulator, 'menuSetup')
    await goTo(page, 2)
    await page.frame.getByLabel('Artisan').check()
    expect(await labelled(page, 'Ce que vous vendez surtout').inputValue()).toBe('Prestation BIC')
    await button(page, 'Suivant').click()
    await page.frame.getByLabel(/Je facture la TVA/).check()
    expect(await labelled(page, 'N° de TVA').inputValue()).toBe('FR54999990377')
    await button(page, 'Suivant').click()
    await page.frame.getByLabel(/^Votre dernière facture/).fill('FA-2026-041')
    expect(await page.frame.locator('output').textContent()).toBe('FA-2026-042')
    expect(await labelled(page, 'Motif des numéros').inputValue()).toBe('FA-{AAAA}-{000}')
    await button(page, 'Suivant').click()
    await page.frame.getByLabel(/^IBAN/).fill('FR76 9999 9000 4200 0123 4567 873')
    await page.frame.getByText('✓ FR76').waitFor()
    await page.frame.getByLabel('Chèque').check()
    await page.frame
      .getByLabel(/^Choisir une image/)
      .setInputFiles(file('marque.png', 'image/png', pngLogo(600, 200).bytes))
    await page.frame.getByAltText('Votre logo').waitFor()
    await button(page, 'Terminer').click()
    await page.frame.getByRole('heading', { name: 'Votre fichier est prêt' }).waitFor()
    await page.frame.getByRole('img', { name: 'Une facture d’exemple à votre nom' }).waitFor()
    expect(
      ['Prénom et nom', 'SIRET', 'Métier', 'Régime de TVA', 'N° TVA', 'Modes de règlement', 'Logo', 'Couleur'].map(
        (name) => setting(emulator, name),
      ),
    ).toEqual([
      'Camille Orme',
      '999 990 377 00015',
      'Artisan',
      'Réel simplifié',
      'FR54999990377',
      'Virement, Chèque',
      'marque.png (600 × 200 pixels)',
      expect.stringMatching(/^#[0-9a-f]{6}$/),
    ])
    await button(page, 'Saisir ma première vente').click()
    await expect.poll(() => page.isClosed()).toBe(true)
    await page.reopen()
    await page.frame.getByRole('heading', { name: 'Une vente' }).waitFor()
    done(emulator, 'add-sale', {
      client: { name: 'Mairie', type: 'Administration', address: '1, place', postcode: '69003', city: 'Lyon' },
      sale: { client: 'Mairie', label: 'Pose de trois fenêtres', unitPrice: '1 200', vatRate: '20 %' },
    })
    expect(done(emulator, 'issue-invoices').issued?.[0]?.number).toBe('FA-2026-042')
  })

  test('closed half-way, nothing typed is lost; run again, nothing that was there is', async () => {
    const emulator = workshop()
    const first = await open(emulator, 'menuSetup')
    await goTo(first, 2)
    await expect.poll(() => setting(emulator, 'Ville')).toBe('Lyon')
    await first.page.keyboard.press('Escape')
    await expect.poll(() => first.isClosed()).toBe(true)
    await first.close()

    done(emulator, 'change-settings', {
      settings: { 'Texte après le total': 'Merci.', 'Motif des factures': '{AAAA}-{00}' },
    })
    const before = rows(emulator, 'settings')
    const again = await open(emulator, 'menuSetup')
    expect(await labelled(again, 'Adresse').inputValue()).toBe('3, rue des Essais')
    for (let screen = 1; screen < 5; screen++) await button(again, 'Suivant').click()
    await button(again, 'Terminer').click()
    await again.frame.getByRole('heading', { name: 'Votre fichier est prêt' }).waitFor()
    expect(rows(emulator, 'settings')).toEqual(before)
    expect(again.calls.filter((call) => call !== 'preview-styles')).toEqual([])
  })

  test('what could not be written is said, and written at the second attempt', async () => {
    let isBroken = false
    const emulator = workshop()
    const page = await open(emulator, 'menuSetup', { fails: () => isBroken })
    await goTo(page, 3)
    isBroken = true
    for (let screen = 3; screen < 5; screen++) await button(page, 'Suivant').click()
    await page.frame.getByLabel(/^IBAN/).fill('FR7699999000420001234567873')
    await button(page, 'Terminer').click()
    await page.frame.getByText('Pas de réponse du fichier.').waitFor()
    isBroken = false
    await button(page, 'Réessayer').click()
    await page.frame.getByRole('heading', { name: 'Votre fichier est prêt' }).waitFor()
    expect(setting(emulator, 'IBAN')).toBe('FR7699999000420001234567873')
  })

  test('keyboard only, from the first field to the last button', async () => {
    const emulator = workshop()
    const page = await open(emulator, 'menuSetup')
    const { keyboard } = page.page
    await expect.poll(() => page.frame.locator(':focus').count()).toBe(1)
    for (const text of Object.values(YOU)) {
      await keyboard.type(text)
      await keyboard.press('Tab')
    }
    for (let screen = 1; screen < 5; screen++) {
      await keyboard.press('Enter')
      await page.frame.locator('h1:focus').waitFor()
      await keyboard.press('Tab')
    }
    await keyboard.press('Enter')
    await page.frame.getByRole('heading', { name: 'Votre fichier est prêt' }).waitFor()
    expect(setting(emulator, 'Ville')).toBe('Lyon')
  })
})

describe('the logo', () => {
  const choose = (page: ShownPage, name: string, type: string, bytes: Uint8Array) =>
    page.frame.getByLabel(/^Choisir une image/).setInputFiles(file(name, type, bytes))

  test('is flattened on white in RGB, made smaller, and its colour proposed', async () => {
    const emulator = freshWorkbook()
    const page = await open(emulator, 'menuLogo')
    await choose(page, 'grand.png', 'image/png', pngLogo(2400, 800).bytes)
    await page.frame.getByAltText('Votre logo').waitFor()
    const proposed = page.frame.getByRole('button', { name: /^Prendre la couleur #/ })
    expect(await proposed.count()).toBe(2)
    await proposed.first().click()
    await button(page, 'Enregistrer le modèle').click()
    await expect.poll(() => page.isClosed()).toBe(true)
    expect(setting(emulator, 'Logo')).toBe('grand.png (1200 × 400 pixels)')
    expect(setting(emulator, 'Couleur')).toMatch(/^#[0-9a-f]{6}$/)
    const [image] = rows(emulator, 'images')
    const head = Buffer.from(String(image?.['data']).slice(0, 48), 'base64')
    // IHDR: eight bits a channel, colour type 2 (no alpha), not interlaced.
    expect([...head.subarray(24, 29)]).toEqual([8, 2, 0, 0, 0])
    sale(emulator, 'Brasserie du Ponant')
    expect(done(emulator, 'issue-invoices').issued).toHaveLength(1)
  })

  test('a JPEG is taken; a CMYK one, a small one and a file that is no image are refused in words', async () => {
    const page = await open(freshWorkbook(), 'menuLogo')
    await choose(page, 'ok.jpg', 'image/jpeg', jpegLogo.bytes)
    await page.frame.getByAltText('Votre logo').waitFor()
    const cmyk = Uint8Array.from(jpegLogo.bytes)
    const frame = cmyk.findIndex((byte, at) => byte === 0xff && cmyk[at + 1] === 0xc0)
    cmyk[frame + 9] = 4
    await choose(page, 'imprimeur.jpg', 'image/jpeg', cmyk)
    await page.frame.getByText(/Cette image est en CMJN/).waitFor()
    await choose(page, 'petit.png', 'image/png', pngLogo(120, 40).bytes)
    await page.frame.getByText(/ne fait que 120 pixels de large/).waitFor()
    await choose(page, 'texte.png', 'image/png', new TextEncoder().encode('bonjour'))
    await page.frame.getByText(/n’est pas une image/).waitFor()
  })

  test('a black one proposes no colour', async () => {
    const page = await open(freshWorkbook(), 'menuLogo')
    const grey = await page.frame.locator('body').evaluate(async (body) => {
      const canvas = body.ownerDocument.createElement('canvas')
      canvas.width = 400
      canvas.height = 100
      canvas.getContext('2d')?.fillRect(20, 20, 300, 60)
      return canvas.toDataURL('image/png').split(',')[1] ?? ''
    })
    await choose(page, 'noir.png', 'image/png', Buffer.from(grey, 'base64'))
    await page.frame.getByText(/Votre logo est noir ou gris/).waitFor()
  })
})

test('the seven templates are drawn once, changed at once, and saved by one button', async () => {
  const emulator = freshWorkbook()
  const page = await open(emulator, 'menuLogo')
  const picture = page.frame.getByRole('img', { name: /^Facture d’exemple/ })
  await picture.waitFor()
  for (const trade of ['Graphiste', 'Artisan', 'Commerce', 'Formateur', 'Services à la personne', 'Photographe']) {
    await page.frame.getByLabel(trade).check()
    await page.frame.getByRole('img', { name: `Facture d’exemple, modèle ${trade}` }).waitFor()
    expect(await picture.locator('text').allTextContents()).toContain('Camille Orme EI')
  }
  expect(page.calls).toEqual(['preview-styles'])
  await page.frame.getByLabel('Couleur de vos documents').fill('#008000')
  expect(await picture.evaluate((svg) => svg.parentElement?.getAttribute('style'))).toContain('#008000')
  await button(page, 'Enregistrer le modèle').click()
  await expect.poll(() => page.isClosed()).toBe(true)
  expect([setting(emulator, 'Métier'), setting(emulator, 'Couleur')]).toEqual(['Photographe', '#008000'])
})

describe('no accessibility violation in either theme', () => {
  const check = async (page: ShownPage): Promise<void> => expect(await violationsInBothThemes(page)).toEqual([])
  test('on each screen of the assistant', async () => {
    const page = await open(workshop(), 'menuSetup')
    await button(page, 'Suivant').click()
    await check(page)
    await fill(page, YOU)
    for (let screen = 1; screen < 5; screen++) {
      await button(page, 'Suivant').click()
      if (screen === 2) await page.frame.getByLabel(/Je facture la TVA/).check()
      await check(page)
    }
    await button(page, 'Terminer').click()
    await page.frame.getByRole('img', { name: /Une facture d’exemple/ }).waitFor()
    await check(page)
  })
  test('in Modèles et logo', async () => {
    const page = await open(freshWorkbook(), 'menuLogo')
    await page.frame.getByRole('img', { name: /^Facture d’exemple/ }).waitFor()
    await check(page)
  })
})

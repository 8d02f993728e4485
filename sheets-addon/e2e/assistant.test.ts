import { pngLogo } from '@tabellion/shared/documents/fixtures'
import { describe, expect, test } from 'vitest'
import { violationsInBothThemes } from '../../scripts/axe.ts'
import { done, rows, setting, workshop } from '../test/workshop.ts'
import { button, labelled, onePage } from './one-page.ts'
import type { ShownPage } from './page-in-chromium.ts'

const open = onePage({ width: 600, height: 640 })
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
      .setInputFiles({ name: 'marque.png', mimeType: 'image/png', buffer: Buffer.from(pngLogo(600, 200).bytes) })
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

test('no accessibility violation on any screen, in either theme', async () => {
  const page = await open(workshop(), 'menuSetup')
  const check = async (): Promise<void> => expect(await violationsInBothThemes(page.page)).toEqual([])
  await button(page, 'Suivant').click()
  await check()
  await fill(page, YOU)
  for (let screen = 1; screen < 5; screen++) {
    await button(page, 'Suivant').click()
    if (screen === 2) await page.frame.getByLabel(/Je facture la TVA/).check()
    await check()
  }
  await button(page, 'Terminer').click()
  await page.frame.getByRole('img', { name: /Une facture d’exemple/ }).waitFor()
  await check()
})

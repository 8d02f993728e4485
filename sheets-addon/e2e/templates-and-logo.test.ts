import { jpegLogo, pngLogo } from '@tabellion/shared/documents/fixtures'
import { describe, expect, test } from 'vitest'
import { violationsInBothThemes } from '../../scripts/axe.ts'
import { done, freshWorkbook, rows, sale, setting } from '../test/workshop.ts'
import { button, onePage } from './one-page.ts'
import type { ShownPage } from './page-in-chromium.ts'

const open = onePage({ width: 880, height: 640 })

describe('the logo', () => {
  const choose = (page: ShownPage, name: string, type: string, bytes: Uint8Array) =>
    page.frame.getByLabel(/^Choisir une image/).setInputFiles({ name, mimeType: type, buffer: Buffer.from(bytes) })

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

test('no accessibility violation in either theme', async () => {
  const page = await open(freshWorkbook(), 'menuLogo')
  await page.frame.getByRole('img', { name: /^Facture d’exemple/ }).waitFor()
  expect(await violationsInBothThemes(page.page)).toEqual([])
})

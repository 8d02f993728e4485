import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pngLogo as pngOf } from '@tabellion/shared/documents/fixtures'
import { closeBrowser, menu, type ShownPage, showPage } from '../../sheets-addon/e2e/page-in-chromium.ts'
import type { Emulator } from '../../sheets-addon/emulator/index.ts'
import { client, done, freshWorkbook, sale, workshop } from '../../sheets-addon/test/workshop.ts'
import { root } from '../root.ts'

/** The panes and dialogs as they are, both themes, on the sample business: build/pictures/panes/. */
const only = process.argv.slice(2).filter((name) => !name.startsWith('--'))
const themes: readonly Theme[] = process.argv.includes('--light') ? ['light'] : ['light', 'dark']

function business(): Emulator {
  const emulator = workshop()
  done(emulator, 'sample-data', { business: 'graphiste' })
  return emulator
}

async function picture(name: string, shown: ShownPage): Promise<void> {
  const file = join(root, 'build/pictures/panes', `${name}.png`)
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, await shown.page.screenshot())
  console.log(file)
}

type Theme = 'light' | 'dark'
interface Scene {
  readonly workbook: () => Emulator
  readonly menu: string
  readonly width?: number
  readonly height?: number
  readonly fails?: () => boolean
  readonly go?: (shown: ShownPage) => Promise<unknown>
}

const two = (): Emulator => {
  const emulator = freshWorkbook()
  client(emulator, 'Éditions du Merle')
  sale(emulator, 'Brasserie du Ponant', { label: 'Identité visuelle de la gamme d’hiver', unitPrice: '1350' })
  sale(emulator, 'Brasserie du Ponant', { label: 'Étiquettes 33 cl et 75 cl', quantity: '3', unitPrice: '120' })
  sale(emulator, 'Éditions du Merle', { label: 'Illustration de couverture', unitPrice: '280' })
  return emulator
}
const button = (shown: ShownPage, name: string | RegExp): Promise<void> =>
  shown.frame.getByRole('button', { name }).first().click()

const dialog = (menu: string, width = 600): Pick<Scene, 'menu' | 'width' | 'height'> => ({ menu, width, height: 640 })
/** A logo of our own making, in two colours. */
const logo = (): Uint8Array => pngOf(600, 200).bytes

async function screen(shown: ShownPage, number: number): Promise<void> {
  const answers = {
    'Prénom et nom': 'Camille Orme',
    SIRET: '99999037700015',
    Adresse: '3, rue des Essais',
    'Code postal': '69003',
    Ville: 'Lyon',
  }
  for (const [label, text] of Object.entries(answers)) await shown.frame.getByLabel(label).fill(text)
  for (let at = 1; at < number; at++) await button(shown, 'Suivant')
}

const scenes: Readonly<Record<string, Scene>> = {
  today: {
    workbook: () => {
      const emulator = two()
      sale(emulator, 'Dupont', { label: 'Une vente à corriger' })
      done(emulator, 'check-file')
      return emulator
    },
    menu: 'menuToday',
  },
  'today-empty': { workbook: () => freshWorkbook(), menu: 'menuToday' },
  'today-new': { workbook: () => workshop(), menu: 'menuToday' },
  issue: { workbook: two, menu: 'menuIssueInvoices' },
  'issue-many': { workbook: business, menu: 'menuIssueInvoices', height: 760 },
  'issue-preview': {
    workbook: two,
    menu: 'menuIssueInvoices',
    height: 760,
    go: async (shown) => {
      await button(shown, /Aperçu de la facture pour Brasserie/)
      await shown.frame.getByRole('link', { name: 'Ouvrir le PDF' }).waitFor()
    },
  },
  'issue-blocked': {
    workbook: () => {
      const emulator = two()
      sale(emulator, 'Dupont SARL', { label: 'Vente à un inconnu' })
      sale(emulator, 'Éditions du Merle', { unitPrice: 'cent' })
      return emulator
    },
    menu: 'menuIssueInvoices',
  },
  'issue-confirm': { workbook: two, menu: 'menuIssueInvoices', go: (shown) => button(shown, /Émettre.* 2 factures/) },
  'issue-removed': { workbook: two, menu: 'menuIssueInvoices', go: (shown) => button(shown, /Retirer Brasserie/) },
  'issue-done': {
    workbook: two,
    menu: 'menuIssueInvoices',
    go: async (shown) => {
      await button(shown, /Émettre.* 2 factures/)
      await button(shown, /^Confirmer/)
      await shown.frame.getByRole('heading', { name: '2 factures émises' }).waitFor()
    },
  },
  'issue-empty': { workbook: () => freshWorkbook(), menu: 'menuIssueInvoices' },
  'issue-sale': {
    workbook: () => freshWorkbook(),
    menu: 'menuIssueInvoices',
    height: 760,
    go: async (shown) => {
      await button(shown, 'Saisir une vente')
      await shown.frame.getByLabel('Client').fill('Dupont SARL')
      await shown.frame.getByLabel('Désignation').fill('Maquette de la page d’accueil')
    },
  },
  'issue-new': { workbook: () => workshop(), menu: 'menuIssueInvoices' },
  client: {
    workbook: () => {
      const emulator = two()
      done(emulator, 'issue-invoices')
      sale(emulator, 'Brasserie du Ponant', { label: 'Une ligne de plus' })
      emulator.clock.set('2027-01-15T08:00:00Z')
      emulator.user.select('Ventes', 'C4')
      return emulator
    },
    menu: 'menuClient',
  },
  'assistant-1': { ...dialog('menuSetup'), workbook: () => workshop() },
  'assistant-1-wrong': {
    ...dialog('menuSetup'),
    workbook: () => workshop(),
    go: async (shown) => {
      await shown.frame.getByLabel('Prénom et nom').fill('Camille Orme')
      await shown.frame.getByLabel('SIRET').fill('99999037700016')
      await button(shown, 'Suivant')
    },
  },
  'assistant-2': { ...dialog('menuSetup'), workbook: () => workshop(), go: (shown) => screen(shown, 2) },
  'assistant-3': {
    ...dialog('menuSetup'),
    workbook: () => workshop(),
    go: async (shown) => {
      await screen(shown, 3)
      await shown.frame.getByLabel('Je facture la TVA').check()
    },
  },
  'assistant-4': {
    ...dialog('menuSetup'),
    workbook: () => workshop(),
    go: async (shown) => {
      await screen(shown, 4)
      await shown.frame.getByLabel('Votre dernière facture hors de cet outil').fill('F2026-011')
    },
  },
  'assistant-5': {
    ...dialog('menuSetup'),
    workbook: () => workshop(),
    go: async (shown) => {
      await screen(shown, 5)
      await shown.frame.getByLabel('IBAN').fill('FR7699999000420001234567873')
      await shown.frame
        .getByLabel('Logo')
        .setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from(logo()) })
      await shown.frame.getByAltText('Votre logo').waitFor()
    },
  },
  'assistant-ready': {
    ...dialog('menuSetup'),
    workbook: () => workshop(),
    go: async (shown) => {
      await screen(shown, 5)
      await button(shown, 'Terminer')
      await shown.frame.getByText('Votre fichier est prêt').waitFor()
    },
  },
  templates: {
    ...dialog('menuLogo', 880),
    workbook: () => freshWorkbook({ Métier: 'Graphiste', Couleur: '#c2410c' }),
    go: (shown) => shown.frame.getByRole('img', { name: /Facture d’exemple/ }).waitFor(),
  },
  'templates-logo': {
    ...dialog('menuLogo', 880),
    workbook: () => freshWorkbook({ Métier: 'Artisan' }),
    go: async (shown) => {
      await shown.frame
        .getByLabel('Logo')
        .setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from(logo()) })
      await shown.frame
        .getByRole('img', { name: /modèle Artisan/ })
        .locator('image')
        .waitFor()
    },
  },
  'client-none': { workbook: () => freshWorkbook(), menu: 'menuClient' },
  unreachable: {
    workbook: two,
    menu: 'menuIssueInvoices',
    fails: () => true,
    go: (shown) => shown.frame.getByText('Ce volet ne joint pas le fichier.').first().waitFor(),
  },
}

for (const [name, scene] of Object.entries(scenes)) {
  if (only.length > 0 && !only.includes(name)) continue
  for (const theme of themes) {
    const emulator = scene.workbook()
    menu(emulator, scene.menu)
    const shown = await showPage(emulator, {
      colorScheme: theme,
      ...(scene.width === undefined ? {} : { width: scene.width }),
      ...(scene.height === undefined ? {} : { height: scene.height }),
      ...(scene.fails === undefined ? {} : { fails: scene.fails }),
    })
    await shown.page.waitForTimeout(250)
    await scene.go?.(shown)
    await shown.page.waitForTimeout(150)
    await picture(`${name}-${theme}`, shown)
    await shown.close()
  }
}
await closeBrowser()

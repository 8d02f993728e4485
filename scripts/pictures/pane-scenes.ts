import { pngLogo } from '@tabellion/shared/documents/fixtures'
import type { ShownPage } from '../../sheets-addon/e2e/page-in-chromium.ts'
import type { Emulator } from '../../sheets-addon/emulator/index.ts'
import { paidYear } from '../../sheets-addon/test/two-businesses.ts'
import { client, done, freshWorkbook, sale, workshop } from '../../sheets-addon/test/workshop.ts'
import { bankScenes } from './bank-scenes.ts'
import { entryScenes } from './entry-scenes.ts'
import { quoteScenes } from './quote-scenes.ts'

/** A pane or a dialog at a moment worth looking at. */
export interface Scene {
  readonly workbook: () => Emulator
  /** The menu item's function. */
  readonly menu: string
  readonly width?: number
  readonly height?: number
  readonly fails?: () => boolean
  readonly go?: (shown: ShownPage) => Promise<unknown>
}

const button = (shown: ShownPage, name: string | RegExp): Promise<void> =>
  shown.frame.getByRole('button', { name }).first().click()

/** Two documents to come. */
function two(): Emulator {
  const emulator = freshWorkbook()
  client(emulator, 'Éditions du Merle')
  sale(emulator, 'Brasserie du Ponant', { label: 'Identité visuelle de la gamme d’hiver', unitPrice: '1350' })
  sale(emulator, 'Brasserie du Ponant', { label: 'Étiquettes 33 cl et 75 cl', quantity: '3', unitPrice: '120' })
  sale(emulator, 'Éditions du Merle', { label: 'Illustration de couverture', unitPrice: '280' })
  return emulator
}
/** The same once issued and late, with more to issue. */
function twoLate(): Emulator {
  const emulator = two()
  done(emulator, 'issue-invoices')
  emulator.clock.set('2027-01-15T08:00:00Z')
  sale(emulator, 'Brasserie du Ponant', { label: 'Une ligne de plus' })
  emulator.user.select('Ventes', 'C4')
  return emulator
}

const dialog = (item: string, width = 600): Pick<Scene, 'menu' | 'width' | 'height'> => ({
  menu: item,
  width,
  height: 640,
})
const YOU = {
  'Prénom et nom': 'Camille Orme',
  SIRET: '99999037700015',
  Adresse: '3, rue des Essais',
  'Code postal': '69003',
  Ville: 'Lyon',
}
/** The assistant's screen of this rank, the first one filled; then what is done there. */
const assistant = (rank: number, then: (shown: ShownPage) => Promise<unknown> = async () => undefined): Scene => ({
  ...dialog('menuSetup'),
  workbook: () => workshop(),
  go: async (shown) => {
    for (const [label, text] of Object.entries(YOU)) await shown.frame.getByLabel(label, { exact: true }).fill(text)
    for (let at = 1; at < rank; at++) await button(shown, 'Suivant')
    await then(shown)
  },
})
async function chooseLogo(shown: ShownPage): Promise<void> {
  const logo = { name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from(pngLogo(600, 200).bytes) }
  await shown.frame.getByLabel(/^Choisir une image/).setInputFiles(logo)
  await shown.frame.getByAltText('Votre logo').waitFor()
}

export const scenes: Readonly<Record<string, Scene>> = {
  ...bankScenes,
  ...quoteScenes,
  ...entryScenes,
  today: {
    workbook: () => {
      const emulator = twoLate()
      sale(emulator, 'Dupont', { label: 'Une vente à corriger' })
      done(emulator, 'check-file')
      return emulator
    },
    menu: 'menuToday',
  },
  'today-empty': { workbook: () => freshWorkbook(), menu: 'menuToday' },
  'today-new': { workbook: () => workshop(), menu: 'menuToday' },
  issue: { workbook: two, menu: 'menuIssueInvoices' },
  'issue-many': {
    workbook: () => {
      const emulator = workshop()
      done(emulator, 'sample-data', { business: 'menuisier' })
      return emulator
    },
    menu: 'menuIssueInvoices',
  },
  'issue-preview': {
    workbook: two,
    menu: 'menuIssueInvoices',
    go: async (shown) => {
      await button(shown, /^Aperçu de la facture pour Brasserie/)
      await shown.frame.getByRole('link', { name: 'Ouvrir le PDF' }).waitFor()
    },
  },
  'issue-blocked': {
    workbook: () => {
      const emulator = freshWorkbook()
      sale(emulator, 'Dupont SARL', { label: 'Vente à un inconnu' })
      sale(emulator, 'Brasserie du Ponant', { unitPrice: 'cent' })
      return emulator
    },
    menu: 'menuIssueInvoices',
  },
  'issue-confirm': { workbook: two, menu: 'menuIssueInvoices', go: (shown) => button(shown, /^Émettre et envoyer/) },
  'issue-removed': { workbook: two, menu: 'menuIssueInvoices', go: (shown) => button(shown, /^Retirer Brasserie/) },
  'issue-done': {
    workbook: two,
    menu: 'menuIssueInvoices',
    go: async (shown) => {
      await button(shown, /^Émettre et envoyer/)
      await button(shown, /^Confirmer/)
      await shown.frame.getByRole('heading', { name: '2 factures émises' }).waitFor()
    },
  },
  'issue-empty': { workbook: () => freshWorkbook(), menu: 'menuIssueInvoices' },
  'issue-new': { workbook: () => workshop(), menu: 'menuIssueInvoices' },
  'issue-sale': {
    workbook: () => freshWorkbook(),
    menu: 'menuIssueInvoices',
    height: 900,
    go: async (shown) => {
      await button(shown, 'Saisir une vente')
      await shown.frame.getByLabel('Client', { exact: true }).fill('Dupont SARL')
      await shown.frame.getByLabel('Désignation').fill('Maquette de la page d’accueil')
    },
  },
  duties: { workbook: () => paidYear('menuisier'), menu: 'menuPrepareReturn', height: 900 },
  'duties-done': {
    workbook: () => paidYear('menuisier'),
    menu: 'menuPrepareReturn',
    height: 900,
    go: async (shown) => {
      await button(shown, 'Marquer comme faite…')
      await button(shown, 'Marquer « Fait »')
      await shown.frame.locator('.is-good').waitFor()
    },
  },
  'duties-new': { workbook: () => freshWorkbook(), menu: 'menuPrepareReturn' },
  'what-if': {
    workbook: () => paidYear('graphiste'),
    menu: 'menuWhatIf',
    height: 1500,
    go: async (shown) => {
      await shown.frame.getByLabel(/^Montant de plus/).fill('30 000')
      await button(shown, 'Simuler')
      await shown.frame.locator('meter').first().waitFor()
    },
  },
  client: { workbook: twoLate, menu: 'menuClient' },
  'client-none': { workbook: () => freshWorkbook(), menu: 'menuClient' },
  unreachable: {
    workbook: two,
    menu: 'menuIssueInvoices',
    fails: () => true,
    go: (shown) => shown.frame.getByText('Ce volet ne joint pas le fichier.').first().waitFor(),
  },
  'assistant-1': assistant(1, (shown) => shown.frame.getByLabel('E-mail').fill('camille@orme.example')),
  'assistant-1-wrong': {
    ...dialog('menuSetup'),
    workbook: () => workshop(),
    go: async (shown) => {
      await shown.frame.getByLabel('SIRET').fill('99999037700016')
      await button(shown, 'Suivant')
    },
  },
  'assistant-2': assistant(2),
  'assistant-3': assistant(3, (shown) => shown.frame.getByLabel(/Je facture la TVA/).check()),
  'assistant-4': assistant(4, (shown) => shown.frame.getByLabel(/^Votre dernière facture/).fill('F2026-011')),
  'assistant-5': assistant(5, async (shown) => {
    await shown.frame.getByLabel(/^IBAN/).fill('FR7699999000420001234567873')
    await chooseLogo(shown)
  }),
  'assistant-ready': assistant(5, async (shown) => {
    await button(shown, 'Terminer')
    await shown.frame.getByRole('img', { name: /^Une facture d’exemple/ }).waitFor()
  }),
  templates: {
    ...dialog('menuLogo', 880),
    workbook: () => freshWorkbook({ Métier: 'Graphiste', Couleur: '#c2410c' }),
    go: (shown) => shown.frame.getByRole('img', { name: /^Facture d’exemple/ }).waitFor(),
  },
  'templates-logo': {
    ...dialog('menuLogo', 880),
    workbook: () => freshWorkbook({ Métier: 'Artisan' }),
    go: async (shown) => {
      await chooseLogo(shown)
      await shown.frame
        .getByRole('img', { name: /modèle Artisan/ })
        .locator('image')
        .waitFor()
    },
  },
}

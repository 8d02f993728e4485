import { day } from '@tabellion/shared/calendar'
import type { ShownPage } from '../../sheets-addon/e2e/page-in-chromium.ts'
import type { Emulator } from '../../sheets-addon/emulator/index.ts'
import { readStatementFile, sentStatement } from '../../sheets-addon/src/bank/statement-file.ts'
import { client, done, freshWorkbook, sale } from '../../sheets-addon/test/workshop.ts'
import type { Scene } from './pane-scenes.ts'

const button = (shown: ShownPage, name: string | RegExp): Promise<void> =>
  shown.frame.getByRole('button', { name }).first().click()

const STATEMENT = `Date;Libellé;Débit;Crédit
27/11/2026;VIR SEPA BRASSERIE DU PONANT F2026-0001;;1350,00
30/11/2026;VIR SEPA EDITIONS DU MERLE F2026-0002;;280,00
01/12/2026;VIR INST PONANT ACOMPTE ETIQUETTES;;200,00
02/12/2026;CB BOULANGERIE DU PORT;-12,40;
03/12/2026;VIR INST MAMAN ANNIVERSAIRE;;50,00
`
const file = { name: 'releve-decembre.csv', mimeType: 'text/csv', buffer: Buffer.from(STATEMENT) }

/** Three invoices, still due in December. */
export function due(): Emulator {
  const emulator = freshWorkbook()
  client(emulator, 'Éditions du Merle')
  for (const [name, label, unitPrice] of [
    ['Brasserie du Ponant', 'Identité visuelle de la gamme d’hiver', '1350'],
    ['Éditions du Merle', 'Illustration de couverture', '280'],
    ['Brasserie du Ponant', 'Étiquettes 33 cl et 75 cl', '360'],
  ] as const) {
    sale(emulator, name, { label, unitPrice })
    done(emulator, 'issue-invoices')
  }
  emulator.clock.set('2026-12-04T08:00:00Z')
  return emulator
}
export function imported(): Emulator {
  const emulator = due()
  const read = readStatementFile(file.buffer, { today: day('2026-12-04') })
  if (!read.ok) throw new Error(read.problem.code)
  done(emulator, 'import-statement', { file: file.name, ...sentStatement(read.value) })
  return emulator
}
const bring = (shown: ShownPage): Promise<void> => shown.frame.getByLabel(/^Choisir un relevé/).setInputFiles(file)
const ADDRESS = `https://script.google.com/macros/s/AKfycb${'x'.repeat(50)}/exec`

export const bankScenes: Readonly<Record<string, Scene>> = {
  'match-empty': { workbook: due, menu: 'menuMatch' },
  match: { workbook: imported, menu: 'menuMatch' },
  'match-done': {
    workbook: imported,
    menu: 'menuMatch',
    go: async (shown) => {
      await button(shown, /^Rapprocher les 2 certains/)
      await shown.frame.getByText('2 lignes rapprochées.').first().waitFor()
      await shown.frame.getByText('Derniers rapprochements').click()
    },
  },
  'match-other': {
    workbook: imported,
    menu: 'menuMatch',
    go: async (shown) => {
      await button(shown, /^(Autre|Choisir une) facture… pour 200/)
      await shown.frame.getByLabel('F2026-0003').check()
    },
  },
  import: { workbook: due, menu: 'menuImportStatement' },
  'import-done': {
    workbook: due,
    menu: 'menuImportStatement',
    go: async (shown) => {
      await bring(shown)
      await shown.frame.getByRole('heading', { name: 'Relevé importé' }).waitFor()
    },
  },
  connect: { workbook: due, menu: 'menuConnectExtension' },
  'connect-code': {
    workbook: due,
    menu: 'menuConnectExtension',
    go: async (shown) => {
      await shown.frame.getByLabel(/^Adresse de l’application/).fill(ADDRESS)
      await button(shown, 'Créer le code d’appairage')
      await shown.frame.getByLabel('Code d’appairage').waitFor()
    },
  },
  'connect-by-hand': {
    workbook: due,
    menu: 'menuConnectExtension',
    go: (shown) => button(shown, /^Échanger par fichier/),
  },
}

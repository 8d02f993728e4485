import type { ShownPage } from '../../sheets-addon/e2e/page-in-chromium.ts'
import { freshWorkbook } from '../../sheets-addon/test/workshop.ts'
import type { Scene } from './pane-scenes.ts'

/** As another tool exports it: its own titles, one line without a name. */
const CLIENTS = `Société;Adresse;CP;Ville;Courriel;SIRET;Note
Théâtre du Quai Bancal;4, quai des Essais;44000;Nantes;administration@quai-bancal.example;;Fidèle
Éditions du Merle;12, rue Haute;35000;Rennes;merle@client.example;;
;1, place du Bourg;01000;Bourg-en-Bresse;perdu@client.example;;
Vanille & Ravine SARL;8, rue du Port;97400;Saint-Denis;compta@vanille-ravine.example;;
`
const ADDRESS = 'https://script.google.com/macros/s/AKfycbExempleDeDeploiement/exec'

const button = (shown: ShownPage, name: string | RegExp): Promise<void> =>
  shown.frame.getByRole('button', { name }).first().click()

async function chooseClients(shown: ShownPage): Promise<void> {
  const file = { name: 'clients.csv', mimeType: 'text/csv', buffer: Buffer.from(CLIENTS) }
  await shown.frame.getByLabel(/^Choisir un fichier CSV/).setInputFiles(file)
  await shown.frame.getByRole('button', { name: 'Reprendre 3 clients' }).waitFor()
}

const takeover = (height: number, go?: Scene['go']): Scene => ({
  workbook: () => freshWorkbook(),
  menu: 'menuTakeover',
  height,
  ...(go ? { go } : {}),
})
const orders = (height: number, go?: Scene['go']): Scene => ({
  workbook: () => freshWorkbook(),
  menu: 'menuReceiveOrders',
  width: 640,
  height,
  ...(go ? { go } : {}),
})

/** What comes in from elsewhere: clients and invoices of another tool, orders of one's own site. */
export const entryScenes: Readonly<Record<string, Scene>> = {
  takeover: takeover(620),
  'takeover-columns': takeover(1130, async (shown) => {
    await chooseClients(shown)
    await shown.frame.getByText(/colonnes comprises sur/).click()
  }),
  'takeover-done': takeover(620, async (shown) => {
    await chooseClients(shown)
    await button(shown, 'Reprendre 3 clients')
    await shown.frame.getByRole('heading', { name: '3 clients repris' }).waitFor()
  }),
  orders: orders(640, (shown) => shown.frame.getByLabel('Adresse de l’application web').fill(ADDRESS)),
  'orders-key': orders(840, async (shown) => {
    await shown.frame.getByLabel('Adresse de l’application web').fill(ADDRESS)
    await button(shown, 'Créer la clé')
    await shown.frame.locator('textarea').first().waitFor()
  }),
}

import { isToInvoice, type TabKey, type Table, tabTitle } from '@tabellion/shared/ledger'
import { type SampleBusiness, sampleBusiness } from '../demo/business.ts'
import type { SaleRow } from '../demo/declaration.ts'
import { playStory } from '../demo/story.ts'
import type { Ports } from '../ports.ts'
import { openWorkbook } from '../workbook/open.ts'
import { refuse } from '../workbook/refusal.ts'
import { appendRecords, positionsOf } from '../workbook/write.ts'
import { action } from './action.ts'
import { setUp } from './setup.ts'

/** A plausible year, to look around without typing. Only into an empty file: it never mixes with real work. */
export const sampleData = action({
  name: 'sample-data',
  menu: 'Données d’exemple…',
  what: 'Remplit un fichier vide avec une année plausible d’une graphiste ou d’un menuisier.',
  args: {
    properties: {
      business: { type: 'string', description: 'Le métier de l’exemple.', enum: ['graphiste', 'menuisier'] },
    },
  },
  run: (ports, args) => {
    const business = sampleBusiness(args.business === 'menuisier' ? 'menuisier' : 'graphiste', ports.clock.today)
    const sales = ports.lock.need(() => fill(ports, business))
    playStory(ports, business.story, sales)
    const ticked = openWorkbook(ports).table('sales').rows.filter(isToInvoice).length
    return {
      message: `${business.clients.length} clients et ${sales.length} lignes de vente ajoutés, dont ${ticked} prêtes à facturer ; devis, échéancier et relances des derniers mois.`,
      findings: [],
    }
  },
})

function fill(ports: Ports, business: SampleBusiness): readonly SaleRow[] {
  const before = openWorkbook(ports)
  for (const tab of ['sales', 'clients', 'catalog', 'invoices'] as const) {
    if ((before.tableIfAny(tab)?.rows.length ?? 0) > 0) refuse({ code: 'workbook-not-empty', tab: tabTitle(tab) })
  }
  setUp(ports, business.settings as Readonly<Record<string, string>>)
  const workbook = openWorkbook(ports)
  const positions = positionsOf()
  const add = <K extends TabKey>(table: Table<K>, records: Parameters<typeof appendRecords<K>>[2]): void =>
    appendRecords(ports.sheets, table, records, positions)
  const sales = business.sales.map((record) => ({ ...record, id: ports.ids.next() }))
  add(
    workbook.table('clients'),
    business.clients.map((record) => ({ ...record, id: ports.ids.next() })),
  )
  add(workbook.table('catalog'), business.catalog)
  add(workbook.table('sales'), sales)
  ports.sheets.flush()
  return sales
}

import type { TabKey, Table } from '@tabellion/shared/ledger'
import { tabTitle } from '@tabellion/shared/ledger'
import { sampleBusiness } from '../demo/business.ts'
import type { Ports } from '../ports.ts'
import { openWorkbook } from '../workbook/open.ts'
import { refuse } from '../workbook/refusal.ts'
import { appendRecords, positionsOf } from '../workbook/write.ts'
import type { Action, Outcome } from './action.ts'
import { setUp } from './setup.ts'

/** A plausible year, to look around without typing. Only into an empty file: it never mixes with real work. */
export const sampleData: Action = {
  name: 'sample-data',
  menu: 'Données d’exemple…',
  what: 'Remplit un fichier vide avec une année plausible d’une graphiste ou d’un menuisier.',
  args: {
    type: 'object',
    additionalProperties: false,
    properties: {
      business: { type: 'string', description: 'Le métier de l’exemple.', enum: ['graphiste', 'menuisier'] },
    },
  },
  run: (ports, args) =>
    ports.lock.hold(() => fill(ports, args['business'] === 'menuisier' ? 'menuisier' : 'graphiste')) ??
    refuse({ code: 'lock-held' }),
}

function fill(ports: Ports, name: 'graphiste' | 'menuisier'): Outcome {
  const before = openWorkbook(ports)
  for (const tab of ['sales', 'clients', 'catalog', 'invoices'] as const) {
    if ((before.tableIfAny(tab)?.rows.length ?? 0) > 0) refuse({ code: 'workbook-not-empty', tab: tabTitle(tab) })
  }
  const business = sampleBusiness(name, ports.clock.today)
  setUp(ports, business.settings as Readonly<Record<string, string>>)
  const workbook = openWorkbook(ports)
  const positions = positionsOf()
  const add = <K extends TabKey>(table: Table<K>, records: Parameters<typeof appendRecords<K>>[2]): void =>
    appendRecords(ports.sheets, table, records, positions)
  add(
    workbook.table('clients'),
    business.clients.map((record) => ({ ...record, id: ports.ids.next() })),
  )
  add(workbook.table('catalog'), business.catalog)
  add(
    workbook.table('sales'),
    business.sales.map((record) => ({ ...record, id: ports.ids.next() })),
  )
  ports.sheets.flush()
  const ticked = business.sales.filter((record) => record.toInvoice === true).length
  return {
    message: `${business.clients.length} clients et ${business.sales.length} lignes de vente ajoutés, dont ${ticked} prêtes à facturer.`,
    findings: [],
  }
}

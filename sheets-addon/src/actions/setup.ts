import { nearest } from '@tabellion/shared/kernel'
import {
  type Cell,
  headingKey,
  listValues,
  readSettings,
  settingDeclarations,
  settingNamed,
  type Table,
  textOf,
  trades,
} from '@tabellion/shared/ledger'
import type { Ports } from '../ports.ts'
import { checklistFor } from '../workbook/checklist.ts'
import { dashboard, dashboardPositions } from '../workbook/dashboard.ts'
import { headProperty, openWorkbook, pendingProperty, type Workbook } from '../workbook/open.ts'
import { refuse } from '../workbook/refusal.ts'
import { repairStructure } from '../workbook/repair.ts'
import { schemaEvents } from '../workbook/schema.ts'
import { explanationOf } from '../workbook/settings-texts.ts'
import { appendEvents, appendRecords, positionsOf } from '../workbook/write.ts'
import { action, type Outcome } from './action.ts'

/** The assistant: makes the tabs, fills *Réglages*. Can be run again at will: what is there stays. */
export const setup = action({
  name: 'setup',
  menu: 'Assistant de démarrage…',
  what: 'Crée les onglets et remplit les réglages donnés ; peut être relancé sans rien perdre.',
  args: {
    properties: {
      settings: {
        type: 'object',
        description: 'Les réglages à remplir, par leur nom.',
        additionalProperties: { type: 'string' },
      },
    },
  },
  run: (ports, args) => {
    const settings = checkNames(args.settings ?? {})
    return ports.lock.need(() => setUp(ports, settings))
  },
})

/** Names as declared, whatever the case and accents they were given with. */
export function checkNames(given: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const names: readonly string[] = settingDeclarations.map((declaration) => declaration.name)
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => {
      const declared = settingNamed(name)
      if (declared) return [declared.name, value]
      const near = nearest(name, names)
      return refuse({ code: 'unknown-setting', setting: name, ...(near === undefined ? {} : { nearest: near }) })
    }),
  )
}

export function setUp(ports: Ports, values: Readonly<Record<string, string>>): Outcome {
  const { sheets, structure, store, clock } = ports
  structure.settleLocale()
  const repaired = repairStructure(ports)
  const workbook = openWorkbook(ports)
  if (repaired.tabs.includes('dashboard')) structure.drawDashboard(dashboard(dashboardPositions(workbook)))
  const written = fillSettings(ports, workbook.table('settings'), values)
  fillLists(ports, workbook.table('lists'))
  fillChecklists(ports, workbook, values)
  structure.drawHelp()
  const journal = workbook.journal()
  const events = schemaEvents(journal)
  if (events.length > 0) {
    store.write(pendingProperty)
    const head = appendEvents(sheets, events, journal.head, clock.instant)
    sheets.flush()
    store.write(headProperty(head))
  }
  sheets.flush()
  ports.triggers.ensureDaily(false)
  // The last tab made is the one shown: people begin with the ledger.
  if (repaired.tabs.length > 0) ports.screen.show('sales')
  const made = repaired.tabs.length === 0 ? 'Les onglets étaient déjà là' : `${repaired.tabs.length} onglets créés`
  return {
    message: `${made}, ${written} réglage${written > 1 ? 's' : ''} rempli${written > 1 ? 's' : ''}. Le fichier est prêt : ajoutez un client, puis une ligne de vente.`,
    findings: [],
  }
}

/** Adds the settings that are missing, writes the values given. Returns how many values were written. */
export function fillSettings(
  { sheets }: Ports,
  table: Table<'settings'>,
  values: Readonly<Record<string, string>>,
): number {
  const known = new Map(table.rows.map((row) => [headingKey(textOf(row.cells.name)), row.row]))
  const missing = settingDeclarations.filter((declaration) => !known.has(headingKey(declaration.name)))
  appendRecords(
    sheets,
    table,
    missing.map((declaration) => ({
      section: declaration.section,
      name: declaration.name,
      value: values[declaration.name] ?? '',
      explanation: explanationOf(declaration),
    })),
    positionsOf(table),
  )
  const column = table.position.value
  for (const [name, value] of Object.entries(values)) {
    const row = known.get(headingKey(name))
    if (row !== undefined && column !== undefined) sheets.writeEach('settings', [{ row, column }], value)
  }
  return Object.keys(values).length
}

function fillChecklists({ clock, sheets }: Ports, workbook: Workbook, values: Readonly<Record<string, string>>): void {
  const table = workbook.table('checklists')
  if (table.rows.length > 0) return
  const trade = trades.parse(values['Métier'] ?? readSettings(workbook.table('settings')).text('Métier'))
  appendRecords(sheets, table, checklistFor(trade ?? 'consultant', clock.today), positionsOf(table))
}

function fillLists({ sheets }: Ports, table: Table<'lists'>): void {
  const known = new Set(table.rows.map((row) => `${textOf(row.cells.list)}|${textOf(row.cells.value)}`))
  const missing: { list: Cell; value: Cell }[] = Object.entries(listValues)
    .flatMap(([list, offered]) => offered.map((value) => ({ list, value })))
    .filter(({ list, value }) => !known.has(`${list}|${value}`))
  appendRecords(sheets, table, missing, positionsOf(table))
}

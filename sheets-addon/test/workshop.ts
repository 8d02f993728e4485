import { type Cell, columnsOf, HEADING_ROW, headingKey, type TabKey, tabs } from '@tabellion/shared/ledger'
import { buildAddon } from '../../scripts/build-addon.ts'
import {
  type Bundle,
  createEmulator,
  type Emulator,
  type EmulatorState,
  type Fault,
  type Run,
  type RunOptions,
  type Switches,
} from '../emulator/index.ts'
import type { Told } from '../src/run-action.ts'

/** Stories are played on the very bundle that would be pushed. */
export const bundle: Bundle = await buildAddon()

export const TODAY = '2026-11-25'

export function workshop(
  state?: EmulatorState,
  instant = `${TODAY}T08:00:00Z`,
  switches: Partial<Switches> = {},
): Emulator {
  return createEmulator({ bundle, seed: 7, instant, switches, ...(state ? { state } : {}) })
}

export interface Performed {
  readonly run: Run
  /** Absent when a fault ended the run. */
  readonly told?: Told
}

export function perform(
  emulator: Emulator,
  action: string,
  args: object = {},
  options: { readonly fault?: Fault; readonly at?: RunOptions['at']; readonly refusals?: RunOptions['refusals'] } = {},
): Performed {
  const run = emulator.run('perform', [action, JSON.stringify(args)], { context: 'rpc', ...options })
  if (run.fault) return { run }
  if (run.error) throw new Error(`${run.error.name}: ${run.error.message}`)
  return { run, told: JSON.parse(String(run.result)) as Told }
}

/** The outcome of an action that must not be refused. */
export function done(emulator: Emulator, action: string, args: object = {}): Extract<Told, { ok: true }>['outcome'] {
  const { told } = perform(emulator, action, args)
  if (!told?.ok) throw new Error(told ? `${told.error.code}: ${told.error.message}` : 'stopped')
  return told.outcome
}

export function refused(
  emulator: Emulator,
  action: string,
  args: object = {},
): { readonly code: string; readonly message: string } {
  const { told } = perform(emulator, action, args)
  if (!told || told.ok) throw new Error('not refused')
  return told.error
}

/** Rows of a tab by column key, as they stand; blank rows left out. */
export function rows(emulator: Emulator, tab: TabKey): readonly Readonly<Record<string, Cell>>[] {
  const values = emulator.book.values(tabs[tab].title)
  const headings = (values[HEADING_ROW - 1] ?? []).map((cell) => headingKey(String(cell ?? '')))
  const keys = columnsOf(tab).map(
    ([key, column]) => [key as string, headings.indexOf(headingKey(column.heading))] as const,
  )
  return values
    .slice(HEADING_ROW)
    .map((line) => Object.fromEntries(keys.map(([key, at]) => [key, cellOf(line[at])])))
    .filter((record) =>
      columnsOf(tab).some(
        ([key, column]) => column.source !== 'formula' && column.kind !== 'checkbox' && record[key] !== '',
      ),
    )
}

/** What Réglages says of one of its lines, as it stands. */
export const setting = (emulator: Emulator, name: string): Cell | undefined =>
  rows(emulator, 'settings').find((row) => row['name'] === name)?.['value']

const cellOf = (value: unknown): Cell =>
  typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string'
    ? value
    : value === null || value === undefined
      ? ''
      : String((value as { error: string }).error)

/** The column that says where the last row of a tab is. */
const ANCHORS: Readonly<Partial<Record<TabKey, string>>> = { clients: 'name', payments: 'amount' }

/** Types a record under the last row of a tab, as a person would, cell by cell. */
export function type(emulator: Emulator, tab: TabKey, record: Readonly<Record<string, string>>): number {
  const { title } = tabs[tab]
  const headings = (emulator.book.values(title)[HEADING_ROW - 1] ?? []).map((cell) => headingKey(String(cell ?? '')))
  const columns = new Map(
    columnsOf(tab).map(([key, column]) => [key as string, headings.indexOf(headingKey(column.heading)) + 1]),
  )
  const values = emulator.book.values(title)
  const anchor = (columns.get(ANCHORS[tab] ?? 'label') ?? 1) - 1
  let row = values.length
  while (row > HEADING_ROW && (values[row - 1]?.[anchor] ?? '') === '') row -= 1
  row += 1
  for (const [key, text] of Object.entries(record)) {
    const column = columns.get(key)
    if (!column) throw new Error(`no column ${key} in ${tab}`)
    emulator.book.type(title, row, column, [[text]])
  }
  return row
}

const SETTINGS = {
  'Prénom et nom': 'Camille Orme',
  Adresse: '3, rue des Essais',
  'Code postal': '69003',
  Ville: 'Lyon',
  SIRET: '99999037700015',
  IBAN: 'FR7699999000420001234567873',
} as const

/** A file just set up: one seller in franchise, one client. */
export function freshWorkbook(settings: Readonly<Record<string, string>> = {}): Emulator {
  const key = JSON.stringify(settings)
  // Set up once: the others start from the saved file, whose script knows no difference.
  const known = setUp.get(key)
  if (known) return workshop(known)
  const emulator = workshop()
  done(emulator, 'setup', { settings: { ...SETTINGS, ...settings } })
  client(emulator, 'Brasserie du Ponant')
  setUp.set(key, emulator.save())
  return emulator
}
const setUp = new Map<string, EmulatorState>()

export function client(emulator: Emulator, name: string, more: Readonly<Record<string, string>> = {}): number {
  return type(emulator, 'clients', {
    name,
    type: 'Professionnel',
    email: 'compta@client.example',
    address: '1, quai des Essais',
    postcode: '44000',
    city: 'Nantes',
    ...more,
  })
}

export function sale(emulator: Emulator, name: string, more: Readonly<Record<string, string>> = {}): number {
  return type(emulator, 'sales', {
    toInvoice: 'VRAI',
    date: '20/11/2026',
    client: name,
    label: 'Maquette de la page d’accueil',
    quantity: '1',
    unit: 'forfait',
    unitPrice: '450',
    ...more,
  })
}

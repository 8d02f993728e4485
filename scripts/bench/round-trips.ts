import { columnsOf, FIRST_DATA_ROW, type TabKey, tabs } from '@tabellion/shared/ledger'
import {
  type Bundle,
  createEmulator,
  type Emulator,
  type EmulatorState,
  type Run,
} from '../../sheets-addon/emulator/index.ts'
import type { Told } from '../../sheets-addon/src/run-action.ts'
import { buildAddon } from '../build-addon.ts'
import { parisMorning } from '../door/paris.ts'

const ROWS = 5_000
const INVOICES = 1_200
const CLIENTS = 60

/** A year and more of work: 5 000 ledger rows, 1 200 of whose groups are issued. */
export async function busyWorkbook(): Promise<(later?: EmulatorState) => Emulator> {
  const bundle: Bundle = await buildAddon()
  const emulator = createEmulator({ bundle, seed: 1, instant: parisMorning('2026-06-30') })
  perform(emulator, 'setup', {
    settings: {
      'Prénom et nom': 'Camille Orme',
      Adresse: '3, rue des Essais',
      'Code postal': '69003',
      Ville: 'Lyon',
      SIRET: '99999037700015',
      IBAN: 'FR7699999000420001234567873',
    },
  })
  fill(
    emulator,
    'clients',
    Array.from({ length: CLIENTS }, (_, index) => ({
      name: `Client ${index + 1} SARL`,
      type: 'Professionnel',
      email: `c${index}@client.example`,
      address: '1, quai des Essais',
      postcode: '44000',
      city: 'Nantes',
    })),
  )
  fill(
    emulator,
    'sales',
    Array.from({ length: ROWS }, (_, index) => ({
      // Two rows and a fraction per invoice; what is left of the ledger is not billed yet.
      toInvoice: index < INVOICES * 2 ? 'VRAI' : 'FAUX',
      date: '20/06/2026',
      client: `Client ${(Math.floor(index / 2) % CLIENTS) + 1} SARL`,
      group: `Lot ${Math.floor(index / 2 / CLIENTS) + 1}`,
      label: `Prestation n° ${index + 1} du chantier`,
      quantity: '1,5',
      unit: 'jour',
      unitPrice: '420',
    })),
  )
  perform(emulator, 'issue-invoices', {})
  const state = emulator.save()
  return (later = state) => createEmulator({ bundle, seed: 1, instant: parisMorning('2026-11-25'), state: later })
}

const paidInvoices = (count: number): readonly Readonly<Record<string, string>>[] =>
  Array.from({ length: count }, (_, index) => ({
    date: '24/11/2026',
    invoice: `F2026-${String(index + 1).padStart(4, '0')}`,
    amount: '126',
    method: 'Virement',
  }))

function fill(emulator: Emulator, tab: TabKey, records: readonly Readonly<Record<string, string>>[]): void {
  const { title } = tabs[tab]
  emulator.book.resizeSheet(title, Math.max(records.length + 600, 600), columnsOf(tab).length)
  for (const [at, [key]] of columnsOf(tab).entries()) {
    if (records.some((record) => record[key] !== undefined))
      emulator.book.type(
        title,
        FIRST_DATA_ROW,
        at + 1,
        records.map((record) => [record[key] ?? '']),
      )
  }
}

function perform(emulator: Emulator, action: string, args: object): Run {
  const run = emulator.run('perform', [action, JSON.stringify(args)], { context: 'rpc', timeoutMs: 600_000 })
  const told = run.error ? undefined : (JSON.parse(String(run.result)) as Told)
  if (!told?.ok) throw new Error(run.error?.message ?? (told?.ok === false ? told.error.message : 'stopped'))
  return run
}

export interface RoundTrips {
  readonly action: string
  readonly spreadsheet: number
  readonly drive: number
  readonly other: number
  readonly milliseconds: number
}

/** What each action costs in service calls on that workbook: those are what a user waits for on live Google. */
export async function roundTrips(): Promise<readonly RoundTrips[]> {
  const base = await busyWorkbook()
  const results: RoundTrips[] = []
  const measure = (label: string, emulator: Emulator, action: string, args: object = {}): void => {
    const start = performance.now()
    const { calls } = perform(emulator, action, args)
    results.push({
      action: label,
      spreadsheet: calls.spreadsheet,
      drive: calls.drive,
      other: calls.total - calls.spreadsheet - calls.drive,
      milliseconds: Math.round(performance.now() - start),
    })
  }
  const bundle: Bundle = await buildAddon()
  measure('setup, an empty file', createEmulator({ bundle, seed: 1, instant: parisMorning('2026-11-25') }), 'setup')
  for (const count of [1, 10, 100]) {
    const emulator = base()
    const first = FIRST_DATA_ROW + INVOICES * 2
    emulator.book.type(
      'Ventes',
      first,
      1,
      Array.from({ length: count * 2 }, () => ['VRAI']),
    )
    measure(`issue-invoices, ${count}`, emulator, 'issue-invoices')
  }
  for (const number of ['F2026-0001', 'F2026-1200'])
    measure(`record-payment, ${number}`, base(), 'record-payment', {
      number,
      date: '2026-11-25',
      amountCents: 10_000,
      method: 'transfer',
    })
  for (const count of [1, 100]) {
    const emulator = base()
    fill(emulator, 'payments', paidInvoices(count))
    measure(`today, ${count} payment${count > 1 ? 's' : ''} typed`, emulator, 'today')
  }
  const overpaid = base()
  const amountCents = 1_000_000
  perform(overpaid, 'record-payment', { number: 'F2026-0001', date: '2026-11-25', amountCents, method: 'transfer' })
  measure('use-credit', base(overpaid.save()), 'use-credit', { number: 'F2026-0061' })
  measure('create-credit-note', base(), 'create-credit-note', { number: 'F2026-0600', reason: 'Annulation' })
  measure('duplicate-invoice', base(), 'duplicate-invoice', { number: 'F2026-0600' })
  for (const count of [1, 10])
    measure(`send-documents, ${count}`, base(), 'send-documents', {
      numbers: Array.from({ length: count }, (_, index) => `F2026-${String(index + 1).padStart(4, '0')}`),
    })
  measure('write-off', base(), 'write-off', { number: 'F2026-0600', reason: 'Liquidation' })
  measure('import-supplier-invoice', base(), 'import-supplier-invoice', {
    file: 'facture.xml',
    data: Buffer.from('<Invoice/>').toString('base64'),
    invoice: {
      key: '834567893|2026|FA-118',
      number: 'FA-118',
      supplier: 'Hébergement du Ponant',
      date: '2026-11-12',
      currency: 'EUR',
      gross: '7504',
      vat: '1154',
    },
  })
  for (const action of ['today', 'check-file', 'verify'] as const) measure(action, base(), action)
  measure('daily', base(), 'daily')
  const declared = base()
  perform(declared, 'setup', { settings: { 'Date de début': '01/04/2023', Département: '69' } })
  fill(declared, 'payments', paidInvoices(200))
  perform(declared, 'today', {})
  const state = declared.save()
  for (const action of ['daily', 'refresh-deadlines', 'prepare-turnover-return', 'close-period'] as const)
    measure(`${action}, 200 receipts`, base(state), action)
  for (const what of ['receipts-book', 'invoices', 'fec'] as const)
    measure(`export ${what}`, base(state), 'export', { what })
  return results
}

export const roundTripsTable = (rows: readonly RoundTrips[]): string =>
  [
    `| action (${ROWS} rows, ${INVOICES} invoices) | Spreadsheet | Drive | other | ms |`,
    '| --- | ---: | ---: | ---: | ---: |',
    ...rows.map((row) => `| ${row.action} | ${row.spreadsheet} | ${row.drive} | ${row.other} | ${row.milliseconds} |`),
  ].join('\n')

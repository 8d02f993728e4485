import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { day } from '@tabellion/shared/calendar'
import {
  type Client,
  draftDocument,
  groupLines,
  type LedgerLine,
  nameKey,
  type SellerProfile,
} from '@tabellion/shared/invoicing'
import { quantity, unitPrice } from '@tabellion/shared/money'
import { createEmulator } from '../../sheets-addon/emulator/index.ts'
import { buildAddon } from '../build-addon.ts'
import { root } from '../root.ts'

const issueDate = day('2026-11-25')
const profile: SellerProfile = {
  seller: {
    name: 'Camille Orme EI',
    address: { line1: '3, rue des Essais', postcode: '69003', city: 'Lyon', country: 'FR' },
    siren: '999990377',
    siret: '99999037700015',
    franchise: true,
  },
  vatPoint: 'receipts',
  craftsman: false,
  insurance: '',
  mediator: '',
  term: { kind: 'days', days: 30 },
  methods: ['Virement'],
  accountHolder: 'Camille Orme',
  discount: '',
  textBefore: '',
  textAfter: '',
  termsVersion: '',
  style: { layout: 1, preset: 'consultant', accent: '#184d78' },
}
const client: Client = {
  row: 4,
  name: 'Brasserie du Ponant',
  type: 'business',
  contact: '',
  email: 'compta@ponant.example',
  accountingEmail: '',
  phone: '',
  address: { line1: '1, quai des Essais', postcode: '44000', city: 'Nantes', country: 'FR' },
  deliveryAddress: '',
  siren: '',
  siret: '',
  vatNumber: '',
  message: '',
  oneInvoicePerLine: false,
  preferredMethod: '',
}

/** Milliseconds to group and draft 5 000 ledger rows, two to a document: the pure core alone. */
function draftLedger(): number {
  const lines: LedgerLine[] = Array.from({ length: 5_000 }, (_, index) => ({
    row: index + 4,
    id: String(index),
    client: client.name,
    group: `Lot ${Math.floor(index / 2)}`,
    date: day('2026-11-20'),
    item: '',
    label: `Prestation n° ${index + 1}`,
    detail: '',
    quantity: quantity(15_000),
    unit: 'jour',
    unitPrice: unitPrice(420_000_000),
    nature: 'servicesBnc',
    type: 'sale',
    quote: '',
    clientReference: '',
  }))
  const start = performance.now()
  for (const group of groupLines(lines, new Map([[nameKey(client.name), client]])))
    draftDocument({ group, client, profile, issueDate, openDeposits: [] })
  return performance.now() - start
}

/** Milliseconds of an edit that concerns nobody: what the whole bundle costs at each keystroke. */
async function idleEdit(): Promise<number> {
  const { code, files } = await buildAddon()
  const emulator = createEmulator({
    bundle: { code, manifest: files['appsscript.json'] ?? '{}' },
    seed: 1,
    instant: '2026-11-25T08:00:00Z',
  })
  emulator.book.addSheet('Notes', { rows: 50, columns: 5 })
  return median(9, () => {
    const start = performance.now()
    emulator.user.edit('Notes', 'A5', 'x')
    return performance.now() - start
  })
}

function median(rounds: number, measure: () => number): number {
  const values = Array.from({ length: rounds }, measure).sort((a, b) => a - b)
  return values[Math.floor(rounds / 2)] ?? 0
}

const bytesOf = (file: string): string => {
  try {
    return statSync(join(root, file)).size.toLocaleString('en')
  } catch {
    return 'not built'
  }
}

/** The popup's script, whatever name the bundler gave it. */
function popupScript(): string {
  try {
    const html = readFileSync(join(root, 'extension/build/chrome-mv3-prod/popup.html'), 'utf8')
    return `extension/build/chrome-mv3-prod${/src="(\/popup[^"]*\.js)"/.exec(html)?.[1] ?? '/popup.js'}`
  } catch {
    return 'extension/build/chrome-mv3-prod/popup.js'
  }
}

export async function coreTable(): Promise<string> {
  await buildAddon()
  return [
    '| what | figure |',
    '| --- | ---: |',
    `| drafting 5 000 ledger rows, core alone | ${median(5, draftLedger).toFixed(0)} ms |`,
    `| \`onEdit\` in a tab that is not ours, whole bundle loaded | ${(await idleEdit()).toFixed(0)} ms |`,
    `| \`Code.js\` | ${bytesOf('sheets-addon/dist/Code.js')} bytes |`,
    `| popup script | ${bytesOf(popupScript())} bytes |`,
  ].join('\n')
}

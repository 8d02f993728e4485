import type { Day } from '@tabellion/shared/calendar'
import { type Cents, cents, minus } from '@tabellion/shared/money'
import type { ReceiptCategory } from './payment.ts'
import { netOf, type ReceiptEntry } from './receipts-book.ts'
import type { Seal } from './sealing.ts'

/** LPF art. A47 A-1, VII. A micro-entrepreneur owes no FEC: this is the receipts book in its shape, for an accountant. */
export const FEC_HEADINGS = [
  'JournalCode',
  'JournalLib',
  'EcritureNum',
  'EcritureDate',
  'CompteNum',
  'CompteLib',
  'CompAuxNum',
  'CompAuxLib',
  'PieceRef',
  'PieceDate',
  'EcritureLib',
  'Debit',
  'Credit',
  'EcritureLet',
  'DateLet',
  'ValidDate',
  'Montantdevise',
  'Idevise',
] as const

const ACCOUNTS = {
  bank: ['512000', 'Banque'],
  cash: ['530000', 'Caisse'],
  fees: ['627000', 'Services bancaires et assimilés'],
  vat: ['445710', 'TVA collectée'],
  goods: ['707000', 'Ventes de marchandises'],
  servicesBic: ['706000', 'Prestations de services'],
  servicesBnc: ['706000', 'Prestations de services'],
  disbursement: ['467000', 'Débours pour le compte de clients'],
} as const satisfies Record<'bank' | 'cash' | 'fees' | 'vat' | ReceiptCategory, readonly [string, string]>

/** `123456789FEC20261231.txt`. */
export const fecFileName = (siren: string, closing: Day): string => `${siren}FEC${compact(closing)}.txt`

/** Tab-separated lines with headings: one balanced entry for each line of the book, by date. */
export function fecText(book: readonly ReceiptEntry[], seals: readonly Seal[]): string {
  const sorted = [...book].sort((a, b) => (a.date === b.date ? a.rank - b.rank : a.date < b.date ? -1 : 1))
  const lines = sorted.flatMap((entry) =>
    entryLines(
      entry,
      seals.find(({ period }) => period === entry.period),
    ),
  )
  return [FEC_HEADINGS, ...lines].map((cells) => `${cells.map(flat).join('\t')}\r\n`).join('')
}

function entryLines(entry: ReceiptEntry, seal: Seal | undefined): string[][] {
  const fee = entry.fee ?? cents(0)
  const moves: [keyof typeof ACCOUNTS, Cents][] = [
    [entry.method === 'cash' ? 'cash' : 'bank', minus(entry.amount, fee)],
    ['fees', fee],
    // Credits are negative here.
    [entry.category, minus(cents(0), entry.category === 'disbursement' ? entry.amount : netOf(entry))],
    ['vat', minus(cents(0), entry.category === 'disbursement' ? cents(0) : entry.vat)],
  ]
  return moves
    .filter(([, amount]) => amount !== 0)
    .map(([account, amount]) => [
      'REC',
      'Recettes',
      String(entry.rank),
      compact(entry.date),
      ...ACCOUNTS[account],
      '',
      '',
      entry.document,
      compact(entry.date),
      `${entry.client} ${entry.nature}`.trim() || entry.document,
      amount > 0 ? decimal(amount) : '0,00',
      amount < 0 ? decimal(minus(cents(0), amount)) : '0,00',
      '',
      '',
      seal ? compact(seal.sealedOn) : '',
      '',
      '',
    ])
}

const compact = (on: Day): string => on.replaceAll('-', '')
const decimal = (amount: Cents): string => `${Math.trunc(amount / 100)},${String(amount % 100).padStart(2, '0')}`
/** A tab or a line break inside a text would shift the columns. */
const flat = (text: string): string => text.replace(/[\t\r\n|]+/g, ' ')

import { formatDay, formatPeriod } from '@tabellion/shared/calendar'
import { canonicalJson, sha256Hex } from '@tabellion/shared/kernel'
import { type Cell, type ColumnKey, paymentMethods } from '@tabellion/shared/ledger'
import { type Cents, formatEuros } from '@tabellion/shared/money'
import type { ReceiptCategory } from './payment.ts'
import type { ReceiptEntry } from './receipts-book.ts'
import type { Seal } from './sealing.ts'

/** The book's column *Catégorie* (features E.12). */
export const categoryLabels: Readonly<Record<ReceiptCategory, string>> = {
  goods: 'Ventes',
  servicesBic: 'Prestations BIC',
  servicesBnc: 'Prestations BNC',
  disbursement: 'Débours',
}

/** *Observations*: what a reader of the book must be told of a line. */
export function remarksOf(entry: ReceiptEntry): string {
  const remarks: string[] = []
  if (entry.reverses !== undefined) remarks.push(`Annule la ligne ${entry.reverses}`)
  else if (entry.imputed) remarks.push('Crédit client utilisé, sans mouvement d’argent')
  else if (entry.amount < 0) remarks.push('Remboursement')
  if (entry.late) remarks.push(`Tardive\u00a0: déclarée avec la période ${formatPeriod(entry.period)}`)
  if (entry.fee !== undefined && entry.fee > 0) remarks.push(`Frais retenus\u00a0: ${formatEuros(entry.fee)}`)
  if (entry.vat !== 0) remarks.push(`dont TVA ${formatEuros(entry.vat)}`)
  return remarks.join(' ; ')
}

/** The row of *Livre des recettes* that an entry is, for good. */
export function receiptCells(entry: ReceiptEntry): Readonly<Record<ColumnKey<'receiptsBook'>, Cell>> {
  return {
    rank: entry.rank,
    date: entry.date,
    document: entry.document,
    client: entry.client,
    nature: entry.nature,
    category: categoryLabels[entry.category],
    amount: entry.amount / 100,
    method: paymentMethods.labels[entry.method],
    remarks: remarksOf(entry),
    period: formatPeriod(entry.period),
    vat: entry.vat / 100,
    sealedOn: '',
    fingerprint: sha256Hex(canonicalJson(entry)),
    payment: entry.payment,
  }
}

/** By date, then in the order recorded. */
export const printed = (book: readonly ReceiptEntry[]): ReceiptEntry[] =>
  [...book].sort((a, b) => (a.date === b.date ? a.rank - b.rank : a.date < b.date ? -1 : 1))

export const BOOK_HEADINGS = [
  'N°',
  "Date d'encaissement",
  'Référence de la pièce',
  'Client',
  'Nature',
  'Catégorie',
  'Montant encaissé',
  'Mode de règlement',
  'Observations',
  'Période',
  'Scellé le',
] as const

/** The book as text, headings first, for a CSV file: `1234,56`, no thousands separator. */
export function bookCsvRows(book: readonly ReceiptEntry[], seals: readonly Seal[]): string[][] {
  const rows = printed(book).map((entry) => {
    const seal = seals.find(({ period }) => period === entry.period)
    return [
      String(entry.rank),
      formatDay(entry.date),
      entry.document,
      entry.client,
      entry.nature,
      categoryLabels[entry.category],
      decimalText(entry.amount),
      paymentMethods.labels[entry.method],
      remarksOf(entry),
      formatPeriod(entry.period),
      seal ? formatDay(seal.sealedOn) : '',
    ]
  })
  return [[...BOOK_HEADINGS], ...rows]
}

/** RFC 4180 with `;`, as French spreadsheets read it. */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  rows
    .map(
      (row) => `${row.map((cell) => (/[";\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(';')}\r\n`,
    )
    .join('')

const decimalText = (amount: Cents): string => {
  const magnitude = Math.abs(amount)
  return `${amount < 0 ? '-' : ''}${Math.trunc(magnitude / 100)},${String(magnitude % 100).padStart(2, '0')}`
}

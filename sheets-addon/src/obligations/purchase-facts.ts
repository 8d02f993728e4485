import type { Purchase, PurchaseEntry } from '@tabellion/shared/bookkeeping'
import {
  type Cell,
  type ColumnKey,
  headingOf,
  isBlank,
  paymentMethods,
  type Row,
  readDate,
  readScaled,
  textOf,
} from '@tabellion/shared/ledger'
import { cents } from '@tabellion/shared/money'

export type PurchaseFacts = Omit<Purchase, 'key'>

export const isSamePurchase = (a: PurchaseFacts, b: PurchaseFacts): boolean =>
  a.date === b.date &&
  a.supplier === b.supplier &&
  a.document === b.document &&
  a.nature === b.nature &&
  a.gross === b.gross &&
  a.method === b.method

type Named = readonly [heading: string, cell: Cell]
interface Cells {
  readonly date: Named
  readonly supplier: Named
  readonly document: Named
  readonly gross: Named
  readonly method: Named
  readonly nature: string
}

export const expenseFacts = (cells: Row<'expenses'>['cells']): Cells => {
  const named = (key: ColumnKey<'expenses'>): Named => [headingOf('expenses', key), cells[key]]
  return {
    date: named('date'),
    supplier: named('supplier'),
    document: named('receipt'),
    gross: named('gross'),
    method: named('method'),
    nature: textOf(cells.description) || textOf(cells.category),
  }
}

export const typedFacts = (cells: Row<'purchases'>['cells']): Cells => {
  const named = (key: ColumnKey<'purchases'>): Named => [headingOf('purchases', key), cells[key]]
  const [heading, document] = named('document')
  return {
    date: named('date'),
    supplier: named('supplier'),
    document: [heading, isBlank(document) ? cells.receipt : document],
    gross: named('gross'),
    method: named('method'),
    nature: textOf(cells.nature),
  }
}

/** What the law asks of each purchase: the detail, how it was paid, and the document that proves it. */
export function readPurchase(
  cells: Cells,
): { readonly facts: PurchaseFacts } | { readonly missing: readonly string[] } {
  const date = readDate(cells.date[1])
  const gross = readScaled(cells.gross[1], 2)
  const method = paymentMethods.parse(textOf(cells.method[1]))
  const [supplier, document] = [textOf(cells.supplier[1]), textOf(cells.document[1])]
  const on = date.ok ? date.value : undefined
  const amount = gross.ok ? gross.value : undefined
  if (on === undefined || supplier === '' || document === '' || !amount || method === undefined)
    return {
      missing: [
        ...(on === undefined ? [cells.date[0]] : []),
        ...(supplier === '' ? [cells.supplier[0]] : []),
        ...(document === '' ? [cells.document[0]] : []),
        ...(amount ? [] : [cells.gross[0]]),
        ...(method === undefined ? [cells.method[0]] : []),
      ],
    }
  return { facts: { date: on, supplier, document, nature: cells.nature, gross: cents(amount), method } }
}

const isLink = (text: string): boolean => /^https?:\/\//i.test(text)

export const purchaseCells = (entry: PurchaseEntry): Readonly<Record<ColumnKey<'purchases'>, Cell>> => ({
  rank: entry.rank,
  date: entry.date,
  supplier: entry.supplier,
  document: isLink(entry.document) ? '' : entry.document,
  nature: entry.reverses === undefined ? entry.nature : `Annule la ligne ${entry.reverses} : ${entry.nature}`,
  gross: entry.gross / 100,
  method: paymentMethods.labels[entry.method],
  receipt: isLink(entry.document) ? entry.document : '',
})

import { monthOf, ordinal } from '@tabellion/shared/calendar'
import type { MatchInvoice } from './model.ts'
import { add, type MultiMap, remove } from './multimap.ts'
import { type NumberParts, readNumber } from './number.ts'
import { addNumber, emptyNumberIndex, type NumberIndex, removeNumber } from './number-index.ts'
import { compact, fold, runsOf } from './text.ts'
import { monthNamed } from './vocabulary.ts'

/** An invoice with what matching needs, computed once. */
export interface IndexedInvoice {
  readonly invoice: MatchInvoice
  readonly parts: NumberParts | undefined
  readonly quoteParts: NumberParts | undefined
  readonly orderKeys: readonly string[]
  /** Days since 1970. */
  readonly issuedAt: number
  readonly dueAt: number
  /** The month it bills, named in its subject, else its month of issue. */
  readonly month: number
}

export interface InvoiceIndex {
  readonly byId: Map<string, IndexedInvoice>
  readonly numbers: NumberIndex<IndexedInvoice>
  readonly quotes: NumberIndex<IndexedInvoice>
  readonly orders: MultiMap<string, IndexedInvoice>
  /** Open balances, in cents. */
  readonly openAmounts: MultiMap<number, IndexedInvoice>
  /** Totals of all invoices, settled ones too: how usual is this price, and what may have been paid before. */
  readonly totals: MultiMap<number, IndexedInvoice>
  /** What each client owes and is owed, oldest first. */
  readonly openByClient: Map<string, IndexedInvoice[]>
}

export const emptyInvoiceIndex = (): InvoiceIndex => ({
  byId: new Map(),
  numbers: emptyNumberIndex(),
  quotes: emptyNumberIndex(),
  orders: new Map(),
  openAmounts: new Map(),
  totals: new Map(),
  openByClient: new Map(),
})

export function addInvoice(index: InvoiceIndex, invoice: MatchInvoice): void {
  const item = indexed(invoice)
  index.byId.set(invoice.id, item)
  if (item.parts) addNumber(index.numbers, item.parts, item)
  if (item.quoteParts) addNumber(index.quotes, item.quoteParts, item)
  for (const key of item.orderKeys) add(index.orders, key, item)
  add(index.totals, invoice.total, item)
  if (invoice.open !== 0) {
    add(index.openAmounts, invoice.open, item)
    insertByAge(index.openByClient, item)
  }
}

export function removeInvoice(index: InvoiceIndex, id: string): void {
  const item = index.byId.get(id)
  if (!item) return
  index.byId.delete(id)
  if (item.parts) removeNumber(index.numbers, item.parts, item)
  if (item.quoteParts) removeNumber(index.quotes, item.quoteParts, item)
  for (const key of item.orderKeys) remove(index.orders, key, item)
  remove(index.totals, item.invoice.total, item)
  if (item.invoice.open === 0) return
  remove(index.openAmounts, item.invoice.open, item)
  remove(index.openByClient, item.invoice.clientId, item)
}

function indexed(invoice: MatchInvoice): IndexedInvoice {
  const named = invoice.subject
    ? runsOf(fold(invoice.subject), 0)
        .map((run) => (run.digits ? undefined : monthNamed(run.text)))
        .find((month) => month !== undefined)
    : undefined
  return {
    invoice,
    parts: readNumber(invoice.number, invoice.issuedOn),
    quoteParts: invoice.quote === undefined ? undefined : readNumber(invoice.quote, invoice.issuedOn),
    orderKeys: invoice.purchaseOrder === undefined ? [] : orderKeys(invoice.purchaseOrder),
    issuedAt: ordinal(invoice.issuedOn),
    dueAt: ordinal(invoice.dueOn),
    month: named ?? monthOf(invoice.issuedOn),
  }
}

/** The order number whole; its digits alone when they are many enough to be no accident. */
function orderKeys(order: string): string[] {
  const whole = compact(fold(order))
  const digits = whole.replace(/\D/g, '')
  const keys = digits.length >= 5 && digits !== whole ? [whole, digits] : [whole]
  return keys.filter((key) => key.length >= 4 && /\d/.test(key))
}

/** Age, then number, then id: a total order, so that the order of insertion does not show. */
export function byAge(a: IndexedInvoice, b: IndexedInvoice): number {
  return (
    a.issuedAt - b.issuedAt ||
    compareText(a.invoice.number, b.invoice.number) ||
    compareText(a.invoice.id, b.invoice.id)
  )
}

export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function insertByAge(map: Map<string, IndexedInvoice[]>, item: IndexedInvoice): void {
  const list = map.get(item.invoice.clientId)
  if (!list) {
    map.set(item.invoice.clientId, [item])
    return
  }
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    const other = list[middle]
    if (other && byAge(other, item) <= 0) low = middle + 1
    else high = middle
  }
  list.splice(low, 0, item)
}

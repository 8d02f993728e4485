import { monthOf, ordinal } from '@tabellion/shared/calendar'
import type { MatchInvoice } from './model.ts'
import { count, type MultiMap, remove } from './multimap.ts'
import { type NumberParts, readNumber } from './number.ts'
import { addNumber, emptyNumberIndex, type NumberIndex, removeNumber } from './number-index.ts'
import { compact, fold, runsOf } from './text.ts'
import { monthNamed } from './vocabulary.ts'

/** An invoice with what matching needs, computed once. */
export interface IndexedInvoice extends MatchInvoice {
  readonly parts: NumberParts | undefined
  /** The client's order number and the quote's, as they may be written. */
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
  readonly orders: MultiMap<string, IndexedInvoice>
  /** Open balances, in cents; each list oldest first. */
  readonly openAmounts: Map<number, IndexedInvoice[]>
  /** `client|balance`; each list oldest first. */
  readonly openAmountsOfClient: Map<string, IndexedInvoice[]>
  /** How many invoices have this total, settled or not: how usual is this price? */
  readonly totals: Map<number, number>
  /** Settled invoices by their total: what may be paid twice, or taken back. */
  readonly settled: MultiMap<number, IndexedInvoice>
  /** What each client owes and is owed, oldest first. */
  readonly openByClient: Map<string, IndexedInvoice[]>
}

export const emptyInvoiceIndex = (): InvoiceIndex => ({
  byId: new Map(),
  numbers: emptyNumberIndex(), 
  orders: new Map(),
  openAmounts: new Map(),
  openAmountsOfClient: new Map(),
  totals: new Map(), settled: new Map(),
  openByClient: new Map(),
})

export function addInvoice(index: InvoiceIndex, invoice: MatchInvoice): void {
  const item = indexed(invoice)
  index.byId.set(invoice.id, item)
  if (item.parts) addNumber(index.numbers, item.parts, item, insertByAge)
  for (const key of item.orderKeys) insertByAge(index.orders, key, item)
  count(index.totals, invoice.total, 1)
  if (invoice.open === 0) insertByAge(index.settled, invoice.total, item)
  else {
    insertByAge(index.openAmounts, invoice.open, item)
    insertByAge(index.openAmountsOfClient, clientAmount(invoice.clientId, invoice.open), item)
    insertByAge(index.openByClient, invoice.clientId, item)
  }
}

export function removeInvoice(index: InvoiceIndex, id: string): void {
  const item = index.byId.get(id)
  if (!item) return
  index.byId.delete(id)
  if (item.parts) removeNumber(index.numbers, item.parts, item)
  for (const key of item.orderKeys) remove(index.orders, key, item)
  count(index.totals, item.total, -1)
  if (item.open === 0) {
    remove(index.settled, item.total, item)
    return
  }
  remove(index.openAmounts, item.open, item)
  remove(index.openAmountsOfClient, clientAmount(item.clientId, item.open), item)
  remove(index.openByClient, item.clientId, item)
}

function indexed(invoice: MatchInvoice): IndexedInvoice {
  const named = invoice.subject
    ? runsOf(fold(invoice.subject), 0)
        .map((run) => (run.digits ? undefined : monthNamed(run.text)))
        .find((month) => month !== undefined)
    : undefined
  const parts = readNumber(invoice.number, invoice.issuedOn)
  return {
    ...invoice,
    parts,
    orderKeys: [invoice.purchaseOrder, invoice.quote].flatMap((order) => (order === undefined ? [] : orderKeys(order))),
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
    compareText(a.number, b.number) ||
    compareText(a.id, b.id)
  )
}

export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

export const clientAmount = (clientId: string, open: number): string => `${clientId}|${open}`

function insertByAge<Key>(map: Map<Key, IndexedInvoice[]>, key: Key, item: IndexedInvoice): void {
  const list = map.get(key)
  if (!list) map.set(key, [item])
  else list.splice(countUntil(list, (other) => byAge(other, item) <= 0), 0, item)
}

/** How many items of a list lie before the first that no longer `belongs`: the list is sorted so that those come first. */
export function countUntil(list: readonly IndexedInvoice[], belongs: (item: IndexedInvoice) => boolean): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    const item = list[middle]
    if (item && belongs(item)) low = middle + 1
    else high = middle
  }
  return low
}

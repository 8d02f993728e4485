import { monthOf, ordinal } from '@tabellion/shared/calendar'
import type { Cents } from '@tabellion/shared/money'
import type { MatchInvoice } from './model.ts'
import { count, type MultiMap, remove } from './multimap.ts'
import { type NumberParts, readNumber } from './number.ts'
import { addNumber, emptyNumberIndex, type NumberIndex, removeNumber } from './number-index.ts'
import { compact, fold } from './text.ts'
import { monthNamed } from './vocabulary.ts'

/** An invoice with what matching needs, computed once. Every field is there, always in this order: ten thousand objects of one shape are read fast. */
export interface IndexedInvoice {
  /** As it was given. */
  readonly source: MatchInvoice
  readonly id: string
  readonly number: string
  readonly clientId: string
  readonly total: Cents
  readonly open: Cents
  readonly discount: MatchInvoice['discount'] | undefined
  readonly instalments: MatchInvoice['instalments'] | undefined
  readonly method: string | undefined
  readonly creditOf: string | undefined
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
  totals: new Map(),
  settled: new Map(),
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

function indexed(source: MatchInvoice): IndexedInvoice {
  const { id, number, clientId, total, open, discount, instalments, method, creditOf, subject, issuedOn, dueOn } =
    source
  return {
    source,
    id,
    number,
    clientId,
    total,
    open,
    discount,
    instalments,
    method,
    creditOf,
    parts: readNumber(number, issuedOn),
    orderKeys: [...orderKeys(source.purchaseOrder), ...orderKeys(source.quote)],
    issuedAt: ordinal(issuedOn),
    dueAt: ordinal(dueOn),
    month: (subject && monthIn(subject)) || monthOf(issuedOn),
  }
}

function monthIn(subject: string): number | undefined {
  for (const word of fold(subject).split(/[^A-Z]+/)) {
    const month = monthNamed(word)
    if (month !== undefined) return month
  }
  return undefined
}

/** The order number whole; its digits alone when they are many enough to be no accident. */
function orderKeys(order: string | undefined): string[] {
  if (order === undefined) return []
  const whole = compact(fold(order))
  const digits = whole.replace(/\D/g, '')
  return (digits.length >= 5 && digits !== whole ? [whole, digits] : [whole]).filter(
    (key) => key.length >= 4 && digits !== '',
  )
}

/** Age, then number, then id: a total order, so that the order of insertion does not show. */
export function byAge(a: IndexedInvoice, b: IndexedInvoice): number {
  return a.issuedAt - b.issuedAt || compareText(a.number, b.number) || compareText(a.id, b.id)
}

export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

export const clientAmount = (clientId: string, open: number): string => `${clientId}|${open}`

function insertByAge<Key>(map: Map<Key, IndexedInvoice[]>, key: Key, item: IndexedInvoice): void {
  const list = map.get(key)
  const last = list?.at(-1)
  if (!list || !last) map.set(key, [item])
  else if (byAge(last, item) <= 0) list.push(item)
  else
    list.splice(
      countUntil(list, (other) => byAge(other, item) <= 0),
      0,
      item,
    )
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

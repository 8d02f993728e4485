import { monthOf, ordinal } from '@tabellion/shared/calendar'
import type { Cents } from '@tabellion/shared/money'
import type { MatchInvoice } from './model.ts'
import { add, changeInner, count, type MultiMap, remove } from './multimap.ts'
import { type NumberParts, readNumber } from './number.ts'
import { type Change, emptyNumberIndex, fileNumber, type NumberIndex } from './number-index.ts'
import { compact, fold, textsOf } from './text.ts'
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
}

export interface InvoiceIndex {
  readonly byId: Map<string, IndexedInvoice>
  readonly numbers: NumberIndex
  readonly orders: MultiMap<string, IndexedInvoice>
  /** Open balances, in cents. Here and below, each list is oldest first. */
  readonly openAmounts: MultiMap<number, IndexedInvoice>
  /** What each client owes and is owed. */
  readonly openByClient: MultiMap<string, IndexedInvoice>
  /** Of those, the credit notes. */
  readonly openCredits: MultiMap<string, IndexedInvoice>
  /** Client → balance → invoices. */
  readonly openAmountsOfClient: Map<string, MultiMap<number, IndexedInvoice>>
  /** How many invoices have this total, settled or not: how usual is this price? */
  readonly totals: Map<number, number>
  /** Settled invoices by their total: what may be paid twice, or taken back. */
  readonly settled: MultiMap<number, IndexedInvoice>
}

export const emptyInvoiceIndex = (): InvoiceIndex => ({
  byId: new Map(),
  numbers: emptyNumberIndex(),
  orders: new Map(),
  openAmounts: new Map(),
  openByClient: new Map(),
  openCredits: new Map(),
  openAmountsOfClient: new Map(),
  totals: new Map(),
  settled: new Map(),
})

export function addInvoices(index: InvoiceIndex, invoices: readonly MatchInvoice[]): void {
  // Oldest first: every list then grows at its end.
  for (const item of invoices.map(indexed).sort(byAge)) {
    index.byId.set(item.id, item)
    file(index, item, insertByAge, 1)
  }
}

export function removeInvoice(index: InvoiceIndex, id: string): void {
  const item = index.byId.get(id)
  if (!item) return
  index.byId.delete(id)
  file(index, item, remove, -1)
}

function file(index: InvoiceIndex, item: IndexedInvoice, change: Change<IndexedInvoice>, by: 1 | -1): void {
  const { clientId, total, open } = item
  if (item.parts) fileNumber(index.numbers, item.parts, item, change, by)
  for (const key of item.orderKeys) change(index.orders, key, item)
  count(index.totals, total, by)
  if (open === 0) {
    change(index.settled, total, item)
    return
  }
  change(index.openAmounts, open, item)
  change(index.openByClient, clientId, item)
  if (total < 0) change(index.openCredits, clientId, item)
  changeInner(index.openAmountsOfClient, clientId, (amounts) => change(amounts, open, item))
}

/** A client's invoices with exactly this balance. */
export const openOfClient = (
  { openAmountsOfClient }: InvoiceIndex,
  clientId: string,
  amount: number,
): readonly IndexedInvoice[] => openAmountsOfClient.get(clientId)?.get(amount) ?? []

function indexed(source: MatchInvoice): IndexedInvoice {
  const { id, number, clientId, total, open, discount, instalments, method, creditOf, issuedOn, dueOn } = source
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
    orderKeys: orderKeys(source),
    issuedAt: ordinal(issuedOn),
    dueAt: ordinal(dueOn),
  }
}

const MONTHS = new WeakMap<IndexedInvoice, number>()

/** The month it bills, named in its subject, else its month of issue: read when a line first names a month. */
export function monthBilled(item: IndexedInvoice): number {
  const known = MONTHS.get(item)
  if (known !== undefined) return known
  const { subject = '', issuedOn } = item.source
  const named = textsOf(fold(subject)).find((word) => monthNamed(word) !== undefined)
  const month = monthNamed(named ?? '') ?? monthOf(issuedOn)
  MONTHS.set(item, month)
  return month
}

/** The order number and the quote's, whole; their digits alone when they are many enough to be no accident. */
function orderKeys({ purchaseOrder, quote }: MatchInvoice): string[] {
  const keys: string[] = []
  for (const order of [purchaseOrder, quote]) {
    if (order === undefined) continue
    const whole = compact(fold(order))
    const digits = whole.replace(/\D/g, '')
    if (digits !== '' && whole.length >= 4) keys.push(whole)
    if (digits.length >= 5 && digits !== whole) keys.push(digits)
  }
  return keys
}

/** Age, then number, then id: a total order, so that the order of insertion does not show. */
export function byAge(a: IndexedInvoice, b: IndexedInvoice): number {
  return a.issuedAt - b.issuedAt || compareText(a.number, b.number) || compareText(a.id, b.id)
}

export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function insertByAge<Key>(map: MultiMap<Key, IndexedInvoice>, key: Key, item: IndexedInvoice): void {
  const list = map.get(key)
  const last = list?.at(-1)
  if (!list || !last || byAge(last, item) <= 0) add(map, key, item)
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

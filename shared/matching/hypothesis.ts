import type { IndexedInvoice } from './invoice-index.ts'
import type { Allocation } from './model.ts'
import type { Relation } from './relation.ts'

export interface Part {
  readonly item: IndexedInvoice
  /** By how much its balance would go down. */
  readonly settles: number
}

/** One reading of a line: these invoices, for these amounts. */
export interface Hypothesis {
  readonly parts: readonly Part[]
  readonly relation: Relation
  readonly scope: Scope
  /** How many invoices the search chose from: a sum found among many proves less. */
  readonly pool: number
  /** Money taken back: the day the line that brought it was booked, when it is known. */
  readonly receivedAt?: number
}

/** How it was found: one invoice, several of one client, a payout of a processor, a deposit of cheques or of card payments, money that goes out. */
export type Scope = 'single' | 'sum' | 'payout' | 'cheque' | 'terminal' | 'out'

/** What several clients paid by the same means, brought by one line. */
export const isGathered = ({ scope }: Hypothesis): boolean =>
  scope === 'payout' || scope === 'cheque' || scope === 'terminal'

export const one = (item: IndexedInvoice, relation: Relation, scope: Scope): Hypothesis => ({
  parts: [{ item, settles: relation.settles }],
  relation,
  scope,
  pool: 1,
})

/** All of them, whole. */
export const together = (
  balances: Balances,
  items: readonly IndexedInvoice[],
  relation: Relation,
  scope: Scope,
  pool: number,
): Hypothesis => ({
  parts: items.map((item) => ({ item, settles: balances.open(item) })),
  relation,
  scope,
  pool,
})

/** The invoices, whatever their order: two readings with the same key are one. */
export const keyOf = ({ parts }: Hypothesis): string =>
  parts
    .map(({ item }) => item.id)
    .sort()
    .join()
export const keyOfAllocations = (allocations: readonly Allocation[]): string =>
  allocations
    .map(({ invoiceId }) => invoiceId)
    .sort()
    .join()

/** Balances while a page is matched: what earlier lines took for sure, and what they only may take. */
export interface Balances {
  open(item: IndexedInvoice): number
  /** How probable it is that an earlier unsure line pays it. */
  promised(item: IndexedInvoice): number
  /** Invoices whose balance is no longer what the index says. */
  readonly touched: ReadonlySet<IndexedInvoice>
  /** Money that earlier lines of the page brought, by its amount. */
  received(amount: number): readonly Receipt[]
}

export interface Receipt {
  readonly parts: readonly Part[]
  readonly at: number
}

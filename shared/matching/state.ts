import type { InvoiceIndex } from './invoice-index.ts'
import type { Memory } from './memory.ts'
import type { MatchClient, MatchSeller } from './model.ts'
import type { NameIndex } from './name-index.ts'

/** All that is known when a page is matched: indexes of the ledger and what confirmations taught. */
export interface State {
  readonly seller: MatchSeller
  readonly clients: Map<string, MatchClient>
  readonly invoices: InvoiceIndex
  readonly names: NameIndex
  readonly memory: Memory
}

import { addInvoices, emptyInvoiceIndex, type InvoiceIndex } from './invoice-index.ts'
import { emptyMemory, type Memory } from './memory.ts'
import type { MatchClient, MatchLedger, MatchSeller } from './model.ts'
import { addClient, emptyNameIndex, type NameIndex, removeClient } from './name-index.ts'
import { fold, textsOf } from './text.ts'

/** All that is known when a page is matched: indexes of the ledger and what confirmations taught. */
export interface State {
  readonly seller: MatchSeller
  /** Words of the seller's own names, and of the processors' (in the seller's order). */
  readonly ownNames: readonly (readonly string[])[]
  readonly processorNames: readonly (readonly string[])[]
  readonly clients: Map<string, MatchClient>
  readonly invoices: InvoiceIndex
  readonly names: NameIndex
  readonly memory: Memory
}

export function createState({ seller, clients, invoices, forgotten }: MatchLedger): State {
  const state: State = {
    seller,
    ownNames: seller.names.map(wordsOfName),
    processorNames: (seller.processors ?? []).map(({ name }) => wordsOfName(name)),
    clients: new Map(),
    invoices: emptyInvoiceIndex(),
    names: emptyNameIndex(),
    memory: emptyMemory(forgotten),
  }
  for (const client of clients) putClient(state, client)
  addInvoices(state.invoices, invoices)
  return state
}

const wordsOfName = (name: string): string[] => textsOf(fold(name)).filter((word) => word.length > 1)

export function putClient(state: State, client: MatchClient): void {
  const known = state.clients.get(client.id)
  if (known) removeClient(state.names, known)
  state.clients.set(client.id, client)
  addClient(state.names, client)
}

import { addInvoice, compareText, emptyInvoiceIndex, type InvoiceIndex } from './invoice-index.ts'
import { emptyMemory, type Memory } from './memory.ts'
import type { MatchClient, MatchLedger, MatchSeller } from './model.ts'
import { addClient, emptyNameIndex, type NameIndex, removeClient } from './name-index.ts'

/** All that is known when a page is matched: indexes of the ledger and what confirmations taught. */
export interface State {
  readonly seller: MatchSeller
  readonly clients: Map<string, MatchClient>
  readonly invoices: InvoiceIndex
  readonly names: NameIndex
  readonly memory: Memory
}

export function createState({ seller, clients, invoices, forgotten }: MatchLedger): State {
  const state: State = {
    seller,
    clients: new Map(),
    invoices: emptyInvoiceIndex(),
    names: emptyNameIndex(),
    memory: emptyMemory(forgotten),
  }
  for (const client of clients) putClient(state, client)
  // Oldest first: every list of the index then grows at its end.
  for (const invoice of [...invoices].sort(
    (a, b) => compareText(a.issuedOn, b.issuedOn) || compareText(a.number, b.number),
  ))
    addInvoice(state.invoices, invoice)
  return state
}

export function putClient(state: State, client: MatchClient): void {
  const known = state.clients.get(client.id)
  if (known) removeClient(state.names, known)
  state.clients.set(client.id, client)
  addClient(state.names, client)
}

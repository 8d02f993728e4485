import { cents } from '@tabellion/shared/money'
import { addInvoice, emptyInvoiceIndex, removeInvoice } from './invoice-index.ts'
import { emptyMemory, learn, type Lesson, unlearn } from './memory.ts'
import type { Allocation, BankLine, Confirmation, MatchClient, MatchInvoice, MatchLedger } from './model.ts'
import { addClient, emptyNameIndex, removeClient } from './name-index.ts'
import { matchPage, type Outcome, type Training } from './page.ts'
import { readLine } from './reading.ts'
import type { State } from './state.ts'

export function createState(ledger: MatchLedger): State {
  const state: State = { seller: ledger.seller, clients: new Map(), invoices: emptyInvoiceIndex(), names: emptyNameIndex(), memory: emptyMemory() }
  for (const client of ledger.clients) putClient(state, client)
  for (const invoice of ledger.invoices) addInvoice(state.invoices, invoice)
  for (const confirmation of ledger.confirmed ?? []) learn(state.memory, lessonOf(state, confirmation))
  return state
}

export function putClient(state: State, client: MatchClient): void {
  const known = state.clients.get(client.id)
  if (known) removeClient(state.names, known)
  state.clients.set(client.id, client)
  addClient(state.names, client)
}

export function putInvoice(state: State, invoice: MatchInvoice): void {
  removeInvoice(state.invoices, invoice.id)
  addInvoice(state.invoices, invoice)
}

export function confirm(state: State, confirmation: Confirmation): void {
  undo(state, confirmation.line.id)
  learn(state.memory, lessonOf(state, confirmation))
  for (const allocation of confirmation.allocations) shift(state, allocation, -1)
}

export function undo(state: State, lineId: string): void {
  const lesson = unlearn(state.memory, lineId)
  for (const allocation of lesson?.allocations ?? []) shift(state, allocation, 1)
}

function shift(state: State, { invoiceId, amount }: Allocation, sign: 1 | -1): void {
  const item = state.invoices.byId.get(invoiceId)
  if (item) putInvoice(state, { ...item, open: cents(item.open + sign * amount) })
}

/** What a confirmation teaches: who pays, under which name, from which account, by which means, how late. */
function lessonOf(state: State, { line, allocations, clientId }: Confirmation): Lesson {
  const reading = readLine(line, state)
  const items = allocations.flatMap(({ invoiceId }) => state.invoices.byId.get(invoiceId) ?? [])
  const clientIds = [...new Set([...items.map((item) => item.clientId), ...(clientId === undefined ? [] : [clientId])])].sort()
  const gathers = reading.kind === 'payout' || reading.kind === 'cheque' || reading.kind === 'terminal' || reading.kind === 'cash'
  const nobody = clientIds.length === 0
  const named = clientIds.some((id) => (reading.names.get(id)?.share ?? 0) >= 0.66)
  const anyNamed = nobody && [...reading.names.values()].some((seen) => seen.share >= 0.66)
  const learnsName = line.amount > 0 && !gathers && !named && !anyNamed && clientIds.length <= 1 && reading.nameWords.length > 0
  return {
    line, allocations, clientIds, kind: reading.kind,
    alias: learnsName ? [...reading.nameWords].sort().join(' ') : undefined,
    iban: gathers || (nobody && line.amount < 0) ? undefined : line.iban,
    delays: line.amount > 0 ? items.filter((item) => item.total > 0).map((item) => reading.at - item.dueAt) : [],
  }
}

export const match = (state: State, lines: readonly BankLine[], training?: Training): Outcome[] => matchPage(state, lines, training)

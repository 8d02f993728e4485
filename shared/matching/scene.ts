import type { Balances } from './hypothesis.ts'
import { isAnyoneNamed, isAtLeast, type Payers } from './identify.ts'
import { byAge, countUntil, type IndexedInvoice } from './invoice-index.ts'
import type { Reading } from './reading.ts'
import type { State } from './state.ts'

/** A line, what it says, and the ledger at that moment of the page. */
export interface Scene {
  readonly state: State
  readonly reading: Reading
  readonly payers: Payers
  readonly balances: Balances
  /** Invoices cited in any way. */
  readonly cited: ReadonlySet<IndexedInvoice>
  /** Clients who may be the payer. */
  readonly clients: readonly string[]
  /** What clients owe, computed once. */
  readonly debts: Map<string, Debts>
}

/** What one client owes on a day. */
export interface Debts {
  /** Open invoices and credit notes, oldest first. */
  readonly open: readonly IndexedInvoice[]
  /** Invoices (no credit notes) already issued. */
  readonly due: readonly IndexedInvoice[]
}

/** Invoices may be paid a little before they are issued (a pro forma, a deposit). */
export const EARLIEST = 21
/** Of a client with hundreds of open invoices: the oldest, those cited, credit notes, and the latest. */
const OLDEST = 8
const LATEST = 16

export function createScene(state: State, reading: Reading, payers: Payers, balances: Balances): Scene {
  const cited = new Set<IndexedInvoice>()
  for (const citation of reading.citations)
    for (const item of citation.invoices) if (inTime(item, reading.at)) cited.add(item)
  return { state, reading, payers, balances, cited, clients: candidateClients(payers, cited), debts: new Map() }
}

/** Issued, or about to be. */
export const inTime = (item: IndexedInvoice, at: number): boolean => item.issuedAt <= at + EARLIEST

export function debtsOf(scene: Scene, clientId: string): Debts {
  const known = scene.debts.get(clientId)
  if (known) return known
  const { state, balances, reading } = scene
  const all = state.invoices.openByClient.get(clientId) ?? []
  const until = countUntil(all, (item) => inTime(item, reading.at))
  const near = until <= OLDEST + LATEST ? all.slice(0, until) : someOf(scene, clientId, all, until)
  const open = near.filter((item) => balances.open(item) !== 0)
  const debts = { open, due: open.filter((item) => item.total > 0 && item.issuedAt <= reading.at + 2) }
  scene.debts.set(clientId, debts)
  return debts
}

/** Found by what they are, not by reading through hundreds. */
function someOf({ cited, state }: Scene, clientId: string, all: readonly IndexedInvoice[], until: number) {
  const oldest = all.slice(0, OLDEST)
  const latest = all.slice(until - LATEST, until)
  const [after, before] = [oldest.at(-1), latest[0]]
  const isBetween = (item: IndexedInvoice) =>
    after && before && item.open !== 0 && byAge(after, item) < 0 && byAge(item, before) < 0
  const citedOfClient = [...cited].filter((item) => item.clientId === clientId)
  const between = [...(state.invoices.openCredits.get(clientId) ?? []), ...citedOfClient].filter(isBetween)
  return between.length === 0 ? [...oldest, ...latest] : [...new Set([...oldest, ...between, ...latest])].sort(byAge)
}

const MOST_CLIENTS = 5

/** Clients the line names, the clearest first, then those whose invoices it cites. */
function candidateClients(payers: Payers, cited: ReadonlySet<IndexedInvoice>): readonly string[] {
  // Once someone is clearly named, those who only share a word with the label are not looked at.
  const least = isAnyoneNamed(payers) ? 'shared' : 'word'
  const named = [...payers.byClient.values()].filter((payer) => isAtLeast(payer, least)).slice(0, MOST_CLIENTS)
  return [...new Set([...named, ...[...cited].slice(0, 24)].map(({ clientId }) => clientId))]
}

const AT_MOST = 10

/** Invoices with exactly this balance; of very many, the latest and the oldest. */
export function withOpen({ state, reading, balances }: Scene, amount: number): IndexedInvoice[] {
  const all = state.invoices.openAmounts.get(amount) ?? []
  const until = countUntil(all, (item) => inTime(item, reading.at))
  const near = until <= AT_MOST ? all.slice(0, until) : [...all.slice(0, 3), ...all.slice(until - AT_MOST + 3, until)]
  const same = near.filter((item) => balances.open(item) === amount)
  for (const item of balances.touched)
    if (item.open !== amount && balances.open(item) === amount && inTime(item, reading.at)) same.push(item)
  return same
}

/** How a client is known to pay: by this means at least half of the times, sometimes, never in many times, or too little is known. */
export type Habit = 'habit' | 'some' | 'unknown' | 'never'
const MANY_TIMES = 4

export function habitOf({ state }: Scene, item: IndexedInvoice, kind: 'cheque' | 'terminal' | 'payout'): Habit {
  if (item.method === kind) return 'habit'
  const habits = state.memory.habits.get(item.clientId)
  const times = habits?.kinds.get(kind) ?? 0
  if (!habits || times === 0) return habits && habits.lines >= MANY_TIMES ? 'never' : 'unknown'
  return times * 2 >= habits.lines ? 'habit' : 'some'
}

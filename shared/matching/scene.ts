import type { Balances } from './hypothesis.ts'
import { type Payers, rankOf } from './identify.ts'
import { countUntil, type IndexedInvoice } from './invoice-index.ts'
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
  return { state, reading, payers, balances, cited, debts: new Map() }
}

/** Issued, or about to be. */
export const inTime = (item: IndexedInvoice, at: number): boolean => item.issuedAt <= at + EARLIEST

export function debtsOf(scene: Scene, clientId: string): Debts {
  const known = scene.debts.get(clientId)
  if (known) return known
  const { state, balances, reading } = scene
  const all = state.invoices.openByClient.get(clientId) ?? []
  const until = countUntil(all, (item) => inTime(item, reading.at))
  const near =
    until <= OLDEST + LATEST
      ? all.slice(0, until)
      : [
          ...all.slice(0, OLDEST),
          ...all.slice(OLDEST, until - LATEST).filter((item) => item.total < 0 || scene.cited.has(item)),
          ...all.slice(until - LATEST, until),
        ]
  const open = near.filter((item) => balances.open(item) !== 0)
  const debts = { open, due: open.filter((item) => item.total > 0 && item.issuedAt <= reading.at + 2) }
  scene.debts.set(clientId, debts)
  return debts
}

const MOST_CLIENTS = 5

/** Clients the line names, the clearest first, then those whose invoices it cites. */
export function candidateClients(scene: Scene): string[] {
  const payers = [...scene.payers.byClient.values()]
  // Once someone is clearly named, those who only share a word with the label are not looked at.
  const clear = payers.some((payer) => rankOf(payer.level) <= rankOf('most'))
  const named = payers
    .filter((payer) => rankOf(payer.level) <= rankOf(clear ? 'shared' : 'word'))
    .sort(
      (a, b) =>
        rankOf(a.level) - rankOf(b.level) ||
        (b.name?.weight ?? 0) - (a.name?.weight ?? 0) ||
        (a.clientId < b.clientId ? -1 : 1),
    )
    .slice(0, MOST_CLIENTS)
    .map((payer) => payer.clientId)
  return [...new Set([...named, ...[...scene.cited].slice(0, 24).map((item) => item.clientId)])]
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

import { type Hypothesis, keyOf, type Balances, type Part, type Scope } from './hypothesis.ts'
import { byAge, type IndexedInvoice } from './invoice-index.ts'
import type { Payers } from './payer-evidence.ts'
import { rankOf } from './payer-evidence.ts'
import type { Reading } from './reading.ts'
import { netOf, type Relation, type RelationCode, relationTo } from './relation.ts'
import type { State } from './state.ts'
import { subsetsMaking } from './subsets.ts'

/** Invoices may be paid a little before they are issued (a pro forma, a deposit). */
export const EARLIEST = 21
const MOST_CLIENTS = 6
const MOST_TOGETHER = 6
const SUM_POOL = 18
const MOST_SUMS = 24
const WEAK: ReadonlySet<RelationCode> = new Set(['part', 'round-part', 'over', 'fee', 'share', 'equal-part', 'rounded-up'])

export interface Scene {
  readonly state: State
  readonly reading: Reading
  readonly payers: Payers
  readonly balances: Balances
}

/** Every reading worth weighing. Each is found through something that is in the line: a number, a name, the amount, a kind of operation. */
export function findHypotheses(scene: Scene): Hypothesis[] {
  const found = new Map<string, Hypothesis>()
  const keep = (hypothesis: Hypothesis) => {
    const key = keyOf(hypothesis)
    const known = found.get(key)
    if (!known || (known.leansOn ?? 1) < (hypothesis.leansOn ?? 1)) found.set(key, hypothesis)
  }
  if (scene.reading.line.amount < 0) for (const hypothesis of moneyOut(scene)) keep(hypothesis)
  else {
    const cited = citedInvoices(scene)
    for (const hypothesis of singles(scene, cited)) keep(hypothesis)
    for (const hypothesis of sums(scene, cited)) keep(hypothesis)
    for (const hypothesis of pooled(scene)) keep(hypothesis)
  }
  return [...found.values()]
}

/** Issued, or about to be. */
const inTime = (item: IndexedInvoice, at: number): boolean => item.issuedAt <= at + EARLIEST

export function openOf(scene: Scene, clientId: string): IndexedInvoice[] {
  const { state, balances, reading } = scene
  return (state.invoices.openByClient.get(clientId) ?? []).filter((item) => inTime(item, reading.at) && balances.open(item) !== 0)
}

function citedInvoices(scene: Scene): Set<IndexedInvoice> {
  const cited = new Set<IndexedInvoice>()
  const { citations, orders } = scene.reading
  for (const citation of citations.cited) for (const item of citation.invoices) if (inTime(item, scene.reading.at)) cited.add(item)
  for (const citation of orders) for (const item of citation.invoices) if (inTime(item, scene.reading.at)) cited.add(item)
  return cited
}

/** Clients the line names, and those whose invoices it cites. */
function candidateClients(scene: Scene, cited: ReadonlySet<IndexedInvoice>): string[] {
  const named = [...scene.payers.byClient.values()]
    .filter((payer) => rankOf(payer.level) <= rankOf('word'))
    .sort((a, b) => rankOf(a.level) - rankOf(b.level) || (b.name?.weight ?? 0) - (a.name?.weight ?? 0) || (a.clientId < b.clientId ? -1 : 1))
  return [...new Set([...named.slice(0, MOST_CLIENTS).map((payer) => payer.clientId), ...[...cited].slice(0, 24).map((item) => item.invoice.clientId)])]
}

function* singles(scene: Scene, cited: ReadonlySet<IndexedInvoice>): Iterable<Hypothesis> {
  const { reading, state, balances } = scene
  const amount = reading.line.amount
  const seen = new Set<IndexedInvoice>()
  const consider = function* (item: IndexedInvoice, weakToo: boolean): Iterable<Hypothesis> {
    seen.add(item)
    const tentative = balances.tentative(item)
    const options: [number, number | undefined][] = [[balances.open(item), undefined]]
    if (tentative && tentative.open > 0) options.push([tentative.open, tentative.probability])
    for (const [open, leansOn] of options) {
      const relation = relationTo(amount, open, item, reading.at, state.seller)
      if (!relation || (!weakToo && WEAK.has(relation.code))) continue
      yield one(item, relation, 'single', leansOn)
    }
  }
  for (const item of cited) if (item.invoice.total > 0) yield* consider(item, true)
  for (const clientId of candidateClients(scene, cited)) {
    const open = openOf(scene, clientId).filter((item) => item.invoice.total > 0 && !seen.has(item))
    const near = new Set([...open.slice(0, 4), ...open.filter((item) => item.issuedAt <= reading.at).slice(-4)])
    for (const item of open) yield* consider(item, near.has(item) || item.invoice.instalments !== undefined)
  }
  for (const item of withOpen(scene, amount)) if (!seen.has(item)) yield one(item, { code: 'exact', settles: amount }, 'single', undefined)
}

/** Invoices with exactly this balance, the nearest in time. */
function withOpen(scene: Scene, amount: number): IndexedInvoice[] {
  const { state, reading, balances } = scene
  const same = (state.invoices.openAmounts.get(amount) ?? []).filter((item) => inTime(item, reading.at) && balances.open(item) === amount)
  for (const item of balances.touched) if (item.invoice.open !== amount && balances.open(item) === amount && inTime(item, reading.at)) same.push(item)
  const distance = (item: IndexedInvoice): number => Math.abs(reading.at - item.dueAt)
  return same.sort((a, b) => distance(a) - distance(b) || byAge(a, b)).slice(0, 8)
}

const one = (item: IndexedInvoice, relation: Relation, scope: Scope, leansOn: number | undefined): Hypothesis => ({
  parts: [{ item, settles: relation.settles }], relation, scope, pool: 1, leansOn,
})

/** Several invoices of one client (credit notes too), or all that the label cites whoever owes them. */
function* sums(scene: Scene, cited: ReadonlySet<IndexedInvoice>): Iterable<Hypothesis> {
  const { reading, balances } = scene
  const amount = reading.line.amount
  for (const clientId of candidateClients(scene, cited)) {
    const open = openOf(scene, clientId)
    if (open.length < 2) continue
    const pool = choosePool(open, cited, reading.at)
    const values = pool.map((item) => balances.open(item))
    for (const subset of subsetsMaking(amount, values, MOST_TOGETHER, MOST_SUMS)) {
      const items = subset.flatMap((index) => pool[index] ?? [])
      if (items.some((item) => item.invoice.total > 0)) yield together(scene, items, { code: 'exact', settles: amount }, pool.length)
    }
    yield* runsOfInvoices(scene, open.filter((item) => item.issuedAt <= reading.at + 2), clientId)
  }
  yield* allCited(scene, cited)
}

/** The invoices a client may pay together: those cited, the oldest, the latest. */
function choosePool(open: readonly IndexedInvoice[], cited: ReadonlySet<IndexedInvoice>, at: number): IndexedInvoice[] {
  if (open.length <= SUM_POOL) return [...open]
  const half = SUM_POOL >> 1
  const due = open.filter((item) => item.issuedAt <= at)
  const chosen = new Set([...open.filter((item) => cited.has(item)).slice(0, half), ...due.slice(0, half), ...due.slice(-half)])
  return [...chosen].slice(0, SUM_POOL).sort(byAge)
}

/** Invoices that follow one another, however many: long runs are out of the subset search's reach. */
function* runsOfInvoices(scene: Scene, open: readonly IndexedInvoice[], _clientId: string): Iterable<Hypothesis> {
  const { reading, balances } = scene
  const amount = reading.line.amount
  const recent = open.slice(-40)
  for (let from = 0; from < recent.length; from += 1) {
    let total = 0
    for (let to = from; to < Math.min(recent.length, from + 14); to += 1) {
      const item = recent[to]
      if (!item) break
      total += balances.open(item)
      const together_ = to - from + 1
      if (together_ < 2) continue
      if (total === amount && together_ > MOST_TOGETHER) yield together(scene, recent.slice(from, to + 1), { code: 'exact', settles: amount }, recent.length)
      else if (total !== amount && Math.abs(total - amount) <= 2) yield together(scene, recent.slice(from, to + 1), { code: 'penny', settles: total, difference: amount - total }, recent.length)
    }
  }
}

/** All that the label cites in so many words. */
function* allCited(scene: Scene, _cited: ReadonlySet<IndexedInvoice>): Iterable<Hypothesis> {
  const { reading, balances, payers } = scene
  const amount = reading.line.amount
  const chosen: IndexedInvoice[] = []
  for (const citation of reading.citations.cited) {
    if (citation.how === 'elsewhere' || citation.how === 'bare') continue
    const open = citation.invoices.filter((item) => balances.open(item) !== 0 && inTime(item, reading.at) && !chosen.includes(item))
    const best = open.find((item) => payers.byClient.has(item.invoice.clientId)) ?? open[0]
    if (best) chosen.push(best)
  }
  if (chosen.length < 2) return
  const items = chosen.sort(byAge)
  const total = items.reduce((sum, item) => sum + balances.open(item), 0)
  const difference = amount - total
  if (difference === 0) yield together(scene, items, { code: 'exact', settles: amount }, items.length)
  else if (Math.abs(difference) <= 2) yield together(scene, items, { code: 'penny', settles: total, difference }, items.length)
  else if (Math.abs(difference) <= 99) yield together(scene, items, { code: 'pennies', settles: total, difference }, items.length)
  else if (difference < 0 && -difference <= 2_600 && -difference * 8 <= total) yield together(scene, items, { code: 'fee', settles: total, difference }, items.length)
  else if (difference > 0 && difference * 10 <= total) yield together(scene, items, { code: 'over', settles: total, difference }, items.length)
  else if (difference < 0) {
    // Part of a group: the oldest first (Code civil, art. 1342-10).
    let left: number = amount
    const parts: Part[] = []
    for (const item of items) {
      const settles = Math.min(left, balances.open(item))
      if (settles > 0) parts.push({ item, settles })
      left -= Math.max(0, settles)
    }
    yield { parts, relation: { code: 'part', settles: amount }, scope: 'sum', pool: items.length, leansOn: undefined }
  }
}

function together(scene: Scene, items: readonly IndexedInvoice[], relation: Relation, pool: number): Hypothesis {
  return { parts: items.map((item) => ({ item, settles: scene.balances.open(item) })), relation, scope: 'sum', pool, leansOn: undefined }
}

/** Operations that gather what several clients paid: a processor's payout, a deposit of cheques, card takings, cash. */
function* pooled(scene: Scene): Iterable<Hypothesis> {
  const { kind } = scene.reading
  if (kind === 'payout') yield* payouts(scene)
  if (kind === 'cheque') yield* gathered(scene, 'cheques', { days: 150, habit: 'cheque' })
  if (kind === 'terminal') yield* gathered(scene, 'terminal', { days: 12, habit: 'terminal' })
}

function* payouts(scene: Scene): Iterable<Hypothesis> {
  const { reading, state, balances } = scene
  const processor = reading.processor
  if (!processor) return
  const amount = reading.line.amount
  const pool = poolOf(scene, { days: 45, likely: (item) => item.invoice.method === processor.id || usedTo(scene, item, 'payout'), barred: (item) => item.invoice.method !== undefined && item.invoice.method !== processor.id })
  for (const item of pool.all) {
    const open = balances.open(item)
    if (netOf(open, processor) === amount) yield one(item, { code: 'net', settles: open, difference: amount - open }, 'payout', undefined)
  }
  const few = pool.likely.length >= 2 ? pool.likely.slice(-16) : pool.all.slice(-12)
  const more = [...new Set([...few, ...pool.all.slice(-(16 - few.length))])].slice(0, 16)
  for (const items of [few, more]) {
    const values = items.map((item) => netOf(balances.open(item), processor))
    for (const subset of subsetsMaking(amount, values, MOST_TOGETHER, MOST_SUMS)) {
      const chosen = subset.flatMap((index) => items[index] ?? [])
      const gross = chosen.reduce((sum, item) => sum + balances.open(item), 0)
      yield { ...together(scene, chosen, { code: 'net', settles: gross, difference: amount - gross }, items.length), scope: 'payout' }
    }
  }
  void state
}

function* gathered(scene: Scene, scope: 'cheques' | 'terminal', { days, habit }: { days: number; habit: 'cheque' | 'terminal' }): Iterable<Hypothesis> {
  const { reading, balances } = scene
  const amount = reading.line.amount
  const pool = poolOf(scene, { days, likely: (item) => item.invoice.method === habit || usedTo(scene, item, habit), barred: (item) => scene.state.seller.processors?.some(({ id }) => id === item.invoice.method) ?? false })
  const likely = pool.likely.slice(-16)
  const more = [...new Set([...pool.likely.slice(-10), ...pool.all.slice(-16)])].slice(0, 18)
  for (const items of [likely, more]) {
    const values = items.map((item) => balances.open(item))
    for (const subset of subsetsMaking(amount, values, MOST_TOGETHER, MOST_SUMS)) {
      const chosen = subset.flatMap((index) => items[index] ?? [])
      yield { ...together(scene, chosen, { code: 'exact', settles: amount }, items.length), scope }
    }
  }
}

/** Open invoices issued in the last `days`, oldest first; `likely` are those whose client pays this way. */
function poolOf(scene: Scene, wanted: { days: number; likely: (item: IndexedInvoice) => boolean; barred: (item: IndexedInvoice) => boolean }): { likely: IndexedInvoice[]; all: IndexedInvoice[] } {
  const { reading, state, balances } = scene
  const all: IndexedInvoice[] = []
  for (const list of state.invoices.openByClient.values())
    for (let at = list.length - 1; at >= 0; at -= 1) {
      const item = list[at]
      if (!item || item.issuedAt < reading.at - wanted.days) break
      if (item.issuedAt <= reading.at && balances.open(item) > 0 && !wanted.barred(item)) all.push(item)
    }
  all.sort(byAge)
  return { all, likely: all.filter(wanted.likely) }
}

export function usedTo({ state }: Scene, item: IndexedInvoice, kind: 'cheque' | 'terminal' | 'payout'): boolean {
  const habits = state.memory.habits.get(item.invoice.clientId)
  return habits !== undefined && (habits.kinds.get(kind) ?? 0) * 2 >= habits.lines
}

/** A refund of a credit note, or a payment that comes back. */
function* moneyOut(scene: Scene): Iterable<Hypothesis> {
  const { reading, state, balances } = scene
  const amount = reading.line.amount
  for (const item of withOpen(scene, amount)) yield one(item, { code: 'refund', settles: amount }, 'out', undefined)
  if (!reading.classes.has('reject')) return
  const reversible = new Set<IndexedInvoice>()
  for (const citation of reading.citations.cited) for (const item of citation.invoices) reversible.add(item)
  for (const item of state.invoices.totals.get(-amount) ?? []) reversible.add(item)
  for (const item of reversible) {
    const paid = item.invoice.total - balances.open(item)
    if (item.issuedAt <= reading.at && paid >= -amount) yield one(item, { code: 'reversal', settles: amount }, 'out', undefined)
  }
  for (const lesson of state.memory.byAmount.get(-amount) ?? []) {
    if (lesson.allocations.length < 2) continue
    const parts = lesson.allocations.flatMap(({ invoiceId, amount: settled }) => {
      const item = state.invoices.byId.get(invoiceId)
      return item ? [{ item, settles: -settled }] : []
    })
    if (parts.length === lesson.allocations.length) yield { parts, relation: { code: 'reversal', settles: amount }, scope: 'out', pool: 1, leansOn: undefined }
  }
}

import { type Hypothesis, one, together } from './hypothesis.ts'
import { byAge, countUntil, type IndexedInvoice } from './invoice-index.ts'
import { netOf } from './relation.ts'
import { habitOf, type Scene } from './scene.ts'
import { subsetsMaking } from './subsets.ts'

/** Operations that gather what several clients paid: a processor's payout, a deposit of cheques, the card takings of a day. */

const MOST = { payout: 6, cheque: 5, terminal: 5 }
const DAYS = { payout: 45, cheque: 150, terminal: 12 }
const LIKELY_POOL = 16
const WIDE_POOL = 44
const MOST_SUMS = 60

/** A payout: the net of each invoice, to the cent, by the processor's own tariff. */
export function payoutReadings(scene: Scene): Hypothesis[] {
  const found: Hypothesis[] = []
  const { reading, balances } = scene
  const processor = reading.processor
  if (!processor) return found
  const amount = reading.line.amount
  const recent = recentDebts(scene, DAYS.payout).filter(({ method }) => method === undefined || method === processor.id)
  for (const item of recent) {
    const open = balances.open(item)
    if (netOf(open, processor) === amount)
      found.push(one(item, { code: 'net', settles: open, difference: amount - open }, 'payout'))
  }
  const likely = recent
    .filter((item) => item.method === processor.id || ['habit', 'some'].includes(habitOf(scene, item, 'payout')))
    .slice(-LIKELY_POOL)
  const others = recent.filter((item) => !likely.includes(item) && habitOf(scene, item, 'payout') === 'unknown')
  for (const pool of [likely, [...likely, ...others.slice(-(LIKELY_POOL - likely.length))]]) {
    const values = pool.map((item) => netOf(balances.open(item), processor))
    for (const subset of subsetsMaking(amount, values, MOST.payout, MOST_SUMS)) {
      const items = subset.flatMap((index) => pool[index] ?? [])
      const gross = items.reduce((sum, item) => sum + balances.open(item), 0)
      found.push(
        together(balances, items, { code: 'net', settles: gross, difference: amount - gross }, 'payout', pool.length),
      )
    }
  }
  return found
}

/** Cheques of several clients, or the day's card payments: among those who pay this way, then among all who may. */
export function gatheredReadings(scene: Scene): Hypothesis[] {
  const { reading, balances, state } = scene
  const kind = reading.kind === 'cheque' ? 'cheque' : 'terminal'
  const amount = reading.line.amount
  const processors = new Set((state.seller.processors ?? []).map(({ id }) => id))
  const recent = recentDebts(scene, DAYS[kind]).filter(({ method }) => !processors.has(method ?? ''))
  const likely = recent.filter((item) => ['habit', 'some'].includes(habitOf(scene, item, kind))).slice(-LIKELY_POOL)
  const open = (pool: readonly IndexedInvoice[]) => pool.map((item) => balances.open(item))
  const read = (pool: readonly IndexedInvoice[], subset: readonly number[]) =>
    together(
      balances,
      subset.flatMap((index) => pool[index] ?? []),
      { code: 'exact', settles: amount },
      kind,
      pool.length,
    )
  const wide = recent.filter((item) => habitOf(scene, item, kind) !== 'never').slice(-WIDE_POOL)
  const most = Math.min(reading.cheques ?? 3, 4)
  return [
    ...subsetsMaking(amount, open(likely), MOST[kind], MOST_SUMS).map((subset) => read(likely, subset)),
    ...subsetsMaking(amount, open(wide), most, MOST_SUMS).map((subset) => read(wide, subset)),
  ]
}

/** Open invoices issued in the last `days`, oldest first. */
function recentDebts({ reading, state, balances }: Scene, days: number): IndexedInvoice[] {
  const recent: IndexedInvoice[] = []
  for (const list of state.invoices.openByClient.values()) {
    const until = countUntil(list, (item) => item.issuedAt <= reading.at)
    for (let at = until - 1; at >= 0; at -= 1) {
      const item = list[at]
      if (!item || item.issuedAt < reading.at - days) break
      if (balances.open(item) > 0) recent.push(item)
    }
  }
  return recent.sort(byAge)
}

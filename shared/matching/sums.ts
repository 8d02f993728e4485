import { type Balances, type Hypothesis, together } from './hypothesis.ts'
import { isAtLeast } from './identify.ts'
import { byAge, type IndexedInvoice } from './invoice-index.ts'
import type { Relation } from './relation.ts'
import { debtsOf, inTime, type Scene } from './scene.ts'
import { subsetsMaking } from './subsets.ts'

/** Of very many open invoices, fewer together: more would be an accident. */
const MOST_TOGETHER = (pool: number): number => (pool > 12 ? 3 : pool > 9 ? 5 : 6)
const POOL = 16
const MOST_SUMS = 12
const MOST_CLIENTS = 4

/** Several invoices of one client, credit notes included, or all that the label cites. */
export function sumReadings(scene: Scene): Hypothesis[] {
  const found: Hypothesis[] = []
  const { reading, payers, cited } = scene
  const amount = reading.line.amount
  const citedClients = new Set([...cited].map((item) => item.clientId))
  const clients = scene.clients.filter(
    (clientId) => isAtLeast(payers.byClient.get(clientId), 'part') || citedClients.has(clientId),
  )
  for (const clientId of clients.slice(0, MOST_CLIENTS)) {
    const { open, due } = debtsOf(scene, clientId)
    const pool = choosePool(open, scene)
    if (pool.length < 2) continue
    const values = pool.map((item) => scene.balances.open(item))
    for (const subset of subsetsMaking(amount, values, MOST_TOGETHER(pool.length), MOST_SUMS)) {
      const items = subset.flatMap((index) => pool[index] ?? [])
      if (items.some((item) => item.total > 0))
        found.push(together(scene.balances, items, { code: 'exact', settles: amount }, 'sum', pool.length))
    }
    const all = relationOfAll(amount, due, scene.balances)
    if (all && due.length > 1) found.push(together(scene.balances, due, all, 'sum', due.length))
  }
  const plainly = allCited(scene)
  if (plainly) found.push(plainly)
  return found
}

/** The invoices a client may pay together: none that is more than the amount and all credit notes; those cited, credit notes, the oldest, the latest. */
function choosePool(open: readonly IndexedInvoice[], { reading, balances, cited }: Scene): readonly IndexedInvoice[] {
  let most: number = reading.line.amount
  for (const item of open) most -= Math.min(0, balances.open(item))
  const fitting = open.filter((item) => balances.open(item) <= most)
  if (fitting.length <= POOL) return fitting
  const half = POOL >> 1
  const chosen = new Set([
    ...fitting.filter((item) => cited.has(item)).slice(0, half),
    ...fitting.filter((item) => item.total < 0).slice(0, half >> 1),
    ...fitting.slice(0, half),
    ...fitting.slice(-half),
  ])
  return [...chosen].slice(0, POOL).sort(byAge)
}

/** All that the label cites in so many words. */
function allCited(scene: Scene): Hypothesis | undefined {
  const { reading, balances, payers } = scene
  const amount = reading.line.amount
  const chosen: IndexedInvoice[] = []
  for (const citation of reading.citations) {
    if (citation.how === 'elsewhere' || citation.how === 'bare') continue
    const open = citation.invoices.filter(
      (item) => balances.open(item) !== 0 && inTime(item, reading.at) && !chosen.includes(item),
    )
    const best = open.find((item) => payers.byClient.has(item.clientId)) ?? open[0]
    if (best) chosen.push(best)
  }
  if (chosen.length < 2) return undefined
  const items = chosen.sort(byAge)
  const relation = relationOfAll(amount, items, balances)
  return relation && together(balances, items, relation, 'sum', items.length)
}

function relationOfAll(amount: number, items: readonly IndexedInvoice[], balances: Balances): Relation | undefined {
  const total = items.reduce((sum, item) => sum + balances.open(item), 0)
  const difference = amount - total
  if (difference === 0) return { code: 'exact', settles: total }
  if (Math.abs(difference) <= 99)
    return { code: Math.abs(difference) <= 2 ? 'penny' : 'pennies', settles: total, difference }
  return undefined
}

import { type Hypothesis, type Part, together } from './hypothesis.ts'
import { byAge, type IndexedInvoice } from './invoice-index.ts'
import { rankOf } from './identify.ts'
import type { Relation } from './relation.ts'
import { candidateClients, debtsOf, inTime, type Scene } from './scene.ts'
import { subsetsMaking } from './subsets.ts'

const MOST_TOGETHER = 6
const POOL = 16
const MOST_SUMS = 24
const MOST_CLIENTS = 4
const LONGEST_RUN = 14

/** Several invoices of one client, credit notes included, or all that the label cites. */
export function* sumReadings(scene: Scene): Iterable<Hypothesis> {
  const { reading, payers, cited } = scene
  const amount = reading.line.amount
  const clients = candidateClients(scene).filter((clientId) => {
    const payer = payers.byClient.get(clientId)
    return (payer && rankOf(payer.level) <= rankOf('part')) || [...cited].some((item) => item.invoice.clientId === clientId)
  })
  for (const clientId of clients.slice(0, MOST_CLIENTS)) {
    const { open, due } = debtsOf(scene, clientId)
    if (open.length < 2) continue
    const pool = choosePool(open, due, cited)
    const values = pool.map((item) => scene.balances.open(item))
    for (const subset of subsetsMaking(amount, values, MOST_TOGETHER, MOST_SUMS)) {
      const items = subset.flatMap((index) => pool[index] ?? [])
      if (items.some((item) => item.invoice.total > 0)) yield together(scene.balances, items, { code: 'exact', settles: amount }, 'sum', pool.length)
    }
    yield* consecutive(scene, due)
  }
  yield* allCited(scene)
}

/** The invoices a client may pay together: those cited, the oldest, the latest. */
function choosePool(open: readonly IndexedInvoice[], due: readonly IndexedInvoice[], cited: ReadonlySet<IndexedInvoice>): readonly IndexedInvoice[] {
  if (open.length <= POOL) return open
  const half = POOL >> 1
  const chosen = new Set([...open.filter((item) => cited.has(item)).slice(0, half), ...due.slice(0, half), ...due.slice(-half), ...open])
  return [...chosen].slice(0, POOL).sort(byAge)
}

/** Invoices that follow one another: longer runs than the subset search reaches, and sums a cent or two off. */
function* consecutive({ reading, balances }: Scene, due: readonly IndexedInvoice[]): Iterable<Hypothesis> {
  const amount = reading.line.amount
  const recent = due.slice(-30)
  for (let from = 0; from < recent.length - 1; from += 1) {
    let total = 0
    for (let to = from; to < Math.min(recent.length, from + LONGEST_RUN); to += 1) {
      const item = recent[to]
      if (!item) break
      total += balances.open(item)
      if (total > amount + 2) break
      const size = to - from + 1
      if (size < 2 || amount - total > 2) continue
      const relation = sumRelation(amount, total)
      if (relation && (relation.code !== 'exact' || size > MOST_TOGETHER)) yield together(balances, recent.slice(from, to + 1), relation, 'sum', recent.length)
    }
  }
}

/** All that the label cites in so many words. */
function* allCited(scene: Scene): Iterable<Hypothesis> {
  const { reading, balances, payers } = scene
  const amount = reading.line.amount
  const chosen: IndexedInvoice[] = []
  for (const citation of reading.citations) {
    if (citation.how === 'elsewhere' || citation.how === 'bare') continue
    const open = citation.invoices.filter((item) => balances.open(item) !== 0 && inTime(item, reading.at) && !chosen.includes(item))
    const best = open.find((item) => payers.byClient.has(item.invoice.clientId)) ?? open[0]
    if (best) chosen.push(best)
  }
  if (chosen.length < 2) return
  const items = chosen.sort(byAge)
  const total = items.reduce((sum, item) => sum + balances.open(item), 0)
  const relation = sumRelation(amount, total)
  if (relation) yield together(balances, items, relation, 'sum', items.length)
  else if (amount < total) yield oldestFirst(scene, items)
}

/** Part of a group, whatever is left: the oldest first, as Code civil art. 1342-10 has it. */
function oldestFirst({ reading, balances }: Scene, items: readonly IndexedInvoice[]): Hypothesis {
  let left: number = reading.line.amount
  const parts: Part[] = []
  for (const item of items) {
    const settles = Math.min(left, balances.open(item))
    if (settles !== 0) parts.push({ item, settles })
    left -= settles
  }
  return { parts, relation: { code: 'part', settles: reading.line.amount }, scope: 'sum', pool: items.length, leansOn: undefined }
}

function sumRelation(amount: number, total: number): Relation | undefined {
  const difference = amount - total
  if (difference === 0) return { code: 'exact', settles: total }
  if (Math.abs(difference) <= 2) return { code: 'penny', settles: total, difference }
  if (Math.abs(difference) <= 99) return { code: 'pennies', settles: total, difference }
  if (difference < 0 && -difference <= 2_600 && -difference * 8 <= total) return { code: -difference % 50 === 0 ? 'round-fee' : 'fee', settles: total, difference }
  if (difference > 0 && difference * 10 <= total) return { code: 'over', settles: total, difference }
  return undefined
}

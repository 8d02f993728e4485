import { gatheredReadings, payoutReadings } from './gathered.ts'
import { type Hypothesis, keyOf, one } from './hypothesis.ts'
import { type IndexedInvoice, openOfClient } from './invoice-index.ts'
import type { LineKind } from './kind.ts'
import { moneyOutReadings } from './money-out.ts'
import { type Relation, type RelationCode, relationTo, roundness } from './relation.ts'
import { debtsOf, type Scene, withOpen } from './scene.ts'
import { sumReadings } from './sums.ts'

/** Every reading worth weighing. Each is found through something that is in the line: a number, a name, the amount, a kind of operation. */
export function findHypotheses(scene: Scene): Hypothesis[] {
  const { kind, line } = scene.reading
  const refused = scene.state.memory.refusals.get(line.id)
  const all = line.amount < 0 ? distinct(moneyOutReadings(scene)) : moneyInReadings(scene, kind)
  return refused ? all.filter((hypothesis) => !refused.some(({ invoices }) => invoices === keyOf(hypothesis))) : all
}

function moneyInReadings(scene: Scene, kind: LineKind): Hypothesis[] {
  const groups = sumReadings(scene)
  if (kind === 'payout') groups.push(...payoutReadings(scene))
  if (kind === 'cheque' || kind === 'terminal') groups.push(...gatheredReadings(scene))
  return [...singleReadings(scene), ...distinct(groups)]
}

/** A group may be found in several ways. */
function distinct(hypotheses: Hypothesis[]): Hypothesis[] {
  if (hypotheses.length < 2) return hypotheses
  const seen = new Set<string>()
  return hypotheses.filter((hypothesis) => {
    const key = keyOf(hypothesis)
    return !seen.has(key) && seen.add(key)
  })
}

/** Relations that almost any invoice can have: asked only of invoices that something else points to. */
const WEAK: ReadonlySet<RelationCode> = new Set(['part', 'round-part', 'over', 'fee', 'rounded-up'])
/** And these, when the amount is round. */
const WEAK_IF_ROUND: ReadonlySet<RelationCode> = new Set(['share', 'equal-part'])

const isTelling = ({ code }: Relation, amount: number): boolean =>
  !WEAK.has(code) && !(WEAK_IF_ROUND.has(code) && roundness(amount) > 0.3)

const MOST_EXACT = 6

/** One invoice: cited, or of a client who is named, or of exactly this amount. */
function singleReadings(scene: Scene): Hypothesis[] {
  const { reading, state, balances } = scene
  const amount = reading.line.amount
  const found: Hypothesis[] = []
  const seen = new Set<IndexedInvoice>()
  const consider = (item: IndexedInvoice, weakToo: boolean) => {
    if (item.total < 0 || seen.has(item)) return
    seen.add(item)
    const relation = relationTo(amount, balances.open(item), item, reading.at, state.seller)
    if (relation && (weakToo || isTelling(relation, amount))) found.push(one(item, relation, 'single'))
  }
  for (const item of scene.cited) consider(item, true)
  for (const clientId of scene.clients) {
    const { open, due } = debtsOf(scene, clientId)
    for (const item of due.slice(0, 4)) consider(item, true)
    for (const item of due.slice(-4)) consider(item, true)
    for (const item of open) consider(item, false)
    // Among a client's hundreds of invoices, those of exactly this amount.
    for (const item of openOfClient(state.invoices, clientId, amount).slice(0, MOST_EXACT)) consider(item, false)
  }
  for (const item of withOpen(scene, amount)) consider(item, false)
  return found
}

import { gatheredReadings, payoutReadings } from './gathered.ts'
import { type Hypothesis, keyOf, one } from './hypothesis.ts'
import type { IndexedInvoice } from './invoice-index.ts'
import { moneyOutReadings } from './money-out.ts'
import { type Relation, type RelationCode, relationTo, roundness } from './relation.ts'
import { candidateClients, debtsOf, type Scene, withOpen } from './scene.ts'
import { sumReadings } from './sums.ts'

/** Every reading worth weighing. Each is found through something that is in the line: a number, a name, the amount, a kind of operation. */
export function findHypotheses(scene: Scene): Hypothesis[] {
  const found: Hypothesis[] = []
  const groups = new Set<string>()
  for (const hypothesis of readings(scene)) {
    // Single invoices come once each; a group may be found in several ways.
    if (hypothesis.parts.length > 1 || hypothesis.scope !== 'single') {
      const key = keyOf(hypothesis)
      if (groups.has(key)) continue
      groups.add(key)
    }
    found.push(hypothesis)
  }
  return found
}

function* readings(scene: Scene): Iterable<Hypothesis> {
  if (scene.reading.line.amount < 0) return yield* moneyOutReadings(scene)
  yield* singleReadings(scene)
  yield* sumReadings(scene)
  if (scene.reading.kind === 'payout') yield* payoutReadings(scene)
  if (scene.reading.kind === 'cheque' || scene.reading.kind === 'terminal') yield* gatheredReadings(scene)
}

/** Relations that almost any invoice can have: asked only of invoices that something else points to. */
const WEAK: ReadonlySet<RelationCode> = new Set(['part', 'round-part', 'over', 'fee', 'rounded-up'])
/** And these, when the amount is round. */
const WEAK_IF_ROUND: ReadonlySet<RelationCode> = new Set(['share', 'equal-part'])

const telling = ({ code }: Relation, amount: number): boolean => !WEAK.has(code) && !(WEAK_IF_ROUND.has(code) && roundness(amount) > 0.3)

/** One invoice: cited, or of a client who is named, or of exactly this amount. */
function* singleReadings(scene: Scene): Iterable<Hypothesis> {
  const { reading } = scene
  const seen = new Set<IndexedInvoice>()
  for (const item of scene.cited) {
    if (item.total < 0) continue
    seen.add(item)
    yield* readingsOf(scene, item, true)
  }
  for (const clientId of candidateClients(scene)) {
    const debts = debtsOf(scene, clientId)
    const near = new Set([...debts.due.slice(0, 4), ...debts.due.slice(-4)])
    for (const item of [...debts.open, ...exactOf(scene, clientId)]) {
      if (item.total < 0 || seen.has(item)) continue
      seen.add(item)
      yield* readingsOf(scene, item, near.has(item))
    }
  }
  const amount = reading.line.amount
  for (const item of withOpen(scene, amount)) if (!seen.has(item)) yield one(item, { code: 'exact', settles: amount }, 'single')
}

/** Among a client's hundreds of invoices, those of exactly this amount. */
function exactOf({ state, reading, balances }: Scene, clientId: string): IndexedInvoice[] {
  const same = state.invoices.openAmountsOfClient.get(`${clientId}|${reading.line.amount}`) ?? []
  return same.slice(0, 6).filter((item) => balances.open(item) === reading.line.amount)
}

function* readingsOf({ reading, state, balances }: Scene, item: IndexedInvoice, weakToo: boolean): Iterable<Hypothesis> {
  const relation = relationTo(reading.line.amount, balances.open(item), item, reading.at, state.seller)
  if (relation && (weakToo || telling(relation, reading.line.amount))) yield one(item, relation, 'single')
}

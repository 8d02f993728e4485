import { decide } from './decision.ts'
import { findCopies } from './duplicates.ts'
import type { Rivalry } from './evidence.ts'
import type { Balances, Receipt } from './hypothesis.ts'
import { identifyPayers } from './identify.ts'
import { compareText, type IndexedInvoice } from './invoice-index.ts'
import type { BankLine, Decision } from './model.ts'
import { readLine } from './reading.ts'
import { createScene, type Scene } from './scene.ts'
import type { State } from './state.ts'
import { type Weighing, type Weights, weigh } from './weigh.ts'

export interface Outcome {
  readonly line: BankLine
  readonly decision: Decision
  readonly weighing: Weighing | undefined
  /** The same operation, read elsewhere: this one is the copy. */
  readonly duplicateOf: string | undefined
  /** A copy of this line follows. */
  readonly repeatedBy: string | undefined
}

/** For training: other weights, and a look at every weighing. */
export interface Training {
  readonly weights?: Weights
  readonly onWeighed?: (weighing: Weighing) => void
}

const NO_RIVALS: Rivalry = () => 0

/** Lines in the order their money came, whatever order they were given in. */
const inOrder = (lines: readonly BankLine[]): BankLine[] =>
  [...lines].sort((a, b) => compareText(a.bookedOn, b.bookedOn) || a.amount - b.amount || compareText(a.label, b.label) || compareText(a.id, b.id))

/**
 * A page of lines, decided together. First each line is weighed as if it were alone; then, in the order the money came, with what earlier lines took
 * and what later lines claim better. A balance taken for sure is gone; one that is only proposed weighs on those who want it too.
 */
export function matchPage(state: State, lines: readonly BankLine[], training: Training = {}): Outcome[] {
  const ordered = inOrder(lines)
  const copies = findCopies(state.memory, ordered)
  const page = pageBalances()
  const alone = ordered.map((line) => {
    if (copies.dropped.has(line.id)) return undefined
    const reading = readLine(line, state)
    return weigh(createScene(state, reading, identifyPayers(reading, state), page.balances), NO_RIVALS, training.weights)
  })
  const claims = alone.map((weighing) => (weighing ? claimsOf(weighing) : new Map<IndexedInvoice, number>()))
  const strongestLater = laterClaims(claims)
  return ordered.map((line, index): Outcome => {
    const first = alone[index]
    const base = { line, duplicateOf: copies.of.get(line.id), repeatedBy: copies.by.get(line.id) }
    if (!first) return { ...base, decision: 'none', weighing: undefined }
    const own = claims[index]
    const later = strongestLater[index]
    const rivalry: Rivalry = (item) => Math.max(0, (later?.get(item) ?? 0) - (own?.get(item) ?? 0))
    const weighing = page.changes(first) || contested(first, rivalry) ? weigh(createScene(state, first.scene.reading, first.scene.payers, page.balances), rivalry, training.weights) : first
    training.onWeighed?.(weighing)
    const decision = decide(weighing, base.duplicateOf !== undefined)
    page.record(decision, weighing)
    return { ...base, decision, weighing }
  })
}

/** Claims below this change nothing that shows. */
const FAINT = 0.05

const contested = (weighing: Weighing, rivalry: Rivalry): boolean => weighing.readings.some(({ hypothesis }) => hypothesis.parts.some(({ item }) => rivalry(item) > FAINT))

/** How much of a line's probability goes to each invoice. */
function claimsOf(weighing: Weighing): Map<IndexedInvoice, number> {
  const claims = new Map<IndexedInvoice, number>()
  for (const { hypothesis, probability, equals } of weighing.readings) {
    if (probability < FAINT) break
    if (equals === 1) for (const { item } of hypothesis.parts) claims.set(item, Math.min(1, (claims.get(item) ?? 0) + probability))
  }
  return claims
}

/** For each line, the strongest claim that any later line has on each invoice. */
function laterClaims(claims: readonly Map<IndexedInvoice, number>[]): ReadonlyMap<IndexedInvoice, number>[] {
  const strongest: ReadonlyMap<IndexedInvoice, number>[] = []
  let after = new Map<IndexedInvoice, number>()
  for (let index = claims.length - 1; index >= 0; index -= 1) {
    strongest[index] = after
    const own = claims[index]
    if (!own || own.size === 0) continue
    after = new Map(after)
    for (const [item, claim] of own) after.set(item, Math.max(claim, after.get(item) ?? 0))
  }
  return strongest
}

/** From this probability on, money that a later line takes back may be what this line brought. */
const LIKELY = 0.3

function pageBalances() {
  const taken = new Map<IndexedInvoice, number>()
  const promises = new Map<IndexedInvoice, number>()
  const touched = new Set<IndexedInvoice>()
  const changedClients = new Set<string>()
  const receipts = new Map<number, Receipt[]>()
  const balances: Balances = {
    open: (item) => item.open - (taken.get(item) ?? 0),
    promised: (item) => promises.get(item) ?? 0,
    touched,
    received: (amount) => receipts.get(amount) ?? [],
  }
  const note = (item: IndexedInvoice) => changedClients.add(item.clientId)

  function record(decision: Decision, { scene, readings }: Weighing): void {
    const best = readings[0]
    if (!best) return
    const { line, at } = scene.reading
    if (line.amount > 0 && best.probability >= LIKELY) {
      const receipt = { parts: best.hypothesis.parts, at }
      receipts.set(line.amount, [...(receipts.get(line.amount) ?? []), receipt])
    }
    if (decision === 'automatic') {
      for (const { item, settles } of best.hypothesis.parts) {
        taken.set(item, (taken.get(item) ?? 0) + settles)
        touched.add(item)
        note(item)
      }
      return
    }
    for (const { hypothesis, probability } of readings.slice(0, 6)) {
      if (probability < 0.05) break
      for (const { item } of hypothesis.parts) {
        promises.set(item, 1 - (1 - balances.promised(item)) * (1 - Math.min(1, probability)))
        note(item)
      }
    }
  }

  /** Has anything this weighing looked at changed since it was made? */
  function changes({ scene, readings }: Weighing): boolean {
    if (changedClients.size === 0) return false
    const { kind, line } = scene.reading
    if (line.amount < 0 || kind === 'payout' || kind === 'cheque' || kind === 'terminal') return true
    for (const clientId of scene.debts.keys()) if (changedClients.has(clientId)) return true
    for (const item of touched) if (balances.open(item) === line.amount) return true
    return readings.some(({ hypothesis }) => hypothesis.parts.some(({ item }) => changedClients.has(item.clientId)))
  }
  return { balances, record, changes }
}

export type { Scene }

import { findHypotheses, type Scene } from './candidates.ts'
import { decide } from './decision.ts'
import { sameOperation } from './duplicates.ts'
import { type Evidence, evidenceFor, evidenceForNothing, type Rivalry } from './evidence.ts'
import type { Balances, Hypothesis } from './hypothesis.ts'
import type { IndexedInvoice } from './invoice-index.ts'
import type { BankLine, Decision } from './model.ts'
import { identifyPayers } from './payer-evidence.ts'
import { readLine } from './reading.ts'
import { scoreOf, softmax } from './score.ts'
import type { State } from './state.ts'

export interface Weighed {
  readonly hypothesis: Hypothesis
  readonly evidence: readonly Evidence[]
  readonly score: number
  readonly probability: number
}

/** Every reading of one line, likeliest first, and that it pays nothing. */
export interface Weighing {
  readonly scene: Scene
  readonly readings: readonly Weighed[]
  readonly nothing: { readonly evidence: readonly Evidence[]; readonly score: number; readonly probability: number }
}

export interface Outcome {
  readonly line: BankLine
  readonly decision: Decision
  readonly weighing: Weighing | undefined
  readonly duplicateOf: string | undefined
}

const NO_RIVALS: Rivalry = () => 0

export function weigh(scene: Scene, rivalry: Rivalry, weights?: Readonly<Record<string, number>>): Weighing {
  const scored = findHypotheses(scene).map((hypothesis) => {
    const evidence = evidenceFor(hypothesis, scene, rivalry)
    return { hypothesis, evidence, score: scoreOf(evidence, weights) }
  })
  const against = evidenceForNothing(scene)
  const nothing = scoreOf(against, weights)
  const probabilities = softmax([nothing, ...scored.map(({ score }) => score)])
  const readings = scored
    .map((reading, index) => ({ ...reading, probability: probabilities[index + 1] ?? 0 }))
    .sort((a, b) => b.score - a.score || (keyOfAge(a.hypothesis) < keyOfAge(b.hypothesis) ? -1 : 1))
  return { scene, readings, nothing: { evidence: against, score: nothing, probability: probabilities[0] ?? 1 } }
}

const keyOfAge = ({ parts }: Hypothesis): string => parts.map(({ item }) => `${item.issuedAt}${item.invoice.number}${item.invoice.id}`).join()

/** Lines in the order their money came, whatever order they were given in. */
export const inOrder = (lines: readonly BankLine[]): BankLine[] =>
  [...lines].sort((a, b) => compare(a.bookedOn, b.bookedOn) || a.amount - b.amount || compare(a.label, b.label) || compare(a.id, b.id))
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * A page of lines, decided together. First each line is weighed as if it were alone; then, in the order the money came, each is weighed again with
 * what earlier lines took and what later lines claim better. A balance taken for sure is gone; one that is only proposed weighs on those who want it too.
 */
export function matchPage(state: State, lines: readonly BankLine[], weights?: Readonly<Record<string, number>>, onWeighed?: (weighing: Weighing) => void): Outcome[] {
  const ordered = inOrder(lines)
  const copies = findCopies(state, ordered)
  const page = pageBalances()
  const scenes = ordered.map((line): Scene | undefined => {
    if (copies.has(line.id)) return undefined
    const reading = readLine(line, state)
    return { state, reading, payers: identifyPayers(reading, state), balances: page.balances }
  })
  const claims = scenes.map((scene) => (scene ? claimsOf(weigh(scene, NO_RIVALS, weights)) : new Map<IndexedInvoice, number>()))
  return ordered.map((line, index): Outcome => {
    const scene = scenes[index]
    if (!scene) return { line, decision: 'none', weighing: undefined, duplicateOf: copies.get(line.id) }
    const own = claims[index] ?? new Map<IndexedInvoice, number>()
    const rivalry: Rivalry = (item) => {
      let most = 0
      for (let later = index + 1; later < claims.length; later += 1) most = Math.max(most, claims[later]?.get(item) ?? 0)
      return Math.max(0, most - (own.get(item) ?? 0))
    }
    const weighing = weigh(scene, rivalry, weights)
    onWeighed?.(weighing)
    const decision = decide(weighing)
    page.record(decision, weighing)
    return { line, decision, weighing, duplicateOf: undefined }
  })
}

function claimsOf(weighing: Weighing): Map<IndexedInvoice, number> {
  const claims = new Map<IndexedInvoice, number>()
  for (const { hypothesis, probability } of weighing.readings) {
    if (probability < 0.01) continue
    for (const { item } of hypothesis.parts) claims.set(item, (claims.get(item) ?? 0) + probability)
  }
  return claims
}

/** Copies of an earlier line of the page, or of one already decided. */
function findCopies(state: State, ordered: readonly BankLine[]): Map<string, string> {
  const copies = new Map<string, string>()
  const byAmount = new Map<number, BankLine[]>()
  const original = new Set<string>()
  for (const line of ordered) {
    const earlier = [...(state.memory.byAmount.get(line.amount) ?? []).map((lesson) => lesson.line), ...(byAmount.get(line.amount) ?? [])]
    const same = earlier.find((other) => !copies.has(other.id) && !original.has(other.id) && sameOperation(other, line))
    if (same) {
      copies.set(line.id, same.id)
      original.add(same.id)
    }
    byAmount.set(line.amount, [...(byAmount.get(line.amount) ?? []), line])
  }
  return copies
}

function pageBalances() {
  const taken = new Map<IndexedInvoice, number>()
  const promises = new Map<IndexedInvoice, number>()
  const tentatives = new Map<IndexedInvoice, { open: number; probability: number }>()
  const touched = new Set<IndexedInvoice>()
  const balances: Balances = {
    open: (item) => item.invoice.open - (taken.get(item) ?? 0),
    tentative: (item) => tentatives.get(item),
    promised: (item) => promises.get(item) ?? 0,
    touched,
  }
  function record(decision: Decision, { readings }: Weighing): void {
    const best = readings[0]
    if (!best) return
    if (decision === 'automatic') {
      for (const { item, settles } of best.hypothesis.parts) {
        taken.set(item, (taken.get(item) ?? 0) + settles)
        touched.add(item)
        tentatives.delete(item)
      }
      return
    }
    for (const { hypothesis, probability } of readings.slice(0, 6)) {
      if (probability < 0.05) break
      for (const { item } of hypothesis.parts) promises.set(item, 1 - (1 - balances.promised(item)) * (1 - probability))
    }
    if (best.probability < 0.3) return
    for (const { item, settles } of best.hypothesis.parts) {
      const base = balances.tentative(item)?.open ?? balances.open(item)
      tentatives.set(item, { open: base - settles, probability: best.probability })
    }
  }
  return { balances, record }
}

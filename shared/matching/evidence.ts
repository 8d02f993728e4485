import { amountEvidence } from './evidence-amount.ts'
import { dateEvidence } from './evidence-date.ts'
import { groupEvidence } from './evidence-group.ts'
import { numberEvidence } from './evidence-number.ts'
import { outEvidence } from './evidence-out.ts'
import { payerEvidence } from './evidence-payer.ts'
import type { Hypothesis } from './hypothesis.ts'
import type { IndexedInvoice } from './invoice-index.ts'
import type { Scene } from './scene.ts'
import type { Code } from './weights.ts'

/** A piece of evidence and how much of it there is. */
export type Evidence = readonly [Code, number]
export type Say = (code: Code, amount?: number) => void

const ONCE = new Map<Code, Evidence>()

/** Most evidence is there once or not at all: one value for each code spares a page thousands of allocations. */
export function once(code: Code): Evidence {
  const known = ONCE.get(code) ?? [code, 1]
  ONCE.set(code, known)
  return known
}

/** How much more than this line a later line of the page claims an invoice: 0..1. */
export type Rivalry = (item: IndexedInvoice) => number

/** All that speaks for and against one reading of a line. */
export function evidenceFor(hypothesis: Hypothesis, scene: Scene, rivalry: Rivalry): Evidence[] {
  const all: Evidence[] = []
  const say: Say = (code, amount = 1) => {
    if (amount === 1) all.push(once(code))
    else if (amount !== 0) all.push([code, amount])
  }
  const told = numberEvidence(hypothesis, scene, say)
  payerEvidence(hypothesis, scene, say)
  amountEvidence(hypothesis, scene, say)
  if (hypothesis.scope === 'out') outEvidence(hypothesis, scene, say)
  else {
    dateEvidence(hypothesis, scene, told, say)
    groupEvidence(hypothesis, scene, told, say)
    pageEvidence(hypothesis, scene, rivalry, say)
  }
  return all
}

const FAINT = 0.05

/** Other lines of the page want the same invoices. */
function pageEvidence({ parts }: Hypothesis, { balances }: Scene, rivalry: Rivalry, say: Say): void {
  let promised = 0
  let rival = 0
  for (const { item } of parts) {
    promised = Math.max(promised, balances.promised(item))
    rival = Math.max(rival, rivalry(item))
  }
  if (promised > FAINT) say('page.promised', Math.log(1 - Math.min(0.98, promised)))
  if (rival > FAINT) say('page.rival', rival)
}

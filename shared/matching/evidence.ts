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

/** How much more than this line a later line of the page claims an invoice: 0..1. */
export type Rivalry = (item: IndexedInvoice) => number

/** All that speaks for and against one reading of a line. */
export function evidenceFor(hypothesis: Hypothesis, scene: Scene, rivalry: Rivalry): Evidence[] {
  const all: Evidence[] = []
  const say: Say = (code, amount = 1) => {
    if (amount !== 0) all.push([code, amount])
  }
  numberEvidence(hypothesis, scene, say)
  payerEvidence(hypothesis, scene, say)
  amountEvidence(hypothesis, scene, say)
  if (hypothesis.scope === 'out') outEvidence(hypothesis, scene, say)
  else {
    dateEvidence(hypothesis, scene, say)
    groupEvidence(hypothesis, scene, say)
    pageEvidence(hypothesis, scene, rivalry, say)
  }
  return all
}

/** Other lines of the page want the same invoices. */
function pageEvidence({ parts }: Hypothesis, { balances }: Scene, rivalry: Rivalry, say: Say): void {
  let promised = 0
  let rival = 0
  for (const { item } of parts) {
    promised = Math.max(promised, balances.promised(item))
    rival = Math.max(rival, rivalry(item))
  }
  if (promised > 0.02) say('page.promised', Math.log(1 - Math.min(0.98, promised)))
  if (rival > 0.02) say('page.rival', rival)
}

import type { Say } from './evidence.ts'
import { weakestPayer } from './evidence-payer.ts'
import type { Hypothesis } from './hypothesis.ts'
import { rankOf } from './identify.ts'
import type { Scene } from './scene.ts'

/** Money that leaves: who gets it back, and was it received before? */
export function outEvidence(hypothesis: Hypothesis, scene: Scene, say: Say): void {
  const { reading } = scene
  if (rankOf(weakestPayer(hypothesis, scene).level) <= rankOf('part')) say('out.named')
  else if (reading.strangers > 0) say('out.stranger')
  if (reading.classes.has('reject')) say('out.rejected')
  const item = hypothesis.parts[0]?.item
  if (!item) return
  if (hypothesis.receivedAt !== undefined) {
    say('out.same-line')
    say('out.delay', Math.min(8, (reading.at - hypothesis.receivedAt) / 7))
  } else if (hypothesis.relation.code === 'reversal') say('out.settled')
  if (hypothesis.leansOn !== undefined) say('page.leans', Math.log(Math.max(0.02, hypothesis.leansOn)))
  if (reading.at - item.issuedAt <= 60) say('out.recent')
}

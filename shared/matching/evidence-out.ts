import type { Say } from './evidence.ts'
import { weakestPayer } from './evidence-payer.ts'
import type { Hypothesis } from './hypothesis.ts'
import { isAtLeast } from './identify.ts'
import type { Scene } from './scene.ts'

/** Money that leaves: who gets it back, and was it received before? */
export function outEvidence(hypothesis: Hypothesis, scene: Scene, say: Say): void {
  const { at, strangers } = scene.reading
  if (isAtLeast(weakestPayer(hypothesis, scene), 'part')) say('out.named')
  else if (strangers > 0) say('out.stranger')
  if (hypothesis.receivedAt !== undefined) {
    say('out.same-line')
    say('out.delay', Math.min(8, (at - hypothesis.receivedAt) / 7))
  }
  if (hypothesis.parts.every(({ item }) => at - item.issuedAt <= 60)) say('out.recent')
}

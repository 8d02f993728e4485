import type { Say } from './evidence.ts'
import { weakestPayer } from './evidence-payer.ts'
import { type Hypothesis, keyOfParts } from './hypothesis.ts'
import { rankOf } from './identify.ts'
import type { Scene } from './scene.ts'

/** Money that leaves: who gets it back, and was it received before? */
export function outEvidence(hypothesis: Hypothesis, scene: Scene, say: Say): void {
  const { reading, state, balances } = scene
  if (rankOf(weakestPayer(hypothesis, scene).level) <= rankOf('part')) say('out.named')
  else if (reading.strangers > 0) say('out.stranger')
  if (reading.classes.has('reject')) say('out.rejected')
  const item = hypothesis.parts[0]?.item
  if (!item) return
  if (hypothesis.relation.code === 'reversal') {
    if (receivedTogether(hypothesis, scene)) say('out.same-line')
    else if (balances.open(item) === 0) say('out.settled')
  }
  if (reading.at - item.issuedAt <= 60) say('out.recent')
}

/** One line brought exactly what this one takes back. */
function receivedTogether({ parts }: Hypothesis, { reading, state }: Scene): boolean {
  const key = keyOfParts(parts.map((part) => ({ item: part.item, settles: -part.settles })))
  return (state.memory.byAmount.get(-reading.line.amount) ?? []).some(({ allocations }) => allocations.map(({ invoiceId, amount }) => `${invoiceId}:${amount}`).sort().join(',') === key)
}

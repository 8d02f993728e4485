import type { Say } from './evidence.ts'
import { type Hypothesis, isGathered } from './hypothesis.ts'
import { isAtLeast, type Payer } from './identify.ts'
import { refusalWeight } from './memory.ts'
import type { Scene } from './scene.ts'

/** The least clearly named payer among those of a reading's invoices; undefined when one of them is not shown at all. */
export function weakestPayer({ parts }: Hypothesis, { payers }: Scene): Payer | undefined {
  let weakest: Payer | undefined
  for (const { item } of parts) {
    const payer = payers.byClient.get(item.clientId)
    if (!payer) return undefined
    if (!weakest || !isAtLeast(payer, weakest.level)) weakest = payer
  }
  return weakest
}

export function payerEvidence(hypothesis: Hypothesis, scene: Scene, say: Say): void {
  if (isGathered(hypothesis)) return
  const { reading, payers, state } = scene
  const payer = weakestPayer(hypothesis, scene)
  const level = payer?.level ?? 'none'
  say(`payer.${level}`)
  if (level !== 'none' && level !== 'word') say('payer.extra', Math.min(2, reading.strangers))
  else {
    say(reading.strangers > 0 ? 'payer.stranger' : 'payer.bare')
    if (reading.classes.has('personal')) say('payer.personal')
  }
  const other = clearestOther(hypothesis, scene)
  if (other && payer && saysMore(other, payer)) say('payer.covered')
  else if (isAtLeast(other, 'most') && !isAtLeast(payer, other.level)) say('payer.other')
  else if (isAtLeast(other, 'part') && level === 'none') say('payer.other-part')
  if (payers.ibanOwner !== undefined && !pays(hypothesis, payers.ibanOwner)) say('payer.other-iban')
  say('payer.refused', refusalWeight(state.memory, reading, hypothesis.parts[0]?.item.clientId ?? ''))
}

const pays = ({ parts }: Hypothesis, clientId: string): boolean => parts.some(({ item }) => item.clientId === clientId)

/** The clearest payer of the line whose invoices these are not. */
function clearestOther(hypothesis: Hypothesis, { payers }: Scene): Payer | undefined {
  for (const payer of payers.byClient.values()) if (!pays(hypothesis, payer.clientId)) return payer
  return undefined
}

/** « NOVA CONSEIL » names Nova Conseil, not Nova: the longer name explains more of the line. */
function saysMore({ name, level }: Payer, other: Payer): boolean {
  return (
    name !== undefined &&
    other.name !== undefined &&
    level === other.level &&
    name.at.size > other.name.at.size &&
    [...other.name.at].every((at) => name.at.has(at))
  )
}

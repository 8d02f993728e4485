import type { Say } from './evidence.ts'
import { type Hypothesis, isGathered } from './hypothesis.ts'
import { type Payer, type PayerLevel, rankOf } from './identify.ts'
import { compareText } from './invoice-index.ts'
import { refusalWeight } from './memory.ts'
import type { Scene } from './scene.ts'

/** The least clearly named payer among those of a reading's invoices. */
export function weakestPayer(
  { parts }: Hypothesis,
  { payers }: Scene,
): { readonly level: PayerLevel; readonly payer: Payer | undefined } {
  let weakest: { level: PayerLevel; payer: Payer | undefined } | undefined
  for (const { item } of parts) {
    const payer = payers.byClient.get(item.clientId)
    const level = payer?.level ?? 'none'
    if (!weakest || rankOf(level) > rankOf(weakest.level)) weakest = { level, payer }
  }
  return weakest ?? { level: 'none', payer: undefined }
}

export function payerEvidence(hypothesis: Hypothesis, scene: Scene, say: Say): void {
  if (isGathered(hypothesis)) return
  const { reading, payers, state } = scene
  const { level, payer } = weakestPayer(hypothesis, scene)
  say(`payer.${level}`)
  if (level !== 'none' && level !== 'word') say('payer.extra', Math.min(2, reading.strangers))
  else {
    say(reading.strangers > 0 ? 'payer.stranger' : 'payer.bare')
    if (reading.classes.has('personal')) say('payer.personal')
  }
  const paid = (clientId: string) => hypothesis.parts.some((part) => part.item.clientId === clientId)
  let other: Payer | undefined
  for (const candidate of payers.byClient.values())
    if (!paid(candidate.clientId) && (!other || clearer(candidate, other))) other = candidate
  if (other && payer && saysMore(other, payer)) say('payer.covered')
  else if (other && rankOf(other.level) <= rankOf('most') && rankOf(other.level) < rankOf(level)) say('payer.other')
  else if (other && level === 'none' && rankOf(other.level) <= rankOf('part')) say('payer.other-part')
  if (payers.ibanOwner !== undefined && !paid(payers.ibanOwner)) say('payer.other-iban')
  say('payer.refused', refusalWeight(state.memory, reading, hypothesis.parts[0]?.item.clientId ?? ''))
}

const clearer = (a: Payer, b: Payer): boolean =>
  rankOf(a.level) < rankOf(b.level) ||
  (a.level === b.level && ((a.name?.weight ?? 0) - (b.name?.weight ?? 0) || compareText(b.clientId, a.clientId)) > 0)

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

import type { Say } from './evidence.ts'
import type { Hypothesis } from './hypothesis.ts'
import { type Payer, type PayerLevel, rankOf } from './identify.ts'
import { refusalWeight } from './memory.ts'
import type { Scene } from './scene.ts'

/** The least clearly named payer among those of a reading's invoices. */
export function weakestPayer({ parts }: Hypothesis, { payers }: Scene): { readonly level: PayerLevel; readonly payer: Payer | undefined } {
  let weakest: { level: PayerLevel; payer: Payer | undefined } | undefined
  for (const { item } of parts) {
    const payer = payers.byClient.get(item.invoice.clientId)
    const level = payer?.level ?? 'none'
    if (!weakest || rankOf(level) > rankOf(weakest.level)) weakest = { level, payer }
  }
  return weakest ?? { level: 'none', payer: undefined }
}

export function payerEvidence(hypothesis: Hypothesis, scene: Scene, say: Say): void {
  if (hypothesis.scope === 'payout' || hypothesis.scope === 'cheque' || hypothesis.scope === 'terminal') return
  const { reading, payers, state } = scene
  const { level, payer } = weakestPayer(hypothesis, scene)
  say(`payer.${level}`)
  if (level === 'none' || level === 'word') {
    say(reading.strangers > 0 ? 'payer.stranger' : 'payer.bare')
    if (reading.classes.has('personal')) say('payer.personal')
  } else say('payer.extra', Math.min(2, reading.strangers))
  const paid = (clientId: string) => hypothesis.parts.some((part) => part.item.invoice.clientId === clientId)
  if (level === 'full' && payer?.name?.words === 1) say('payer.one-word')
  const other = clearestOther(payers.byClient.values(), paid)
  if (other && rankOf(other.level) <= rankOf('most')) {
    if (payer && saysMore(other, payer)) say('payer.covered')
    else if (!payer || rankOf(other.level) < rankOf(level)) say('payer.other')
    else if (other.level === level && !saysMore(payer, other)) say('payer.tied')
  } else if (other && level === 'none' && rankOf(other.level) <= rankOf('part')) say('payer.other-part')
  if (payers.ibanOwner !== undefined && !paid(payers.ibanOwner)) say('payer.other-iban')
  const clientId = hypothesis.parts[0]?.item.invoice.clientId ?? ''
  say('payer.refused', refusalWeight(state.memory, reading.nameWords.join(' '), clientId, reading.at))
}

function clearestOther(all: Iterable<Payer>, paid: (clientId: string) => boolean): Payer | undefined {
  let clearest: Payer | undefined
  for (const payer of all) if (!paid(payer.clientId) && (!clearest || clearer(payer, clearest))) clearest = payer
  return clearest
}

const clearer = (a: Payer, b: Payer): boolean => rankOf(a.level) < rankOf(b.level) || (a.level === b.level && (a.name?.weight ?? 0) > (b.name?.weight ?? 0))

/** « NOVA CONSEIL » names Nova Conseil, not Nova: the longer name explains more of the line. */
const saysMore = (one: Payer, other: Payer): boolean =>
  one.name !== undefined && other.name !== undefined && one.level === other.level && one.name.at.size > other.name.at.size && [...other.name.at].every((at) => one.name?.at.has(at))

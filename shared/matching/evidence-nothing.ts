import { isPlain } from './citation.ts'
import type { Evidence } from './evidence.ts'
import { isAnyoneNamed, isAtLeast } from './identify.ts'
import { byAge, type IndexedInvoice } from './invoice-index.ts'
import type { Scene } from './scene.ts'
import type { Code } from './weights.ts'

const WORDS = ['refund', 'institution', 'personal', 'own', 'invoice', 'payment', 'business'] as const

/** What speaks for the line paying no invoice at all. */
export function evidenceForNothing(scene: Scene): Evidence[] {
  const { reading, payers } = scene
  if (reading.line.amount < 0) return [['nothing.out', 1]]
  const all: Evidence[] = [[`nothing.kind-${reading.kind}`, 1]]
  const say = (code: Code, amount = 1) => all.push([code, amount])
  for (const word of WORDS) if (reading.classes.has(word)) say(`nothing.${word}`)
  const { nobody } = payers
  if (nobody && nobody.shared === 1 && nobody.share >= 0.95) say('nothing.known', Math.log1p(nobody.times))
  if (!isAnyoneNamed(payers)) say(reading.strangers > 0 ? 'nothing.stranger' : 'nothing.bare')
  if (paidBefore(scene) !== undefined) say('nothing.twice')
  return all
}

/** Longer ago, the same amount is no sign of a second payment. */
const LONG_AGO = 240

/** A settled invoice of exactly this amount, that the line cites or whose client it names: paid twice? */
export function paidBefore({ reading, payers, state, balances }: Scene): IndexedInvoice | undefined {
  const { citations, at } = reading
  const amount = reading.line.amount
  const onThisPage = [...balances.touched].filter((item) => item.total === amount)
  const settled = [...(state.invoices.settled.get(amount) ?? []), ...onThisPage].filter(
    (item) => item.issuedAt <= at && item.issuedAt >= at - LONG_AGO && balances.open(item) === 0,
  )
  return settled.sort(byAge).find((item) => {
    if (citations.length > 0)
      return citations.some(
        (citation) => (isPlain(citation) || citation.how === 'worded') && citation.invoices.includes(item),
      )
    return isAtLeast(payers.byClient.get(item.clientId), 'most')
  })
}

import type { Evidence } from './evidence.ts'
import { PLAINLY } from './evidence-number.ts'
import { rankOf } from './identify.ts'
import { byAge, type IndexedInvoice } from './invoice-index.ts'
import { roundness } from './relation.ts'
import type { Scene } from './scene.ts'
import type { Code } from './weights.ts'

const BY_WORD = [
  ['refund', 'nothing.refund'], ['social', 'nothing.social'], ['salary', 'nothing.salary'], ['loan', 'nothing.loan'], ['personal', 'nothing.personal'], ['own', 'nothing.own-words'],
  ['invoice', 'nothing.invoice-word'], ['payment', 'nothing.payment-word'], ['business', 'nothing.business'], ['treasury', 'nothing.treasury'],
] as const

/** What speaks for the line paying no invoice at all. */
export function evidenceForNothing(scene: Scene): Evidence[] {
  const { reading, payers, balances } = scene
  if (reading.line.amount < 0) return [['nothing.out', 1]]
  const all: Evidence[] = [['nothing.base', 1], [`nothing.${reading.kind}`, 1]]
  const say = (code: Code, amount = 1) => {
    if (amount !== 0) all.push([code, amount])
  }
  for (const [wordClass, code] of BY_WORD) if (reading.classes.has(wordClass)) say(code)
  const { nobody } = payers
  if (nobody && nobody.share >= 0.8) {
    if (nobody.shared === 1) say('nothing.known', Math.log1p(nobody.times))
    else say('nothing.known-name')
  }
  let best = rankOf('none')
  for (const payer of payers.byClient.values()) best = Math.min(best, rankOf(payer.level))
  say(best <= rankOf('most') ? 'nothing.client' : reading.strangers > 0 ? 'nothing.stranger' : 'nothing.bare')
  const settled = reading.citations.cited.some((citation) => PLAINLY.has(citation.how) && citation.invoices.every((item) => balances.open(item) === 0))
  if (settled) say('nothing.cites-settled')
  if (paidBefore(scene) !== undefined) say('nothing.twice')
  if (reading.citations.unknown.length > 0) say('nothing.cites-unknown')
  say('nothing.round', roundness(reading.line.amount))
  return all
}

/** Longer ago, the same amount is no sign of a second payment. */
const LONG_AGO = 240

/** A settled invoice of exactly this amount, that the line cites or whose client it names: paid twice? */
export function paidBefore({ reading, payers, state, balances }: Scene): IndexedInvoice | undefined {
  const amount = reading.line.amount
  const settled = state.invoices.settled.get(amount) ?? []
  const onThisPage = [...balances.touched].filter((item) => item.invoice.total === amount && balances.open(item) === 0)
  if (settled.length + onThisPage.length === 0) return undefined
  const cited = new Set(reading.citations.cited.flatMap((citation) => (PLAINLY.has(citation.how) || citation.how === 'worded' ? citation.invoices : [])))
  for (const item of [...settled, ...onThisPage].sort(byAge)) {
    if (item.issuedAt > reading.at || item.issuedAt < reading.at - LONG_AGO || balances.open(item) !== 0) continue
    if (cited.has(item)) return item
    const payer = payers.byClient.get(item.invoice.clientId)
    if (payer && rankOf(payer.level) <= rankOf('most') && reading.citations.cited.length === 0) return item
  }
  return undefined
}

import type { Say } from './evidence.ts'
import { PLAINLY } from './evidence-number.ts'
import type { Hypothesis } from './hypothesis.ts'
import { type RelationCode, roundness } from './relation.ts'
import { inTime, type Scene } from './scene.ts'

const IN_PART: ReadonlySet<RelationCode> = new Set(['part', 'round-part', 'share', 'equal-part', 'instalment'])
/** Relations that a round amount has by accident, one with cents hardly. */
const ACCIDENTAL: ReadonlySet<RelationCode> = new Set(['share', 'equal-part', 'usual-discount', 'without-vat'])

export function amountEvidence(hypothesis: Hypothesis, scene: Scene, say: Say): void {
  const { parts, relation, scope } = hypothesis
  const { reading, state } = scene
  say(`amount.${relation.code}`)
  const amount = reading.line.amount
  const only = parts.length === 1 ? parts[0]?.item : undefined
  if (relation.code === 'exact' && only) {
    say('amount.shared', Math.log1p(othersWith(scene, amount, only.invoice.clientId)))
    say('amount.usual', Math.log1p((state.invoices.totals.get(amount) ?? 1) - 1))
  }
  if (scope === 'single' || scope === 'sum') say('amount.round', roundness(Math.abs(amount)))
  if (ACCIDENTAL.has(relation.code)) say('amount.telling', 1 - roundness(Math.abs(amount)))
  if (explainedInWords(hypothesis, scene)) say('amount.word')
  if (IN_PART.has(relation.code) && reading.citations.cited.some((citation) => PLAINLY.has(citation.how) && citation.invoices.some((item) => item === only))) say('amount.part-cited')
}

/** How many open invoices of others have this balance. */
function othersWith({ state, reading }: Scene, amount: number, clientId: string): number {
  const all = state.invoices.openAmounts.get(amount) ?? []
  const own = state.invoices.openAmountsOfClient.get(`${clientId}|${amount}`)?.length ?? 0
  if (all.length > 40) return all.length - own
  let others = 0
  for (const item of all) if (item.invoice.clientId !== clientId && inTime(item, reading.at)) others += 1
  return others
}

/** « acompte », « escompte », « pénalités », « solde »: the label names the reason the amount differs. */
function explainedInWords({ parts, relation }: Hypothesis, { reading, state, balances }: Scene): boolean {
  const { classes } = reading
  switch (relation.code) {
    case 'part': case 'round-part': case 'share': case 'equal-part': case 'instalment':
      return classes.has('deposit') || classes.has('instalment')
    case 'discount': case 'usual-discount':
      return classes.has('discount')
    case 'flat-penalty': case 'interest': case 'over':
      return classes.has('penalty')
    case 'fee': case 'round-fee':
      return state.clients.get(parts[0]?.item.invoice.clientId ?? '')?.foreign === true
    case 'exact':
      return classes.has('balance') && parts.some(({ item }) => balances.open(item) !== item.invoice.total)
    default:
      return false
  }
}

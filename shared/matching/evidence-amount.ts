import type { Say } from './evidence.ts'
import type { Hypothesis } from './hypothesis.ts'
import { type RelationCode, roundness } from './relation.ts'
import type { Scene } from './scene.ts'
import type { WordClass } from './vocabulary.ts'

/** Relations that a round amount has by accident, one with cents hardly. */
const ACCIDENTAL: ReadonlySet<RelationCode> = new Set(['share', 'equal-part', 'usual-discount', 'without-vat'])

/** « acompte », « escompte », « pénalités »: the word that names why the amount differs. */
const REASONS: Partial<Record<RelationCode, WordClass>> = {
  part: 'deposit',
  'round-part': 'deposit',
  share: 'deposit',
  'equal-part': 'deposit',
  instalment: 'deposit',
  discount: 'discount',
  'usual-discount': 'discount',
  'flat-penalty': 'penalty',
  interest: 'penalty',
  over: 'penalty',
}

export function amountEvidence({ parts, relation }: Hypothesis, { reading, state, balances }: Scene, say: Say): void {
  const { code } = relation
  say(`amount.${code}`)
  const amount = reading.line.amount
  if (code === 'exact' && parts.length === 1) say('amount.usual', Math.log(state.invoices.totals.get(amount) ?? 1))
  if (ACCIDENTAL.has(code)) say('amount.telling', 1 - roundness(amount))
  const word = REASONS[code]
  const balance =
    code === 'exact' && reading.classes.has('balance') && parts.some(({ item }) => balances.open(item) !== item.total)
  const abroad =
    (code === 'fee' || code === 'round-fee') && parts.some(({ item }) => state.clients.get(item.clientId)?.foreign)
  if ((word !== undefined && reading.classes.has(word)) || balance || abroad) say('amount.word')
}

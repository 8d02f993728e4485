import { weakestPayer } from './evidence-payer.ts'
import type { Hypothesis } from './hypothesis.ts'
import { isAtLeast } from './identify.ts'
import type { RelationCode } from './relation.ts'
import type { Scene } from './scene.ts'
import type { Weighed } from './weigh.ts'
import type { Code } from './weights.ts'

const CITED: ReadonlySet<Code> = new Set<Code>([
  'number.full',
  'number.unpadded',
  'number.listed',
  'number.short-year',
  'number.swapped',
  'number.order',
  'number.ranged',
  'number.digits',
  'number.worded',
  'number.slip',
])
const EXPLAINED: ReadonlySet<RelationCode> = new Set([
  'exact',
  'penny',
  'pennies',
  'instalment',
  'discount',
  'net',
  'refund',
  'reversal',
  'flat-penalty',
  'interest',
])
const NOT_THEIR_WAY: ReadonlySet<Code> = new Set<Code>(['gathered.some', 'gathered.unknown', 'gathered.never'])

/** In natural log-odds: twenty times likelier than the next best, and than paying nothing. A payout names nobody: its square. */
const CLEAR_MARGIN = 3
/** Always asked: something is left over, or missing, and only the user can say what it is. */
const ASKED: ReadonlySet<RelationCode> = new Set(['over', 'rounded-up', 'without-vat'])
/** An earlier line of the page, itself unsure, may pay the same invoice. */
const PROMISED = 0.5
/** Of equal invoices the law takes the oldest; when habit and dates say another one, the user is asked. */
const OWN_SHARE = 0.4

/**
 * How many independent kinds of evidence agree on a reading: number, payer, amount. `none` also where it is not clearly the best of
 * those sorted, or something is left to ask.
 */
export type Agreement = 'none' | 'two' | 'three'

/**
 * The amount alone never suffices, nor a name alone: someone's amount is an accident now and then, and clients pay for other
 * things. Nor is anything a part payment that invoices of the same client explain to the cent.
 */
export function agreementOn(
  { hypothesis, evidence, ownShare, score }: Weighed,
  sorted: readonly Weighed[],
  scene: Scene,
  nothing: number,
): Agreement {
  const { parts, relation, scope } = hypothesis
  const margin = score - Math.max(nothing, sorted[1]?.score ?? -Infinity)
  if (
    (!EXPLAINED.has(relation.code) && sorted.some((other) => explainsBetter(other.hypothesis, hypothesis))) ||
    margin < (scope === 'payout' ? CLEAR_MARGIN * 2 : CLEAR_MARGIN) ||
    ASKED.has(relation.code) ||
    ownShare < OWN_SHARE ||
    (scope !== 'out' && parts.some(({ item }) => scene.balances.promised(item) > PROMISED))
  )
    return 'none'
  let cited = 0
  for (const [code, amount] of evidence) if (CITED.has(code)) cited += amount
  const byNumber = cited > 0.99 || (cited > 0 && relation.code === 'exact')
  const byPayer =
    scope === 'payout'
      ? !evidence.some(([code]) => NOT_THEIR_WAY.has(code))
      : isAtLeast(weakestPayer(hypothesis, scene), 'surname')
  const byAmount = EXPLAINED.has(relation.code)
  if (byNumber && byPayer && byAmount) return 'three'
  return (byNumber && (byPayer || byAmount)) || (byPayer && byAmount) ? 'two' : 'none'
}

const explainsBetter = (other: Hypothesis, { parts }: Hypothesis): boolean =>
  other.relation.code === 'exact' && other.parts.every(({ item }) => item.clientId === parts[0]?.item.clientId)

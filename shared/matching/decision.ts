import { weakestPayer } from './evidence-payer.ts'
import { rankOf } from './identify.ts'
import type { Decision } from './model.ts'
import type { RelationCode } from './relation.ts'
import type { Weighed, Weighing } from './weigh.ts'
import type { Code } from './weights.ts'

const AUTOMATIC = 0.995
/** In natural log-odds: twenty times likelier than the next best, and than paying nothing. */
const CLEAR_MARGIN = 3
const SUGGEST = 0.2
/** The amount alone, from someone unknown: strangers pay the amount of an open invoice now and then. */
const SUGGEST_A_STRANGER = 0.55
/** An earlier line of the page, itself unsure, may pay the same invoice. */
const PROMISED = 0.5
/** Of equal invoices the law takes the oldest; when habit and dates say another one, the user is asked. */
const OWN_SHARE = 0.4

/** The kinds of evidence of which two must agree. */
export type Family = 'number' | 'payer' | 'amount'

const CITED: ReadonlySet<Code> = new Set<Code>([
  'number.full', 'number.unpadded', 'number.listed', 'number.short-year', 'number.swapped', 'number.order', 'number.ranged', 'number.worded', 'number.slip',
])
const EXPLAINED: ReadonlySet<RelationCode> = new Set(['exact', 'penny', 'pennies', 'instalment', 'discount', 'net', 'refund', 'reversal', 'flat-penalty', 'interest'])
const UNLIKELY: ReadonlySet<Code> = new Set<Code>(['gathered.some', 'gathered.unknown', 'gathered.never'])
/** Always asked: something is left over, or missing, and only the user can say what it is. */
const ASKED: ReadonlySet<RelationCode> = new Set(['over', 'rounded-up', 'without-vat'])

export function familiesOf({ hypothesis, evidence }: Weighed, { scene }: Weighing): ReadonlySet<Family> {
  const families = new Set<Family>()
  let cited = 0
  for (const [code, amount] of evidence) if (CITED.has(code)) cited += amount
  if (cited > 0.99 || (cited > 0 && hypothesis.relation.code === 'exact')) families.add('number')
  if (rankOf(weakestPayer(hypothesis, scene).level) <= rankOf('most')) families.add('payer')
  if (hypothesis.scope === 'payout' && !evidence.some(([code]) => UNLIKELY.has(code))) families.add('payer')
  if (EXPLAINED.has(hypothesis.relation.code)) families.add('amount')
  return families
}

export function decide(weighing: Weighing, copied: boolean): Decision {
  const [best, next] = weighing.readings
  if (!best || best.probability < SUGGEST) return 'none'
  const families = familiesOf(best, weighing)
  if (best.probability < SUGGEST_A_STRANGER && families.size < 2 && isStranger(best)) return 'none'
  if (best.probability < AUTOMATIC || copied || families.size < 2) return 'suggest'
  const margin = best.score - Math.max(weighing.nothing.score, next?.score ?? -Infinity)
  return margin >= (best.hypothesis.scope === 'payout' ? CLEAR_MARGIN * 2 : CLEAR_MARGIN) && !mustAsk(best, weighing) ? 'automatic' : 'suggest'
}

const isStranger = ({ evidence }: Weighed): boolean => evidence.some(([code]) => code === 'payer.stranger')

/** However probable, something is left for the user to say. */
function mustAsk({ hypothesis, ownShare }: Weighed, { scene }: Weighing): boolean {
  const { parts, relation } = hypothesis
  if (ASKED.has(relation.code) || (relation.code === 'part' && parts.length > 1) || ownShare < OWN_SHARE) return true
  return parts.some(({ item }) => scene.balances.promised(item) > PROMISED)
}

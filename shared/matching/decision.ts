import { rankOf } from './payer-evidence.ts'
import { weakestPayer } from './evidence.ts'
import type { Weighed, Weighing } from './page.ts'
import type { Decision } from './model.ts'

export const AUTOMATIC = { probability: 0.995, margin: 3 }
export const SUGGEST = 0.35

const NUMBERS = new Set(['number.full', 'number.unpadded', 'number.short-year', 'number.swapped', 'number.listed', 'number.ranged', 'number.worded', 'number.misread', 'number.slip', 'number.order'])
const AMOUNTS = new Set(['exact', 'penny', 'pennies', 'instalment', 'discount', 'net', 'refund', 'reversal', 'flat-penalty', 'interest'])
/** Always asked: the amount leaves something to decide. */
const ASKED = new Set(['over', 'rounded-up', 'without-vat'])

export function familiesOf({ hypothesis, evidence }: Weighed, weighing: Weighing): Set<string> {
  const families = new Set<string>()
  const cited = evidence.reduce((share, [code, amount]) => share + (NUMBERS.has(code) ? amount : 0), 0)
  if (cited > 0.99 || (cited > 0 && hypothesis.relation.code === 'exact')) families.add('number')
  if (rankOf(weakestPayer(hypothesis, weighing.scene).level) <= rankOf('most')) families.add('payer')
  if (evidence.some(([code]) => code === 'payout.method' || code === 'payout.habit')) families.add('payer')
  if (AMOUNTS.has(hypothesis.relation.code)) families.add('amount')
  return families
}

export function decide(weighing: Weighing): Decision {
  const best = weighing.readings[0]
  if (!best || best.probability < SUGGEST) return 'none'
  const second = Math.max(weighing.nothing.score, weighing.readings[1]?.score ?? -Infinity)
  if (best.probability < AUTOMATIC.probability || best.score - second < AUTOMATIC.margin) return 'suggest'
  if (ASKED.has(best.hypothesis.relation.code)) return 'suggest'
  return familiesOf(best, weighing).size >= 2 ? 'automatic' : 'suggest'
}

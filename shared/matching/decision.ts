import type { Decision } from './model.ts'
import type { Weighing } from './weigh.ts'

/** Of two hundred automatic matches at this probability, one is wrong; where number, payer and amount all agree, far fewer are. */
const AUTOMATIC = { none: Infinity, two: 0.995, three: 0.98 }
const SUGGEST = 0.2
/** The amount alone, from someone unknown: strangers pay the amount of an open invoice now and then. */
const SUGGEST_A_STRANGER = 0.55

export function decide(weighing: Weighing, copied: boolean): Decision {
  const [best] = weighing.readings
  if (!best || best.probability < SUGGEST) return 'none'
  if (
    best.probability < SUGGEST_A_STRANGER &&
    best.agreement === 'none' &&
    best.evidence.some(([code]) => code === 'payer.stranger')
  )
    return 'none'
  return best.probability >= AUTOMATIC[best.agreement] && !copied ? 'automatic' : 'suggest'
}

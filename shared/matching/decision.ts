import type { Decision } from './model.ts'
import type { Weighing } from './weigh.ts'

/** Of a hundred automatic matches at this probability, fewer than one in two is wrong. */
const AUTOMATIC = 0.995
const SUGGEST = 0.2
/** The amount alone, from someone unknown: strangers pay the amount of an open invoice now and then. */
const SUGGEST_A_STRANGER = 0.55

export function decide(weighing: Weighing, copied: boolean): Decision {
  const [best] = weighing.readings
  if (!best || best.probability < SUGGEST) return 'none'
  if (best.probability < SUGGEST_A_STRANGER && !best.sound && best.evidence.some(([code]) => code === 'payer.stranger'))
    return 'none'
  return best.probability >= AUTOMATIC && best.sound && !copied ? 'automatic' : 'suggest'
}

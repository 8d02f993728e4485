import type { Evidence } from './evidence.ts'
import { WEIGHTS } from './weights.ts'

/** Log-odds: the sum of what each piece of evidence weighs. */
export function scoreOf(evidence: readonly Evidence[], weights: Readonly<Record<string, number>> = WEIGHTS): number {
  let score = 0
  for (const [code, amount] of evidence) score += (weights[code] ?? 0) * amount
  return score
}

/** Probabilities of rival readings, from their log-odds. */
export function softmax(scores: readonly number[]): number[] {
  const top = Math.max(...scores)
  const odds = scores.map((score) => Math.exp(score - top))
  const total = odds.reduce((sum, odd) => sum + odd, 0)
  return odds.map((odd) => odd / total)
}

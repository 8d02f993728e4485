import { findHypotheses } from './candidates.ts'
import { type Evidence, evidenceFor, type Rivalry } from './evidence.ts'
import { evidenceForNothing } from './evidence-nothing.ts'
import type { Hypothesis } from './hypothesis.ts'
import { add, type MultiMap } from './multimap.ts'
import type { Scene } from './scene.ts'
import { type Agreement, agreementOn } from './sound.ts'
import { CALIBRATION, WEIGHTS } from './weights.ts'

/** What training sets: how much each piece of evidence weighs, and what the scores are worth as probabilities. */
export interface Model {
  readonly weights: Readonly<Record<string, number>>
  readonly calibration: Readonly<Record<'sound' | 'other', Curve>>
}

/** Probability = 1 / (1 + exp(−slope × log-odds − intercept)). */
export interface Curve {
  readonly slope: number
  readonly intercept: number
}

const MODEL: Model = { weights: WEIGHTS, calibration: CALIBRATION }

/** One reading of a line, weighed against all others. */
export interface Weighed {
  readonly hypothesis: Hypothesis
  readonly evidence: readonly Evidence[]
  /** Log-odds; of all its equals together when it stands for several. */
  readonly score: number
  readonly probability: number
  /** How many readings nothing tells from this one: same client, same amounts, same words. It is the oldest of them. */
  readonly equals: number
  /** Its own part of that probability: 1 when it stands for itself alone. */
  readonly ownShare: number
  readonly agreement: Agreement
}

/** Every reading of one line, likeliest first, and that it pays nothing. */
export interface Weighing {
  readonly scene: Scene
  readonly readings: readonly Weighed[]
  readonly nothing: { readonly evidence: readonly Evidence[]; readonly score: number; readonly probability: number }
}

export function weigh(scene: Scene, rivalry: Rivalry, { weights, calibration }: Model = MODEL): Weighing {
  const hypotheses = findHypotheses(scene)
  const against = evidenceForNothing(scene)
  const nothing = scoreOf(against, weights)
  const evidence = hypotheses.map((hypothesis) => evidenceFor(hypothesis, scene, rivalry))
  const scores = evidence.map((all) => scoreOf(all, weights))
  const top = Math.max(nothing, ...scores)
  const total = scores.reduce((sum, score) => sum + Math.exp(score - top), Math.exp(nothing - top))
  const readings: Draft[] = []
  hypotheses.forEach((hypothesis, index) => {
    const score = scores[index] ?? 0
    if (score >= top - HOPELESS || hypotheses.length <= 5)
      readings.push({
        hypothesis,
        evidence: evidence[index] ?? [],
        score,
        probability: Math.exp(score - top) / total,
        equals: 1,
        ownShare: 1,
        agreement: 'none',
      })
  })
  oldestOfEquals(readings)
  readings.sort((a, b) => b.score - a.score || (ageKey(a.hypothesis) < ageKey(b.hypothesis) ? -1 : 1))
  const [best] = readings
  if (best) best.agreement = agreementOn(best, readings, scene, nothing)
  for (const reading of readings)
    reading.probability = calibrate(reading.probability, calibration[reading.agreement === 'none' ? 'other' : 'sound'])
  return {
    scene,
    readings,
    nothing: { evidence: against, score: nothing, probability: Math.exp(nothing - top) / total },
  }
}

/** A reading while it is weighed. */
type Draft = { -readonly [Key in keyof Weighed]: Weighed[Key] }

/** Platt (1999): the share of right readings among those with this probability, as counted on lines that had no part in the weights. */
function calibrate(probability: number, { slope, intercept }: Curve): number {
  const certain = Math.min(1 - 1e-9, Math.max(1e-9, probability))
  return 1 / (1 + Math.exp(-slope * Math.log(certain / (1 - certain)) - intercept))
}

/** A reading a hundred thousand times less likely than the best is not kept. */
const HOPELESS = 11.5

/** Log-odds: the sum of what each piece of evidence weighs. */
export function scoreOf(evidence: readonly Evidence[], weights: Model['weights']): number {
  let score = 0
  for (const [code, amount] of evidence) score += (weights[code] ?? 0) * amount
  return score
}

/**
 * Among invoices that nothing tells apart, the oldest is paid first (Code civil, art. 1342-10): it takes the chances of all of them.
 */
function oldestOfEquals(readings: readonly Draft[]): void {
  const groups: MultiMap<string, Draft> = new Map()
  for (const reading of readings) {
    const key = likeness(reading)
    if (key !== undefined) add(groups, key, reading)
  }
  for (const group of groups.values()) {
    if (group.length < 2) continue
    const oldest = group.reduce((best, reading) =>
      ageKey(reading.hypothesis) < ageKey(best.hypothesis) ? reading : best,
    )
    const probability = group.reduce((sum, reading) => sum + reading.probability, 0)
    oldest.score += Math.log(probability / oldest.probability)
    oldest.equals = group.length
    oldest.ownShare = oldest.probability / probability
    oldest.probability = probability
  }
}

/** What must be the same for two readings to be equals; undefined when a reading has none. */
function likeness({ hypothesis, evidence }: Draft): string | undefined {
  const { parts, relation, scope } = hypothesis
  if (relation.code !== 'exact' || (scope !== 'single' && scope !== 'sum')) return undefined
  const clientId = parts[0]?.item.clientId ?? ''
  if (parts.some((part) => part.item.clientId !== clientId)) return undefined
  const amounts = parts
    .map((part) => part.settles)
    .sort((a, b) => a - b)
    .join()
  let words = ''
  for (const [code, amount] of evidence)
    if (code.startsWith('number.') || (code.startsWith('page.') && Math.abs(amount) > 0.3))
      words += `${code}${amount.toFixed(1)}`
  return `${clientId}|${amounts}|${words}`
}

const ageKey = ({ parts }: Hypothesis): string =>
  parts.map(({ item }) => `${item.issuedAt}${item.number}${item.id}`).join()

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Curve, Model, Weighing } from '@tabellion/shared/matching'
import { type Dataset, openBenchmark } from './bench/benchmark.ts'
import { type BenchData, createMatcher } from './bench/benchmark-adapter.ts'
import { type Choice, fitWeights, type Option } from './bench/fit.ts'
import { PRIORS } from './bench/matching-priors.ts'
import { root } from './root.ts'

/**
 * `npm run train:matching`: what each piece of evidence weighs, learnt from the benchmark's public preset (seeds 1 to 20, normal and hard, as daily use and
 * as one big file), and what the scores are worth as probabilities, counted on lines that the weights have not seen. The same inputs give the same table.
 */
const SEEDS = Array.from({ length: 20 }, (_, index) => index + 1)
/** How much a weight pays for leaving its prior: about that many lines must insist to move it by one. */
const STIFFNESS = 2
/** Lines of one big file depend on what was decided before them, so on the weights: gathered again with the new ones. */
const ROUNDS = 2
const IDENTITY: Curve = { slope: 1, intercept: 0 }
const UNCALIBRATED = { sound: IDENTITY, other: IDENTITY }

const CODES = Object.keys(PRIORS) as (keyof typeof PRIORS)[]
const PLACE = new Map<string, number>(CODES.map((code, place) => [code, place]))

const benchmark = await openBenchmark()
if (!benchmark) {
  console.error('The benchmark is not there: ../shared/matching/benchmark.')
  process.exit(1)
}
const sets = SEEDS.flatMap((seed) => ['normal', 'hard'].map((difficulty) => benchmark.generate({ seed, difficulty })))

const weights = learnWeights(sets)
const calibration = calibrate()
writeFileSync(join(root, 'shared/matching/weights.ts'), table(weights, calibration))
console.log(`shared/matching/weights.ts: ${CODES.length} weights, calibration ${JSON.stringify(calibration)}`)

function learnWeights(data: readonly Dataset[]): Model['weights'] {
  let fitted: Model['weights'] = PRIORS
  for (let round = 0; round < ROUNDS; round += 1) {
    const choices: Choice[] = []
    gather(data, fitted, (weighing, set) => choices.push(choiceOf(weighing, set)))
    const values = fitWeights(
      choices,
      Float64Array.from(CODES, (code) => PRIORS[code]),
      STIFFNESS,
    )
    fitted = Object.fromEntries(CODES.map((code, place) => [code, rounded(values[place] ?? 0)]))
  }
  return fitted
}

/** Two halves: each is judged with the weights of the other. Sound readings have a curve of their own. */
function calibrate(): Model['calibration'] {
  const choices: Record<'sound' | 'other', Choice[]> = { sound: [], other: [] }
  for (const half of [0, 1]) {
    const other = learnWeights(sets.filter((_, index) => index % 4 < 2 === (half === 1)))
    const judged = sets.filter((_, index) => index % 4 < 2 === (half === 0))
    gather(judged, other, (weighing, set) => {
      const [best] = weighing.readings
      if (!best || best.probability < 0.05) return
      const certain = Math.min(1 - 1e-9, best.probability)
      const yes: Option = {
        codes: Int32Array.of(0, 1),
        amounts: Float64Array.of(Math.log(certain / (1 - certain)), 1),
        right: isRight(weighing, 0, set),
      }
      choices[best.agreement === 'none' ? 'other' : 'sound'].push({
        options: [yes, { codes: new Int32Array(0), amounts: new Float64Array(0), right: !yes.right }],
      })
    })
  }
  return { sound: curveOf(choices.sound), other: curveOf(choices.other) }
}

function curveOf(choices: readonly Choice[]): Curve {
  const [slope = 1, intercept = 0] = fitWeights(choices, Float64Array.of(1, 0), STIFFNESS)
  return { slope: rounded(slope), intercept: rounded(intercept) }
}

/** Every line that has something to choose from, copies apart: which of two copies is the original is no question of weights. */
function gather(
  data: readonly Dataset[],
  fitted: Model['weights'],
  take: (weighing: Weighing, set: Dataset) => void,
): void {
  for (const set of data)
    for (const mode of ['stream', 'batch'] as const) {
      const onWeighed = (weighing: Weighing) => {
        if (weighing.readings.length > 0 && set.meta[weighing.scene.reading.line.id]?.duplicateOf === undefined)
          take(weighing, set)
      }
      const module = {
        createMatcher: (input: BenchData) =>
          createMatcher(input, { model: { weights: fitted, calibration: UNCALIBRATED }, onWeighed }),
      }
      benchmark?.run(module, set, mode)
    }
}

function choiceOf(weighing: Weighing, set: Dataset): Choice {
  const right = weighing.readings.map((_, index) => isRight(weighing, index, set))
  return {
    options: [
      optionOf(weighing.nothing.evidence, !right.includes(true)),
      ...weighing.readings.map(({ evidence }, index) => optionOf(evidence, right[index] ?? false)),
    ],
  }
}

function optionOf(evidence: Weighing['nothing']['evidence'], right: boolean): Option {
  return {
    codes: Int32Array.from(evidence, ([code]) => PLACE.get(code) ?? 0),
    amounts: Float64Array.from(evidence, ([, amount]) => amount),
    right,
  }
}

/** The true invoices, or ones that nobody could tell from them. */
function isRight({ scene, readings }: Weighing, index: number, set: Dataset): boolean {
  const { id } = scene.reading.line
  const chosen = (readings[index]?.hypothesis.parts ?? [])
    .map(({ item }) => item.id)
    .sort()
    .join()
  return [set.truth[id] ?? [], ...(set.meta[id]?.acceptable ?? [])].some(
    (truth) =>
      truth.length > 0 &&
      truth
        .map(({ invoiceId }) => invoiceId)
        .sort()
        .join() === chosen,
  )
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100
}

function table(fitted: Model['weights'], { sound, other }: Model['calibration']): string {
  return `// Generated by \`npm run train:matching\`; what each code means and its prior: scripts/bench/matching-priors.ts. Do not edit.

/** What each piece of evidence weighs, in natural log-odds. */
export const WEIGHTS = {
${CODES.map((code) => `  '${code}': ${fitted[code]},`).join('\n')}
} as const

/** What log-odds are worth, for a sound reading (two kinds of evidence agree, nothing left to ask) and for any other. */
export const CALIBRATION = {
  sound: { slope: ${sound.slope}, intercept: ${sound.intercept} },
  other: { slope: ${other.slope}, intercept: ${other.intercept} },
} as const

export type Code = keyof typeof WEIGHTS
`
}

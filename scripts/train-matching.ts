import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Weighing } from '../shared/matching/weigh.ts'
import { type BenchAllocation, type BenchData, type BenchLine, createMatcher } from './bench/benchmark-adapter.ts'
import { type Choice, fitWeights } from './bench/fit.ts'
import { PRIORS } from './bench/matching-priors.ts'
import { root } from './root.ts'

interface Dataset extends BenchData {
  transactions: BenchLine[]
  truth: Record<string, BenchAllocation[]>
  meta: Record<string, { duplicateOf?: string; acceptable?: BenchAllocation[][] }>
}

const CODES = Object.keys(PRIORS)
const NUMBER_OF = new Map(CODES.map((code, index) => [code, index]))
const option = (name: string, fallback: string): string => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? fallback : (process.argv[at + 1] ?? fallback)
}
const benchmark = option('benchmark', join(root, '../shared/matching/benchmark'))
const STIFFNESS = Number(option('stiffness', '2'))
const SEEDS = Number(option('seeds', '20'))
const ROUNDS = Number(option('rounds', '2'))

const { generate } = (await import(pathToFileURL(join(benchmark, 'core/engine.mjs')).href)) as { generate: (preset: unknown, options: object) => Dataset }
const { runMatcher } = (await import(pathToFileURL(join(benchmark, 'run.mjs')).href)) as { runMatcher: (module: object, data: Dataset, mode: string) => unknown }
const { preset } = (await import(pathToFileURL(join(benchmark, option('preset', 'public'), 'preset.mjs')).href)) as { preset: unknown }

const sets: Dataset[] = []
for (let seed = 1; seed <= SEEDS; seed += 1)
  for (const difficulty of ['normal', 'hard']) sets.push(generate(preset, { seed, difficulty, invoices: 300, transactions: 1000 }))

let weights: Record<string, number> = { ...PRIORS }
for (let round = 0; round < ROUNDS; round += 1) {
  const choices: Choice[] = []
  for (const data of sets) for (const mode of ['stream', 'batch']) collect(data, mode, weights, choices)
  const fitted = fitWeights(choices, Float64Array.from(CODES, (code) => PRIORS[code as keyof typeof PRIORS]), STIFFNESS)
  weights = Object.fromEntries(CODES.map((code, index) => [code, Math.round((fitted[index] ?? 0) * 100) / 100]))
  console.log(`round ${round + 1}: ${choices.length} lines`)
}
const out = option('out', join(root, 'shared/matching/weights.ts'))
writeFileSync(out, `// GENERATED\nexport const WEIGHTS = {\n${CODES.map((code) => `  '${code}': ${weights[code]},\n`).join('')}} as const\n\nexport type Code = keyof typeof WEIGHTS\n`)
void existsSync

function collect(data: Dataset, mode: string, current: Readonly<Record<string, number>>, choices: Choice[]): void {
  const seen: Weighing[] = []
  runMatcher({ createMatcher: (input: BenchData) => createMatcher(input, { weights: current, onWeighed: (weighing) => seen.push(weighing) }) }, data, mode)
  for (const weighing of seen) {
    const { id } = weighing.scene.reading.line
    if (weighing.readings.length === 0 || data.meta[id]?.duplicateOf !== undefined) continue
    const truths = [data.truth[id] ?? [], ...(data.meta[id]?.acceptable ?? [])]
    const right = weighing.readings.map(({ hypothesis }) => {
      const key = hypothesis.parts.map((part) => part.item.invoice.id).sort().join()
      return truths.some((truth) => truth.length > 0 && truth.map((allocation) => allocation.invoiceId).sort().join() === key)
    })
    const known = right.some((isRight) => isRight)
    choices.push({
      options: [
        encode(weighing.nothing.evidence, !known),
        ...weighing.readings.map(({ evidence }, index) => encode(evidence, right[index] ?? false)),
      ],
    })
  }
}

function encode(evidence: readonly (readonly [string, number])[], right: boolean) {
  return { codes: Int32Array.from(evidence, ([code]) => NUMBER_OF.get(code) ?? 0), amounts: Float64Array.from(evidence, ([, amount]) => amount), right }
}

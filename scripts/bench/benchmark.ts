import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from '../root.ts'
import type { BenchAllocation, BenchData, BenchLine, BenchPrediction } from './benchmark-adapter.ts'
import { inventPreset } from './invent/preset.ts'

/** One seller's year, with its truth: ../shared/matching/benchmark/README.md. */
export interface Dataset extends BenchData {
  readonly transactions: BenchLine[]
  readonly truth: Readonly<Record<string, BenchAllocation[]>>
  readonly meta: Readonly<Record<string, LineMeta>>
}
export interface LineMeta {
  readonly situation: string
  readonly expect: string
  readonly ref: string
  readonly name: string
  readonly duplicateOf?: string
  readonly acceptable?: readonly (readonly BenchAllocation[])[]
}

export type Mode = 'stream' | 'batch'
export interface MatcherModule {
  readonly name?: string
  createMatcher(data: BenchData): object
}
export interface Run {
  readonly preds: Readonly<Record<string, BenchPrediction>>
  /** Milliseconds of each call of `match`. */
  readonly times: readonly number[]
}

/** A line judged by the benchmark's evaluator. */
export interface Row {
  readonly id: string
  readonly situation: string
  readonly dec: BenchPrediction['decision']
  readonly rank: number
  readonly real: boolean
}
export interface Scored {
  readonly rows: readonly Row[]
  readonly over: number
}
export interface Summary {
  readonly lines: number
  readonly real: number
  readonly noiseCredits: number
  readonly autoable: number
  readonly auto: Readonly<
    Record<
      | 'n'
      | 'correct'
      | 'precision'
      | 'precisionExactAmounts'
      | 'recall'
      | 'recallOfAutoable'
      | 'wrongOnReal'
      | 'onNoise'
      | 'invoicesOverPromised'
      | 'moneyWrongCents'
      | 'recklessOnAsk'
      | 'recklessWrong',
      number
    >
  >
  readonly suggestions: { readonly top1: number; readonly top3: number }
  readonly noise: { readonly falseAuto: number; readonly falseSuggest: number }
  readonly duplicates: Readonly<Record<'copies' | 'copyAutoMatched' | 'claimedRight' | 'claimedWrong', number>>
  readonly oneThreshold: Readonly<Record<'recallAtP99_5' | 'recallAtP99' | 'recallAtP95', { readonly recall: number }>>
  readonly calibration: {
    readonly ece: number
    readonly bins: readonly {
      readonly bin: string
      readonly n: number
      readonly meanConf: number | null
      readonly accuracy: number | null
    }[]
  }
}

export interface GenerateOptions {
  readonly seed: number
  readonly difficulty: string
  readonly backlog?: number
  readonly invoices?: number
  readonly transactions?: number
}

export interface Benchmark {
  readonly folder: string
  generate(options: GenerateOptions): Dataset
  run(module: MatcherModule, data: Dataset, mode: Mode): Run
  score(data: Dataset, predictions: Run['preds']): Scored
  summarise(scored: readonly Scored[]): Summary
}

/** The benchmark of the shelf, when it is there; `--benchmark DIR` and `--preset NAME` choose another; `invented-7` is the seventh of our own. */
export async function openBenchmark(argv: readonly string[] = process.argv): Promise<Benchmark | undefined> {
  const folder = optionOf(argv, 'benchmark') ?? join(root, '../shared/matching/benchmark')
  if (!existsSync(join(folder, 'core/engine.mjs'))) return undefined
  const load = (file: string) => import(pathToFileURL(join(folder, file)).href)
  const name = optionOf(argv, 'preset') ?? 'public'
  const invented = /^invented-(\d+)$/.exec(name)?.[1]
  const { makeRng } = await load('core/prng.mjs')
  const { preset } = invented
    ? { preset: inventPreset(makeRng(name), Number(invented)) }
    : await load(`${name}/preset.mjs`)
  const { generate } = await load('core/engine.mjs')
  const { runMatcher } = await load('run.mjs')
  const { score, summarise } = await load('evaluate.mjs')
  return {
    folder,
    generate: (options) => generate(preset, { invoices: 300, transactions: 1000, ...options }),
    run: runMatcher,
    score,
    summarise,
  }
}

/** `--name value` on the command line. */
export function optionOf(argv: readonly string[], name: string): string | undefined {
  const at = argv.indexOf(`--${name}`)
  return at < 0 ? undefined : argv[at + 1]
}

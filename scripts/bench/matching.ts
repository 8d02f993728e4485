import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildBench, matcherFile } from '../build-bench.ts'
import {
  type Benchmark,
  type Dataset,
  type MatcherModule,
  type Mode,
  openBenchmark,
  optionOf,
  type Summary,
} from './benchmark.ts'
import type { BenchPrediction } from './benchmark-adapter.ts'
import { type Speed, speedOf } from './matching-speed.ts'

/**
 * `npm run bench:matching`: ours and the eight baselines side by side, on seeds the training has not seen, as daily use (stream) and as one big file (batch),
 * normal and hard; every wrong automatic match of ours, line by line; then the speed table. `--seeds 5` for fewer seeds, `--difficulty normal`,
 * `--modes stream`, `--matchers tabellion,b,e`, `--speed no`, `--preset NAME`, `--benchmark DIR`.
 */
const FIRST_SEED = 31
const SEEDS = Number(optionOf(process.argv, 'seeds') ?? 20)
const DIFFICULTIES = (optionOf(process.argv, 'difficulty') ?? 'normal,hard').split(',')
const MODES = (optionOf(process.argv, 'modes') ?? 'stream,batch').split(',') as Mode[]
const WANTED = optionOf(process.argv, 'matchers')?.split(',')

interface Entrant {
  readonly name: string
  readonly module: MatcherModule
}

const benchmark = await openBenchmark()
if (!benchmark) {
  console.error('The benchmark is not there: ../shared/matching/benchmark.')
  process.exit(1)
}
const { bytes } = await buildBench()
console.log(`build/bench/matcher.mjs: ${(bytes / 1000).toFixed(1)} kB minified`)
const pending: (() => void)[] = []
const entrants = await loadEntrants(benchmark)
for (const difficulty of DIFFICULTIES) {
  const sets = Array.from({ length: SEEDS }, (_, index) => benchmark.generate({ seed: FIRST_SEED + index, difficulty }))
  for (const mode of MODES) compare(benchmark, sets, difficulty, mode)
}
if (optionOf(process.argv, 'speed') !== 'no') printSpeed(benchmark)

async function loadEntrants({ folder }: Benchmark): Promise<Entrant[]> {
  const load = async (file: string): Promise<Entrant> => {
    const module = (await import(pathToFileURL(file).href)) as MatcherModule
    return { name: module.name ?? file, module }
  }
  const baselines = join(folder, 'baselines')
  const files = readdirSync(baselines)
    .filter((file) => file.endsWith('.mjs'))
    .sort()
  const wanted = files.filter((file) => WANTED === undefined || WANTED.includes(file.split('-')[0] ?? ''))
  return Promise.all([matcherFile, ...wanted.map((file) => join(baselines, file))].map(load))
}

function compare({ run, score, summarise }: Benchmark, sets: readonly Dataset[], difficulty: string, mode: Mode): void {
  console.log(`\n## ${difficulty}, ${mode}, seeds ${FIRST_SEED} to ${FIRST_SEED + sets.length - 1}\n`)
  console.log(
    '| matcher | automatic: precision | wrong | recall | of auto-able | top-1 | top-3 | noise: false automatic | false suggestion | copies flagged | wrongly | ECE | promised twice |',
  )
  console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |')
  for (const [index, { name, module }] of entrants.entries()) {
    const runs = sets.map((data) => ({ data, ...run(module, data, mode) }))
    const scored = runs.map(({ data, preds }) => score(data, preds))
    const summary = summarise(scored)
    console.log(row(name, summary))
    if (index > 0) continue
    const after = () => {
      console.log(`\n${lower(summary)}`)
      console.log(curve(summary))
      for (const [at, { rows }] of scored.entries())
        for (const { id, dec, rank } of rows) {
          const found = runs[at]
          if (dec === 'auto' && rank !== 1 && found)
            console.log(wrong(found.data, FIRST_SEED + at, id, found.preds[id]))
        }
    }
    pending.push(after)
  }
  for (const after of pending.splice(0)) after()
}

function percent(value: number | null): string {
  return value === null ? '–' : (100 * value).toFixed(1)
}

function row(name: string, { auto, suggestions, noise, duplicates, calibration }: Summary): string {
  const cells = [
    name,
    percent(auto.precision),
    `${auto.wrongOnReal + auto.onNoise} of ${auto.n}`,
    percent(auto.recall),
    percent(auto.recallOfAutoable),
    percent(suggestions.top1),
    percent(suggestions.top3),
    percent(noise.falseAuto),
    percent(noise.falseSuggest),
    `${duplicates.claimedRight} of ${duplicates.copies}`,
    String(duplicates.claimedWrong),
    calibration.ece?.toFixed(3) ?? '–',
    String(auto.invoicesOverPromised),
  ]
  return `| ${cells.join(' | ')} |`
}

/** Wilson (1927), one-sided 97.5 %: what the precision is at least. */
function lower({ auto: { n, correct } }: Summary): string {
  const z = 1.96
  const share = correct / n
  const bound =
    (share + (z * z) / (2 * n) - z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n))) / (1 + (z * z) / n)
  return `Ours: automatic precision at least ${(100 * bound).toFixed(2)} % (lower 95 % bound).`
}

function curve({ oneThreshold, calibration }: Summary): string {
  const at = `recall with one threshold: ${percent(oneThreshold.recallAtP99_5.recall)} % at 99.5 % precision, ${percent(oneThreshold.recallAtP99.recall)} % at 99 %, ${percent(oneThreshold.recallAtP95.recall)} % at 95 %`
  const bins = calibration.bins
    .filter(({ n }) => n > 0)
    .map(({ bin, n, meanConf, accuracy }) => `${bin}: said ${percent(meanConf)}, was ${percent(accuracy)} (${n})`)
  return `Curve: ${at}.\nCalibration: ${bins.join('; ')}.`
}

function wrong(
  { transactions, invoices, truth, meta }: Dataset,
  seed: number,
  id: string,
  prediction: BenchPrediction | undefined,
): string {
  const line = transactions.find((candidate) => candidate.id === id)
  const names = (allocations: readonly { invoiceId: string; amountCents: number }[]) =>
    allocations
      .map(
        ({ invoiceId, amountCents }) =>
          `${invoices.find((invoice) => invoice.id === invoiceId)?.number} for ${(amountCents / 100).toFixed(2)}`,
      )
      .join(' + ') || 'nothing'
  return (
    `WRONG seed ${seed} ${id} (${meta[id]?.situation}) ${line?.date} ${((line?.amountCents ?? 0) / 100).toFixed(2)} « ${line?.label} » ${line?.counterparty ?? ''} ${line?.reference ?? ''}: ` +
    `ours ${names(prediction?.proposals[0]?.allocations ?? [])}, truth ${names(truth[id] ?? [])}`
  )
}

function printSpeed({ generate }: Benchmark): void {
  console.log('\n## speed: 50 lines × 10 000 open invoices, milliseconds\n')
  console.log('| matcher | index | first page | warm page, median | one update |\n| --- | ---: | ---: | ---: | ---: |')
  const data = generate({ seed: FIRST_SEED, difficulty: 'normal', backlog: 10_000 })
  const shown = (value: number | undefined, digits: number) => value?.toFixed(digits) ?? '–'
  for (const { name, module } of entrants) {
    const { index, firstPage, warmPage, update }: Speed = speedOf(module, data)
    console.log(
      `| ${name} | ${shown(index, 0)} | ${shown(firstPage, 1)} | ${shown(warmPage, 1)} | ${shown(update, 3)} |`,
    )
  }
}

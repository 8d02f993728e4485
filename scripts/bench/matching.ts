import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildBench, matcherFile } from '../build-bench.ts'
import { type Benchmark, type Dataset, type MatcherModule, type Mode, openBenchmark, optionOf } from './benchmark.ts'
import { compareInvented } from './matching-invented.ts'
import { curve, HEAD, lower, row, wrong } from './matching-report.ts'
import { type Speed, speedOf } from './matching-speed.ts'

/**
 * `npm run bench:matching`: ours and the eight baselines side by side, on seeds the training has not seen, as daily use (stream) and as one big file (batch),
 * normal and hard; every wrong automatic match of ours, line by line; then the speed table. `--seeds 5` for fewer seeds, `--difficulty normal`,
 * `--modes stream`, `--matchers b,e`, `--speed no` or `only`, `--preset NAME`, `--benchmark DIR`; `--invented 16` for ours on
 * that many invented presets instead.
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
const invented = optionOf(process.argv, 'invented')
if (invented !== undefined) {
  await compareInvented(Number(invented), SEEDS, DIFFICULTIES, MODES)
  process.exit(0)
}
const pending: (() => void)[] = []
const entrants = await loadEntrants(benchmark)
const speed = optionOf(process.argv, 'speed')
for (const difficulty of speed === 'only' ? [] : DIFFICULTIES) {
  const sets = Array.from({ length: SEEDS }, (_, index) => benchmark.generate({ seed: FIRST_SEED + index, difficulty }))
  for (const mode of MODES) compare(benchmark, sets, difficulty, mode)
}
if (speed !== 'no') printSpeed(benchmark)

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
  console.log(HEAD)
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

function printSpeed({ generate }: Benchmark): void {
  console.log('\n## speed: 50 lines × 10 000 open invoices, milliseconds on a processor\n')
  console.log(
    '| matcher | index | first page | warm page, mean of 30 | one update |\n| --- | ---: | ---: | ---: | ---: |',
  )
  const data = generate({ seed: FIRST_SEED, difficulty: 'normal', backlog: 10_000 })
  const shown = (value: number | undefined, digits: number) => value?.toFixed(digits) ?? '–'
  for (const { name, module } of entrants) {
    const { index, firstPage, warmPage, update }: Speed = speedOf(module, data)
    console.log(
      `| ${name} | ${shown(index, 0)} | ${shown(firstPage, 1)} | ${shown(warmPage, 1)} | ${shown(update, 3)} |`,
    )
  }
}

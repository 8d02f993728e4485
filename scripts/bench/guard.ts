import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../root.ts'
import { openBenchmark } from './benchmark.ts'
import type { BenchAllocation, BenchData, BenchLine } from './benchmark-adapter.ts'

/** `node scripts/run.mjs scripts/bench/guard.ts` makes the years of matching.test.ts again: two sellers of presets that no training has seen. */
export interface GuardYear {
  readonly name: string
  readonly data: BenchData
  readonly lines: readonly BenchLine[]
  /** What each line pays, and what nobody could tell from it; a line that is not here pays nothing. */
  readonly truth: Readonly<Record<string, readonly (readonly BenchAllocation[])[]>>
  /** Lines that a careful person would accept without asking. */
  readonly plain: readonly string[]
}

const YEARS = [
  { preset: 'invented-11', seed: 91, difficulty: 'normal' },
  { preset: 'invented-12', seed: 92, difficulty: 'hard' },
]

const years: GuardYear[] = []
for (const { preset, seed, difficulty } of YEARS) {
  const benchmark = await openBenchmark(['--preset', preset])
  if (!benchmark) throw new Error('The benchmark is not there: ../shared/matching/benchmark.')
  const { invoices, clients, history, seller, transactions, truth, meta } = benchmark.generate({
    seed,
    difficulty,
    invoices: 90,
    transactions: 240,
  })
  years.push({
    name: `${preset}, ${difficulty}`,
    data: { invoices, clients, history, seller },
    lines: transactions,
    truth: Object.fromEntries(
      Object.entries(truth)
        .filter(([, pays]) => pays.length > 0)
        .map(([id, pays]) => [id, [pays, ...(meta[id]?.acceptable ?? [])]]),
    ),
    plain: Object.keys(meta).filter((id) => meta[id]?.expect === 'auto'),
  })
}
// A record a line.
const text = JSON.stringify(years).replaceAll('},{', '},\n{')
writeFileSync(join(root, 'scripts/bench/fixtures/years.json'), `${text}\n`)
console.log(`scripts/bench/fixtures/years.json: ${Math.round(text.length / 1000)} kB`)

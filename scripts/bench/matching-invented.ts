import { type Mode, openBenchmark, type Scored } from './benchmark.ts'
import { createMatcher } from './benchmark-adapter.ts'
import { HEAD, lower, row, wrong } from './matching-report.ts'

const FIRST_SEED = 31

/** Ours on sellers that nothing was fitted to, one row for each preset and one for all of them. */
export async function compareInvented(
  presets: number,
  seeds: number,
  difficulties: readonly string[],
  modes: readonly Mode[],
): Promise<void> {
  for (const difficulty of difficulties)
    for (const mode of modes) {
      console.log(`\n## invented, ${difficulty}, ${mode}, ${seeds} seeds each\n\n${HEAD}`)
      const all: Scored[] = []
      const mistakes: string[] = []
      for (let number = 1; number <= presets; number += 1) {
        const benchmark = await openBenchmark(['--preset', `invented-${number}`])
        if (!benchmark) return
        const scored = Array.from({ length: seeds }, (_, index) => {
          const seed = FIRST_SEED + index
          const data = benchmark.generate({ seed, difficulty })
          const { preds } = benchmark.run({ createMatcher }, data, mode)
          const found = benchmark.score(data, preds)
          for (const { id, dec, rank } of found.rows)
            if (dec === 'auto' && rank !== 1) mistakes.push(`invented-${number}: ${wrong(data, seed, id, preds[id])}`)
          return found
        })
        all.push(...scored)
        console.log(row(`invented-${number}`, benchmark.summarise(scored)))
        if (number < presets) continue
        const summary = benchmark.summarise(all)
        console.log(row('all', summary))
        console.log([lower(summary), ...mistakes].join('\n'))
      }
    }
}

import { agreement, knownOracleErrors } from './oracle/agreement.ts'
import { isEntry } from './root.ts'

/** `node scripts/run.mjs scripts/oracle.ts [situations] [seed]`: our contributions against Urssaf's rule base. */
if (isEntry('oracle.ts')) {
  const [count = '5000', seed = '1'] = process.argv.slice(2)
  const { disagreements, excused, lines } = agreement(Number(count), Number(seed))
  for (const { kind, line, nature, on, oracle, ours, profile } of disagreements.slice(0, 20))
    console.log(
      JSON.stringify({
        kind,
        nature,
        on,
        start: profile.startDate,
        departement: profile.departement,
        acre: profile.acre,
        rate: line?.rate,
        ours,
        oracle,
      }),
    )
  console.log(`${lines} lines of ${count} situations: ${disagreements.length} disagreements.`)
  for (const { article, id } of knownOracleErrors) console.log(`${excused[id] ?? 0} excused by ${id}: ${article}`)
  process.exitCode = disagreements.length === 0 ? 0 : 1
}

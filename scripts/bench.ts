import { roundTrips, roundTripsTable } from './bench/round-trips.ts'
import { benchStatements } from './bench/statements.ts'

/** Each part prints its table; `npm run bench -- round-trips` runs that one alone. */
const parts: Readonly<Record<string, () => Promise<string>>> = {
  'round-trips': async () => roundTripsTable(await roundTrips()),
  statements: async () => benchStatements(),
}

const wanted = process.argv.slice(2)
for (const [name, run] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  console.log(`\n## ${name}\n`)
  console.log(await run())
}

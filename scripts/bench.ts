import { cpus } from 'node:os'
import { readingFigures, readingTable } from './bench/bank-page.ts'
import { coreTable } from './bench/core.ts'
import { extensionTable } from './bench/extension.ts'
import { benchFacturX, facturXTable } from './bench/facturx.ts'
import { pageFigures, pagesTable } from './bench/pages.ts'
import { roundTrips, roundTripsTable } from './bench/round-trips.ts'
import { workbenchTable } from './bench/workbench.ts'

/** Each part prints its table; `npm run bench -- round-trips` runs that one alone. */
const parts: Readonly<Record<string, () => Promise<string>>> = {
  'round-trips': async () => roundTripsTable(await roundTrips()),
  core: coreTable,
  'bank-page': async () => readingTable(await readingFigures()),
  extension: extensionTable,
  workbench: workbenchTable,
  documents: async () => pagesTable(await pageFigures()),
  'factur-x': async () => facturXTable(await benchFacturX()),
}

const wanted = process.argv.slice(2)
console.log(`Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim()}`)
for (const [name, run] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  console.log(`\n## ${name}\n`)
  console.log(await run())
}

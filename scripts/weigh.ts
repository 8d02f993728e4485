import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Weights, weightTable } from './addon/weights.ts'
import { buildAddon, weightsFile } from './build-addon.ts'
import { root } from './root.ts'

/** Where the bytes of Code.js and of its annex go; `npm run size` says whether there are too many. */
const { files } = await buildAddon()
const weights: Readonly<Record<string, Weights>> = JSON.parse(readFileSync(join(root, weightsFile), 'utf8'))
for (const [file, owners] of Object.entries(weights)) {
  console.log(`sheets-addon/dist/${file}: ${(Buffer.byteLength(files[file] ?? '') / 1000).toFixed(1)} kB`)
  console.log(weightTable(owners))
}

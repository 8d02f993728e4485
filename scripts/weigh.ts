import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Weights, weightTable } from './addon/weights.ts'
import { buildAddon, weightsFile } from './build-addon.ts'
import { root } from './root.ts'

/** Where the bytes of Code.js go; `npm run size` says whether there are too many. */
const { code } = await buildAddon()
const weights: Weights = JSON.parse(readFileSync(join(root, weightsFile), 'utf8'))
console.log(`sheets-addon/dist/Code.js: ${(Buffer.byteLength(code) / 1000).toFixed(1)} kB`)
console.log(weightTable(weights))

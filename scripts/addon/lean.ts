import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'esbuild'
import { root } from '../root.ts'
import { type Cut, withoutCuts } from './cuts.ts'
import { fflateCuts } from './fflate-cuts.ts'
import { jspdfCuts } from './jspdf-cuts.ts'

/** A library's one file, and what of it stays out of the script. */
interface Lean {
  readonly file: string
  /** SHA-256 of the file as published. Another one: read what changed between the two before taking it. */
  readonly digest: string
  readonly cuts: readonly Cut[]
}

/** jsPDF 4.2.1; after another one, see pages.test.ts through. */
const jspdf: Lean = {
  file: 'node_modules/jspdf/dist/jspdf.es.js',
  digest: '5b7f65fa3928b104febbcc37c7174f8e5aa3b8d9d24d0378a3fecad693d86f76',
  cuts: jspdfCuts,
}

/** fflate 0.8.3. */
const fflate: Lean = {
  file: 'node_modules/fflate/esm/browser.js',
  digest: 'b7ca4450b19559a1d50eb381adcee94b82449674be4cd17789d9beba7e6122a1',
  cuts: fflateCuts,
}

const leanText = ({ file, digest, cuts }: Lean): string => {
  const text = readFileSync(join(root, file), 'utf8')
  const found = createHash('sha256').update(text).digest('hex')
  if (found !== digest) throw new Error(`${file} is not the file that its cuts were written for: ${found}`)
  return withoutCuts(file, text, cuts)
}

/** jsPDF's one file, as published, without the parts that no document of ours calls. */
export const leanJspdf = (): string => leanText(jspdf)

export const withLeanLibraries: Plugin = {
  name: 'lean-libraries',
  setup(build) {
    build.onResolve({ filter: /^jspdf$/ }, () => ({ path: join(root, jspdf.file) }))
    build.onLoad({ filter: /[\\/]jspdf\.es\.js$/ }, () => ({ contents: leanText(jspdf), loader: 'js' }))
    build.onLoad({ filter: /[\\/]fflate[\\/]esm[\\/]browser\.js$/ }, () => ({
      contents: leanText(fflate),
      loader: 'js',
    }))
  },
}

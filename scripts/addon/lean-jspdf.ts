import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'esbuild'
import { root } from '../root.ts'
import { withoutCuts } from './cuts.ts'
import { jspdfCuts } from './jspdf-cuts.ts'

const FILE = 'node_modules/jspdf/dist/jspdf.es.js'
/** jsPDF 4.2.1, as published. Another one: read what changed between the two, then see pages.test.ts through. */
const DIGEST = '5b7f65fa3928b104febbcc37c7174f8e5aa3b8d9d24d0378a3fecad693d86f76'

/** jsPDF's one file, as published, without the parts that no document of ours calls. */
export function leanJspdf(): string {
  const text = readFileSync(join(root, FILE), 'utf8')
  const digest = createHash('sha256').update(text).digest('hex')
  if (digest !== DIGEST) throw new Error(`${FILE} is not the file that jspdf-cuts.ts was written for: ${digest}`)
  return withoutCuts(FILE, text, jspdfCuts)
}

export const withLeanJspdf: Plugin = {
  name: 'lean-jspdf',
  setup(build) {
    build.onResolve({ filter: /^jspdf$/ }, () => ({ path: join(root, FILE) }))
    build.onLoad({ filter: /[\\/]jspdf\.es\.js$/ }, () => ({ contents: leanJspdf(), loader: 'js' }))
  },
}

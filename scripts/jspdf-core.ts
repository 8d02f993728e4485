import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'esbuild'
import { root } from './root.ts'

const FILE = 'node_modules/jspdf/dist/jspdf.es.js'

/**
 * Of jsPDF, only what draws our documents: the file writer, its compression and TrueType embedding. Its forms, images, canvas,
 * HTML, annotations, bidi engine and standard-font tables are three quarters of its weight, all of it run at each start of the
 * add-on (documents/pdf writes its own operators and embeds its own logo). jsPDF has one file and no parts to import, so the
 * text is cut between its own headings; a heading that has moved stops the build.
 * sheets-addon/src/runtime/pages.test.ts compares the pages byte for byte with those of the whole library.
 */
const CUTS: readonly (readonly [what: string, from: string, to: string])[] = [
  [
    'AcroForm, addImage, annotations, arabic, autoprint, canvas, cell, context2d',
    'var jsPDFAPI = jsPDF.API;\nvar scaleFactor = 1;',
    '/**\n * @license\n * jsPDF filters PlugIn',
  ],
  [
    'file loading, HTML, JavaScript, outline, JPEG, PNG, GIF, BMP, WebP, language, text splitting, standard fonts',
    '/**\n * @license\n * jsPDF fileloading PlugIn',
    '/**\n * @license\n * Licensed under the MIT License.\n * http://opensource.org/licenses/mit-license\n */\n\n/**\n * @name ttfsupport',
  ],
  [
    'SVG, total pages, viewer preferences, XMP',
    '/** @license\n * Copyright (c) 2012 Willow Systems Corporation',
    '/**\n * @name utf8\n',
  ],
  [
    'bidi',
    '/**\n * @license\n * Unicode Bidi Engine',
    '/* eslint-disable no-control-regex */\njsPDF.API.TTFFont = function',
  ],
  ['PNG reader', "import { decode } from 'fast-png';\n", ''],
  ['names that are cut', 'export { AcroForm, ', 'jsPDF as default, jsPDF };'],
]

export function jspdfCore(source: string): string {
  let text = source
  for (const [what, from, to] of CUTS) {
    const start = only(text, from, what)
    const end = to === '' ? start + from.length : only(text, to, what)
    text = text.slice(0, start) + (from.startsWith('export') ? 'export { ' : '') + text.slice(end)
  }
  return text
}

function only(text: string, heading: string, what: string): number {
  const at = text.indexOf(heading)
  if (at < 0 || text.indexOf(heading, at + 1) >= 0)
    throw new Error(`jsPDF: ${what}: ${JSON.stringify(heading)} is not there once`)
  return at
}

export const withJspdfCore: Plugin = {
  name: 'jspdf-core',
  setup(build) {
    build.onResolve({ filter: /^jspdf$/ }, () => ({ path: join(root, FILE) }))
    build.onLoad({ filter: /jspdf\.es\.js$/ }, ({ path }) => ({
      contents: jspdfCore(readFileSync(path, 'utf8')),
      loader: 'js',
    }))
  },
}

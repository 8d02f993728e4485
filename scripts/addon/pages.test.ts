import vm from 'node:vm'
import {
  drafts,
  jpegLogo,
  pngLogo,
  randomDocument,
  situations,
  tradeDocument,
  tradeDocuments,
} from '@tabellion/shared/documents/fixtures'
import { type RenderOptions, renderDocument } from '@tabellion/shared/documents/pdf'
import type { DraftDocument, IssuedDocument } from '@tabellion/shared/invoicing'
import { build } from 'esbuild'
import { beforeAll, expect, test } from 'vitest'
import { root } from '../root.ts'
import { freeNames } from './free-names.ts'
import { leanJspdf } from './lean.ts'
import { scriptOptions } from './options.ts'

/** What crosses into the runtime is text, as between Apps Script and its cells. */
const entry = `
import { binaryString } from '@tabellion/shared/documents/facturx'
import { renderDocument } from '@tabellion/shared/documents/pdf'
import { jsPDF } from 'jspdf'
export function render(json) {
  const { document, options } = JSON.parse(json)
  if (options.logo) options.logo.bytes = Uint8Array.from(options.logo.bytes)
  return binaryString(renderDocument(document, options))
}
export function failIn(topic) {
  const pdf = new jsPDF()
  pdf.internal.events.subscribe(topic, () => { throw new RangeError('a listener fails') })
  return pdf.output('arraybuffer')
}
`

let bare: vm.Context
beforeAll(async () => {
  const { outputFiles } = await build({ ...scriptOptions, stdin: { contents: entry, resolveDir: root } })
  // ECMAScript, and nothing that Apps Script has not.
  bare = vm.createContext({}, { codeGeneration: { strings: false, wasm: false } })
  vm.runInContext('delete globalThis.console; delete globalThis.SharedArrayBuffer', bare)
  vm.runInContext(outputFiles?.[0]?.text ?? '', bare)
}, 60_000)

function expectSameBytes(document: DraftDocument | IssuedDocument, options: RenderOptions = {}): void {
  const { logo } = options
  const sent = { document, options: logo ? { ...options, logo: { ...logo, bytes: [...logo.bytes] } } : options }
  const drawn: string = vm.runInContext(`__t.render(${JSON.stringify(JSON.stringify(sent))})`, bare)
  const expected = Buffer.from(renderDocument(document, options))
  expect(expected.length).toBeGreaterThan(10_000)
  expect(Buffer.from(drawn, 'latin1').equals(expected)).toBe(true)
}

test('every preset and kind: the lean jsPDF in a bare runtime makes the bytes of the whole one in Node', () => {
  for (const { document } of tradeDocuments) expectSameBytes(document)
}, 60_000)

test('drafts, special cases and long documents too', () => {
  for (const document of Object.values({ ...drafts, ...situations })) expectSameBytes(document)
}, 60_000)

test('logos and the attached XML too', () => {
  const document = tradeDocument('consultant', 'balance')
  const attachment = { xml: '<?xml version="1.0"?><a>€ é 🙂</a>', description: 'Facture électronique n° 1' }
  expectSameBytes(document, { attachment })
  for (const logo of [pngLogo(120, 40), pngLogo(60, 60, 'white'), jpegLogo])
    expectSameBytes(document, { logo, attachment, duplicate: true })
})

test.each(Array.from({ length: 20 }, (_, seed) => seed))('a random document too: %i', (seed) => {
  expectSameBytes(randomDocument(seed))
})

test('a failing listener of jsPDF stops the document, where the published library would go on in silence', () => {
  for (const topic of ['putPage', 'putResources', 'postPutResources', 'putCatalog'])
    expect(() => vm.runInContext(`__t.failIn('${topic}')`, bare)).toThrow('a listener fails')
})

test('what is left of jsPDF names only these parts that are gone, in branches that no document enters', () => {
  expect(freeNames(leanJspdf(), 'lib.es2020.d.ts')).toEqual([
    'PDFSecurity',
    'ShadingPattern',
    'TilingPattern',
    'atob',
    'decodeColorString',
    'encodeColorString',
    'global',
    // In a comment of jsPDF.
    'integer',
    'putShadingPattern',
    'putTilingPattern',
    'self',
    'window',
  ])
}, 30_000)

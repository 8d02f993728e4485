import { createContext, Script } from 'node:vm'
import { drafts, jpegLogo, pngLogo, situations, tradeDocuments } from '@tabellion/shared/documents/fixtures'
import { type RenderOptions, renderDocument } from '@tabellion/shared/documents/pdf'
import type { DraftDocument, IssuedDocument } from '@tabellion/shared/invoicing'
import { build } from 'esbuild'
import { beforeAll, expect, test } from 'vitest'
import { withJspdfCore } from '../../../scripts/jspdf-core.ts'
import { root } from '../../../scripts/root.ts'

type Render = (document: DraftDocument | IssuedDocument, options: RenderOptions) => Uint8Array

/** The renderer as Apps Script gets it: the shims, jsPDF's core only, in a context that holds ECMAScript and nothing else. */
let bare: Render

beforeAll(async () => {
  const { outputFiles } = await build({
    absWorkingDir: root,
    stdin: {
      contents: "import { renderDocument } from '@tabellion/shared/documents/pdf'\nglobalThis.render = renderDocument",
      resolveDir: `${root}/sheets-addon`,
    },
    bundle: true,
    write: false,
    target: 'es2020',
    format: 'iife',
    platform: 'neutral',
    conditions: ['browser', 'import'],
    mainFields: ['browser', 'module', 'main'],
    inject: [`${root}/sheets-addon/src/runtime/globals.ts`],
    plugins: [withJspdfCore],
    logLevel: 'error',
  })
  const context = createContext(Object.create(null), { microtaskMode: 'afterEvaluate' })
  new Script(
    'delete globalThis.console; delete globalThis.SharedArrayBuffer; delete globalThis.WebAssembly',
  ).runInContext(context)
  new Script(outputFiles[0]?.text ?? '').runInContext(context)
  bare = context['render']
}, 20_000)

const same = (document: DraftDocument | IssuedDocument, options: RenderOptions = {}): void => {
  expect(Buffer.from(bare(document, options)).equals(Buffer.from(renderDocument(document, options)))).toBe(true)
}

test('the bare runtime with the core of jsPDF draws every preset and kind as Node does with the whole of it, byte for byte', () => {
  for (const { document } of tradeDocuments) same(document)
})

test('and drafts, long documents, logos and attachments', () => {
  const [{ document }] = tradeDocuments as [(typeof tradeDocuments)[number]]
  for (const draft of Object.values(drafts)) same(draft)
  for (const name of ['sixty-four-lines', 'very-long-texts']) same(situations[name] ?? document)
  for (const logo of [pngLogo(120, 40), pngLogo(60, 60, 'white'), jpegLogo]) same(document, { logo, duplicate: true })
  same(document, { attachment: { xml: '<text>€ é 🙂</text>', description: 'Pièce n° 1' } })
})

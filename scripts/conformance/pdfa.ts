// node scripts/run.mjs scripts/conformance/pdfa.ts: veraPDF's word on every way our pages are drawn (presets, kinds, drafts,
// duplicates, logos of each pixel format, many pages), without the rules on the XML. The whole proof is npm run conformance;
// both use the validators that tools.ts fetches, pins and caches. Exit: 0 all accepted, 1 not, 3 a tool is missing.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import {
  drafts,
  jpegLogo,
  pngLogo,
  situations,
  tradeDocument,
  tradeDocuments,
} from '@tabellion/shared/documents/fixtures'
import { renderDocument } from '@tabellion/shared/documents/pdf'
import { isEntry, root } from '../root.ts'
import { cellOf, refusals } from './table.ts'
import { judge, prepareTools, Unavailable } from './tools.ts'

export interface PageSample {
  readonly name: string
  readonly pdf: Uint8Array
}

/** Every branch of the drawing, as plain PDF/A-3b. */
export function pageSamples(): readonly PageSample[] {
  const bill = tradeDocument('shop', 'standard')
  const xml =
    '<?xml version="1.0" encoding="UTF-8"?>\n<text>Not an invoice: the container is judged, not its load.</text>\n'
  const accented = {
    ...bill,
    seller: { ...bill.seller, name: 'Žofia Łukasiewicz (Ω) EI', tradingName: 'Nguyễn \\ fils' },
  }
  return [
    ...tradeDocuments.map(({ document, kind, preset }) => ({
      name: `${preset}-${kind}`,
      pdf: renderDocument(document),
    })),
    ...Object.entries({ ...situations, ...drafts }).map(([name, document]) => ({
      name,
      pdf: renderDocument(document),
    })),
    { name: 'duplicate', pdf: renderDocument(bill, { duplicate: true }) },
    { name: 'attachment', pdf: renderDocument(bill, { attachment: { xml, description: 'Pièce jointe n° 1' } }) },
    { name: 'logo-png-alpha', pdf: renderDocument(bill, { logo: pngLogo(600, 160) }) },
    { name: 'logo-png-opaque', pdf: renderDocument(bill, { logo: pngLogo(300, 300, 'white') }) },
    { name: 'logo-jpeg', pdf: renderDocument(tradeDocument('creative', 'balance'), { logo: jpegLogo }) },
    { name: 'names-beyond-latin-1', pdf: renderDocument(accented) },
  ]
}

async function main(): Promise<number> {
  const folder = join(root, 'build/conformance/pages')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  prepareTools()
  const files = pageSamples().map(({ name, pdf }) => {
    const file = join(folder, `${name}.pdf`)
    writeFileSync(file, pdf)
    return file
  })
  const verdicts = await judge('official', files)
  const refused = verdicts.filter((verdict) => cellOf(verdict, 'PDF/A-3b') !== 'ok')
  for (const verdict of refused) {
    console.log(`${basename(verdict.file)} is refused:`)
    for (const line of refusals(verdict).filter((rule) => rule.startsWith('PDF/A-3b'))) console.log(`    ${line}`)
  }
  console.log(`${files.length - refused.length} of ${files.length} pages are PDF/A-3b`)
  return refused.length === 0 && verdicts.length === files.length ? 0 : 1
}

if (isEntry('pdfa.ts')) {
  try {
    process.exitCode = await main()
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error
    console.error(`Nothing was judged. ${error.message}`)
    process.exitCode = 3
  }
}

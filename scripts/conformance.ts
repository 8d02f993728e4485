// npm run conformance [-- options] : the official validators' word on what we issue. Needs Java 17 (a JDK), Maven and pip, and
// the network the first time; see docs/decisions on e-invoices.
//   --documents N   how many random documents (300)     --seed S   other ones (1)
//   --write-lock    pins what the registries give now, after a change of versions
// Exit: 0 every document is accepted and every defect refused by its rule, 1 not, 2 wrong call, 3 a tool is missing.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Defect, defects } from '@tabellion/shared/documents/fixtures'
import { type Judged, judgedDocuments, pdfOf } from './conformance/documents.ts'
import { type PdfDefect, pdfDefects } from './conformance/pdf-defects.ts'
import { pageSamples } from './conformance/pdfa.ts'
import { type Cell, cellOf, type Row, RULE_SETS, type RuleSet, refusals, table, warnings } from './conformance/table.ts'
import { judge, prepareTools, type RawVerdict, Unavailable, writeLock } from './conformance/tools.ts'
import { root } from './root.ts'

/** Mustang takes a second a PDF and judges the same XML bare: it sees every XML, and the PDF of every fourth kind. */
const MUSTANG_PDF_STEP = 4

const folder = join(root, 'build/conformance')

async function main(): Promise<number> {
  const values = readOptions()
  if (values === undefined) return wrongCall('usage: npm run conformance -- [--documents N] [--seed S] [--write-lock]')
  const [count, seed] = [Number(values.documents), Number(values.seed)]
  if (!Number.isInteger(count) || count < 1 || !Number.isInteger(seed))
    return wrongCall('--documents and --seed want whole numbers')
  if (values['write-lock']) writeLock()
  prepareTools()
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })

  const documents = judgedDocuments(count, seed)
  const xmlDefects = defects()
  const write = (name: string, data: string | Uint8Array): string => {
    const file = join(folder, name)
    writeFileSync(file, data)
    return file
  }
  const xmlFiles = documents.flatMap(({ name, xml }) => (xml === undefined ? [] : [write(`${name}.xml`, xml)]))
  const defectFiles = xmlDefects.map(({ name, xml }) => write(`defect-${name}.xml`, xml))
  const recountedDefects = defectFiles.filter((_, index) => xmlDefects[index]?.set === 'Mustang')
  const second = judge('mustang', [...xmlFiles, ...recountedDefects])

  const pdfFiles = documents.map((document) => write(`${document.name}.pdf`, pdfOf(document)))
  const [sample] = documents.filter(({ xml }) => xml !== undefined)
  const brokenPdfs = sample ? pdfDefects(sample) : []
  const seen = new Set(documents.map(({ name }) => name))
  const pages = pageSamples().filter(({ name }) => !seen.has(`fixture-${name}`))
  const pageFiles = pages.map(({ name, pdf }) => write(`page-${name}.pdf`, pdf))
  const brokenFiles = brokenPdfs.map(({ name, pdf }) => write(`defect-${name}.pdf`, pdf))
  const official = await judge('official', [...pdfFiles, ...pageFiles, ...defectFiles, ...brokenFiles])
  const secondOnXml = await second
  const secondOnPdf = await judge('mustang', sampledPdfs(documents))

  const byFile = index(official)
  const recounted = index(secondOnXml)
  const secondPdf = index(secondOnPdf)
  const judgedPages = pages.map(({ name }) => ({ kind: 'pages', name: `page-${name}` }))
  const listed = [...documents, ...judgedPages]
  const rows = [
    ...documents.map((document) => rowOf(document, byFile, recounted, secondPdf)),
    ...judgedPages.map((page) => pageRow(page, byFile)),
  ]
  console.log(`\n${table(rows)}\n`)

  let failed = 0
  for (const [position, { kind, cells }] of rows.entries()) {
    if (Object.values(cells).every((cell) => cell === 'ok' || cell === 'none')) continue
    failed++
    const document = listed[position]
    console.log(`${document?.name} (${kind}) is refused:`)
    for (const verdict of [
      byFile.get(`${document?.name}.pdf`),
      recounted.get(`${document?.name}.xml`),
      secondPdf.get(`${document?.name}.pdf`),
    ])
      for (const line of verdict ? refusals(verdict) : []) console.log(`    ${line}`)
  }
  sayWhatCarriesNoXml(documents)
  for (const line of warnings(official)) console.log(`warning: ${line}`)
  const survivors = [
    ...missedDefects(xmlDefects, 'xml', byFile, recounted),
    ...missedDefects(brokenPdfs, 'pdf', byFile, recounted),
  ]
  const total = xmlDefects.length + brokenPdfs.length
  console.log(`One-defect documents refused by the rule aimed at: ${total - survivors.length} of ${total}`)
  for (const line of survivors) console.log(`    ${line}`)
  console.log(`${rows.length + total - failed - survivors.length} passed, ${failed + survivors.length} failed`)
  return failed + survivors.length === 0 ? 0 : 1
}

const index = (verdicts: readonly RawVerdict[]): ReadonlyMap<string, RawVerdict> =>
  new Map(verdicts.map((verdict) => [basename(verdict.file), verdict]))

/** One document of every fourth kind. */
function sampledPdfs(documents: readonly Judged[]): readonly string[] {
  const firsts = new Map(documents.filter(({ xml }) => xml !== undefined).map((document) => [document.kind, document]))
  return [...firsts.values()]
    .filter((_, position) => position % MUSTANG_PDF_STEP === 0)
    .map(({ name }) => join(folder, `${name}.pdf`))
}

function rowOf(
  { kind, name, xml }: Judged,
  official: ReadonlyMap<string, RawVerdict>,
  recounted: ReadonlyMap<string, RawVerdict>,
  secondPdf: ReadonlyMap<string, RawVerdict>,
): Row {
  const verdict = official.get(`${name}.pdf`)
  const cell = (set: RuleSet): Cell => {
    if (set === 'PDF/A-3b') return cellOf(verdict, set)
    // A plain PDF/A-3b must hold no invoice at all.
    if (xml === undefined) return set === 'Factur-X' && !holdsNoXml(verdict) ? 'refused' : 'none'
    if (set !== 'Mustang') return cellOf(verdict, set)
    const asPdf = secondPdf.get(`${name}.pdf`)
    return asPdf && cellOf(asPdf, set) !== 'ok' ? cellOf(asPdf, set) : cellOf(recounted.get(`${name}.xml`), set)
  }
  return { kind, cells: Object.fromEntries(RULE_SETS.map((set) => [set, cell(set)])) as Row['cells'] }
}
/** Drafts, duplicates, logos: pages whose XML, if any, is no invoice. */
const pageRow = (
  { kind, name }: { readonly kind: string; readonly name: string },
  official: ReadonlyMap<string, RawVerdict>,
): Row => ({
  kind,
  cells: {
    'PDF/A-3b': cellOf(official.get(`${name}.pdf`), 'PDF/A-3b'),
    'EN 16931': 'none',
    'Factur-X': 'none',
    'BR-FR': 'none',
    Mustang: 'none',
  },
})
const holdsNoXml = (verdict: RawVerdict | undefined): boolean =>
  verdict?.findings.some(({ id, text }) => id === 'PDF-FILE' && text.startsWith('0 ')) === true

function sayWhatCarriesNoXml(documents: readonly Judged[]): void {
  const reasons = new Map<string, number>()
  for (const { reason } of documents) if (reason !== undefined) reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
  for (const [reason, number] of reasons) console.log(`Without XML, a plain PDF/A-3b: ${number} (${reason})`)
}

function missedDefects(
  list: readonly (Defect | PdfDefect)[],
  extension: 'xml' | 'pdf',
  official: ReadonlyMap<string, RawVerdict>,
  recounted: ReadonlyMap<string, RawVerdict>,
): readonly string[] {
  return list.flatMap(({ name, rule, set }) => {
    const verdict = (set === 'Mustang' ? recounted : official).get(`defect-${name}.${extension}`)
    const refused = verdict?.findings.some((finding) => finding.fatal && finding.set === set && finding.id === rule)
    return refused
      ? []
      : [
          `${name}: ${set} ${rule} did not refuse it; ${verdict ? refusals(verdict).join(' | ') || 'nothing did' : 'not judged'}`,
        ]
  })
}

function readOptions() {
  try {
    return parseArgs({
      options: {
        documents: { type: 'string', default: '300' },
        seed: { type: 'string', default: '1' },
        'write-lock': { type: 'boolean' },
      },
    }).values
  } catch {
    // parseArgs throws on what it does not know.
    return undefined
  }
}

function wrongCall(message: string): number {
  console.error(message)
  return 2
}

try {
  process.exitCode = await main()
} catch (error) {
  if (!(error instanceof Unavailable)) throw error
  console.error(`Nothing was judged. ${error.message}`)
  process.exitCode = 3
}

import { archive } from '@tabellion/shared/documents/facturx'
import type { PrintedDocument } from '@tabellion/shared/invoicing'
import type { WordedLetter } from '@tabellion/shared/journal'
import { canonicalJson, sha256Hex } from '@tabellion/shared/kernel'
import { readableAccent } from './accent.ts'
import { draw } from './draw.ts'
import { letterPages } from './letter.ts'
import { A4, linesBlock, moved, type Page, type Writing } from './page.ts'
import { layoutPages, type RenderOptions } from './render.ts'
import { type Report, reportPages } from './report.ts'

/** Of the whole, under whatever each paper says of its own pages. */
const folio: Writing = { size: 8, leading: 11.2, weight: 'semibold', ink: 'secondary', align: 'right' }

export type DossierPart =
  | { readonly kind: 'document'; readonly document: PrintedDocument; readonly options: RenderOptions }
  | { readonly kind: 'letter'; readonly letter: WordedLetter }

/**
 * Several documents in one file, behind an index that says on which page each begins. A row of the index that has a part names
 * it by its place in `parts`; its last cell becomes the page.
 */
export function renderDossier(
  index: Omit<Report, 'rows'> & { readonly rows: readonly (Report['rows'][number] & { readonly part?: number })[] },
  parts: readonly DossierPart[],
): Uint8Array {
  const pages = parts.map(pagesOf)
  // The index is as long whatever the numbers in it say.
  const first = reportPages({ ...index, rows: withPages(index.rows, () => 1) }, false).length
  const starts = pages.map((_, at) => first + 1 + pages.slice(0, at).reduce((sum, one) => sum + one.length, 0))
  const opening = reportPages({ ...index, rows: withPages(index.rows, (part) => starts[part] ?? 0) }, false)
  const logo = parts.flatMap((part) => (part.kind === 'document' && part.options.logo ? [part.options.logo] : []))[0]
  const whole = [...opening, ...pages.flat()]
  const folios = whole.map(({ marks }, at) => ({
    marks: [
      ...marks,
      ...moved(linesBlock([`Dossier, p. ${at + 1} / ${whole.length}`], folio, 40).marks, A4.width - 54, A4.height - 10),
    ],
  }))
  const pdf = draw(folios, readableAccent(index.accent), logo)
  archive(pdf, {
    title: index.title,
    author: index.owner[0] ?? '',
    subject: index.scope,
    creator: 'Tabellion',
    day: index.day,
    fileId: sha256Hex(canonicalJson({ index: { ...index }, parts: parts.length })).slice(0, 32),
  })
  return new Uint8Array(pdf.output('arraybuffer'))
}

const pagesOf = (part: DossierPart): readonly Page[] =>
  part.kind === 'document' ? layoutPages(part.document, part.options) : letterPages(part.letter)

const withPages = (rows: Parameters<typeof renderDossier>[0]['rows'], page: (part: number) => number): Report['rows'] =>
  rows.map(({ part, ...row }) => ({ ...row, cells: [...row.cells, part === undefined ? '' : `p. ${page(part)}`] }))

import { formatDay } from '@tabellion/shared/calendar'
import { type Attachment, archive } from '@tabellion/shared/documents/facturx'
import type { PrintedDocument } from '@tabellion/shared/invoicing'
import { canonicalJson, invariant, sha256Hex } from '@tabellion/shared/kernel'
import { readableAccent } from './accent.ts'
import { draw } from './draw.ts'
import { isLayoutNumber, layouts } from './layouts.ts'
import type { Logo } from './logo.ts'
import type { Page } from './page.ts'
import { documentTitle } from './title.ts'

export interface RenderOptions {
  readonly logo?: Logo
  /** « Duplicata » beside the number: the document has been sent before. */
  readonly duplicate?: boolean
  /** The structured invoice (documents/cii); without it the file is a plain PDF/A-3b. */
  readonly attachment?: Attachment
}

/** The document as pages of marks, in the layout it was issued with. */
export function layoutPages(document: PrintedDocument, options: RenderOptions = {}): readonly Page[] {
  const { layout } = document.style
  invariant(isLayoutNumber(layout), `layout ${layout} exists`)
  return layouts[layout].layout(document, {
    duplicate: options.duplicate === true,
    ...(options.logo === undefined ? {} : { logo: { width: options.logo.width, height: options.logo.height } }),
  })
}

/** The PDF/A-3b of a document. A pure function of its arguments: the same snapshot makes the same bytes, years later. */
export function renderDocument(document: PrintedDocument, options: RenderOptions = {}): Uint8Array {
  const { attachment, logo } = options
  const pdf = draw(layoutPages(document, options), readableAccent(document.style.accent), logo)
  const title = documentTitle(document)
  archive(
    pdf,
    {
      title,
      author: document.seller.name,
      subject: `${title}, du ${formatDay(document.issueDate)}, pour ${document.buyer.name}`,
      creator: 'Tabellion',
      day: document.issueDate,
      fileId: fileId(document, options),
    },
    attachment,
  )
  return new Uint8Array(pdf.output('arraybuffer'))
}

/** Two files are the same file when everything that went into them is. */
function fileId(document: PrintedDocument, { attachment, duplicate, logo }: RenderOptions): string {
  return sha256Hex(
    canonicalJson({
      document,
      duplicate: duplicate === true,
      ...(logo === undefined ? {} : { logo: sha256Hex(logo.bytes) }),
      ...(attachment === undefined ? {} : { attachment: { ...attachment } }),
    }),
  ).slice(0, 32)
}

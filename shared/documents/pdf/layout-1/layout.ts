import type { PrintedDocument } from '@tabellion/shared/invoicing'
import { A4, type Block, group, type Mark, moved, nothing, type Page, rule, space, stack } from '../page.ts'
import { type Atom, paginate } from '../paginate.ts'
import { agreement } from './agreement.ts'
import { factsBlock, particulars } from './facts.ts'
import { bandMarks, footer, runningHead, titleBlock, watermark } from './furniture.ts'
import { buyerIdentifiers, recipientBlock, sellerBlock } from './parties.ts'
import { paymentBlock } from './payment.ts'
import { type Rhythm, rhythms } from './presets.ts'
import { closing, paragraph, termsText } from './small-print.ts'
import { table } from './table.ts'
import { totalsBlock } from './totals.ts'
import { body } from './writing.ts'

export interface LayoutOptions {
  /** Present when the logo's bytes are: its place is kept in the ratio of its pixels. */
  readonly logo?: { readonly width: number; readonly height: number }
  readonly duplicate: boolean
}

const MARGIN = 18
/** The window of a French DL envelope, with room inside it for the paper to slip. */
const WINDOW = { left: 110, top: 47, bottom: 80 } as const
const TOTALS = 72
const LOGO = { width: 50, height: 22 } as const

/**
 * The whole document as pages of marks: no drawing yet, so that a test can measure it. When a little less air spares a
 * page, it is taken.
 */
export function layoutDocument(document: PrintedDocument, options: LayoutOptions): readonly Page[] {
  const airy = layoutWith(document, options, 1)
  // Of a long document, one page less is not worth its air.
  if (airy.length === 1 || airy.length > 4) return airy
  for (const air of [0.9, 0.8, 0.7, 0.55]) {
    const tighter = layoutWith(document, options, air)
    if (tighter.length < airy.length) return tighter
  }
  return airy
}

/** `air`: share of the usual room between rows and blocks. */
function layoutWith(document: PrintedDocument, options: LayoutOptions, air: number): readonly Page[] {
  const usual = rhythms[document.style.preset]
  const rhythm: Rhythm = { ...usual, row: usual.row * air }
  const { margin } = rhythm
  const width = A4.width - 2 * margin
  const foot = footer(document, width, 1, 2)
  const bottom = A4.height - MARGIN - foot.height - 5
  const head = runningHead(document, width)
  const top = MARGIN + head.height + 5
  const opening = firstPage(document, options, width)

  const lines = table(document, rhythm, width, 0.9 * (bottom - top))
  const more = particulars(document, rhythm, width)
  const atoms: Atom[] = [
    { block: factsBlock(document, rhythm.facts, width), before: 0 },
    ...(more.height > 0 ? [{ block: more, before: 4 * air }] : []),
    ...paragraph(document.textBefore, body, width, 5 * air),
    ...lines.rows.map((row, index) => ({ ...row, before: index === 0 ? 7 * air : 0 })),
    { block: totalsAndPayment(document, rhythm, width), before: 6 * air },
    ...closing(document, rhythm, width).map((atom) => ({ ...atom, before: atom.before * air })),
    ...(document.quote ? [...termsText(document, width), { block: agreement(document, width), before: 8 * air }] : []),
  ]
  const pages = paginate(atoms, { firstTop: opening.height, top, bottom, tableHead: lines.head })

  return pages.map((placed, index) => {
    const footing = footer(document, width, index + 1, pages.length)
    const marks: Mark[] = [
      ...(document.state === 'draft' ? [watermark('Projet')] : []),
      ...bandMarks(rhythm.band),
      ...(index === 0 ? opening.marks : moved(head.marks, margin, MARGIN)),
      ...placed.flatMap(({ block, y }) => moved(block.marks, margin, y)),
      ...moved(footing.marks, margin, A4.height - MARGIN - footing.height),
    ]
    return { marks }
  })
}

/** Who, to whom, and the title, where they stand on the page; its height is where the flow begins. */
function firstPage(document: PrintedDocument, options: LayoutOptions, width: number): Block {
  const rhythm = rhythms[document.style.preset]
  const { margin, title } = rhythm
  const logo = logoBlock(options.logo)
  const rightWidth = A4.width - margin - WINDOW.left
  const leftWidth = WINDOW.left - margin - 8
  const recipient = recipientBlock(document.buyer, rightWidth, WINDOW.bottom - WINDOW.top)
  // At the foot of the window, so that what identifies the buyer follows at once, yet below the window.
  const recipientTop = Math.max(WINDOW.top, WINDOW.bottom - 1.5 - recipient.height)
  const identifiersTop = Math.max(recipientTop + recipient.height + 2.5, WINDOW.bottom + 1)
  const first = title.place === 'first'
  const heading = titleBlock(
    document,
    rhythm,
    first ? width - (logo ? logo.width + 8 : 0) : rightWidth,
    options.duplicate,
  )
  const placed = [
    ...(first && logo ? [{ block: logo, x: A4.width - margin - logo.width, y: MARGIN }] : []),
    first
      ? {
          block: sellerBlock(document.seller, nothing, leftWidth),
          x: margin,
          y: Math.max(WINDOW.top, MARGIN + heading.height + 3),
        }
      : {
          block: sellerBlock(document.seller, logo ? stack([logo, space(3.5)]) : stroke(), leftWidth),
          x: margin,
          y: MARGIN,
        },
    { block: recipient, x: WINDOW.left, y: recipientTop },
    { block: buyerIdentifiers(document.buyer, rightWidth), x: WINDOW.left, y: identifiersTop },
    { block: heading, x: first ? margin : WINDOW.left, y: first ? MARGIN - 3 : MARGIN - 1.5 },
  ]
  const { height, marks } = group(placed)
  return { width: A4.width, height: Math.max(height, WINDOW.bottom) + 7, marks }
}

/** Where there is no logo: a short stroke of the accent. */
const stroke = (): Block => stack([rule(14, 0.9, 'accent'), space(3)])

function logoBlock(logo: LayoutOptions['logo']): Block | undefined {
  if (logo === undefined) return undefined
  const scale = Math.min(LOGO.width / logo.width, LOGO.height / logo.height)
  const [width, height] = [logo.width * scale, logo.height * scale]
  return { width, height, marks: [{ kind: 'picture', x: 0, y: 0, width, height }] }
}

/** How to pay at the left, what at the right, never apart. */
function totalsAndPayment(document: PrintedDocument, rhythm: Rhythm, width: number): Block {
  const totals = totalsBlock(document, rhythm, TOTALS)
  const payment = paymentBlock(document, width - TOTALS - 6)
  return { ...group([{ block: payment }, { block: totals, x: width - TOTALS }]), width }
}

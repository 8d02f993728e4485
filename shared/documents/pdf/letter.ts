import { formatLongDay } from '@tabellion/shared/calendar'
import { archive } from '@tabellion/shared/documents/facturx'
import type { IssuedDocument } from '@tabellion/shared/invoicing'
import type { WordedLetter } from '@tabellion/shared/journal'
import { canonicalJson, sha256Hex } from '@tabellion/shared/kernel'
import { readableAccent } from './accent.ts'
import { draw } from './draw.ts'
import {
  A4,
  group,
  linesBlock,
  type Mark,
  moved,
  nothing,
  type Page,
  padded,
  rule,
  space,
  stack,
  textBlock,
  type Writing,
} from './page.ts'
import { type Atom, paginate } from './paginate.ts'
import { layoutPages, type RenderOptions } from './render.ts'
import { wrapFully } from './text.ts'

const MARGIN = 18
const WIDTH = A4.width - 2 * MARGIN
/** The window of a French DL envelope, as on the invoices. */
const WINDOW = { left: 110, top: 47, bottom: 80 } as const
/** Lines longer than this are hard to follow. */
const COLUMN = 150
const ROOM_TO_SIGN = 17

const body: Writing = { size: 9.5, leading: 14, weight: 'regular', ink: 'ink' }
const strong: Writing = { ...body, weight: 'semibold' }
const small: Writing = { size: 8, leading: 11.2, weight: 'regular', ink: 'secondary' }

/** A copy of what the letter is about, after it. */
export interface Enclosed {
  readonly document: IssuedDocument
  readonly options: RenderOptions
}

/** The PDF/A-3b of a letter to print and post, and of its enclosure: the same words make the same bytes. */
export function renderLetter(letter: WordedLetter, enclosed?: Enclosed): Uint8Array {
  const pages = [...letterPages(letter), ...(enclosed ? layoutPages(enclosed.document, enclosed.options) : [])]
  const pdf = draw(pages, readableAccent(letter.accent), enclosed?.options.logo)
  archive(pdf, {
    title: letter.subject,
    author: letter.sender[0] ?? '',
    subject: `${letter.subject}, du ${formatLongDay(letter.day)}`,
    creator: 'Tabellion',
    day: letter.day,
    fileId: sha256Hex(canonicalJson({ letter: { ...letter }, with: enclosed?.document.number ?? '' })).slice(0, 32),
  })
  return new Uint8Array(pdf.output('arraybuffer'))
}

/** Who, to whom in the window, place and day, object, words, what is claimed, signature. */
export function letterPages(letter: WordedLetter): readonly Page[] {
  const [name = '', ...rest] = letter.sender
  const sender = stack([
    rule(14, 0.9, 'accent'),
    space(3),
    textBlock(name, strong, 80),
    ...rest.map((line) => textBlock(line, small, 80)),
  ])
  const [to = '', ...address] = letter.recipient
  const recipient = stack([textBlock(to, strong, 82), ...address.map((line) => textBlock(line, body, 82))])
  const dated = stack([
    textBlock(letter.posting, small, A4.width - MARGIN - WINDOW.left),
    space(letter.posting === undefined ? 0 : 1.5),
    textBlock(`${letter.place === '' ? 'Le' : `${letter.place}, le`} ${formatLongDay(letter.day)}`, body, 82),
  ])
  const opening = [
    ...moved(sender.marks, MARGIN, MARGIN),
    ...moved(recipient.marks, WINDOW.left, Math.max(WINDOW.top, WINDOW.bottom - 1.5 - recipient.height)),
    ...moved(dated.marks, WINDOW.left, WINDOW.bottom + 8),
  ]
  const foot = footBlock(letter.foot, 1, 2)
  const top = Math.max(MARGIN + sender.height + 8, WINDOW.bottom + 8 + dated.height + 10)
  const paged = (air: number): ReturnType<typeof paginate> =>
    paginate(
      atomsOf(letter).map((atom) => ({ ...atom, before: atom.before * air })),
      { firstTop: top, top: MARGIN, bottom: A4.height - MARGIN - foot.height - 5, tableHead: nothing },
    )
  // A little less air, sooner than a signature on a page of its own.
  const airy = paged(1)
  const pages = airy.length === 2 ? ([0.85, 0.65].map(paged).find(({ length }) => length === 1) ?? airy) : airy
  return pages.map((placed, index) => {
    const marks: Mark[] = [
      ...(index === 0 ? opening : []),
      ...placed.flatMap(({ block, y }) => moved(block.marks, MARGIN, y)),
      ...moved(footBlock(letter.foot, index + 1, pages.length).marks, MARGIN, A4.height - MARGIN - foot.height),
    ]
    return { marks }
  })
}

function atomsOf({ after, amounts, before, enclosed, signature, subject }: WordedLetter): readonly Atom[] {
  return [
    { block: textBlock(`Objet\u00a0: ${subject}`, strong, COLUMN), before: 0 },
    ...paragraphs(before),
    // The sum is never apart from what it is made of.
    ...amounts.map(([label, amount], index): Atom => {
      const isSum = index === amounts.length - 1
      const writing = isSum ? strong : body
      const line = group([
        { block: textBlock(label, writing, COLUMN - 28) },
        { block: linesBlock([amount], { ...writing, align: 'right' }, COLUMN) },
      ])
      return {
        block: stack([
          rule(COLUMN, isSum ? 0.4 : 0.15, isSum ? 'ink' : 'hairline'),
          padded(line, { top: 1.1, bottom: 1.1 }),
        ]),
        before: index === 0 ? 5 : 0,
        ...(isSum ? {} : { withNext: true }),
      }
    }),
    ...paragraphs(after, signature !== ''),
    // Room for a hand.
    ...(signature === '' ? [] : [{ block: textBlock(signature, body, COLUMN), before: ROOM_TO_SIGN, withNext: true }]),
    { block: textBlock(enclosed === '' ? '' : `P. j.\u00a0: ${enclosed}`, small, COLUMN), before: 5 },
  ]
}

const paragraphs = (text: string, isClosed = false): readonly Atom[] =>
  text
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph, index, all) => ({
      // A sentence that starts a line is told from a line that goes on.
      block: stack(
        paragraph.split('\n').map((line) => linesBlock(wrapFully(line, body, COLUMN), body, COLUMN)),
        1,
      ),
      before: 5,
      ...(isClosed && index === all.length - 1 ? { withNext: true } : {}),
    }))

const footBlock = (text: string, page: number, pages: number): ReturnType<typeof stack> =>
  stack([
    rule(WIDTH, 0.2, 'hairline'),
    padded(
      group([
        { block: textBlock(text, small, WIDTH - 24) },
        { block: linesBlock([pages > 1 ? `Page ${page} / ${pages}` : ''], { ...small, align: 'right' }, WIDTH) },
      ]),
      { top: 1.6 },
    ),
  ])

import { isLink, type PrintedContent } from '@tabellion/shared/invoicing'
import type { Mention } from '@tabellion/shared/regulation'
import { type Block, ground, linesBlock, moved, padded, type Writing } from '../page.ts'
import type { Atom } from '../paginate.ts'
import { wrapEvenly } from '../text.ts'
import type { Rhythm } from './presets.ts'
import { body, small } from './writing.ts'

/** Mentions that another part of the page prints word for word or fact by fact (parties, totals, footer). */
const ELSEWHERE: ReadonlySet<Mention['id']> = new Set(['ei-name', 'siren', 'rcs', 'deposit-reference'])

/** What follows the totals: the seller's words, then the mentions. Nothing a preset does leaves one out. */
export function closing(content: PrintedContent, rhythm: Rhythm, width: number): readonly Atom[] {
  const { mentions, personalMessage, textAfter } = content
  const payment = mentions.filter(({ block }) => block === 'payment')
  const others = mentions.filter(({ block, id }) => (block === 'trade' || block === 'seller') && !ELSEWHERE.has(id))
  const isSetOff = ({ id }: Mention): boolean => rhythm.setOff.mentions.includes(id)
  const terms = termsLine(content)
  // C. com. art. L441-9: the terms of payment stand in one block (features F-014).
  const printed = [sentences(payment), ...others.filter((mention) => !isSetOff(mention)).map(({ text }) => text), terms]
  return [
    ...paragraph(personalMessage, body, width, 6),
    ...(rhythm.setOff.note ? panel(textAfter, width) : paragraph(textAfter, body, width, 6)),
    ...others.filter(isSetOff).flatMap(({ text }) => panel(text, width)),
    ...printed
      .filter((text) => text !== undefined)
      .flatMap((text, index) => paragraph(text, small, width, index === 0 ? 6 : 1.6)),
  ]
}

/** Which terms hold, and where they are read; nothing when their text follows. */
function termsLine({ terms = '', termsVersion }: PrintedContent): string | undefined {
  if (terms !== '' && !isLink(terms)) return undefined
  const said = [...(termsVersion === undefined ? [] : [termsNamed(termsVersion)]), ...(isLink(terms) ? [terms] : [])]
  return said.length === 0 ? undefined : `Conditions générales : ${said.join(', ')}`
}

/** The text of the terms, before the signature: who signs has read what comes above. */
export const termsText = ({ terms = '', termsVersion }: PrintedContent, width: number): readonly Atom[] =>
  terms === '' || isLink(terms)
    ? []
    : [
        {
          block: linesBlock(
            [`Conditions générales${inBrackets(termsVersion)}`],
            { ...body, weight: 'semibold' },
            width,
          ),
          before: 8,
          withNext: true,
        },
        ...terms.split(/\n+/).flatMap((text) => paragraph(text, small, width, 1.6)),
      ]

/** `2` and `v3` are versions; `CGV du 01/03/2026` names itself. */
const termsNamed = (version: string): string =>
  /^v?\d+(\.\d+)*$/i.test(version) ? `version ${version.replace(/^v/i, '')}` : version

export const inBrackets = (version: string | undefined): string =>
  version === undefined ? '' : ` (${termsNamed(version)})`

const sentences = (mentions: readonly Mention[]): string | undefined =>
  mentions.length === 0 ? undefined : `${mentions.map(({ text }) => text.replace(/\.$/, '')).join('. ')}.`

/** Lines that a page may break between, but never leaving one alone. */
export function paragraph(text: string | undefined, writing: Writing, width: number, before: number): readonly Atom[] {
  if (text === undefined || text.trim() === '') return []
  const lines = wrapEvenly(text, writing, width)
  return lines.map((line, index) => ({
    block: linesBlock([line], writing, width),
    before: index === 0 ? before : 0,
    withNext: index < lines.length - 1 && (lines.length <= 4 || index === 0 || index >= lines.length - 2),
  }))
}

/** A short text on its own ground, with the accent at its edge; a long one stays a paragraph. */
function panel(text: string | undefined, width: number): readonly Atom[] {
  if (text === undefined || text.trim() === '') return []
  const lines = wrapEvenly(text, small, width - 10)
  if (lines.length > 14) return paragraph(text, small, width, 5)
  const inner: Block = linesBlock(lines, { ...small, ink: 'ink' }, width - 10)
  const box = ground({ ...padded(inner, { x: 5, top: 2.6, bottom: 2.6 }), width }, 'sunken')
  const edge: Block = {
    width: 0.9,
    height: box.height,
    marks: [{ kind: 'fill', x: 0, y: 0, width: 0.9, height: box.height, ink: 'accent' }],
  }
  return [{ block: { ...box, marks: [...box.marks, ...moved(edge.marks, 0, 0)] }, before: 5 }]
}

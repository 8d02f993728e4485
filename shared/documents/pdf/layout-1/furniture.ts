import { formatDay } from '@tabellion/shared/calendar'
import { invoiceName, type PrintedContent, type PrintedDocument } from '@tabellion/shared/invoicing'
import { A4, type Block, group, linesBlock, type Mark, padded, rule, space, stack, textBlock } from '../page.ts'
import { measure } from '../text.ts'
import { siretText } from './parties.ts'
import type { Rhythm } from './presets.ts'
import { TITLES } from './words.ts'
import { small, smallStrong, strong, titleOf } from './writing.ts'

/** Title, number, and the document it refers to: a deposit, a balance and a credit note are told apart at a glance. */
export function titleBlock(document: PrintedDocument, rhythm: Rhythm, width: number, duplicate: boolean): Block {
  const title = TITLES[document.kind]
  const full = titleOf(rhythm.title)
  const size = Math.min(rhythm.title.size, (rhythm.title.size * width) / measure(title, full))
  const number = document.state === 'issued' ? `N° ${document.number}` : 'Projet, sans numéro ni valeur'
  const mark = duplicate ? linesBlock(['Duplicata'], { ...strong, ink: 'accent' }, width) : undefined
  const numberWidth = measure(number, strong)
  return stack([
    textBlock(title, titleOf({ ...rhythm.title, size }), width + 1),
    space(0.8),
    group([{ block: linesBlock([number], strong, width) }, ...(mark ? [{ block: mark, x: numberWidth + 4 }] : [])]),
    textBlock(reference(document), small, width),
  ])
}

function reference({ deposits, kind, preceding, quote, quoteNumber }: PrintedContent): string {
  if (quote) return quote.version > 1 ? `version ${quote.version}, remplace la précédente` : ''
  const [corrected] = preceding
  if (kind === 'credit' && corrected)
    return `sur la ${invoiceName(corrected.kind)} ${corrected.number} du ${formatDay(corrected.issueDate)}`
  if (kind === 'deposit' && quoteNumber !== undefined) return `sur le devis ${quoteNumber}`
  const [deposit] = deposits
  if (kind !== 'balance' || deposit === undefined) return ''
  return deposits.length === 1
    ? `après l’acompte ${deposit.number} du ${formatDay(deposit.issueDate)}`
    : `après ${deposits.length} acomptes`
}

/** What reminds the reader of the document on its further pages. */
export function runningHead(document: PrintedDocument, width: number): Block {
  const name =
    document.state === 'issued' ? `${TITLES[document.kind]} ${document.number}` : `${TITLES[document.kind]}, projet`
  return {
    ...group([
      { block: linesBlock([name], { ...smallStrong, ink: 'ink' }, width) },
      {
        block: linesBlock(
          [fitted(document.buyer.name, width - measure(name, smallStrong) - 8)],
          { ...small, align: 'right' },
          width,
        ),
      },
    ]),
    width,
  }
}

/** One line of it: the head says whose document it is, the first page has the whole name. */
function fitted(text: string, width: number): string {
  if (measure(text, small) <= width) return text
  let kept = text
  while (kept.length > 1 && measure(`${kept}…`, small) > width) kept = kept.slice(0, -1).trimEnd()
  return `${kept}…`
}

/** The seller's identity at the foot of each page (C. com. art. R123-237), and the page's number when there are several. */
export function footer({ mentions, seller }: PrintedContent, width: number, page: number, pages: number): Block {
  const legal = mentions.filter(({ block }) => block === 'seller').map(({ text }) => text)
  const identity = [
    ...(legal.length > 0 ? legal : [seller.name, `SIRET ${siretText(seller.siret)}`]),
    ...(seller.apeCode === undefined ? [] : [`APE ${seller.apeCode}`]),
    ...(seller.vatNumber === undefined ? [] : [`TVA ${seller.vatNumber}`]),
  ]
  const count = pages > 1 ? `Page ${page} / ${pages}` : ''
  return stack([
    rule(width, 0.2, 'hairline'),
    padded(
      group([
        { block: textBlock(joined(identity, width - 24), small, width - 24) },
        { block: linesBlock([count], { ...small, align: 'right' }, width) },
      ]),
      { top: 1.6 },
    ),
  ])
}

/** Parts with a dot between them; a line ends between two parts rather than inside one. */
function joined(parts: readonly string[], width: number): string {
  let [text = '', ...rest] = parts
  let line = text
  for (const part of rest) {
    const longer = `${line} · ${part}`
    const fits = measure(longer, small) <= width
    text += fits ? ` · ${part}` : `\n${part}`
    line = fits ? longer : part
  }
  return text
}

/** Colour that runs off the page. */
export function bandMarks(band: Rhythm['band']): readonly Mark[] {
  if (band === 'top') return [{ kind: 'fill', x: 0, y: 0, width: A4.width, height: 4, ink: 'accent' }]
  if (band === 'left') return [{ kind: 'fill', x: 0, y: 0, width: 8, height: A4.height, ink: 'accent' }]
  return []
}

/** « Projet » across the page, under everything else. */
export function watermark(text: string): Mark {
  const style = { size: 120, weight: 'semibold' } as const
  const width = measure(text, style)
  const half = width / 2 / Math.SQRT2
  return {
    kind: 'text',
    x: A4.width / 2 - half + 14,
    y: A4.height / 2 + half + 14,
    width,
    text,
    style,
    ink: 'watermark',
    angle: 45,
  }
}

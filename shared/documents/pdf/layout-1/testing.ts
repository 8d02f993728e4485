import { plain } from '@tabellion/shared/documents/inspection'
import type { DraftDocument, IssuedDocument } from '@tabellion/shared/invoicing'
import { formatAmount, formatEuros } from '@tabellion/shared/money'
import { expect } from 'vitest'
import { A4, type Mark, type Page, type TextMark } from '../page.ts'
import { POINT, settable } from '../text.ts'
import { layoutDocument } from './layout.ts'

/** The rules of the page, for the tests: what holds of any document. */

const MARGIN = 18

/** The pages of a document, as they are issued for the first time. */
export const lay = (
  document: DraftDocument | IssuedDocument,
  logo?: { width: number; height: number },
): readonly Page[] => layoutDocument(document, { duplicate: false, ...(logo ? { logo } : {}) })
/** What is written on a page; the watermark is behind it. */
export const texts = (page: Page): readonly TextMark[] =>
  page.marks.filter((mark): mark is TextMark => mark.kind === 'text' && mark.ink !== 'watermark')
export const wholeText = (pages: readonly Page[]): string =>
  plain(pages.flatMap((page) => texts(page).map(({ text }) => text)).join(' '))

/** Where the letters are: from just over the capitals to just under the baseline, less a hair. */
export const inkBox = ({ style, width, x, y }: TextMark): { x1: number; x2: number; y1: number; y2: number } => {
  const em = style.size * POINT
  return { x1: x + 0.05, x2: x + width - 0.05, y1: y - 0.74 * em, y2: y + 0.2 * em }
}
function overlaps(page: Page): readonly string[] {
  const boxes = texts(page).map((mark) => ({ text: mark.text, ...inkBox(mark) }))
  return boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .filter((b) => a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2)
      .map((b) => `« ${a.text} » over « ${b.text} »`),
  )
}
const bleeds = (mark: Mark): boolean =>
  mark.kind === 'fill' && mark.ink === 'accent' && (mark.width === A4.width || mark.height === A4.height)
const heightOf = (mark: Mark): number => {
  switch (mark.kind) {
    case 'text':
      return 0
    case 'rule':
      return mark.thickness
    case 'modules':
      return mark.width
    default:
      return mark.height
  }
}
function outside(page: Page): readonly Mark[] {
  const tolerance = 0.5
  return page.marks.filter((mark) => {
    if (bleeds(mark) || (mark.kind === 'text' && mark.ink === 'watermark')) return false
    const top = mark.kind === 'text' ? inkBox(mark).y1 : mark.y
    return (
      mark.x < MARGIN - tolerance ||
      mark.x + mark.width > A4.width - MARGIN + tolerance ||
      top < MARGIN - tolerance ||
      mark.y + heightOf(mark) > A4.height - MARGIN + tolerance
    )
  })
}
/** A hyphen may end a line: what is said is looked for without its spaces. */
export const squeezed = (text: string): string => text.replace(/[\s\u00a0\u202f]+/g, '')
const isFigure = (text: string): boolean => /\d/.test(text)

/** Every rule of the page, for any document. */
export function expectTheRules(document: DraftDocument | IssuedDocument, pages = lay(document)): void {
  for (const page of pages) {
    expect(overlaps(page)).toEqual([])
    expect(outside(page)).toEqual([])
    for (const { style } of texts(page)) expect(style.size).toBeGreaterThanOrEqual(8)
  }
  const figures = pages.flatMap(texts).filter(({ text }) => isFigure(text))
  const payables = figures.filter(({ role }) => role === 'payable')
  expect(payables).toHaveLength(1)
  const [payable] = payables
  const others = figures.filter(({ role }) => role !== 'payable')
  expect(payable?.style.size).toBeGreaterThan(Math.max(...others.map(({ style }) => style.size)))
  expect(payable?.text).toBe(formatEuros(document.payment.alreadyPaid ? (0 as never) : document.totals.payable))

  const last = pages.find((page) => texts(page).some(({ role }) => role === 'payable'))
  const near = last ? texts(last).map(({ text }) => text) : []
  const sold = document.lines.flatMap((line) => (line.kind === 'text' ? [] : [line])).slice(-2)
  const long = sold.some(({ detail, label }) => label.length + (detail?.length ?? 0) > 700)
  for (const { net } of long ? sold.slice(-1) : sold) expect(near).toContain(formatEuros(net))
  expect(near.some((text) => /^(Règlement|Remboursement|Facture acquittée)/.test(text))).toBe(true)

  const text = squeezed(wholeText(pages))
  for (const mention of document.mentions) {
    if (mention.id === 'deposit-reference') continue
    expect(text).toContain(squeezed(settable(mention.text)).replace(/\.$/, ''))
  }
  for (const { gross, number } of document.deposits) {
    expect(text).toContain(number)
    expect(text).toContain(squeezed(formatAmount(gross)))
  }
  if (document.seller.franchise) expect(wholeText(pages)).not.toMatch(/\b(HT|TTC)\b/)
}

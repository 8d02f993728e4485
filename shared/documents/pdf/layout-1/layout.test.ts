import {
  drafts,
  kinds,
  presets,
  randomDocument,
  situations,
  tradeDocument,
  tradeDocuments,
} from '@tabellion/shared/documents/fixtures'
import { plain } from '@tabellion/shared/documents/inspection'
import type { DraftDocument, IssuedDocument } from '@tabellion/shared/invoicing'
import { formatAmount, formatEuros } from '@tabellion/shared/money'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { A4, type Mark, type Page, type TextMark } from '../page.ts'
import { POINT, settable } from '../text.ts'
import { layoutDocument } from './layout.ts'

const MARGIN = 18

const lay = (document: DraftDocument | IssuedDocument, logo?: { width: number; height: number }): readonly Page[] =>
  layoutDocument(document, { duplicate: false, ...(logo ? { logo } : {}) })
const texts = (page: Page): readonly TextMark[] =>
  page.marks.filter((mark): mark is TextMark => mark.kind === 'text' && mark.ink !== 'watermark')
const wholeText = (pages: readonly Page[]): string =>
  plain(pages.flatMap((page) => texts(page).map(({ text }) => text)).join(' '))

/** Where the letters are: from just over the capitals to just under the baseline, less a hair. */
const inkBox = ({ style, width, x, y }: TextMark): { x1: number; x2: number; y1: number; y2: number } => {
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
function outside(page: Page): readonly Mark[] {
  const tolerance = 0.5
  return page.marks.filter((mark) => {
    if (bleeds(mark) || (mark.kind === 'text' && mark.ink === 'watermark')) return false
    const height =
      mark.kind === 'text'
        ? 0
        : mark.kind === 'rule'
          ? mark.thickness
          : mark.kind === 'modules'
            ? mark.width
            : mark.height
    const top = mark.kind === 'text' ? inkBox(mark).y1 : mark.y
    return (
      mark.x < MARGIN - tolerance ||
      mark.x + mark.width > A4.width - MARGIN + tolerance ||
      top < MARGIN - tolerance ||
      mark.y + height > A4.height - MARGIN + tolerance
    )
  })
}
/** A hyphen may end a line: what is said is looked for without its spaces. */
const squeezed = (text: string): string => text.replace(/[\s\u00a0\u202f]+/g, '')
const isFigure = (text: string): boolean => /\d/.test(text)

/** Every rule of the page, for any document. */
function check(document: DraftDocument | IssuedDocument, pages = lay(document)): void {
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

describe('the rules of the page', () => {
  const named: readonly (readonly [string, DraftDocument | IssuedDocument])[] = [
    ...tradeDocuments.map(({ document, kind, preset }) => [`${preset} ${kind}`, document] as const),
    ...Object.entries(situations),
    ...Object.entries(drafts),
  ]
  test.each(named)('%s', (_, document) => check(document))

  test('hold for any document, in any preset', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 1, max: 70 }), (seed, most) => {
        check(randomDocument(seed, most))
      }),
      { numRuns: 60 },
    )
  })

  test('hold with any logo', () => {
    const side = fc.integer({ min: 1, max: 4000 })
    fc.assert(
      fc.property(side, side, fc.constantFrom(...presets), fc.constantFrom(...kinds), (width, height, preset, kind) => {
        const document = tradeDocument(preset, kind)
        const pages = lay(document, { width, height })
        check(document, pages)
        const pictures = pages.flatMap(({ marks }) => marks).filter((mark) => mark.kind === 'picture')
        expect(pictures).toHaveLength(1)
        const [logo] = pictures
        expect(logo?.width).toBeLessThanOrEqual(50.001)
        expect(logo?.height).toBeLessThanOrEqual(22.001)
        expect((logo?.width ?? 0) / (logo?.height ?? 1)).toBeCloseTo(width / height, 6)
      }),
      { numRuns: 40 },
    )
  })
})

test('no preset leaves out a mention, a text, a reference or a contact', () => {
  for (const [name, document] of Object.entries(situations)) {
    for (const preset of presets) {
      const text = squeezed(wholeText(lay({ ...document, style: { ...document.style, preset } })))
      const said = [
        ...document.mentions
          .filter(({ id }) => id !== 'deposit-reference')
          .map((mention) => mention.text.replace(/\.$/, '')),
        document.number,
        document.orderReference,
        document.quoteNumber,
        document.creditReason,
        document.personalMessage,
        document.textBefore,
        document.textAfter,
        document.termsVersion,
        document.seller.email,
        document.seller.vatNumber,
        document.buyer.vatNumber,
        document.buyer.address.line1,
        ...document.preceding.map(({ number }) => number),
        ...document.lines.map(({ detail }) => detail),
      ]
      for (const fact of said) if (fact !== undefined) expect(text, `${name} as ${preset}`).toContain(squeezed(fact))
    }
  }
})

test('the address shows through the window of a French DL envelope, and nothing else does', () => {
  for (const { document } of tradeDocuments) {
    const [first] = lay(document)
    if (!first) throw new Error('a page')
    const inWindow = texts(first).filter((mark) => {
      const { x1, x2, y1, y2 } = inkBox(mark)
      return x2 > 105 && x1 < 195 && y2 > 45 && y1 < 80
    })
    const { address, contact, name } = document.buyer
    const expected = [name, contact, address.line1, address.line2, `${address.postcode} ${address.city}`].filter(
      Boolean,
    )
    expect(inWindow.map(({ text }) => text)).toEqual(expected)
    for (const mark of inWindow) {
      const { x1, x2, y1, y2 } = inkBox(mark)
      expect(x1 >= 105 && x2 <= 195 && y1 >= 45 && y2 <= 80).toBe(true)
    }
  }
})

test('a long document repeats the head of its table and counts its pages', () => {
  const document = situations['sixty-four-lines']
  if (!document) throw new Error('the fixture exists')
  const pages = lay(document)
  expect(pages.length).toBeGreaterThan(2)
  pages.forEach((page, index) => {
    const said = texts(page).map(({ text }) => text)
    expect(said).toContain('Désignation')
    expect(said).toContain(`Page ${index + 1} / ${pages.length}`)
    if (index > 0) expect(said).toContain(`Facture ${document.number}`)
  })
  const [single] = lay(tradeDocument('consultant', 'standard'))
  expect(single && texts(single).some(({ text }) => text.startsWith('Page'))).toBe(false)
})

test('a line stays whole: its amounts and its detail are on one page', () => {
  const document = situations['sixty-four-lines']
  if (!document) throw new Error('the fixture exists')
  const pages = lay(document)
  for (const line of document.lines) {
    if (line.kind === 'text' || line.itemCode === undefined) continue
    const page = pages.find((candidate) => texts(candidate).some(({ text }) => text === line.itemCode))
    const said = page
      ? plain(
          texts(page)
            .map(({ text }) => text)
            .join(' '),
        )
      : ''
    expect(said).toContain(plain(formatEuros(line.net)))
    if (line.detail) expect(said).toContain(plain(line.detail))
  }
})

test('a line taller than a page is the only one that is cut, and nothing of it is lost', () => {
  const base = tradeDocument('craftsman', 'standard')
  const words = Array.from({ length: 6000 }, (_, index) => `mot${index}`).join(' ')
  const document = {
    ...base,
    lines: base.lines.map((line, index) => (index === 1 ? { ...line, detail: words } : line)),
  }
  const pages = lay(document)
  check(document, pages)
  expect(wholeText(pages)).toMatch(/mot0 .*mot5999/)
})

test('a draft says so on every page and has no payment code', () => {
  const document = drafts['draft-vat']
  if (!document) throw new Error('the fixture exists')
  for (const page of lay(document)) {
    expect(page.marks.some((mark) => mark.kind === 'text' && mark.ink === 'watermark' && mark.text === 'Projet')).toBe(
      true,
    )
    expect(page.marks.some(({ kind }) => kind === 'modules')).toBe(false)
  }
})

test('a payment code is on what can be paid by transfer, and on nothing else', () => {
  const coded = (document: IssuedDocument): boolean =>
    lay(document).some(({ marks }) => marks.some(({ kind }) => kind === 'modules'))
  const has = (name: string): boolean => {
    const document = situations[name]
    return document !== undefined && coded(document)
  }
  expect(['franchise-business', 'vat-deposit', 'vat-balance', 'consumer', 'public-buyer'].map(has)).toEqual([
    true,
    true,
    true,
    true,
    true,
  ])
  expect(['vat-credit', 'consumer-paid-by-card', 'direct-debit'].map(has)).toEqual([false, false, false])
})

test('a document sent again is marked as a duplicate', () => {
  const document = tradeDocument('shop', 'standard')
  const marked = layoutDocument(document, { duplicate: true })
  expect(wholeText(marked)).toContain('Duplicata')
  expect(wholeText(lay(document))).not.toContain('Duplicata')
})

const golden =
  'consultant-balance craftsman-standard shop-credit creative-deposit photographer-standard credit-of-a-deposit'
test.each(golden.split(' '))('golden page: %s', async (name) => {
  const document = situations[name] ?? tradeDocuments.find(({ kind, preset }) => `${preset}-${kind}` === name)?.document
  if (!document) throw new Error('the fixture exists')
  const number = (value: number): string => value.toFixed(1)
  const lines = lay(document).flatMap((page, index) => [
    `page ${index + 1}`,
    ...page.marks.map((mark) => {
      const at = `${number(mark.x).padStart(6)} ${number(mark.y).padStart(6)}`
      if (mark.kind === 'text')
        return `${at}  ${mark.style.size} ${mark.style.weight} ${mark.ink}  ${mark.text.replaceAll('\u202f', '⍽').replaceAll('\u00a0', '⎵')}`
      return `${at}  ${mark.kind} ${number(mark.width)}`
    }),
  ])
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`golden/${name}.txt`)
})

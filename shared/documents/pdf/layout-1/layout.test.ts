import {
  drafts,
  kinds,
  presets,
  randomDocument,
  situations,
  tradeDocument,
  tradeDocuments,
} from '@tabellion/shared/documents/fixtures'
import type { DraftDocument, IssuedDocument } from '@tabellion/shared/invoicing'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expectTheRules, inkBox, lay, squeezed, texts, wholeText } from './testing.ts'

describe('the rules of the page', () => {
  const named: readonly (readonly [string, DraftDocument | IssuedDocument])[] = [
    ...tradeDocuments.map(({ document, kind, preset }) => [`${preset} ${kind}`, document] as const),
    ...Object.entries(situations),
    ...Object.entries(drafts),
  ]
  test.each(named)('%s', (_, document) => expectTheRules(document))

  test('hold for any document, in any preset', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 1, max: 70 }), (seed, most) => {
        expectTheRules(randomDocument(seed, most))
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
        expectTheRules(document, pages)
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

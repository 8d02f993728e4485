import { drafts, situations, tradeDocument } from '@tabellion/shared/documents/fixtures'
import { plain } from '@tabellion/shared/documents/inspection'
import type { IssuedDocument } from '@tabellion/shared/invoicing'
import { formatEuros } from '@tabellion/shared/money'
import { expect, test } from 'vitest'
import { layoutDocument } from './layout.ts'
import { expectTheRules, lay, texts, wholeText } from './testing.ts'

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
  expectTheRules(document, pages)
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

import { drafts, presets, tradeDocument } from '@tabellion/shared/documents/fixtures'
import { expect, test } from 'vitest'
import { layoutPages } from './render.ts'
import { previewPages } from './svg.ts'

const texts = (svg: string): readonly string[] =>
  [...svg.matchAll(/>([^<]+)<\/text>/g)].map(([, text = '']) =>
    text
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, '&'),
  )

test.each(presets)('the preview of a %s bears every text of the page, in its order', (preset) => {
  const document = tradeDocument(preset, 'standard')
  const pages = layoutPages(document)
  const drawn = previewPages(document)
  expect(drawn.map(texts)).toEqual(
    pages.map(({ marks }) => marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []))),
  )
  expect(drawn.join('').length).toBeLessThan(60_000)
})

test('a draft says that it is one, and no text becomes markup', () => {
  const [draft] = Object.values(drafts)
  if (!draft) throw new Error('no draft')
  const buyer = { ...draft.buyer, name: '<script>"&' }
  const [page = ''] = previewPages({ ...draft, buyer })
  expect(texts(page)).toContain('Projet')
  expect(texts(page)).toContain('<script>"&')
  expect(page).not.toContain('<script')
})

test('the accent can be changed around the picture', () => {
  expect(previewPages(tradeDocument('creative', 'standard'))[0]).toContain('fill:var(--document-accent, #')
})

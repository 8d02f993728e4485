import { quotes } from '@tabellion/shared/documents/fixtures'
import { plain, plainText, readPdf } from '@tabellion/shared/documents/inspection'
import { formatEuros } from '@tabellion/shared/money'
import { expect, test } from 'vitest'
import { renderDocument } from '../render.ts'

test.each(Object.entries(quotes))('golden text: %s', async (name, quote) => {
  const text = plainText(readPdf(renderDocument(quote)))
  await expect(`${text}\n`).toMatchFileSnapshot(`golden/${name}.txt`)
})

test.each(Object.entries(quotes))('%s says what a quote must, and asks for nothing yet', (_, quote) => {
  const text = plainText(readPdf(renderDocument(quote)))
  expect(text).toContain('Devis')
  expect(text).toContain(quote.number)
  expect(text).toContain('Bon pour accord')
  expect(text).toContain('23/12/2026')
  expect(text).toContain(plain(formatEuros(quote.totals.gross)))
  for (const { text: sentence, block } of quote.mentions)
    if (block === 'trade')
      expect(text.replace(/\s+/g, ' ')).toContain(plain(sentence).split(/\s+/).slice(0, 3).join(' '))
  expect(text).not.toMatch(/IBAN|Échéance|Net à payer/)
  expect(text.includes('rétractation')).toBe(quote.mentions.some(({ id }) => id === 'quote-withdrawal'))
})

test('the general terms are read where they are signed: a link in the small print, a text after the signature', () => {
  const [quote] = Object.values(quotes)
  if (!quote) throw new Error('a quote')
  const textOf = (terms: string) => plainText(readPdf(renderDocument({ ...quote, terms }))).replace(/\s+/g, ' ')
  expect(textOf('https://orme.example/cgv')).toContain(
    'Conditions générales : version du 01/09/2026, https://orme.example/cgv',
  )
  const whole = Array.from({ length: 60 }, (_, index) => `Article ${index + 1}. Les travaux sont payés à 30 jours.`)
  const printed = textOf(whole.join('\n'))
  expect(printed.indexOf('Bon pour accord')).toBeLessThan(printed.indexOf('Article 1.'))
  for (const article of whole) expect(printed).toContain(article)
})

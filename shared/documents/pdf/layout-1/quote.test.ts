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

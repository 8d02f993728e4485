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

test('the general terms are read before they are signed, and the signature says so', () => {
  const [quote] = Object.values(quotes)
  if (!quote) throw new Error('a quote')
  const textOf = (terms: string, termsVersion: string | undefined) => {
    const { termsVersion: _, ...bare } = quote
    const printed = { ...bare, ...(termsVersion === undefined ? {} : { termsVersion }), ...(terms ? { terms } : {}) }
    return plainText(readPdf(renderDocument(printed))).replace(/\s+/g, ' ')
  }
  const link = 'https://orme.example/cgv'
  const whole = Array.from({ length: 60 }, (_, index) => `Article ${index + 1}. Les travaux sont payés à 30 jours.`)
  const signing = 'Signer vaut acceptation du devis'
  for (const [terms, version, before, said] of [
    ['', undefined, 'Devis gratuit', `${signing}. Date`],
    ['', '2', 'Conditions générales : version 2', `${signing} et des conditions générales (version 2).`],
    [link, undefined, `Conditions générales : ${link}`, `${signing} et des conditions générales du lien ci-dessus.`],
    [
      link,
      'v3',
      `Conditions générales : version 3, ${link}`,
      `${signing} et des conditions générales du lien ci-dessus (version 3).`,
    ],
    [
      whole.join('\n'),
      'CGV du 01/09/2026',
      'Conditions générales (CGV du 01/09/2026) Article 1.',
      `${signing} et des conditions générales ci-dessus (CGV du 01/09/2026).`,
    ],
  ] as const) {
    const printed = textOf(terms, version)
    expect(printed).toContain(before)
    expect(printed).toContain(said)
    expect(printed.indexOf(before)).toBeLessThan(printed.indexOf('Bon pour accord'))
    for (const article of terms === '' || terms === link ? [] : whole) {
      expect(printed).toContain(article)
      expect(printed.indexOf(article)).toBeLessThan(printed.indexOf('Bon pour accord'))
    }
  }
})

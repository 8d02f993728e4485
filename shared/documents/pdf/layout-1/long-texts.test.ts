import { parties, presets, situations } from '@tabellion/shared/documents/fixtures'
import type { IssuedDocument, SoldLine } from '@tabellion/shared/invoicing'
import { expect, test } from 'vitest'
import type { Page, TextMark } from '../page.ts'
import { layoutDocument } from './layout.ts'
import { methodsText } from './words.ts'

const texts = (pages: readonly Page[]): readonly TextMark[] =>
  pages.flatMap(({ marks }) => marks.filter((mark): mark is TextMark => mark.kind === 'text'))
const base = situations['vat-standard'] as IssuedDocument
const lay = (more: Partial<IssuedDocument>, preset: (typeof presets)[number] = 'craftsman'): readonly TextMark[] =>
  texts(layoutDocument({ ...base, ...more, style: { ...base.style, preset } }, { duplicate: false }))
const marked = (marks: readonly TextMark[], start: string): TextMark => {
  const found = marks.find(({ text }) => text.startsWith(start))
  if (!found) throw new Error(`« ${start} » is on the page`)
  return found
}

const DETAIL = 'Dépose, évacuation en déchèterie, fourniture, pose et réglage, finitions comprises. '.repeat(9).trim()
const detailed: readonly SoldLine[] = base.lines.flatMap((line) =>
  line.kind === 'text' ? [] : [{ ...line, detail: DETAIL }],
)

test.each(presets)('%s: a long detail spreads under the figures instead of running down its column', (preset) => {
  const marks = lay({ lines: detailed }, preset)
  const detail = marks.filter(({ text }) => DETAIL.includes(text) && text.length > 20)
  const amount = marked(marks, '1\u202f960,00')
  expect(detail.length).toBeLessThanOrEqual(8)
  expect(Math.max(...detail.map(({ x, width }) => x + width))).toBeGreaterThan(marked(marks, 'Quantité').x)
  for (const line of detail) expect(line.y).toBeGreaterThan(amount.y)
})

test.each(presets)('%s: an order reference as long as a sentence has a line of its own', (preset) => {
  const marks = lay({ orderReference: 'BC-2026-00891/LOT-3/AVENANT-1/SERVICE-FINANCES' }, preset)
  expect(marked(marks, 'BC-2026-00891').text).toBe('BC-2026-00891/LOT-3/AVENANT-1/SERVICE-FINANCES')
})

test.each(['consultant', 'photographer', 'craftsman'] as const)(
  '%s: the values of the facts share a line',
  (preset) => {
    const marks = lay({ operation: 'mixed', orderReference: 'BC-1' }, preset)
    const below = marked(marks, 'Date d’émission').y
    const values = marks.filter(({ style, y }) => style.weight === 'semibold' && y > below && y < below + 10)
    expect(values.length).toBeGreaterThan(2)
    expect(new Set(values.map(({ y }) => y.toFixed(3))).size).toBe(1)
  },
)

test('one row a rate, the lowest first', () => {
  const rates = texts(layoutDocument(situations['reunion-service'] as IssuedDocument, { duplicate: false }))
    .map(({ text }) => text)
    .filter((text) => text.startsWith('TVA') && text.endsWith('%'))
  expect(rates).toEqual(['TVA 2,1\u00a0%', 'TVA 8,5\u00a0%'])
})

test('a holder whose name is long has the whole line', () => {
  const holder = 'Marie-Charlotte Alexandrine de La Rochefoucauld-Montbéliard Entrepreneur individuel'
  const marks = lay({ payment: { ...base.payment, transfer: { iban: parties.ibans[0], bic: 'AGRIFRPP', holder } } })
  expect(marked(marks, 'BIC').x).toBe(marked(marks, 'Titulaire').x)
  const usual = lay({})
  expect(marked(usual, 'BIC').y).toBe(marked(usual, 'Titulaire').y)
})

test('a method inside a sentence keeps the capitals of its name', () => {
  expect(methodsText(['Virement SEPA', 'PayPal', 'Chèque'])).toBe('virement SEPA, PayPal ou chèque')
})

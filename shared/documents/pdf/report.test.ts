import { expect, test } from 'vitest'
import { type Report, renderReport, reportPages } from './report.ts'

const report = (rows: number): Report => ({
  title: 'Livre des recettes',
  owner: ['Camille Orme EI', 'SIRET 999 990 377 00015'],
  scope: 'Du 1er janvier au 31 décembre 2026',
  day: '2026-12-31',
  accent: '#184d78',
  columns: [
    { heading: 'N°', share: 1 },
    { heading: 'Date', share: 2 },
    { heading: 'Client', share: 5 },
    { heading: 'Montant', share: 2, align: 'right' },
  ],
  rows: Array.from({ length: rows }, (_, index) => ({
    cells: [
      String(index + 1),
      '31/12/2026',
      'Éditions du Hérisson Volant et Compagnie, section des beaux livres',
      '1 234,50',
    ],
    ...(index % 7 === 0 ? { note: 'Tardive : déclarée avec la période 4e trimestre 2026' } : {}),
  })),
  sums: [
    {
      heading: 'Par mois',
      lines: [
        ['janvier 2026', '1 234,50'],
        ['février 2026', '0,00'],
      ],
    },
  ],
  foot: 'Camille Orme EI',
  empty: 'Aucune recette.',
})

test('every row is on one page whole, under the table’s head, inside the margins', () => {
  const pages = reportPages(report(120))
  expect(pages.length).toBeGreaterThan(2)
  const texts = pages.map(({ marks }) => marks.flatMap((mark) => (mark.kind === 'text' ? [mark] : [])))
  const numbers = texts.flat().filter(({ text, x }) => x < 15 && /^\d+$/.test(text))
  expect(numbers.map(({ text }) => Number(text))).toEqual(Array.from({ length: 120 }, (_, index) => index + 1))
  for (const [index, page] of texts.entries()) {
    const isTable = page.some(({ text }) => text === '31/12/2026')
    expect([index, page.some(({ text }) => text === 'N°')]).toEqual([index, isTable])
    for (const { width, x, y } of page) {
      expect(x).toBeGreaterThanOrEqual(14 - 1e-6)
      expect(x + width).toBeLessThanOrEqual(196 + 1e-6)
      expect(y).toBeLessThanOrEqual(283)
    }
    expect(page.at(-1)?.text).toBe(`Page ${index + 1} / ${pages.length}`)
  }
})

test('lines never overlap', () => {
  for (const { marks } of reportPages(report(60))) {
    const texts = marks.flatMap((mark) => (mark.kind === 'text' ? [mark] : []))
    for (const a of texts)
      for (const b of texts) {
        const apart = a === b || Math.abs(a.y - b.y) > 2.5 || a.x + a.width <= b.x + 1e-6 || b.x + b.width <= a.x + 1e-6
        expect([a.text, b.text, apart]).toEqual([a.text, b.text, true])
      }
  }
})

test('the same report is the same file, an empty one says so', () => {
  expect(renderReport(report(3))).toEqual(renderReport(report(3)))
  const words = reportPages(report(0)).flatMap(({ marks }) =>
    marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : [])),
  )
  expect(words).toContain('Aucune recette.')
})

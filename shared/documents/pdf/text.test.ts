import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isCovered, kernedPieces, measure, settable, type TextStyle, wrap, wrapEvenly, wrapFully } from './text.ts'

const style: TextStyle = { size: 9.5, weight: 'regular' }
const spaceless = (text: string): string => text.replace(/\s/g, '')

test.each([
  ['decomposed accents are composed', 'e\u0301te\u0301', 'été'],
  ['line endings are one', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
  ['tabs and wide spaces are spaces', 'a\tb\u2003c', 'a b c'],
  ['ligatures of pasted PDFs are letters', 'of\ufb01cine', 'officine'],
  ['what is never seen is left out', 'a\u00ad\u200bb\ufeffc\u0007\u202ed', 'abcd'],
  ['empty lines are at most one in a row', 'a\n\n\n\nb\n\n', 'a\n\nb'],
])('%s', (_, typed, set) => expect(settable(typed)).toBe(set))

test('no line is wider than its column and nothing is lost', () => {
  const text = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'abcdef éœ’-–/«»;:!?€%0123456789     \n'), maxLength: 400 }),
    fc.string({ unit: 'binary', maxLength: 120 }),
  )
  fc.assert(
    fc.property(text, fc.integer({ min: 12, max: 180 }), (typed, width) => {
      const lines = wrap(typed, style, width)
      for (const line of lines) expect(measure(line, style)).toBeLessThanOrEqual(width + 1e-9)
      expect(spaceless(lines.join(''))).toBe(spaceless(settable(typed)))
    }),
  )
})

test('double punctuation, guillemets and units stay with their word, even after an ordinary space', () => {
  for (let width = 20; width < 90; width += 1)
    for (const line of wrap('Voici le total : « rien de plus » ; payez 12 345 € ou 5 % ! Vraiment ?', style, width)) {
      expect(line).not.toMatch(/^[;:!?»%€]/)
      expect(line).not.toMatch(/«$/)
    }
})

test('what an ordinary space was typed in stays on one line: numbers, articles, thousands, phones, dates', () => {
  const held = [
    'n° BC-26',
    'art. L441-10',
    '1 500',
    '12 345 678',
    '06 00 00 00 01',
    '9 novembre',
    '1er juillet',
    'le 25/11/2026',
    'du 3 mars',
    'au 2 août',
  ]
  const text = held.map((each) => `selon ${each},`).join(' ')
  for (let width = 34; width < 90; width += 1) {
    const lines = wrap(text, style, width)
    for (const each of held) expect(lines.filter((line) => line.includes(each))).toHaveLength(1)
  }
  // A list of numbers is still a list.
  expect(wrap('lots 12 13 14 15 16 17 18 19 20 21', style, 20).length).toBeGreaterThan(2)
})

test('a no-break space never ends a line', () => {
  expect(wrap('1\u202f234,56\u00a0€', style, 12).join('|')).not.toMatch(/[\u00a0\u202f]\||\|[\u00a0\u202f]/)
})

test('a lone last word is taken in by its paragraph', () => {
  const text = 'Escompte pour paiement anticipé : néant. Indemnité forfaitaire pour frais de recouvrement : 40 euros.'
  const width =
    measure('Escompte pour paiement anticipé : néant. Indemnité forfaitaire pour frais de recouvrement : 40', style) + 1
  expect(wrap(text, style, width)).toHaveLength(2)
  expect(wrap(text, style, width)[1]).toBe('euros.')
  const even = wrapEvenly(text, style, width)
  expect(even).toHaveLength(2)
  expect(measure(even[1] ?? '', style)).toBeGreaterThan(width / 3)
  // In a letter its lines stay as full as can be.
  const full = wrapFully(text, style, width)
  expect(full).toHaveLength(2)
  expect(measure(full[1] ?? '', style)).toBeGreaterThan(width / 3)
  expect(measure(full[0] ?? '', style)).toBeGreaterThan(measure(even[0] ?? '', style))
})

test('kerned pieces say the whole text, and their kerning is what measure counts', () => {
  const text = 'Total TVA : À Vasseur, 1\u202f234,56\u00a0€'
  const pieces = kernedPieces(text, 'semibold')
  expect(pieces.map((piece) => piece.text).join('')).toBe(text)
  const kerned = pieces.reduce((sum, { kern }) => sum + kern, 0)
  expect(kerned).toBeLessThan(-50)
  const apart = pieces.reduce((sum, piece) => sum + measure(piece.text, { size: 10, weight: 'semibold' }), 0)
  expect(measure(text, { size: 10, weight: 'semibold' })).toBeCloseTo(apart + (kerned / 1000) * 10 * (25.4 / 72), 9)
})

test('a character that the font lacks is shown as a square, never dropped', () => {
  expect(isCovered('株')).toBe(false)
  expect(
    kernedPieces('A株B', 'regular')
      .map(({ text }) => text)
      .join(''),
  ).toBe('A□B')
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emulate, resultOf } from './tiny-bundle.ts'

test('a workbook is built from outside without any execution, text columns staying text', () => {
  const { book } = emulate()
  book.addSheet('Clients', { rows: 10, columns: 4 })
  book.format('Clients', 'B2:B', '@')
  book.type('Clients', 1, 1, [
    ['Nom', 'SIRET', 'Depuis', 'Remise'],
    ['Dupont', '01234', '05/11/2026', '5,5 %'],
  ])
  expect(book.cells('Clients')[1]).toEqual([
    { value: 'Dupont', format: '' },
    { value: '01234', format: '@' },
    { value: 46_331, format: 'dd/mm/yyyy' },
    { value: 0.055, format: expect.stringContaining('%') },
  ])
  expect(book.displays('Clients')[1]).toEqual(['Dupont', '01234', '05/11/2026', expect.stringMatching(/^5,50?%$/)])
  expect(book.sheets()[1]).toMatchObject({ name: 'Clients', maxRows: 10, lastRow: 2, lastColumn: 4, hidden: false })
})

test('put writes exactly, formulas included, and the sheet grows to hold it', () => {
  const { book } = emulate()
  book.put('Feuille 1', 2000, 1, [['=1+1', { formula: '=1+1' }, null, true]])
  expect(book.values('Feuille 1')[1999]).toEqual(['=1+1', 2, null, true])
  expect(book.cells('Feuille 1')[1999]?.[1]).toEqual({ value: 2, format: '', formula: '=1+1' })
  expect(book.sheets()[0]?.maxRows).toBe(2000)
  expect(() => book.resizeSheet('Feuille 1', 100, 26)).toThrow(/holds more/)
})

test('what the formula bar shows, typed again, gives the same cell', () => {
  const { book } = emulate()
  const texts = ['1 234,5', '05/11/2026', '12,5 %', "'007", 'VRAI', '=1+1', 'texte', '12,50 €']
  book.type('Feuille 1', 1, 1, [texts])
  const inputs = book.inputs('Feuille 1')
  const values = book.values('Feuille 1')
  book.type('Feuille 1', 1, 1, inputs)
  expect(book.values('Feuille 1')).toEqual(values)
  expect(inputs[0]?.slice(0, 4)).toEqual(['1234,5', '05/11/2026', '12,5%', "'007"])
})

test('a script sees the same text from outside and from setValues: one parser', () => {
  const text = fc.oneof(
    fc.string(),
    fc.constantFrom('01234', '1,5', '05/11/2026', '20 %', '=1+1', "'x", '12E4', '-A'),
    fc.integer().map(String),
  )
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 8 }), (texts) => {
      const [outside, inside] = [emulate(), emulate()]
      outside.book.type(
        'Feuille 1',
        1,
        1,
        texts.map((one) => [one]),
      )
      resultOf(inside, `sheet.getRange(1, 1, a.length, 1).setValues(a.map((text) => [text]))`, { args: [texts] })
      expect(inside.book.cells('Feuille 1')).toEqual(outside.book.cells('Feuille 1'))
    }),
    { numRuns: 25 },
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { partCells } from './readers/csv/cells.ts'

const cell = fc.string({ unit: fc.constantFrom('a', '"', ';', '\n', ' ', 'é') })

test('what is written as RFC 4180 says is parted as it was', () => {
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1 }), { minLength: 1 }), (rows) => {
      const text = rows.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(';')).join('\n')
      expect(partCells(text, ';', '\n', '"')).toEqual({ rows, broken: 0, isOpen: false })
    }),
  )
})

test.each([
  ['', [], 0, false],
  ['a;b\n', [['a', 'b'], ['']], 0, false],
  ['a;"b\n', [['a', 'b\n']], 1, true],
  ['a;"b" c;d\ne;f', [['a', 'b" c;d\ne;f']], 2, true],
  ['a;"b" "c";d', [['a', 'b" "c', 'd']], 2, false],
  ['a;b "c";d', [['a', 'b "c"', 'd']], 0, false],
])('%j', (text, rows, broken, isOpen) => {
  expect(partCells(text, ';', '\n', '"')).toEqual({ rows, broken, isOpen })
})

test('without quotes they are letters', () => {
  expect(partCells('"a;b"', ';', '\n', undefined).rows).toEqual([['"a', 'b"']])
})

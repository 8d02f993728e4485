import { describe, expect, test } from 'vitest'
import { on, sheets } from './formula-cases.ts'
import { createCalc } from './index.ts'
import { testBook } from './test-book.ts'

describe('results that fill several cells', () => {
  const book = () => testBook({ ...sheets, Feuille: [['=FILTER(Factures!A4:B8;Factures!B4:B8="Atelier Brun")']] })

  test('spill right and down, and other formulas read them', () => {
    const spilling = book()
    expect(spilling.get('Feuille', 'A1')).toBe('F2026-0001')
    expect(spilling.get('Feuille', 'B2')).toBe('Atelier Brun')
    expect(spilling.get('Feuille', 'A3')).toBe(null)
    expect(spilling.calc.extent(spilling.view.sheetId('Feuille') ?? 0)).toEqual({ rows: 2, columns: 2 })
    expect(spilling.result('=COUNTA(A:A)&A2')).toBe('2F2026-0003')
  })

  test('follow what they depend on', () => {
    const spilling = book()
    spilling.get('Feuille', 'A2')
    spilling.set('Factures', 'B6', 'Autre')
    expect(spilling.get('Feuille', 'A2')).toBe(null)
  })

  test('are #REF! when something is in the way, and come back when it goes', () => {
    const spilling = book()
    spilling.set('Feuille', 'B2', 'ici')
    expect(spilling.get('Feuille', 'A1')).toBe('#REF!')
    expect(spilling.get('Feuille', 'B2')).toBe('ici')
    spilling.set('Feuille', 'B2', null)
    expect(spilling.get('Feuille', 'A1')).toBe('F2026-0001')
  })

  test('may feed one another', () => {
    const chained = testBook({ Feuille: [['=SEQUENCE(4)', null, '=SORT(A1:A4;1;FALSE)', '=ARRAYFORMULA(C1:C4*10)']] })
    expect(['D1', 'D2', 'D3', 'D4'].map((address) => chained.get('Feuille', address))).toEqual([40, 30, 20, 10])
  })

  test('a sum over a column that a spill of the same sum could reach is not a circle', () => {
    const near = testBook({ Feuille: [['=SUM(F1:F9)', '=SEQUENCE(A1+2)']] })
    expect(near.get('Feuille', 'A1')).toBe(0)
    expect(near.get('Feuille', 'B2')).toBe(2)
  })

  test('a formula given by the row, a split text and a found row spill across', () => {
    const wide = testBook({
      ...sheets,
      Feuille: [['=SPLIT("1;b;3";";")'], ['=XLOOKUP("F2026-0002";Factures!A4:A8;Factures!A4:E8)']],
    })
    expect(['A1', 'B1', 'C1'].map((address) => wide.get('Feuille', address))).toEqual([1, 'b', 3])
    expect(wide.get('Feuille', 'E2')).toBe(1440)
  })

  test('without ARRAYFORMULA a range is cut to the row of the formula', () => {
    const cut = testBook({ Feuille: [[5, '=A1:A3*2'], [6, '=A1:A3*2'], [7], [null, '=A1:A3*2']] })
    expect(['B1', 'B2', 'B4'].map((address) => cut.get('Feuille', address))).toEqual([10, 12, '#VALUE!'])
  })
})

describe('circles', () => {
  test('every cell of a circle is #REF!, whichever is read first, and IFERROR does not hide it', () => {
    for (const first of ['A1', 'B1', 'C1']) {
      const circle = testBook({ Feuille: [['=IFERROR(B1;0)', '=C1+1', '=A1*2', '=A1+1']] })
      circle.get('Feuille', first)
      expect(['A1', 'B1', 'C1', 'D1'].map((address) => circle.get('Feuille', address))).toEqual(Array(4).fill('#REF!'))
    }
  })

  test('a sum that includes itself is one', () => {
    expect(testBook({ Feuille: [[1], [2], ['=SUM(A1:A3)']] }).get('Feuille', 'A3')).toBe('#REF!')
  })

  test('broken, it computes again', () => {
    const circle = testBook({ Feuille: [['=B1', '=A1']] })
    expect(circle.get('Feuille', 'A1')).toBe('#REF!')
    circle.set('Feuille', 'B1', 7)
    expect(circle.get('Feuille', 'A1')).toBe(7)
  })

  test('a running balance of 20 000 rows is read from its end, and a circle as long is found', () => {
    const balance = Array.from({ length: 20_000 }, (_, row) => [
      1,
      row === 0 ? '=A1' : `=IF(A${row + 1}="";"";B${row}+A${row + 1})`,
    ])
    expect(testBook({ Feuille: balance }).get('Feuille', 'B20000')).toBe(20_000)
    const circle = balance.map((line, row) => (row === 0 ? [1, '=B20000'] : line))
    expect(testBook({ Feuille: circle }).get('Feuille', 'B20000')).toBe('#REF!')
  })
})

describe('subtotals', () => {
  const rows = [
    ['Total', '=SUBTOTAL(109;B3:B)'],
    [],
    ['a', 1],
    ['b', 2],
    ['c', 4],
    ['sous-total', '=SUBTOTAL(9;B3:B5)'],
    ['d', 8],
  ]

  test('leave subtotals out', () => {
    expect(testBook({ Feuille: rows }).get('Feuille', 'B1')).toBe(15)
  })

  test('codes above 100 leave out rows hidden by hand, all codes those hidden by a filter', () => {
    const book = testBook({ Feuille: rows })
    book.hide('Feuille', 4, 'user')
    book.hide('Feuille', 5, 'filter')
    expect(book.result('=SUBTOTAL(9;B3:B5)')).toBe(3)
    expect(book.result('=SUBTOTAL(109;B3:B5)')).toBe(1)
    expect(book.result('=SUBTOTAL(103;A3:A5)')).toBe(1)
    expect(book.result('=SUM(B3:B5)')).toBe(7)
  })

  test.each([
    [1, 7 / 3],
    [2, 3],
    [3, 3],
    [4, 4],
    [5, 1],
    [6, 8],
    [9, 7],
    [12, '#VALUE!'],
  ])('code %i gives %s', (code, expected) => {
    expect(testBook({ Feuille: rows }).result(`=SUBTOTAL(${code};B3:B5)`)).toBe(expected)
  })
})

test('named ranges are read by name, whatever their case', () => {
  const names = {
    TAUX: { sheet: 1, row: 1, column: 2, rows: 1, columns: 1 },
    QUANTITES: { sheet: 1, row: 2, column: 1, rows: 2, columns: 1 },
  }
  const book = testBook({ Barèmes: [['Taux', 0.2], [3], [4]] }, { names })
  expect(book.result('=100*taux')).toBe(20)
  expect(book.result('=SUM(Quantites)')).toBe(7)
})

test('in an American sheet, commas and semicolons separate, and the point is the decimal mark', () => {
  const book = testBook(sheets, { locale: 'en_US' })
  expect(book.result('=SUM(1.5,2)')).toBe(3.5)
  expect(book.result('=SUM(1.5;2)')).toBe(3.5)
  expect(book.result('=SUM({1,2;3,4})')).toBe(10)
  expect(book.result('=VALUE("11/5/2026")')).toBe(on('2026-11-05'))
  expect(book.result('=SUM(1,5)')).toBe(6)
})

test('the clock is asked again after changed()', () => {
  let now = 46351.5
  const { view } = testBook({ Feuille: [['=TODAY()']] })
  const calc = createCalc(view, { locale: 'fr_FR', now: () => now })
  expect(calc.value(1, 1, 1)).toBe(46351)
  now += 1
  calc.changed(['clock'])
  expect(calc.value(1, 1, 1)).toBe(46352)
})

import { expect, test } from 'vitest'
import { shapeOf } from './shape.ts'
import { testBook } from './test-book.ts'

test.each([
  ['=A17*$B17+C$17', 17, '=A#*$B#+C$17'],
  ['=SUM(A17:D17)', 17, '=SUM(A#:D#)'],
  ['=SUM(A17:A)', 17, '=SUM(A#:A)'],
  ['=\'A17\'!B17&"A17"', 17, '=\'A17\'!B#&"A17"'],
  ['=A17!B2', 17, '=A17!B2'],
  ['=A1+A170+A117', 17, '=A1+A170+A117'],
  ['=LOG10(A10)', 10, '=LOG10(A#)'],
  ['=LOG10 (A10)', 10, '=LOG10 (A#)'],
  ['=TAUX17*1E17', 17, '=TAUX17*1E17'],
  ['=17*17:17', 17, '=17*17:17'],
  ['="dit ""A17"" à A17"', 17, '="dit ""A17"" à A17"'],
])('%s in row %i reads as %s', (formula, row, shape) => {
  expect(shapeOf(formula, row)).toBe(shape)
})

test.each(['=SUM(A$4:A17)', '=SUM(A16:A17)', '=A17+SUM(A17:A$20)'])(
  '%s changes its form as it is filled down',
  (formula) => {
    expect(shapeOf(formula, 17)).toBe(formula)
  },
)

/** `~` is the formula's own row. */
const formulas = [
  '=$A~*B~',
  '=IF($A~="";"";SUMIFS(B$3:B;A$3:A;$A~))',
  '=SUM(A~:B~)',
  '=SUM(A~:A)',
  '=SUM(A$3:A~)',
  '=SUM(A~:A$5)',
  '=A~&"A~"',
  '=OFFSET(A~;0;1)',
  '=ROW(A~)*10+COLUMN(B~)',
  '=INDEX(A~:B~;1;2)',
  '=Autre!A~+A3',
  '=A~:A~',
  '=COUNTIF(A$3:A$7;">="&a~)',
]

test.each(formulas)('%s filled down shows in each row what it says there', (template) => {
  const rows = [3, 4, 5, 6, 7]
  const at = (row: number): string => template.replaceAll('~', String(row))
  const { calc } = testBook({
    Ici: [[], [], ...rows.map((row) => [row, row * 2 + 0.5, at(row)])],
    Autre: [[], [], ...rows.map((row) => [row * 100])],
  })
  for (const row of [5, 3, 7, 4, 6])
    expect([row, calc.value(1, row, 3)]).toEqual([row, calc.evaluate(1, row, 3, at(row))])
})

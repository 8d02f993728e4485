import { expect, test } from 'vitest'
import type { CellValue } from './cell-value.ts'
import { on } from './formula-cases.ts'
import { testBook } from './test-book.ts'

const ROWS = 5000
const INVOICES = 1200
const PAYMENTS = 3000

const numberOf = (index: number): string => `F2026-${String((index % INVOICES) + 1).padStart(4, '0')}`
const headings: readonly CellValue[][] = [['Onglet'], [], ['Titres']]

/** Ten formula columns on each of 5 000 rows, looking into 1 200 invoices and 3 000 payments. */
function largeBook() {
  const invoices = Array.from({ length: INVOICES }, (_, index) => [
    numberOf(index),
    `Client ${index % 80}`,
    on('2026-01-01') + (index % 360),
    on('2026-02-01') + (index % 360),
    100 + index * 1.37,
  ])
  const payments = Array.from({ length: PAYMENTS }, (_, index) => [
    on('2026-01-10') + (index % 300),
    numberOf(index),
    10 + (index % 77) * 1.1,
  ])
  const ledger = Array.from({ length: ROWS }, (_, index) => {
    const r = index + 4
    return [
      ...[false, on('2026-01-01') + (index % 365), `Client ${index % 80}`, null, null, `Désignation ${index}`],
      ...[(index % 7) + 0.25, 'h', 37.35 + (index % 13) * 1.15, index % 5 === 0 ? 0.1 : 0],
      `=IF(F${r}="";"";ROUND(G${r}*I${r}*(1-J${r});2))`,
      `=IF(K${r}="";"";ROUND(K${r}*(1+20%);2))`,
      `=SUMIFS(Paiements!C:C;Paiements!B:B;N${r})`,
      numberOf(index),
      `=IFERROR(INDEX(Factures!E:E;MATCH(N${r};Factures!A:A;0));"")`,
      `=XLOOKUP(N${r};Factures!A4:A;Factures!D4:D;"")`,
      `=COUNTIFS(Paiements!B:B;N${r})`,
      `=MAXIFS(Paiements!A:A;Paiements!B:B;N${r})`,
      `=IF(P${r}="";"";MAX(0;TODAY()-P${r}))`,
      `=EOMONTH(B${r};0)+30`,
      `=IFERROR(VLOOKUP(N${r};Factures!A:E;5;FALSE);0)-M${r}`,
    ]
  })
  const top = [['Ventes'], [...Array<null>(10).fill(null), '=SUBTOTAL(109;K4:K)'], ['Titres']]
  return testBook({
    Ventes: [...top, ...ledger],
    Factures: [...headings, ...invoices],
    Paiements: [...headings, ...payments],
  })
}

/** How often `work` looks at a cell: what takes long on any machine, and the same on each. */
function looks(book: ReturnType<typeof largeBook>, work: () => void): number {
  const input = book.view.input.bind(book.view)
  let count = 0
  Object.assign(book.view, {
    input: (sheet: number, row: number, column: number) => {
      count += 1
      return input(sheet, row, column)
    },
  })
  work()
  Object.assign(book.view, { input })
  return count
}

test('a look-up in 5 000 rows × 10 formula columns is no search: cells are looked at a few times each', () => {
  const book = largeBook()
  const read = (first: number, last: number): void => {
    for (let row = first; row <= last; row += 1)
      for (let column = 1; column <= 21; column += 1) book.calc.value(1, row, column)
  }
  const cells = ROWS * 21
  expect(looks(book, () => read(1, ROWS + 3))).toBeLessThan(6 * cells)
  const edit = looks(book, () => {
    book.set('Ventes', 'G2000', 3)
    read(1990, 2020)
    book.calc.value(1, 2, 11)
  })
  expect(edit).toBeLessThan(2 * cells)
  book.set('Ventes', 'G2000', 4)
  expect(looks(book, () => read(1, ROWS + 3))).toBeLessThan(6 * cells)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createCalc } from './calc.ts'
import { testBook } from './test-book.ts'

const now = 46351.5
const names = { TAUX: { sheet: 2, row: 1, column: 1, rows: 1, columns: 1 } }
const values = [null, 1, 2.5, 'oui', 'B', '=TODAY()']
/** Each sheet reads only those after it: what a circle shows depends on where it is entered. */
const contents = {
  A: [
    ...values,
    '=B!B2*2',
    '=SUM(C!A:A)',
    '=TAUX',
    '=INDIRECT(C!B1&"!A2")',
    '=OFFSET(B!A1;1;0)',
    "=SUMIFS('B'!A:A;'B'!B:B;\"oui\")",
    '=FILTER(B!A1:A2;B!A1:A2>0)',
    '=IF(C!B1="";"";LET(taux;3;taux+B!A2))',
  ],
  B: [...values, '=C!A1+1', '=SUM(C!A:A)', '=INDIRECT("C!A1")', '=FILTER(C!A1:A2;C!A1:A2>0)', '=OFFSET(C!A1;0;1)'],
  C: values,
}
const sheets = ['A', 'B', 'C'] as const
const addresses = ['A1', 'A2', 'B1', 'B2']

test('told only the sheets that were written, it shows after each write what a new calculator would', () => {
  const write = fc.constantFrom(...sheets).chain((sheet) =>
    fc.record({
      sheet: fc.constant(sheet),
      address: fc.constantFrom(...addresses),
      content: fc.constantFrom(...contents[sheet]),
      isRead: fc.boolean(),
    }),
  )
  fc.assert(
    fc.property(fc.array(write, { minLength: 1, maxLength: 25 }), (writes) => {
      const book = testBook({ A: [], B: [], C: [] }, { names, now })
      for (const { address, content, isRead, sheet } of writes) {
        book.set(sheet, address, content)
        // What was never read keeps nothing: some writes come in a row.
        if (!isRead) continue
        const fresh = createCalc(book.view, { locale: 'fr_FR', now: () => now })
        for (const [id, name] of sheets.entries())
          for (const place of [1, 2])
            for (const column of [1, 2])
              expect([name, place, column, book.calc.value(id + 1, place, column)]).toEqual([
                name,
                place,
                column,
                fresh.value(id + 1, place, column),
              ])
      }
    }),
    { numRuns: 300 },
  )
})

test('a sheet that nothing reads makes no other one stale, the clock only those that ask it', () => {
  let looked: string[] = []
  const book = testBook({ A: [['=TODAY()', '=A1+B!A1']], B: [[5, '=A1*2']], C: [[7, '=A1*3']] })
  const view = {
    ...book.view,
    input: (sheet: number, row: number, column: number) => {
      looked.push(`${book.view.sheetName(sheet)}${column}`)
      return book.view.input(sheet, row, column)
    },
  }
  const calc = createCalc(view, { locale: 'fr_FR', now: () => now })
  const read = (): readonly string[] => {
    looked = []
    for (const sheet of [1, 2, 3]) calc.value(sheet, 1, 2)
    return looked.sort()
  }
  expect(read()).toEqual(['A1', 'A2', 'B1', 'B1', 'B2', 'C1', 'C2'])
  expect(read()).toEqual(['A2', 'B2', 'C2'])
  calc.changed([3])
  expect(read()).toEqual(['A2', 'B2', 'C1', 'C2'])
  calc.changed([2])
  expect(read()).toEqual(['A1', 'A2', 'B1', 'B1', 'B2', 'C2'])
  calc.changed(['clock'])
  expect(read()).toEqual(['A1', 'A2', 'B1', 'B2', 'C2'])
})

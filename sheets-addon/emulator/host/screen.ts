/** What a person sees of the workbook, cell by cell: for the workbench, which draws it. No execution, no round trip. */
import { type Book, type Box, type CellValue, type Sheet, sheetOf } from './book.ts'
import { inputText } from './book-access.ts'
import { cellAt } from './grid.ts'
import { satisfies } from './validation.ts'
import type { World } from './world.ts'

export interface ScreenAccess {
  /** The workbook as committed: an immutable value, another one after each change. */
  book(): Book
  value(sheet: Sheet, row: number, column: number): CellValue
  display(sheet: Sheet, row: number, column: number): string
  /** What the formula bar shows. */
  input(sheet: Sheet, row: number, column: number): string
  /** Used rows and columns, spilled cells included. */
  extent(sheet: Sheet): { readonly rows: number; readonly columns: number }
  /** What the formula would give if it stood in that cell: conditional formats. */
  evaluate(sheet: Sheet, row: number, column: number, formula: string): CellValue
  /** What is selected: by the person, or since then by a script. */
  selection(): { readonly sheet: number; readonly box: Box } | undefined
  /** False when the cell's value breaks its own validation. */
  isValid(sheet: Sheet, row: number, column: number): boolean
}

export function openScreen(world: World): ScreenAccess {
  const book = (): Book => world.store.committed
  const { evaluator } = world
  return {
    book,
    value: (sheet, row, column) => evaluator.value(book(), sheet, row, column),
    display: (sheet, row, column) => evaluator.display(book(), sheet, row, column),
    input: (sheet, row, column) => inputText(world, book(), sheet, row, column),
    extent: (sheet) => evaluator.extent(book(), sheet),
    evaluate: (sheet, row, column, formula) => evaluator.evaluate(book(), sheet, row, column, formula),
    selection: () => world.selection,
    isValid(sheet, row, column) {
      const rule = cellAt(sheet.dresses, row, column)?.rule
      if (!rule || !sheetOf(book(), sheet.id)) return true
      return satisfies({ book: book(), evaluator }, rule, evaluator.value(book(), sheet, row, column))
    },
  }
}

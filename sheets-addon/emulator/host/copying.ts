/** Copying cells: Ctrl+V, the fill handle and `copyTo`. Pasting everything carries the rules over the target's. */
import { type Area, type Book, type Content, type Dress, type Sheet, sheetOf, withSheet } from './book.ts'
import { dressed } from './dress.ts'
import { exception } from './errors.ts'
import { type Evaluator, formulaOf } from './evaluator.ts'
import { afterCopy } from './formula-moves.ts'
import { cellAt, mapBox } from './grid.ts'

/** `everything` also carries formats, notes and validations; `values` turns formulas into what they give. */
export type CopyKind = 'everything' | 'values' | 'formats' | 'formulas' | 'validations'

/** The source is repeated to fill the target, which is at least as large as the source. */
export function copyArea(book: Book, from: Area, to: Area, kind: CopyKind, evaluator: Evaluator): Book {
  const rows = Math.max(from.rows, Math.floor(to.rows / from.rows) * from.rows)
  const columns = Math.max(from.columns, Math.floor(to.columns / from.columns) * from.columns)
  return fillArea(book, from, { ...to, rows, columns }, kind, evaluator)
}

/** The fill handle: exactly the target, the source repeated and cut where the target ends. */
export function fillArea(book: Book, from: Area, target: Area, kind: CopyKind, evaluator: Evaluator): Book {
  const source = sheetOf(book, from.sheet)
  if (!source) throw exception(`Sheet ${from.sheet} not found`)
  const { rows, columns } = target
  return withSheet(book, target.sheet, (sheet) => {
    if (target.row + rows - 1 > sheet.maxRows || target.column + columns - 1 > sheet.maxColumns) {
      throw exception('The coordinates of the range are outside the dimensions of the sheet.')
    }
    const at = (i: number, j: number) => ({ row: from.row + (i % from.rows), column: from.column + (j % from.columns) })
    return {
      ...sheet,
      contents:
        kind === 'formats' || kind === 'validations'
          ? sheet.contents
          : mapBox(sheet.contents, target, (_, i, j) => {
              const { row, column } = at(i, j)
              return copied(
                book,
                source,
                row,
                column,
                target.row + i - row,
                target.column + j - column,
                kind,
                evaluator,
              )
            }),
      dresses:
        kind === 'values' || kind === 'formulas'
          ? sheet.dresses
          : mapBox(sheet.dresses, target, (old, i, j) => {
              const { row, column } = at(i, j)
              return redressed(old, cellAt(source.dresses, row, column), kind)
            }),
    }
  })
}

function copied(
  book: Book,
  source: Sheet,
  row: number,
  column: number,
  down: number,
  right: number,
  kind: CopyKind,
  evaluator: Evaluator,
): Content | undefined {
  const content = cellAt(source.contents, row, column)
  const formula = formulaOf(content)
  if (formula === '') return content
  if (kind !== 'values') return { formula: afterCopy(formula, down, right) }
  return evaluator.value(book, source, row, column) ?? undefined
}

function redressed(old: Dress | undefined, from: Dress | undefined, kind: CopyKind): Dress | undefined {
  if (kind === 'everything') return from
  if (kind === 'validations') return dressed(old, { rule: from?.rule })
  return dressed(old, { format: from?.format, look: from?.look })
}

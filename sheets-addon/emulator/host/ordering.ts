/** Sorting rows of a range: numbers, then texts, then booleans, blanks last in both directions. */
import { compareValues } from '../calc/index.ts'
import { type Area, type Book, type CellValue, type Content, type Dress, type Sheet, withSheet } from './book.ts'
import { dressed } from './dress.ts'
import type { Evaluator } from './evaluator.ts'
import { afterCopy } from './formula-moves.ts'
import { cellAt, mapBox } from './grid.ts'

export interface SortKey {
  /** A column of the sheet, not of the range (gas-fakes). */
  readonly column: number
  readonly ascending: boolean
}

const isBlank = (value: CellValue): boolean => value === null || value === ''

function compare(a: CellValue, b: CellValue, ascending: boolean): number {
  if (isBlank(a) || isBlank(b)) return Number(isBlank(a)) - Number(isBlank(b))
  const order = compareValues(a, b)
  return ascending ? order : -order
}

/** Values, formats and notes move; validations stay (unknown live); developer metadata stays (K). Hidden rows sort too. */
export function sortRows(book: Book, area: Area, keys: readonly SortKey[], evaluator: Evaluator): Book {
  return withSheet(book, area.sheet, (sheet) => {
    const rows = Array.from({ length: area.rows }, (_, i) => area.row + i)
    const values = new Map(
      rows.map((row) => [row, keys.map(({ column }) => evaluator.value(book, sheet, row, column))]),
    )
    const order = [...rows].sort((a, b) => {
      for (const [k, { ascending }] of keys.entries()) {
        const difference = compare(values.get(a)?.[k] ?? null, values.get(b)?.[k] ?? null, ascending)
        if (difference !== 0) return difference
      }
      return a - b
    })
    return takeRows(sheet, area, order)
  })
}

/** Row `i` of the area becomes what was in row `order[i]`. */
export function takeRows(sheet: Sheet, area: Area, order: readonly number[]): Sheet {
  const source = (i: number): number => order[i] ?? area.row + i
  return {
    ...sheet,
    contents: mapBox(sheet.contents, area, (_, i, j) =>
      moved(cellAt(sheet.contents, source(i), area.column + j), source(i), area.row + i),
    ),
    dresses: mapBox(sheet.dresses, area, (old, i, j) =>
      source(i) === area.row + i ? old : redress(cellAt(sheet.dresses, source(i), area.column + j), old),
    ),
  }
}

const moved = (content: Content | undefined, from: number, to: number): Content | undefined =>
  typeof content === 'object' && 'formula' in content && from !== to
    ? { formula: afterCopy(content.formula, to - from, 0) }
    : content

const redress = (from: Dress | undefined, here: Dress | undefined): Dress | undefined =>
  from === here ? here : dressed(from, { rule: here?.rule })

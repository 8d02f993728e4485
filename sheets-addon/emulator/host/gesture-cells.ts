/** Cells as gestures see and change them. */
import { type Area, type Book, type Box, type Content, withSheet } from './book.ts'
import { cellAt, mapBox } from './grid.ts'
import type { World } from './world.ts'

/** What `onEdit` is told of the cells. */
export interface EditEvent {
  readonly area: Area
  readonly value?: string
  readonly oldValue?: string
}

export const isInside = (box: Box, row: number, column: number): boolean =>
  row >= box.row && row < box.row + box.rows && column >= box.column && column < box.column + box.columns

export const contentAt = (book: Book, { sheet, row, column }: Area): Content | undefined =>
  cellAt(book.sheets.find(({ id }) => id === sheet)?.contents ?? [], row, column)

export function setContents(
  book: Book,
  area: Area,
  content: (old: Content | undefined, row: number, column: number) => Content | undefined,
): Book {
  return withSheet(book, area.sheet, (sheet) => ({
    ...sheet,
    contents: mapBox(sheet.contents, area, (old, i, j) => content(old, area.row + i, area.column + j)),
  }))
}

/** As text: TRUE/FALSE, numbers and dates as their number (Google's event objects). Undefined when empty. */
export function eventText({ evaluator }: World, book: Book, { sheet: id, row, column }: Area): string | undefined {
  const sheet = book.sheets.find((candidate) => candidate.id === id)
  const value = sheet ? evaluator.value(book, sheet, row, column) : null
  if (value === null || value === '') return undefined
  if (typeof value === 'object') return value.error
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value)
}

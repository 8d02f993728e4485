/** `B4`, `B4:C9`, `AB`: how cells are written, and read back from the name box. */
import type { Box } from './protocol.ts'

export function lettersOf(column: number): string {
  let letters = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return letters
}

export const cellName = (row: number, column: number): string => `${lettersOf(column)}${row}`

export function boxName({ row, column, rows, columns }: Box): string {
  const first = cellName(row, column)
  return rows === 1 && columns === 1 ? first : `${first}:${cellName(row + rows - 1, column + columns - 1)}`
}

const columnOf = (letters: string): number =>
  [...letters.toUpperCase()].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0)

/** Undefined when the text names no cell. Corners may come in any order. */
export function boxNamed(text: string): Box | undefined {
  const found = /^\s*\$?([A-Z]{1,3})\$?([1-9]\d{0,6})(?::\$?([A-Z]{1,3})\$?([1-9]\d{0,6}))?\s*$/i.exec(text)
  if (!found) return undefined
  const [, letters = '', digits = '', toLetters = letters, toDigits = digits] = found
  const [a, b] = [columnOf(letters), columnOf(toLetters)]
  const [top, bottom] = [Number(digits), Number(toDigits)]
  return {
    row: Math.min(top, bottom),
    column: Math.min(a, b),
    rows: Math.abs(bottom - top) + 1,
    columns: Math.abs(b - a) + 1,
  }
}

export const isInside = ({ row, column, rows, columns }: Box, atRow: number, atColumn: number): boolean =>
  atRow >= row && atRow < row + rows && atColumn >= column && atColumn < column + columns

export const overlaps = (a: Box, b: Box): boolean =>
  a.row < b.row + b.rows && b.row < a.row + a.rows && a.column < b.column + b.columns && b.column < a.column + a.columns

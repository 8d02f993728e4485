/** A1 and R1C1 text to boxes and back: `C5:B2` is turned round, `5:7`, `D:F`, `A4:A`, `$C$3`, `Tab!A1` are read (gas-fakes oddities). */
import type { Box } from './book.ts'

export function columnLetters(column: number): string {
  let letters = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return letters
}

function columnNumber(letters: string): number {
  let column = 0
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64
  return column
}

interface Corner {
  readonly row?: number | undefined
  readonly column?: number | undefined
}

function corner(text: string): Corner | undefined {
  const r1c1 = /^R(\d+)C(\d+)$/i.exec(text)
  if (r1c1) return { row: Number(r1c1[1]), column: Number(r1c1[2]) }
  const a1 = /^\$?([A-Z]{1,3})?\$?([1-9]\d*)?$/i.exec(text)
  if (!a1 || text === '') return undefined
  return {
    ...(a1[1] ? { column: columnNumber(a1[1]) } : {}),
    ...(a1[2] ? { row: Number(a1[2]) } : {}),
  }
}

/** `sheet` is the name before `!`, unquoted. */
export function splitSheet(text: string): { readonly sheet?: string; readonly range: string } {
  const quoted = /^'((?:[^']|'')*)'!(.*)$/s.exec(text)
  if (quoted) return { sheet: (quoted[1] ?? '').replaceAll("''", "'"), range: quoted[2] ?? '' }
  const plain = /^([^!]+)!(.*)$/s.exec(text)
  return plain ? { sheet: plain[1] ?? '', range: plain[2] ?? '' } : { range: text }
}

/** Open ends reach the sheet's last row or column. */
export function parseBox(
  text: string,
  size: { readonly maxRows: number; readonly maxColumns: number },
): Box | undefined {
  const [left, right, ...more] = text.trim().split(':')
  if (left === undefined || more.length > 0) return undefined
  const a = corner(left)
  const b = right === undefined ? a : corner(right)
  if (!a || !b) return undefined
  // A lone `A` or `5` is no range; only a pair may leave an end open.
  if (right === undefined && (a.row === undefined || a.column === undefined)) return undefined
  const row1 = a.row ?? 1
  const row2 = b.row ?? (a.row === undefined || b.column !== undefined ? size.maxRows : a.row)
  const column1 = a.column ?? 1
  const column2 = b.column ?? size.maxColumns
  const row = Math.min(row1, row2)
  const column = Math.min(column1, column2)
  return { row, column, rows: Math.max(row1, row2) - row + 1, columns: Math.max(column1, column2) - column + 1 }
}

export function boxText(box: Box): string {
  const first = `${columnLetters(box.column)}${box.row}`
  if (box.rows === 1 && box.columns === 1) return first
  return `${first}:${columnLetters(box.column + box.columns - 1)}${box.row + box.rows - 1}`
}

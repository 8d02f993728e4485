/** What is read of a selection: its text for the clipboard, its sum, the values of a filtered column. */
import type { ScreenAccess, stored } from '../emulator/index.ts'
import type { Answers, Box } from './protocol.ts'
import { textsIn } from './rules.ts'
import { words } from './words.ts'

function shownCells(screen: ScreenAccess, sheet: stored.Sheet, box: Box): (readonly [row: number, column: number])[][] {
  const extent = screen.extent(sheet)
  const isShown = (lane: stored.Lane | undefined): boolean =>
    !lane?.hidden && !lane?.filtered && !(lane?.folded && (lane.depth ?? 0) > 0)
  const upTo = (first: number, count: number, used: number): number[] =>
    Array.from({ length: Math.max(0, Math.min(first + count - 1, used) - first + 1) }, (_, i) => first + i)
  const columns = upTo(box.column, box.columns, Math.max(extent.columns, box.column)).filter((column) =>
    isShown(sheet.columns[column - 1]),
  )
  return upTo(box.row, box.rows, Math.max(extent.rows, box.row))
    .filter((row) => isShown(sheet.rows[row - 1]))
    .map((row) => columns.map((column) => [row, column] as const))
}

/** Tab-separated, quoted where a cell holds a tab, a line break or a quote: what every spreadsheet reads. */
export const textOf = (screen: ScreenAccess, sheet: stored.Sheet, box: Box): string =>
  shownCells(screen, sheet, box)
    .map((line) => line.map(([row, column]) => quoted(screen.display(sheet, row, column))).join('\t'))
    .join('\n')

const quoted = (text: string): string => (/["\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** As the corner of a spreadsheet says it; '' when there is nothing to add up. */
export function sumOf(screen: ScreenAccess, sheet: stored.Sheet, box: Box): string {
  const cells = shownCells(screen, sheet, box).flat()
  const values = cells.map(([row, column]) => screen.value(sheet, row, column))
  const numbers = values.filter((value): value is number => typeof value === 'number')
  const filled = values.filter((value) => value !== null && value !== '').length
  if (filled < 2) return ''
  if (numbers.length < 2) return words.count(filled)
  const sum = Math.round(numbers.reduce((total, value) => total + value, 0) * 1e10) / 1e10
  return words.sum(new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 }).format(sum), numbers.length)
}

export function choicesOf(screen: ScreenAccess, sheet: stored.Sheet, column: number): Answers['choices'] {
  if (!sheet.filter) return { values: [], hidden: [] }
  const { row, rows } = sheet.filter.box
  const area = { sheet: sheet.id, row: row + 1, column, rows: Math.max(1, rows - 1), columns: 1 }
  const values = textsIn(screen, area).sort((a, b) => a.localeCompare(b, 'fr', { numeric: true }))
  return { values: ['', ...values], hidden: sheet.filter.criteria[column]?.hiddenValues ?? [] }
}

/** Which rows a filter hides. Applied when criteria are set, as in Sheets; later edits do not hide rows by themselves. */
import type { Book, CellValue, FilterCriteria, Lane, Sheet } from './book.ts'
import type { Evaluator } from './evaluator.ts'
import { extentOf } from './grid.ts'

export function applyFilter(book: Book, sheet: Sheet, evaluator: Evaluator): Sheet {
  const { filter } = sheet
  if (!filter) return sheet
  const criteria = Object.entries(filter.criteria).map(([column, rule]) => [Number(column), rule] as const)
  const last = Math.min(filter.box.row + filter.box.rows - 1, extentOf(sheet.contents).rows)
  const rows: (Lane | undefined)[] = sheet.rows.map((lane) => lane && { ...lane, filtered: false })
  for (let row = filter.box.row + 1; row <= last; row++) {
    const hidden = criteria.some(
      ([column, rule]) =>
        !passes(rule, evaluator.value(book, sheet, row, column), evaluator.display(book, sheet, row, column)),
    )
    if (!hidden) continue
    while (rows.length < row - 1) rows.push(undefined)
    rows[row - 1] = { ...rows[row - 1], filtered: true }
  }
  return { ...sheet, rows }
}

function passes({ hiddenValues, criteria, values }: FilterCriteria, value: CellValue, shown: string): boolean {
  if (hiddenValues?.includes(shown)) return false
  const [first, second] = values
  switch (criteria) {
    case null:
      return true
    case 'CELL_EMPTY':
      return value === null || value === ''
    case 'CELL_NOT_EMPTY':
      return value !== null && value !== ''
    case 'TEXT_EQUAL_TO':
      return shown.toLowerCase() === String(first).toLowerCase()
    case 'TEXT_CONTAINS':
      return shown.toLowerCase().includes(String(first).toLowerCase())
    case 'NUMBER_EQUAL_TO':
      return value === first
    case 'NUMBER_NOT_EQUAL_TO':
      return value !== first
    case 'NUMBER_GREATER_THAN':
      return typeof value === 'number' && value > Number(first)
    case 'NUMBER_LESS_THAN':
      return typeof value === 'number' && value < Number(first)
    case 'NUMBER_BETWEEN':
      return typeof value === 'number' && value >= Number(first) && value <= Number(second)
    default:
      throw new Error(`filter criterion ${criteria} is not faked`)
  }
}

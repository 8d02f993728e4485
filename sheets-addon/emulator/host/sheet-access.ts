/** Finding sheets and areas for a call, with Google's refusals. */
import type { Area, Sheet } from './book.ts'
import { sheetOf } from './book.ts'
import { exception } from './errors.ts'
import type { Execution } from './execution.ts'
import { serialOfInstant } from './zone.ts'

/** A Sheet object may outlive its tab. */
export function sheetFor({ workspace }: Execution, id: number): Sheet {
  const sheet = sheetOf(workspace.book(), id)
  if (!sheet) throw exception(`Sheet ${id} not found`)
  return sheet
}

export function checkedArea(sheet: Sheet, row: number, column: number, rows: number, columns: number): Area {
  for (const value of [row, column, rows, columns]) {
    if (!Number.isInteger(value)) throw exception(`Cannot convert ${value} to int.`)
  }
  if (rows < 1) throw exception('The number of rows in the range must be at least 1.')
  if (columns < 1) throw exception('The number of columns in the range must be at least 1.')
  if (row < 1) throw exception('The starting row of the range is too small.')
  if (column < 1) throw exception('The starting column of the range is too small.')
  if (row + rows - 1 > sheet.maxRows || column + columns - 1 > sheet.maxColumns) {
    throw exception('The coordinates of the range are outside the dimensions of the sheet.')
  }
  return { sheet: sheet.id, row, column, rows, columns }
}

/** The day in the spreadsheet's zone, as a serial number. */
export const todayIn = ({ workspace, world }: Execution): number =>
  Math.floor(serialOfInstant(workspace.book().timeZone, world.now()))

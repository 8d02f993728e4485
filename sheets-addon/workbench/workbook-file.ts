/** The workbook as an .xlsx file: values, formulas, formats, widths, tabs. What uninstalling us leaves to the user. */
import { type CellObject, type ColInfo, utils, type WorkSheet, write } from '@e965/xlsx'
import { toEnglishXlsx } from '../emulator/calc/index.ts'
import type { ScreenAccess, stored } from '../emulator/index.ts'
import { cellName } from './places.ts'
import { COLUMN_WIDTH } from './sizes.ts'

export function xlsxOf(screen: ScreenAccess): Uint8Array {
  const { sheets, locale } = screen.book()
  const book = utils.book_new()
  for (const sheet of sheets) {
    // The format allows 31 characters and forbids a few.
    utils.book_append_sheet(
      book,
      sheetOf(screen, sheet, locale),
      sheet.name.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31),
    )
  }
  book.Workbook = { Sheets: sheets.map(({ hidden }) => ({ Hidden: hidden ? 1 : 0 })) }
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', compression: true }))
}

function sheetOf(screen: ScreenAccess, sheet: stored.Sheet, locale: string): WorkSheet {
  const extent = screen.extent(sheet)
  const made: WorkSheet = { '!ref': `A1:${cellName(Math.max(1, extent.rows), Math.max(1, extent.columns))}` }
  for (let row = 1; row <= extent.rows; row++) {
    for (let column = 1; column <= extent.columns; column++) {
      const cell = cellOf(screen, sheet, row, column, locale)
      if (cell) made[cellName(row, column)] = cell
    }
  }
  made['!cols'] = sheet.columns.map(
    (lane): ColInfo => ({ wpx: lane?.size ?? COLUMN_WIDTH, hidden: lane?.hidden === true, level: lane?.depth ?? 0 }),
  )
  return made
}

function cellOf(
  screen: ScreenAccess,
  sheet: stored.Sheet,
  row: number,
  column: number,
  locale: string,
): CellObject | undefined {
  const content = sheet.contents[row - 1]?.[column - 1]
  const dress = sheet.dresses[row - 1]?.[column - 1]
  const formula = typeof content === 'object' && 'formula' in content ? content.formula : undefined
  const value = screen.value(sheet, row, column)
  if (value === null && formula === undefined) return undefined
  const note = dress?.note === undefined ? {} : { c: [{ t: dress.note }] }
  const looks = {
    ...(dress?.format === undefined ? {} : { z: dress.format }),
    ...(formula === undefined ? {} : { f: toEnglishXlsx(formula, locale.startsWith('fr') ? 'fr_FR' : 'en_US') }),
    ...note,
  }
  if (typeof value === 'number') return { t: 'n', v: value, ...looks }
  if (typeof value === 'boolean') return { t: 'b', v: value, ...looks }
  // An error is written as what the cell shows; with its formula it is computed again at opening.
  return { t: 's', v: value === null ? '' : typeof value === 'object' ? value.error : value, ...looks }
}

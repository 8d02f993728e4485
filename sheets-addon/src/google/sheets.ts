import { type Cell, columnLetters, type TabKey, tabs } from '@tabellion/shared/ledger'
import type { Sheets, Written } from '../ports.ts'
import { refuse } from '../workbook/refusal.ts'

type Sheet = GoogleAppsScript.Spreadsheet.Sheet

/**
 * The file the script lives in. Null is documented for web apps and has been seen there (ground truth 3): the one place that
 * asks says so.
 */
export function activeSpreadsheet(): GoogleAppsScript.Spreadsheet.Spreadsheet {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet()
  if (!spreadsheet) return refuse({ code: 'no-spreadsheet' })
  return spreadsheet
}

export const sheetOf = (tab: TabKey): Sheet | null => activeSpreadsheet().getSheetByName(tabs[tab].title)

export function googleSheets(): Sheets {
  const toDay = dayReader()
  const required = (tab: TabKey): Sheet => {
    const sheet = sheetOf(tab)
    if (!sheet) throw new Error(`No sheet for ${tab}`)
    return sheet
  }
  const cellsOf = (values: unknown[][]): Cell[][] => values.map((row) => row.map((value) => cellOf(value, toDay)))
  return {
    read: (tab) => {
      const sheet = sheetOf(tab)
      // One round trip where `getDataRange().getValues()` takes two: -1 stands for the last row and column with content.
      return sheet ? cellsOf(sheet.getSheetValues(1, 1, -1, -1)) : undefined
    },
    readColumns: (tab, first, last) => {
      const sheet = sheetOf(tab)
      return sheet ? cellsOf(sheet.getRange(`${columnLetters(first)}:${columnLetters(last)}`).getValues()) : undefined
    },
    readBlock: (tab, row, column, rows, columns) =>
      cellsOf(required(tab).getRange(row, column, rows, columns).getValues()),
    shown: (tab, row, column, rows, columns) => required(tab).getRange(row, column, rows, columns).getDisplayValues(),
    write: (tab, row, column, block) => {
      const width = block[0]?.length ?? 0
      if (width === 0) return
      rangeWithin(required(tab), row, column, block.length, width).setValues(block.map((line) => line.map(typedValue)))
    },
    writeEach: (tab, cells, value) => {
      required(tab)
        .getRangeList(cells.map(({ row, column }) => `${columnLetters(column)}${row}`))
        .setValue(typedValue(value))
    },
    flush: () => SpreadsheetApp.flush(),
    title: () => activeSpreadsheet().getName(),
  }
}

/** The block, after rows are added where the grid is too short; its size is asked only then. */
function rangeWithin(
  sheet: Sheet,
  row: number,
  column: number,
  rows: number,
  columns: number,
): GoogleAppsScript.Spreadsheet.Range {
  try {
    return sheet.getRange(row, column, rows, columns)
  } catch {
    const height = sheet.getMaxRows()
    const missing = row + rows - 1 - height
    // A thousand more: growing is rare, and costs two round trips.
    if (missing > 0) sheet.insertRowsAfter(height, missing + 1000)
    return sheet.getRange(row, column, rows, columns)
  }
}

/**
 * `setValues` reads text as typed: the apostrophe keeps it text, be it `=1+1`, `0042` or `12E4` (ground truth 12, 13).
 */
export function typedValue(value: Written): string | number | boolean {
  if (typeof value === 'object') return value.formula
  return typeof value === 'string' && value !== '' ? `'${value}` : value
}

function cellOf(value: unknown, toDay: (date: Date) => string): Cell {
  if (value instanceof Date) return toDay(value)
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value ?? '')
}

/**
 * A date cell is an instant whose wall clock holds in the spreadsheet's zone. That is Europe/Paris, set at set-up: an instant
 * that is midnight there is a plain date. Any other (a time of day, or a file in another zone) costs the question.
 */
function dayReader(): (date: Date) => string {
  const paris = wallClock('Europe/Paris')
  let elsewhere: ((date: Date) => string) | undefined
  const seen = new Map<number, string>()
  return (date) => {
    const instant = date.getTime()
    let text = seen.get(instant)
    if (text === undefined) {
      let wall = paris(date)
      if (!wall.endsWith('00:00:00')) {
        elsewhere ??= wallClock(activeSpreadsheet().getSpreadsheetTimeZone())
        wall = elsewhere(date)
      }
      text = wall.slice(0, 10)
      seen.set(instant, text)
    }
    return text
  }
}

/** `2026-11-05 14:30:00` in the zone: Swedish writes days as ISO 8601 does. */
function wallClock(timeZone: string): (date: Date) => string {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  return (date) => format.format(date)
}

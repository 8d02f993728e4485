import { HEADING_ROW, headingKey, tabKeys, tabs } from '@tabellion/shared/ledger'
import type { Screen } from '../ports.ts'
import { activeSpreadsheet, sheetOf } from './sheets.ts'

type Sheet = GoogleAppsScript.Spreadsheet.Sheet

export const googleScreen: Screen = {
  place: () => {
    const spreadsheet = activeSpreadsheet()
    const title = spreadsheet.getActiveSheet().getName()
    const tab = tabKeys.find((key) => tabs[key].title === title)
    const cell = spreadsheet.getCurrentCell()
    return tab === undefined || !cell ? undefined : { tab, row: cell.getRow() }
  },
  show: (tab, row, heading) => {
    const sheet = sheetOf(tab)
    if (!sheet) return false
    sheet.activate()
    if (row === undefined) return true
    const column = heading === undefined ? 1 : columnUnder(sheet, heading)
    unfold(sheet, column)
    if (row <= sheet.getMaxRows()) sheet.getRange(row, column).activate()
    return true
  },
}

/** The first column when the heading is gone: the row is what matters. */
function columnUnder(sheet: Sheet, heading: string): number {
  const [headings = []] = sheet.getRange(HEADING_ROW, 1, 1, sheet.getMaxColumns()).getDisplayValues()
  return Math.max(0, headings.map(headingKey).indexOf(headingKey(heading))) + 1
}

/** A cell in the folded *Détails* would be selected and not seen. */
function unfold(sheet: Sheet, column: number): void {
  if (sheet.getColumnGroupDepth(column) > 0) sheet.getColumnGroup(column, 1)?.expand()
}

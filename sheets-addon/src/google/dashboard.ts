import { columnLetters, tabs } from '@tabellion/shared/ledger'
import { COLUMNS, type Dashboard, type DashboardCell, ROWS } from '../workbook/dashboard.ts'
import { ACCENT, BAD, GOOD, INK, SECONDARY, SUNKEN } from '../workbook/looks.ts'
import { sheetOf, typedValue } from './sheets.ts'

type Sheet = GoogleAppsScript.Spreadsheet.Sheet

const EUROS = '#,##0.00\u00a0"€"'
/** Five columns fill a 1280-pixel screen; the first has the longest words. */
const WIDTH = 196
const FIRST_WIDTH = 256
const LAST_YEAR = '#a3b8c9'

/** Draws the dashboard anew, and nothing outside it: what people put beside it stays. */
export function drawDashboard({ cells }: Dashboard): void {
  const sheet = sheetOf('dashboard')
  if (!sheet) return
  const rows = cells.length
  const all = sheet.getRange(1, 1, rows, COLUMNS)
  all.clearFormat()
  all.setValues(cells.map((line) => line.map(stored)))
  all.setVerticalAlignment('middle').setFontColor(INK)
  sheet.setColumnWidths(1, COLUMNS, WIDTH)
  sheet.setColumnWidth(1, FIRST_WIDTH)
  sheet.setHiddenGridlines(true)
  dress(sheet)
  color(sheet)
  charts(sheet)
}

function stored(cell: DashboardCell): string | number | boolean {
  if (typeof cell !== 'object' || 'formula' in cell) return typedValue(cell)
  const target = sheetOf(cell.link)
  const { title } = tabs[cell.link]
  // A position in the file, written anew at each drawing: a tab's id never changes (ground truth §1).
  return target ? `=HYPERLINK("#gid=${target.getSheetId()}";"${title} ›")` : ''
}

function dress(sheet: Sheet): void {
  const range = (a1: string): GoogleAppsScript.Spreadsheet.Range => sheet.getRange(a1)
  const last = columnLetters(COLUMNS)
  const { aged, duties, figures, gauges, labels, months, next, notes, stamps, todo } = ROWS
  sheet
    .getRangeList([`A1:${last}1`, `A${labels}:${last}${labels}`, `A${notes}:${last}${notes}`])
    .setFontColor(SECONDARY)
  range(`A${labels}:${last}${notes}`).setBackground(SUNKEN).setHorizontalAlignment('left')
  range(`A${figures}:${last}${figures}`).setNumberFormat(EUROS).setFontSize(18).setFontWeight('bold')
  sheet.setRowHeight(figures, 34)
  sheet
    .getRangeList([todo, aged, stamps, gauges, duties].map((row) => `A${row - 1}`).concat(`C${todo - 1}`))
    .setFontWeight('bold')
    .setFontSize(11)
  range(`B${aged}:B${aged + 4}`).setNumberFormat(EUROS)
  range(`C${months - 1}:E${months - 1}`)
    .setFontColor(SECONDARY)
    .setFontWeight('bold')
  range(`D${months - 1}:E${months - 1}`).setHorizontalAlignment('right')
  range(`D${months}:E${months + 11}`).setNumberFormat(EUROS)
  sheet
    .getRangeList([`B${gauges}:C${gauges + 5}`, `B${duties}:B${duties + 11}`])
    .setNumberFormat(EUROS)
    .setHorizontalAlignment('right')
  range(`A${gauges}:A${gauges + 5}`).setWrap(true)
  range(`E${gauges}:E${gauges + 5}`)
    .setNumberFormat('dd/mm/yyyy')
    .setHorizontalAlignment('right')
  sheet
    .getRangeList([`B${gauges - 1}:E${gauges - 1}`, `B${duties - 1}:C${duties - 1}`])
    .setFontColor(SECONDARY)
    .setHorizontalAlignment('right')
  range(`D${gauges - 1}`).setHorizontalAlignment('left')
  range(`A${duties}:A${duties + 11}`)
    .setNumberFormat('mmm yyyy')
    .setHorizontalAlignment('left')
  range(`A${stamps}:A${next + 1}`).setFontColor(SECONDARY)
  range(`B${stamps}:B${next}`).setHorizontalAlignment('left')
  range(`B${next}`).setNumberFormat('dd/mm/yyyy')
  range(`A${next + 1}`).setFontColor(INK)
}

/** Colour goes with a sign or a word, never alone. */
function color(sheet: Sheet): void {
  const { aged, figures, gauges, stamps, todo } = ROWS
  const rule = (a1: string): GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder =>
    SpreadsheetApp.newConditionalFormatRule().setRanges([sheet.getRange(a1)])
  sheet.setConditionalFormatRules([
    rule(`D${figures}`).whenNumberGreaterThan(0).setFontColor(BAD).build(),
    rule(`B${aged + 1}:B${aged + 4}`)
      .whenNumberGreaterThan(0)
      .setFontColor(BAD)
      .build(),
    rule(`A${todo}:A${todo + 6}`)
      .whenTextStartsWith('0 ')
      .setFontColor(SECONDARY)
      .build(),
    rule(`E${gauges}:E${gauges + 5}`)
      .whenTextStartsWith('Dépassé')
      .setFontColor(BAD)
      .build(),
    rule(`B${stamps}:B${stamps + 2}`)
      .whenTextStartsWith('✓')
      .setFontColor(GOOD)
      .build(),
    rule(`B${stamps}:B${stamps + 2}`)
      .whenTextStartsWith('✗')
      .setFontColor(BAD)
      .build(),
  ])
}

/** Native, so that they follow the cells with the script gone. One that somebody put elsewhere is theirs. */
function charts(sheet: Sheet): void {
  const { duties, months, todo } = ROWS
  const places = [
    { row: todo, column: 3, range: `C${months - 1}:E${months + 11}`, colors: [ACCENT, LAST_YEAR] },
    { row: duties - 1, column: 4, range: `A${duties - 1}:B${duties + 11}`, colors: [ACCENT] },
  ]
  for (const old of sheet.getCharts()) {
    const place = old.getContainerInfo()
    if (places.some(({ column, row }) => place.getAnchorRow() === row && place.getAnchorColumn() === column))
      sheet.removeChart(old)
  }
  for (const { colors, column, range, row } of places)
    sheet.insertChart(
      sheet
        .newChart()
        .setChartType(Charts.ChartType.COLUMN)
        .addRange(sheet.getRange(range))
        .setNumHeaders(1)
        .setPosition(row, column, 0, 0)
        .setOption('colors', colors)
        .setOption('legend.position', 'top')
        .setOption('width', (COLUMNS - column + 1) * WIDTH)
        .setOption('height', 310)
        .build(),
    )
}

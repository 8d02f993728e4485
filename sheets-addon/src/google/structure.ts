import {
  type Column,
  columnsOf,
  formulaDown,
  HEADING_ROW,
  headingKey,
  type TabKey,
  tabKeys,
  tabs,
} from '@tabellion/shared/ledger'
import type { Structure } from '../ports.ts'
import { helpLines } from '../workbook/first-words.ts'
import { SECONDARY, SUNKEN } from '../workbook/looks.ts'
import { positionsOf } from '../workbook/write.ts'
import { drawDashboard } from './dashboard.ts'
import { dressColumns, type Placed, placedColumns } from './dress.ts'
import { activeSpreadsheet, sheetOf } from './sheets.ts'
import { colorStatuses } from './status-colors.ts'

type Sheet = GoogleAppsScript.Spreadsheet.Sheet

/** Rows a new tab starts with; more are added as they are needed. */
const ROWS = 500

export function googleStructure(): Structure {
  return {
    tabTitles: () =>
      activeSpreadsheet()
        .getSheets()
        .map((sheet) => sheet.getName()),
    settleLocale: () => {
      const spreadsheet = activeSpreadsheet()
      if (spreadsheet.getSpreadsheetLocale() !== 'fr_FR') spreadsheet.setSpreadsheetLocale('fr_FR')
      if (spreadsheet.getSpreadsheetTimeZone() !== 'Europe/Paris') spreadsheet.setSpreadsheetTimeZone('Europe/Paris')
    },
    addTab: (tab) => {
      const spreadsheet = activeSpreadsheet()
      const declared = tabs[tab]
      const renamed = renamedSheet(spreadsheet, tab)
      if (renamed) {
        renamed.setName(declared.title)
        return true
      }
      const sheet =
        untouchedSheet(spreadsheet)?.setName(declared.title) ??
        spreadsheet.insertSheet(declared.title, spreadsheet.getNumSheets())
      const columns = columnsOf(tab)
      const width = Math.max(columns.length, 8)
      const [wide, high] = [sheet.getMaxColumns(), sheet.getMaxRows()]
      if (wide > width) sheet.deleteColumns(width + 1, wide - width)
      else if (wide < width) sheet.insertColumnsAfter(wide, width - wide)
      if (high > ROWS) sheet.deleteRows(ROWS + 1, high - ROWS)
      sheet.getRange(1, 1).setValue(`'${declared.purpose}`)
      if (columns.length > 0)
        sheet.getRange(HEADING_ROW, 1, 1, columns.length).setValues([columns.map(([, column]) => `'${column.heading}`)])
      if ('hidden' in declared) sheet.hideSheet()
      return false
    },
    insertColumn: (tab, at, headingRow, heading) => {
      const sheet = sheetOf(tab)
      if (!sheet) return
      const wide = sheet.getMaxColumns()
      if (at > wide) sheet.insertColumnsAfter(wide, at - wide)
      else sheet.insertColumnBefore(at)
      sheet.getRange(headingRow, at).setValue(`'${heading}`)
    },
    dress: (tab, position, headingRow) => {
      const sheet = sheetOf(tab)
      if (!sheet) return
      const placed = placedColumns(tab, position)
      dressColumns(sheet, placed, headingRow)
      fillFormulas(sheet, tab, placed, headingRow, position)
      colorStatuses(sheet, tab, position, headingRow)
    },
    drawDashboard,
    drawHelp,
  }
}

/** A tab that its owner called otherwise: not one of ours by its name, yet nearly all our headings are in their row. */
function renamedSheet(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet, tab: TabKey): Sheet | undefined {
  const titles = new Set<string>(tabKeys.map((key) => tabs[key].title))
  const columns: readonly (readonly [string, Column])[] = columnsOf(tab)
  return spreadsheet.getSheets().find((sheet) => {
    if (columns.length === 0 || titles.has(sheet.getName()) || sheet.getLastRow() < HEADING_ROW) return false
    const [row = []] = sheet.getRange(HEADING_ROW, 1, 1, sheet.getMaxColumns()).getDisplayValues()
    const headings = new Set(row.map(headingKey))
    const known = columns.filter(([, { aliases = [], heading }]) =>
      [heading, ...aliases].some((name) => headings.has(headingKey(name))),
    )
    return known.length > columns.length * 0.8
  })
}

function drawHelp(): void {
  const sheet = sheetOf('help')
  if (!sheet || sheet.getLastRow() > 1) return
  const lines = helpLines()
  const last = HEADING_ROW + lines.length - 1
  sheet.getRange(HEADING_ROW, 1, lines.length, 2).setValues(lines.map((line) => [...line]))
  sheet.setColumnWidths(1, 1, 260).setColumnWidths(2, 1, 720)
  sheet.getRange(`B${HEADING_ROW}:B${last}`).setWrap(true)
  sheet.getRange(`A${HEADING_ROW}:B${last}`).setVerticalAlignment('top')
  sheet
    .getRangeList(lines.flatMap(([, text], at) => (text === '' ? [`A${HEADING_ROW + at}:B${HEADING_ROW + at}`] : [])))
    .setFontWeight('bold')
    .setBackground(SUNKEN)
  sheet.getRange(1, 1).setFontColor(SECONDARY)
  sheet.setHiddenGridlines(true)
}

/** The empty « Feuille 1 » of a new file becomes our first tab. */
function untouchedSheet(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): Sheet | undefined {
  const [only, ...others] = spreadsheet.getSheets()
  return only && others.length === 0 && only.getLastRow() === 0 ? only : undefined
}

/** Formulas wait in the empty rows too, so that a line typed by hand computes at once; values already fixed stay. */
function fillFormulas(
  sheet: Sheet,
  tab: TabKey,
  placed: readonly Placed[],
  headingRow: number,
  position: Readonly<Partial<Record<string, number>>>,
): void {
  const computed = placed.filter(({ column }) => column.formula !== undefined)
  const [first, last] = [computed[0], computed.at(-1)]
  if (!first || !last) return
  const elsewhere = positionsOf()
  const positions = (other: TabKey, name: string): number | undefined =>
    other === tab ? position[name] : elsewhere(other, name)
  const rows = sheet.getMaxRows() - headingRow
  const formulas = sheet.getRange(headingRow + 1, first.at, rows, last.at - first.at + 1).getFormulas()
  for (const { at, column } of computed) {
    const there = formulas.map((line) => line[at - first.at] ?? '')
    // Written only where one lacks: Google computes again all that it is handed.
    if (there.every((formula) => formula !== '')) continue
    const cells = sheet.getRange(headingRow + 1, at, rows, 1)
    // A value typed over a formula that no issue fixes is what the twin check blames: the formula comes back.
    const fixed = column.fixedAtIssue ? cells.getValues() : []
    const formulaOf = formulaDown(tab, column, positions)
    cells.setValues(
      there.map((formula, index) => [formula || fixed[index]?.[0] || (formulaOf?.(headingRow + 1 + index) ?? '')]),
    )
  }
}

import {
  type Column,
  columnLetters,
  columnsOf,
  FIRST_DATA_ROW,
  formulaAt,
  HEADING_ROW,
  listValues,
  type TabKey,
  tabs,
} from '@tabellion/shared/ledger'
import type { Structure } from '../ports.ts'
import { ACCENT, FORMATS, formatOf, SECONDARY, SUNKEN, WIDTHS } from '../workbook/looks.ts'
import { positionsOf } from '../workbook/write.ts'
import { drawDashboard } from './dashboard.ts'
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
      const sheet =
        untouchedSheet(spreadsheet)?.setName(declared.title) ??
        spreadsheet.insertSheet(declared.title, spreadsheet.getNumSheets())
      const columns = columnsOf(tab)
      const width = Math.max(columns.length, 8)
      if (sheet.getMaxColumns() > width) sheet.deleteColumns(width + 1, sheet.getMaxColumns() - width)
      else if (sheet.getMaxColumns() < width)
        sheet.insertColumnsAfter(sheet.getMaxColumns(), width - sheet.getMaxColumns())
      if (sheet.getMaxRows() > ROWS) sheet.deleteRows(ROWS + 1, sheet.getMaxRows() - ROWS)
      sheet.getRange(1, 1).setValue(`'${declared.purpose}`)
      if (columns.length > 0)
        sheet.getRange(HEADING_ROW, 1, 1, columns.length).setValues([columns.map(([, column]) => `'${column.heading}`)])
      if ('hidden' in declared) sheet.hideSheet()
    },
    insertColumn: (tab, at, headingRow, heading) => {
      const sheet = sheetOf(tab)
      if (!sheet) return
      if (at > sheet.getMaxColumns()) sheet.insertColumnsAfter(sheet.getMaxColumns(), at - sheet.getMaxColumns())
      else sheet.insertColumnBefore(at)
      sheet.getRange(headingRow, at).setValue(`'${heading}`)
    },
    dress: (tab, position, headingRow) => {
      const sheet = sheetOf(tab)
      if (!sheet) return
      dressHead(sheet, headingRow)
      const rows = sheet.getMaxRows() - headingRow
      for (const [key, column] of columnsOf(tab)) {
        const at = position[key]
        if (at !== undefined) dressColumn(sheet, tab, key, column, at, headingRow, rows, position)
      }
      groupDetails(sheet, tab, position)
      colorStatuses(sheet, tab, position, headingRow)
      warnBeforeEdits(sheet, tab, position, headingRow)
    },
    drawDashboard,
  }
}

/** The empty « Feuille 1 » of a new file becomes our first tab. */
function untouchedSheet(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): Sheet | undefined {
  const [only, ...others] = spreadsheet.getSheets()
  return only && others.length === 0 && only.getLastRow() === 0 ? only : undefined
}

function dressHead(sheet: Sheet, headingRow: number): void {
  sheet.setFrozenRows(headingRow)
  sheet.getRange(1, 1).setFontColor(SECONDARY)
  sheet.getRange(headingRow, 1, 1, sheet.getMaxColumns()).setBackground(SUNKEN).setFontWeight('bold').setWrap(true)
}

function dressColumn(
  sheet: Sheet,
  tab: TabKey,
  key: string,
  column: Column,
  at: number,
  headingRow: number,
  rows: number,
  position: Readonly<Partial<Record<string, number>>>,
): void {
  const cells = sheet.getRange(headingRow + 1, at, rows, 1)
  cells.setNumberFormat(formatOf(column))
  sheet.setColumnWidth(at, column.width ?? WIDTHS[column.kind])
  if (column.place === 'hidden') sheet.hideColumns(at)
  if (column.source === 'written' || column.source === 'formula') cells.setBackground(SUNKEN)
  if (column.kind === 'checkbox') {
    // A rule, not `insertCheckboxes`, which writes FALSE in every row (ground truth §1).
    cells.setDataValidation(SpreadsheetApp.newDataValidation().requireCheckbox().build())
  } else if (column.list) {
    const rule = listRule(column.list)
    if (rule) {
      cells.setDataValidation(rule)
      cells.setFontColor(ACCENT)
    }
  }
  if (column.kind === 'amount' && headingRow === HEADING_ROW)
    sheet
      .getRange(2, at)
      .setFormula(`=SUBTOTAL(109;${columnLetters(at)}${FIRST_DATA_ROW}:${columnLetters(at)})`)
      .setNumberFormat(FORMATS.amount)
  if (column.formula) fillFormulas(sheet, tab, key, column, at, headingRow, rows, position)
}

/** Formulas wait in the empty rows too, so that a line typed by hand computes at once; values already fixed stay. */
function fillFormulas(
  sheet: Sheet,
  tab: TabKey,
  key: string,
  { fixedAtIssue }: Column,
  at: number,
  headingRow: number,
  rows: number,
  position: Readonly<Partial<Record<string, number>>>,
): void {
  const positions = (other: TabKey, name: string): number | undefined =>
    other === tab ? position[name] : positionsOf()(other, name)
  const range = sheet.getRange(headingRow + 1, at, rows, 1)
  const [formulas, values] = [range.getFormulas(), range.getValues()]
  const filled = formulas.map(([formula], index) => [
    // A value typed over a formula that no issue fixes is what the twin check blames: the formula comes back.
    formula ||
      (fixedAtIssue && values[index]?.[0]) ||
      (formulaAt(tab, key as never, headingRow + 1 + index, positions) ?? ''),
  ])
  range.setValues(filled)
}

function listRule(list: string): GoogleAppsScript.Spreadsheet.DataValidation | undefined {
  const builder = SpreadsheetApp.newDataValidation()
  const [tab, key] = list.split('!') as [TabKey, string]
  if (!list.includes('!'))
    return listValues[list]
      ? builder
          .requireValueInList([...listValues[list]], true)
          .setAllowInvalid(true)
          .build()
      : undefined
  const sheet = sheetOf(tab)
  const at = Object.keys(tabs[tab].columns).indexOf(key) + 1
  return sheet && at > 0
    ? builder
        .requireValueInRange(sheet.getRange(FIRST_DATA_ROW, at, sheet.getMaxRows() - FIRST_DATA_ROW + 1, 1), true)
        .setAllowInvalid(true)
        .build()
    : undefined
}

/** The *Détails* columns fold away together. Depth is tested first: grouping twice would nest (ground truth §1). */
function groupDetails(sheet: Sheet, tab: TabKey, position: Readonly<Partial<Record<string, number>>>): void {
  const at = columnsOf(tab)
    .filter(([, column]) => column.place === 'details')
    .flatMap(([key]) => position[key] ?? [])
  const first = Math.min(...at)
  if (at.length === 0 || sheet.getColumnGroupDepth(first) > 0) return
  sheet.getRange(1, first, 1, Math.max(...at) - first + 1).shiftColumnGroupDepth(1)
  sheet.getColumnGroup(first, 1)?.collapse()
}

const WARNING = 'Tabellion : écrit par le script'

/** Warnings only: the owner is the user, and what is issued is guarded by the journal (architecture §4). */
function warnBeforeEdits(
  sheet: Sheet,
  tab: TabKey,
  position: Readonly<Partial<Record<string, number>>>,
  headingRow: number,
): void {
  const existing = sheet
    .getProtections(SpreadsheetApp.ProtectionType.RANGE)
    .filter((protection) => protection.getDescription() === WARNING)
  for (const protection of existing) protection.remove()
  const ours = columnsOf(tab).filter(([, column]) => column.source === 'written')
  if (ours.length === 0) return
  const at = ours.flatMap(([key]) => position[key] ?? []).sort((a, b) => a - b)
  for (let start = 0; start < at.length; ) {
    let end = start
    while (at[end + 1] === (at[end] ?? 0) + 1) end += 1
    const width = (at[end] ?? 1) - (at[start] ?? 1) + 1
    sheet
      .getRange(headingRow, at[start] ?? 1, sheet.getMaxRows() - headingRow + 1, width)
      .protect()
      .setDescription(WARNING)
      .setWarningOnly(true)
    start = end + 1
  }
}

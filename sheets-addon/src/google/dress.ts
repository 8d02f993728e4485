/**
 * How a tab looks, from the columns' declaration: formats, widths, lists, ticks, groups, warnings. What several columns
 * share is one call: a new file has three hundred columns, and its owner waits for them.
 */
import {
  type Column,
  columnLetters,
  columnsOf,
  FIRST_DATA_ROW,
  HEADING_ROW,
  listValues,
  type TabKey,
  tabs,
} from '@tabellion/shared/ledger'
import { ACCENT, FIGURES, FORMATS, formatOf, SECONDARY, SUNKEN, WIDTHS } from '../workbook/looks.ts'
import { sheetOf } from './sheets.ts'

type Sheet = GoogleAppsScript.Spreadsheet.Sheet
type RangeList = GoogleAppsScript.Spreadsheet.RangeList
type Rule = GoogleAppsScript.Spreadsheet.DataValidation

/** A column where the user has it now, from 1. */
export interface Placed {
  readonly key: string
  readonly column: Column
  readonly at: number
}

/** The declared columns that the tab has, left to right. */
export const placedColumns = (tab: TabKey, position: Readonly<Partial<Record<string, number>>>): readonly Placed[] =>
  columnsOf(tab)
    .flatMap(([key, column]) => {
      const at = position[key]
      return at === undefined ? [] : [{ key, column, at }]
    })
    .sort((a, b) => a.at - b.at)

export function dressColumns(sheet: Sheet, placed: readonly Placed[], headingRow: number): void {
  const last = sheet.getMaxRows()
  const below = (columns: readonly Placed[], paint: (cells: RangeList) => unknown): void => {
    const areas = runsOf(columns).map(
      ({ at, width }) => `${columnLetters(at)}${headingRow + 1}:${columnLetters(at + width - 1)}${last}`,
    )
    if (areas.length > 0) paint(sheet.getRangeList(areas))
  }
  sheet.setFrozenRows(headingRow)
  sheet.getRange(1, 1).setFontColor(SECONDARY)
  sheet.getRange(headingRow, 1, 1, sheet.getMaxColumns()).setBackground(SUNKEN).setFontWeight('bold').setWrap(true)
  for (const [format, columns] of by(placed, ({ column }) => formatOf(column)))
    below(columns, (cells) => cells.setNumberFormat(format))
  const heads = placed
    .filter(({ column }) => FIGURES.includes(column.kind))
    .map(({ at }) => `${columnLetters(at)}${headingRow}`)
  if (heads.length > 0) sheet.getRangeList(heads).setHorizontalAlignment('right')
  const wrapped = placed.filter(({ column }) => column.wraps === true)
  below(wrapped, (cells) => cells.setWrap(true))
  // A tall row is read from its first line.
  if (wrapped.length > 0) below(placed, (cells) => cells.setVerticalAlignment('top'))
  setWidths(sheet, placed)
  for (const { at, width } of runsOf(placed.filter(({ column }) => column.place === 'hidden')))
    sheet.hideColumns(at, width)
  below(placed.filter(isOurs), (cells) => cells.setBackground(SUNKEN))
  const listed = placed.flatMap((one) => {
    const rule = ruleOf(one.column)
    return rule ? [{ ...one, rule }] : []
  })
  for (const { at, rule } of listed) sheet.getRange(headingRow + 1, at, last - headingRow, 1).setDataValidation(rule)
  below(
    listed.filter(({ column }) => column.kind !== 'checkbox'),
    (cells) => cells.setFontColor(ACCENT),
  )
  if (headingRow === HEADING_ROW) {
    sumAmounts(sheet, placed)
    countTicks(sheet, placed)
  }
  foldDetails(sheet, placed)
  warnBeforeEdits(sheet, placed, headingRow, last)
}

const isOurs = ({ column }: Placed): boolean => column.source === 'written' || column.source === 'formula'

function by<Key>(placed: readonly Placed[], keyOf: (one: Placed) => Key): ReadonlyMap<Key, readonly Placed[]> {
  const groups = new Map<Key, Placed[]>()
  for (const one of placed) {
    const key = keyOf(one)
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return groups
}

/** The commonest width over each stretch of ours, then those of the others. */
function setWidths(sheet: Sheet, placed: readonly Placed[]): void {
  const widths = [...by(placed, ({ column }) => column.width ?? WIDTHS[column.kind])]
  const [commonest, ...others] = widths.sort(([, a], [, b]) => b.length - a.length)
  if (!commonest) return
  for (const { at, width } of runsOf(placed)) sheet.setColumnWidths(at, width, commonest[0])
  for (const [pixels, columns] of others)
    for (const { at, width } of runsOf(columns)) sheet.setColumnWidths(at, width, pixels)
}

/** Columns that touch, together. */
function runsOf(placed: readonly Placed[]): readonly { readonly at: number; readonly width: number }[] {
  const runs: { at: number; width: number }[] = []
  for (const { at } of placed) {
    const open = runs.at(-1)
    if (open && open.at + open.width === at) open.width += 1
    else runs.push({ at, width: 1 })
  }
  return runs
}

/** The row above the headings sums what the filter shows. */
function sumAmounts(sheet: Sheet, placed: readonly Placed[]): void {
  const letters = placed.filter(({ column }) => column.kind === 'amount').map(({ at }) => columnLetters(at))
  if (letters.length === 0) return
  for (const column of letters)
    sheet.getRange(`${column}2`).setFormula(`=SUBTOTAL(109;${column}${FIRST_DATA_ROW}:${column})`)
  sheet.getRangeList(letters.map((column) => `${column}2`)).setNumberFormat(FORMATS.amount)
}

/** The row above the headings of a list says how far one is: « 4 sur 22 ». */
function countTicks(sheet: Sheet, placed: readonly Placed[]): void {
  for (const { at, column } of placed) {
    const rows = placed.find(({ key }) => key === column.progressOf)
    if (!rows) continue
    const [ticks, tasks] = [at, rows.at].map(columnLetters).map((letters) => `${letters}${FIRST_DATA_ROW}:${letters}`)
    sheet.getRange(2, at).setFormula(`=COUNTIF(${ticks};TRUE)&" sur "&COUNTA(${tasks})`).setHorizontalAlignment('left')
  }
}

function ruleOf({ kind, list }: Column): Rule | undefined {
  const builder = SpreadsheetApp.newDataValidation()
  // A rule, not `insertCheckboxes`, which writes FALSE in every row (ground truth §1).
  if (kind === 'checkbox') return builder.requireCheckbox().build()
  if (!list) return undefined
  const values = listValues[list]
  if (values)
    return builder
      .requireValueInList([...values], true)
      .setAllowInvalid(true)
      .build()
  const [tab, key] = list.split('!') as [TabKey, string]
  const sheet = list.includes('!') ? sheetOf(tab) : undefined
  const at = sheet ? Object.keys(tabs[tab].columns).indexOf(key) + 1 : 0
  return sheet && at > 0
    ? builder
        .requireValueInRange(sheet.getRange(`${columnLetters(at)}${FIRST_DATA_ROW}:${columnLetters(at)}`), true)
        .setAllowInvalid(true)
        .build()
    : undefined
}

/** The *Détails* columns fold away together. Depth is tested first: grouping twice would nest (ground truth §1). */
function foldDetails(sheet: Sheet, placed: readonly Placed[]): void {
  const at = placed.filter(({ column }) => column.place === 'details').map((one) => one.at)
  const first = Math.min(...at)
  if (at.length === 0 || sheet.getColumnGroupDepth(first) > 0) return
  sheet.getRange(1, first, 1, Math.max(...at) - first + 1).shiftColumnGroupDepth(1)
  sheet.getColumnGroup(first, 1)?.collapse()
}

const WARNING = 'Tabellion : écrit par le script'

/** Warnings only: the owner is the user, and what is issued is guarded by the journal (architecture §4). */
function warnBeforeEdits(sheet: Sheet, placed: readonly Placed[], headingRow: number, last: number): void {
  const existing = sheet
    .getProtections(SpreadsheetApp.ProtectionType.RANGE)
    .filter((protection) => protection.getDescription() === WARNING)
  for (const protection of existing) protection.remove()
  for (const { at, width } of runsOf(placed.filter(({ column }) => column.source === 'written')))
    sheet
      .getRange(headingRow, at, last - headingRow + 1, width)
      .protect()
      .setDescription(WARNING)
      .setWarningOnly(true)
}

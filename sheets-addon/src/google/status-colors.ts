import type { TabKey } from '@tabellion/shared/ledger'
import { STATUS_COLORS } from '../workbook/looks.ts'

type Sheet = GoogleAppsScript.Spreadsheet.Sheet
type Rule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule

/** Statuses coloured by conditional formats, which survive sorting and the script itself. The user's own rules stay, first. */
export function colorStatuses(
  sheet: Sheet,
  tab: TabKey,
  position: Readonly<Partial<Record<string, number>>>,
  headingRow: number,
): void {
  const columns = STATUS_COLORS[tab]
  if (!columns) return
  const rows = sheet.getMaxRows() - headingRow
  const ours = Object.entries(columns).flatMap(([key, colors]) => {
    const at = position[key]
    if (at === undefined) return []
    const range = sheet.getRange(headingRow + 1, at, rows, 1)
    return colors.map(([start, color]) =>
      SpreadsheetApp.newConditionalFormatRule()
        .setRanges([range])
        .whenTextStartsWith(start)
        .setFontColor(color)
        .build(),
    )
  })
  const colors = new Set(Object.values(columns).flatMap((entries) => entries.map(([, color]) => color)))
  const theirs = sheet.getConditionalFormatRules().filter((rule) => !isOurs(rule, colors))
  sheet.setConditionalFormatRules([...theirs, ...ours])
}

/** `setConditionalFormatRules` replaces the whole list (ground truth §1): ours are known by their kind and colour. */
function isOurs(rule: Rule, colors: ReadonlySet<string>): boolean {
  const condition = rule.getBooleanCondition()
  return (
    condition?.getCriteriaType() === SpreadsheetApp.BooleanCriteria.TEXT_STARTS_WITH &&
    colors.has(colorOf(condition)) &&
    condition.getBackground() === null
  )
}

/** Deprecated in the typings, and the only getter that gives a plain colour. */
const colorOf = (condition: GoogleAppsScript.Spreadsheet.BooleanCondition): string =>
  (condition.getFontColor() ?? '').toLowerCase()

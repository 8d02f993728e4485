import type { Column } from './column.ts'
import { FIRST_DATA_ROW, type TabKey, tabs } from './columns.ts'

/** Where the columns of each tab stand, 1-based; formulas follow a user who moved them. */
export type Positions = (tab: TabKey, key: string) => number | undefined

/** `1` → `A`, `27` → `AA`. */
export function columnLetters(column: number): string {
  let letters = ''
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters
  return letters
}

/** The column's formula for one sheet row, or undefined when a column it needs is missing. */
export const formulaAt = (tab: TabKey, column: Column, row: number, positions: Positions): string | undefined =>
  formulaDown(tab, column, positions)?.(row)

const OWN_ROW = '{row}'

/** The column's formula for any sheet row: read once where it is filled down. */
export function formulaDown(
  tab: TabKey,
  { formula }: Column,
  positions: Positions,
): ((row: number) => string) | undefined {
  const parts = formula === undefined ? undefined : filled(formula, positions, tab)?.split(OWN_ROW)
  return parts && ((row) => parts.join(String(row)))
}

/** A formula whose `{tab!key}` are whole columns; undefined when one of them is missing. */
export const formulaOver = (template: string, positions: Positions): string | undefined => filled(template, positions)

function filled(template: string, positions: Positions, here?: TabKey): string | undefined {
  let missing = false
  const formula = template.replace(/\{(?:(\w+)!)?(\w+)\}/g, (_, other: TabKey | undefined, name: string) => {
    const tab = other ?? here
    const column = tab === undefined ? undefined : positions(tab, name)
    if (tab === undefined || column === undefined) {
      missing = true
      return ''
    }
    const letters = columnLetters(column)
    return other === undefined
      ? `$${letters}${OWN_ROW}`
      : `'${tabs[other].title.replace(/'/g, "''")}'!$${letters}$${FIRST_DATA_ROW}:$${letters}`
  })
  return missing ? undefined : formula
}

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
export const formulaAt = (tab: TabKey, { formula }: Column, row: number, positions: Positions): string | undefined =>
  formula === undefined ? undefined : filled(formula, positions, { tab, row })

/** A formula whose `{tab!key}` are whole columns; undefined when one of them is missing. */
export const formulaOver = (template: string, positions: Positions): string | undefined => filled(template, positions)

function filled(template: string, positions: Positions, here?: { tab: TabKey; row: number }): string | undefined {
  let missing = false
  const formula = template.replace(/\{(?:(\w+)!)?(\w+)\}/g, (_, other: TabKey | undefined, name: string) => {
    const tab = other ?? here?.tab
    const column = tab === undefined ? undefined : positions(tab, name)
    if (tab === undefined || column === undefined) {
      missing = true
      return ''
    }
    const letters = columnLetters(column)
    return other === undefined
      ? `$${letters}${here?.row}`
      : `'${tabs[other].title.replace(/'/g, "''")}'!$${letters}$${FIRST_DATA_ROW}:$${letters}`
  })
  return missing ? undefined : formula
}

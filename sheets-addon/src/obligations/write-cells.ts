import type { Cell, ColumnKey, TabKey, Table } from '@tabellion/shared/ledger'
import type { Sheets } from '../ports.ts'
import { written } from '../workbook/write.ts'

/**
 * Cells in the user's columns, which are never written as blocks: one round trip for each column and value, so that their number
 * follows what is said (a status, a date), not the rows.
 */
export function writeCells<K extends TabKey>(
  sheets: Sheets,
  table: Table<K>,
  changes: readonly { readonly row: number; readonly cells: Readonly<Partial<Record<ColumnKey<K>, Cell>>> }[],
): boolean {
  const groups = new Map<
    string,
    { readonly key: string; readonly value: Cell; readonly at: { row: number; column: number }[] }
  >()
  for (const { cells, row } of changes)
    for (const [key, value] of Object.entries(cells) as [ColumnKey<K>, Cell][]) {
      const column = table.position[key]
      if (column === undefined) continue
      const name = JSON.stringify([key, value])
      const group = groups.get(name) ?? { key, value, at: [] }
      group.at.push({ row, column })
      groups.set(name, group)
    }
  for (const { at, key, value } of groups.values()) sheets.writeEach(table.tab, at, written(table.tab, key, value))
  return groups.size > 0
}

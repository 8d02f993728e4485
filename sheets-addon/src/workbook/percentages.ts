import { type Cell, type ColumnKey, columnOf, type Row, type TabKey, type Table } from '@tabellion/shared/ledger'
import type { Workbook } from './open.ts'

/**
 * The rows, where a number that people see as a percentage is the text they see. Typed in a price, « 10 % » is the number 0.1
 * with a format (ground truth §1), and would be billed 0,10 €. One round trip, and only when a number is small enough for it.
 */
export function withPercentages<K extends TabKey>(
  workbook: Workbook,
  table: Table<K>,
  rows: readonly Row<K>[],
): readonly Row<K>[] {
  const columns = Object.entries<number | undefined>(table.position).flatMap(([key, at]) => {
    const column = key as ColumnKey<K>
    const { kind } = columnOf(table.tab, column)
    return at !== undefined && (kind === 'price' || kind === 'quantity') ? [{ column, kind, at }] : []
  })
  const isDoubtful = ({ cells }: Row<K>): boolean =>
    columns.some(({ column, kind }) => mayBePercentage(kind, cells[column]))
  const there = rows.filter(({ row }) => row < table.nextRow)
  if (!there.some(isDoubtful)) return rows
  const top = Math.min(...there.map(({ row }) => row))
  const left = Math.min(...columns.map(({ at }) => at))
  const height = Math.max(...there.map(({ row }) => row)) - top + 1
  const shown = workbook.shown(table.tab, top, left, height, Math.max(...columns.map(({ at }) => at)) - left + 1)
  return rows.map((row) => {
    const seen = columns.flatMap(({ column, at }): [string, string][] => {
      const text = shown[row.row - top]?.[at - left]?.trim() ?? ''
      return text.endsWith('%') ? [[column, text]] : []
    })
    return seen.length === 0 ? row : { ...row, cells: { ...row.cells, ...Object.fromEntries(seen) } }
  })
}

/** The whole tab so. */
export function shownTable<K extends TabKey>(workbook: Workbook, tab: K): Table<K> {
  const table = workbook.table(tab)
  return { ...table, rows: withPercentages(workbook, table, table.rows) }
}

/** A whole quantity is right as it is: 100 % of one is one. */
const mayBePercentage = (kind: 'price' | 'quantity', cell: Cell): boolean =>
  typeof cell === 'number' && cell !== 0 && (kind === 'price' ? Math.abs(cell) <= 1 : Math.abs(cell) < 1)

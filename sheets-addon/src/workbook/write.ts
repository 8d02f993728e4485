import { parseDay } from '@tabellion/shared/calendar'
import type { Head, JournalEvent } from '@tabellion/shared/journal'
import { appendRows } from '@tabellion/shared/journal'
import {
  type Cell,
  type ColumnKey,
  columnOf,
  columnsOf,
  dateSerial,
  FIRST_DATA_ROW,
  formulaAt,
  type Positions,
  type Row,
  type TabKey,
  type Table,
  tabs,
} from '@tabellion/shared/ledger'
import type { Sheets, Written } from '../ports.ts'

/** Cells to set in one existing row. */
export interface Patch<K extends TabKey = TabKey> {
  readonly row: number
  readonly cells: Readonly<Partial<Record<ColumnKey<K>, Cell>>>
}

/** What tells where the columns of a tab that was read stand: any table. */
interface Placed {
  readonly tab: TabKey
  readonly position: Readonly<Partial<Record<string, number>>>
}

/** Where each column of a tab stands; the declaration's own place for tabs that were not read. */
export function positionsOf(...tables: readonly Placed[]): Positions {
  const byTab = new Map(tables.map((table) => [table.tab, table.position]))
  return (tab, key) => {
    const read = byTab.get(tab)
    if (read) return read[key]
    const at = Object.keys(tabs[tab].columns).indexOf(key)
    return at < 0 ? undefined : at + 1
  }
}

/** What the declared column stores for a cell of the core. */
export function written(tab: TabKey, key: string, cell: Cell): Written {
  const kind = columnOf(tab, key as never)?.kind
  if (kind === 'date' && typeof cell === 'string') {
    const on = parseDay(cell)
    return on === undefined ? cell : dateSerial(on)
  }
  return cell
}

/** Columns that only we write: the others are the user's, and are never written over. */
const isOurs = (tab: TabKey, key: string): boolean => {
  const source = columnOf(tab, key as never).source
  return source === 'written' || source === 'formula'
}

/**
 * Writes patches to columns of ours, one block per run of adjacent columns, from the first patched row to the last: rows
 * between get back what they hold, formulas their declared formula. `fixed` says which rows hold values where others
 * compute. A constant number of round trips, whatever the number of rows.
 */
export function writePatches<K extends TabKey>(
  sheets: Sheets,
  table: Table<K>,
  patches: readonly Patch<K>[],
  positions: Positions,
  fixed: (row: Row<K>) => boolean,
  /** `whole`: columns of ours between two patched ones are written again too, for one block where there would be several. */
  span: 'apart' | 'whole' = 'apart',
): void {
  const keys = new Set(patches.flatMap((patch) => Object.keys(patch.cells)))
  const patchedAt = columnsOf(table.tab).flatMap(([key]) => (keys.has(key) ? (table.position[key] ?? []) : []))
  const between = (key: ColumnKey<K>): boolean => {
    const at = table.position[key] ?? 0
    return span === 'whole' && at > Math.min(...patchedAt) && at < Math.max(...patchedAt)
  }
  const columns = columnsOf(table.tab)
    .filter(([key]) => (keys.has(key) || between(key)) && isOurs(table.tab, key))
    .map(([key]) => ({ key, at: table.position[key] }))
    .filter((column): column is { key: ColumnKey<K>; at: number } => column.at !== undefined)
    .sort((a, b) => a.at - b.at)
  const patched = new Map(patches.map((patch) => [patch.row, patch.cells]))
  const rows = new Map(table.rows.map((row) => [row.row, row]))
  const first = Math.min(...patched.keys())
  const last = Math.max(...patched.keys())
  for (let start = 0; start < columns.length; ) {
    let end = start
    while (columns[end + 1]?.at === (columns[end]?.at ?? 0) + 1) end += 1
    const run = columns.slice(start, end + 1)
    const block: Written[][] = []
    for (let row = first; row <= last; row++) {
      const current = rows.get(row)
      block.push(
        run.map(({ key }) => {
          const change = patched.get(row)?.[key]
          if (change !== undefined) return written(table.tab, key, change)
          const declared = columnOf(table.tab, key)
          if (declared.source === 'formula' && !(declared.fixedAtIssue && current && fixed(current))) {
            const formula = formulaAt(table.tab, declared, row, positions)
            return formula === undefined ? '' : { formula }
          }
          return written(table.tab, key, current?.cells[key] ?? '')
        }),
      )
    }
    sheets.write(table.tab, first, run[0]?.at ?? 1, block)
    start = end + 1
  }
}

/** Adds records after the last row: one block per run of adjacent columns of the declaration, formulas included. */
export function appendRecords<K extends TabKey>(
  sheets: Sheets,
  table: Table<K>,
  records: readonly Readonly<Partial<Record<ColumnKey<K>, Cell>>>[],
  positions: Positions,
): void {
  if (records.length === 0) return
  const columns = columnsOf(table.tab)
    .map(([key, column]) => ({ key, column, at: table.position[key] }))
    .filter(
      (entry): entry is { key: ColumnKey<K>; column: (typeof entry)['column']; at: number } => entry.at !== undefined,
    )
    .sort((a, b) => a.at - b.at)
  for (let start = 0; start < columns.length; ) {
    let end = start
    while (columns[end + 1]?.at === (columns[end]?.at ?? 0) + 1) end += 1
    const run = columns.slice(start, end + 1)
    const block = records.map((record, index) =>
      run.map(({ key, column }): Written => {
        const given = record[key]
        if (given !== undefined) return written(table.tab, key, given)
        if (column.source === 'formula') {
          const formula = formulaAt(table.tab, column, table.nextRow + index, positions)
          return formula === undefined ? '' : { formula }
        }
        return column.kind === 'checkbox' ? false : ''
      }),
    )
    sheets.write(table.tab, table.nextRow, run[0]?.at ?? 1, block)
    start = end + 1
  }
}

/** Appends events to the journal: one round trip. Returns the new head. */
export function appendEvents(sheets: Sheets, events: readonly JournalEvent[], head: Head, instant: string): Head {
  const { rows, head: next } = appendRows(events, head, instant)
  if (rows.length === 0) return head
  sheets.write(
    'journal',
    FIRST_DATA_ROW + head.sequence,
    1,
    rows.map((row) => [row.sequence, row.instant, row.type, row.key, row.data, row.previousHash, row.hash]),
  )
  return next
}

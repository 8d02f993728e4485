import type { StoredCells } from '@tabellion/shared/journal'
import type { Finding } from '@tabellion/shared/kernel'
import { type Cell, type ColumnKey, type Row, type Table, textOf } from '@tabellion/shared/ledger'

/** What no longer agrees with the journal. */
export type IntegrityProblem =
  | {
      readonly code: 'cell-altered'
      /** A document’s number, or with `receipt` a line of a book: « la recette n° 3 ». */
      readonly document: string
      readonly receipt?: 'payment' | 'purchase'
      readonly was: string
      readonly now: string
    }
  | { readonly code: 'row-missing'; readonly document: string; readonly what: string }
  | { readonly code: 'row-added'; readonly document: string }
  | { readonly code: 'row-doubled'; readonly document: string; readonly rows: readonly number[] }
  | { readonly code: 'journal-broken' }
  | { readonly code: 'journal-shortened'; readonly expected: number; readonly found: number }
  | { readonly code: 'journal-unreadable' }

export type IntegrityFinding = Finding<IntegrityProblem>

/** A cell to put back, with the value that the journal holds. */
export interface Restoration {
  readonly tab: 'sales' | 'invoices' | 'payments' | 'receiptsBook' | 'purchases'
  readonly row: number
  readonly column: string
  readonly value: Cell
}

/** A row of any tab. */
export interface AnyRow {
  readonly row: number
  readonly cells: Readonly<Partial<Record<string, Cell>>>
}

/** What a walk collects. */
export interface Found {
  readonly findings: IntegrityFinding[]
  readonly restorations: Restoration[]
}
export interface Inspected<Lost> {
  readonly findings: readonly IntegrityFinding[]
  readonly restorations: readonly Restoration[]
  readonly lost: readonly Lost[]
}

/** Each cell that is not what the journal says, and how to put it back. */
export function compare(
  tab: Restoration['tab'],
  row: AnyRow,
  of: { readonly document: string; readonly receipt?: 'payment' | 'purchase' },
  columns: readonly string[],
  expected: StoredCells,
  { findings, restorations }: Found,
): void {
  for (const column of columns) {
    const was = expected[column] ?? ''
    const now = row.cells[column] ?? ''
    if (sameCell(was, now)) continue
    findings.push({
      code: 'cell-altered',
      ...of,
      was: textOf(was),
      now: textOf(now),
      severity: 'blocking',
      at: { tab, row: row.row, column },
    })
    restorations.push({ tab, row: row.row, column, value: was })
  }
}

/** Text is compared without the blanks around it; an unticked box and an empty cell are the same. */
export const sameCell = (a: Cell, b: Cell): boolean =>
  typeof a === 'number' && typeof b === 'number'
    ? a === b
    : textOf(a === false ? '' : a) === textOf(b === false ? '' : b)

export function rowsBy<K extends Restoration['tab']>(
  table: Table<K>,
  key: ColumnKey<K>,
): ReadonlyMap<string, readonly Row<K>[]> {
  const map = new Map<string, Row<K>[]>()
  for (const row of table.rows) {
    const value = textOf(row.cells[key] ?? '')
    if (value !== '') map.set(value, [...(map.get(value) ?? []), row])
  }
  return map
}

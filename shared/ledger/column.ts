/**
 * What a cell of the column holds. Every kind that is not a date, a number or a checkbox is text, and stays text:
 * `0042`, `1E5` and `100000` are three different texts (door.md §5).
 */
export type ColumnKind = 'text' | 'date' | 'amount' | 'price' | 'quantity' | 'rate' | 'integer' | 'checkbox'

/** Who fills the column: S, L, ƒ and ⚙ of the specification's legend (features E.0). */
export type ColumnSource = 'typed' | 'list' | 'formula' | 'written'

export interface Column {
  readonly heading: string
  /** Other headings the column is recognised by, such as the short one shown under the franchise. */
  readonly aliases?: readonly string[]
  readonly kind: ColumnKind
  readonly source: ColumnSource
  /** 🔒: part of the snapshot, restored when edited after issue. */
  readonly frozen?: true
  /** `details`: in the folded group at the right; `hidden`: never shown. */
  readonly place?: 'details' | 'hidden'
  /** The list in `_Listes`, or the tab column, that the cell proposes. */
  readonly list?: string
  /**
   * A native formula with `;` separators; `{key}` is the cell of this row, `{tab!key}` a whole column.
   * No decimal literal and no array literal, which depend on the file's locale (features C-29).
   */
  readonly formula?: string
  /** On an issued row the formula's value is written in its place. */
  readonly fixedAtIssue?: true
  /** In pixels; by kind when absent. */
  readonly width?: number
  /** Sentences that are read here: rows grow with them. */
  readonly wraps?: true
  /** Of a tick: the key of the column whose rows there are to tick; the row above the headings says how many are. */
  readonly progressOf?: string
  /** What the cell expects, said on hover and when a value is refused. */
  readonly help?: string
}

export interface Tab {
  readonly title: string
  /** What the tab is for: its first row. */
  readonly purpose: string
  readonly hidden?: true
  /** Neither headings nor rows of ours: drawn by its own code, and absent from the CSV folder. */
  readonly free?: true
  readonly columns: Readonly<Record<string, Column>>
}

type Extra = Omit<Column, 'heading' | 'kind' | 'source'>

export const typed = (heading: string, kind: ColumnKind = 'text', extra: Extra = {}): Column => ({
  heading,
  kind,
  source: 'typed',
  ...extra,
})
export const listed = (heading: string, list: string, extra: Extra = {}): Column => ({
  heading,
  kind: 'text',
  source: 'list',
  list,
  ...extra,
})
export const tick = (heading: string, extra: Extra = {}): Column => ({
  heading,
  kind: 'checkbox',
  source: 'list',
  ...extra,
})
export const written = (heading: string, kind: ColumnKind = 'text', extra: Extra = {}): Column => ({
  heading,
  kind,
  source: 'written',
  ...extra,
})
export const computed = (heading: string, kind: ColumnKind, formula: string, extra: Extra = {}): Column => ({
  heading,
  kind,
  source: 'formula',
  formula,
  ...extra,
})
export const rowId = (): Column => written('ID', 'text', { place: 'hidden' })

export const frozen = { frozen: true } as const
export const details = { place: 'details' } as const

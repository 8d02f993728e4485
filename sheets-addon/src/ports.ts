import type { Day } from '@tabellion/shared/calendar'
import type { Cell, TabKey } from '@tabellion/shared/ledger'
import type { Observation } from './installation/observed.ts'
import type { Dashboard } from './workbook/dashboard.ts'

/** What a cell is given. Text stays text, whatever it looks like; a date is a serial number, which the column shows as a day. */
export type Written = string | number | boolean | { readonly formula: string }

/** The spreadsheet, tab by tab. Each method is one round trip, whatever the number of rows. Rows and columns from 1. */
export interface Sheets {
  /** The used range from A1, dates as `YYYY-MM-DD`; undefined when there is no such tab. */
  read(tab: TabKey): readonly (readonly Cell[])[] | undefined
  /** Whole columns, from row 1 to the last row of the grid. */
  readColumns(tab: TabKey, first: number, last: number): readonly (readonly Cell[])[] | undefined
  readBlock(tab: TabKey, row: number, column: number, rows: number, columns: number): readonly (readonly Cell[])[]
  /** What people see in the cells, text whatever they hold. */
  shown(tab: TabKey, row: number, column: number, rows: number, columns: number): readonly (readonly string[])[]
  /** Grows the grid when needed. */
  write(tab: TabKey, row: number, column: number, block: readonly (readonly Written[])[]): void
  /** The same value in cells that do not touch. */
  writeEach(tab: TabKey, cells: readonly { readonly row: number; readonly column: number }[], value: Written): void
  flush(): void
  /** The file's name. */
  title(): string
}

/** Tabs, headings, formats, lists, protections: set-up and repair only. */
export interface Structure {
  tabTitles(): readonly string[]
  /** Locale fr_FR and zone Europe/Paris, on which dates and formulas depend. */
  settleLocale(): void
  /** Makes the tab; true when it was there under another name, which is then its own again. */
  addTab(tab: TabKey): boolean
  /** Inserts a column before `at`, empty but for its heading. */
  insertColumn(tab: TabKey, at: number, headingRow: number, heading: string): void
  /** Formats, widths, lists, ticks, groups, colours and warnings, from the declaration. */
  dress(tab: TabKey, position: Readonly<Partial<Record<string, number>>>, headingRow: number): void
  /** The whole tab *Tableau de bord*, which has no columns of its own. */
  drawDashboard(dashboard: Dashboard): void
  /** *Aide*, while it is empty: what people wrote there stays. */
  drawHelp(): void
}

/** One lock for everything (ground truth 1): `undefined` when another run holds it for longer than twenty seconds. */
export interface Lock {
  hold<Value>(work: () => Value): Value | undefined
  /** The same, for who cannot go on without it: held by another run, it is a refusal. */
  need<Value>(work: () => Value): Value
}

/** Script properties. Read and written whole: each is one round trip. */
export interface Store {
  read(): Readonly<Record<string, string>>
  write(values: Readonly<Record<string, string>>): void
}

/** What only the owner of the file may read: keys of browsers. Read whole, one round trip. */
export interface Secrets {
  read(): Readonly<Record<string, string>>
  write(values: Readonly<Record<string, string>>): void
  /** Thirty-two bytes that nobody can guess. */
  make(): Uint8Array
}

export interface Files {
  /** Ids that `create` will take: known, and journalled, before any file exists. */
  newIds(count: number): readonly string[]
  /** Creates the file under its id; does nothing when it exists already. `folder` is a path from the root of the Drive. */
  create(file: {
    readonly id: string
    readonly name: string
    readonly folder: string
    readonly type: string
    readonly bytes: Uint8Array
  }): void
}

/** Plain text, at most one file, from the account that runs. */
export interface Mail {
  readonly to: readonly string[]
  readonly subject: string
  readonly body: string
  readonly fromName: string
  readonly replyTo?: string
  readonly attachment?: { readonly name: string; readonly type: string; readonly bytes: Uint8Array }
}
export type MailAnswer =
  | { readonly kind: 'sent' }
  /** It certainly did not leave. */
  | { readonly kind: 'refused'; readonly why: 'quota' | 'recipient' | 'other'; readonly reason: string }
  /** Nobody knows. */
  | { readonly kind: 'unsure'; readonly reason: string }

export interface Mailer {
  /** Recipients that may still be written to today. */
  left(): number
  send(mail: Mail): MailAnswer
}

export interface Clock {
  readonly today: Day
  /** UTC, ISO 8601. */
  readonly instant: string
  /** True once this run should stop and leave the rest to the next (Google ends it at six minutes), or after so many seconds. */
  timeIsUp(seconds?: number): boolean
}

/** The clock's own runs. */
export interface Triggers {
  /** Plans the daily run when it is not; `anew`, whatever is there. `refused`: the user has not allowed it. */
  ensureDaily(anew: boolean): 'there' | 'planned' | 'refused'
}

/** What the person has before them. Only where someone looks: a menu, the sidebar. */
export interface Screen {
  /** Tab and row of the active cell; undefined on a tab that is not ours. */
  place(): { readonly tab: TabKey; readonly row: number } | undefined
  /** Goes to the tab, the row, the cell under the heading; unfolds what hides it. False when there is no such tab. */
  show(tab: TabKey, row?: number, heading?: string): boolean
}

/** New IDs of rows: unique, sortable by the moment they were made. */
export interface Ids {
  next(): string
}

/** Tries what the tool relies on, on the account that runs. Leaves nothing behind. */
export interface Probes {
  observe(): readonly Observation[]
}

export interface Ports {
  readonly sheets: Sheets
  readonly structure: Structure
  readonly lock: Lock
  readonly store: Store
  readonly secrets: Secrets
  readonly files: Files
  readonly mailer: Mailer
  readonly triggers: Triggers
  readonly clock: Clock
  readonly ids: Ids
  readonly screen: Screen
  readonly probes: Probes
}

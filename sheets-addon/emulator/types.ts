/** What goes in and comes out of the emulator. The door (index.ts) re-exports all of it. */
import type { CellError, CellValue } from './calc/index.ts'
import type { ScreenAccess } from './host/screen.ts'

/** Who started the code; decides identity, permissions, limits and which bundle runs (ground truth §8). */
export type Context = 'menu' | 'rpc' | 'simple' | 'inst' | 'time' | 'web'

/** Exactly what is pushed: `Code.js`, the HTML files by name without `.html`, `appsscript.json`. */
export interface Bundle {
  readonly code: string
  readonly html?: Readonly<Record<string, string>>
  readonly manifest: string | Manifest
}

/** https://developers.google.com/apps-script/manifest */
export interface Manifest {
  readonly timeZone: string
  readonly runtimeVersion?: string
  readonly exceptionLogging?: string
  readonly oauthScopes?: readonly string[]
  readonly dependencies?: {
    readonly enabledAdvancedServices?: readonly {
      readonly userSymbol: string
      readonly serviceId: string
      readonly version: string
    }[]
  }
  readonly webapp?: { readonly executeAs: string; readonly access: string }
}

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined }

/** Where live Google is unknown or varies: the first value is the default. */
export interface Switches {
  /** Ground truth 3: works for public projects, documented as unavailable. */
  readonly webActiveSpreadsheet: 'available' | 'null'
  readonly webDocumentProperties: 'available' | 'null'
  /** Two objects for one lock in one execution: `refused` finds nested locks, live check 14 will tell. */
  readonly secondLockObject: 'refused' | 'granted'
  /** A refused cell value throws at the call, or only at the next flush or read (ground truth §1). */
  readonly validationErrors: 'immediate' | 'late'
  /** A Date in a result of google.script.run: throw at once, or hand over nothing as Google does (ground truth 19). */
  readonly rpcValues: 'strict' | 'lenient'
  /** Several signed-in accounts: google.script.run fails with PERMISSION_DENIED (ground truth 25). */
  readonly accounts: 'one' | 'several'
  /** The daily limits of gmail.com or of a Workspace domain. */
  readonly account: 'consumer' | 'workspace'
  /** What a service call costs on the emulator's clock: nothing, or what it costs live (time budgets). */
  readonly latency: 'none' | 'live'
}

export interface EmulatorOptions {
  readonly bundle: Bundle
  /** Ids, uuids, Math.random and trigger minutes follow from it. */
  readonly seed: number
  /** The clock at start, ISO 8601 in UTC: it moves only by `clock`, `Utilities.sleep` and latency. */
  readonly instant: string
  /** What an earlier emulator saved; absent = an empty spreadsheet with one tab. */
  readonly state?: EmulatorState
  readonly owner?: string
  /** Of a new spreadsheet; `fr_FR` and `Europe/Paris` when absent. */
  readonly spreadsheet?: { readonly name?: string; readonly locale?: string; readonly timeZone?: string }
  /** Scopes the owner ticked; absent = all those of the manifest. */
  readonly granted?: readonly string[]
  readonly switches?: Partial<Switches>
  /** Bytes of files of earlier runs, for `content()`; scripts can never read them (ground truth 5). */
  readonly content?: (fileId: string) => Uint8Array | undefined
}

/** Stops an execution dead: from the K-th call on nothing has any effect, whatever the script catches. */
export interface Fault {
  /** The K-th counted call throws before it has any effect (1-based). */
  readonly call: number
  /** What becomes of writes not yet flushed; `kept` when absent. */
  readonly unflushed?: 'kept' | 'dropped'
  /** `after`: the call had its effect and only the answer is lost (a mail that left, a file that was made). */
  readonly when?: 'before' | 'after'
}

/** A service answers an error which the script can catch, once per entry. */
export interface Refusal {
  readonly service: string
  readonly method: string
  /** The n-th matching call of the execution; 1 when absent. `every` = all of them. */
  readonly nth?: number | 'every'
  readonly error: RefusalName | { readonly name?: string; readonly message: string; readonly details?: Json }
  readonly when?: 'before' | 'after'
}

export type RefusalName =
  | 'burst' // the only one worth retrying
  | 'day-limit'
  | 'computer-time'
  | 'simultaneous'
  | 'server-error'
  | 'drive-rate-limit'
  | 'drive-storage-full'
  | 'drive-server-error'
  | 'drive-empty-response'
  | 'mail-day-limit'
  | 'consent-withdrawn'

/** The button pressed, or for a prompt the button and the text. `CLOSE` when the list is empty. */
export type Answer = string | { readonly button: string; readonly text: string }

export interface RunOptions {
  readonly context: Context
  readonly fault?: Fault | undefined
  /** Runs `meanwhile` on the host just before the K-th counted call: another execution can be run whole there. */
  readonly at?: { readonly call: number; readonly meanwhile: () => void } | undefined
  readonly refusals?: readonly Refusal[] | undefined
  readonly answers?: readonly Answer[] | undefined
  /**
   * What becomes of a question when no answer is left: it is closed, or the run ends there and everything it did is
   * taken back, so that it can be run again with one answer more. A dialog with one button is then answered by it.
   */
  readonly unanswered?: 'closed' | 'taken-back' | undefined
  /** Who clicks or edits; the owner when absent. */
  readonly user?: string | undefined
  /** Locks that some other execution holds all along. */
  readonly locksHeld?: readonly LockName[] | undefined
  /** Real milliseconds of processor the script may take; by default the limit of the context. */
  readonly timeoutMs?: number | undefined
}

export type LockName = 'script' | 'document' | 'user'

export type CallKind = 'spreadsheet' | 'drive' | 'mail' | 'properties' | 'lock' | 'other'

/** Round trips, as door.md §2 counts them. */
export type Calls = { readonly total: number } & Readonly<Record<CallKind, number>>

export interface Run {
  readonly context: Context
  readonly function: string
  /** What the function returned, when it can be JSON. */
  readonly result?: Json | undefined
  /** Thrown and not caught: what the user, the execution log or the failure handler sees. */
  readonly error?: { readonly name: string; readonly message: string; readonly stack?: string | undefined } | undefined
  /** Present when `fault` struck. */
  readonly fault?: { readonly call: number; readonly service: string; readonly method: string } | undefined
  /** The question that ended a run which was `taken-back`. */
  readonly question?: Dialog | undefined
  readonly calls: Calls
  /** Every counted call in order, `SpreadsheetApp.Range.setValues`. */
  readonly trace: readonly string[]
  readonly toasts: readonly { readonly message: string; readonly title: string }[]
  readonly logs: readonly { readonly level: string; readonly text: string }[]
  readonly dialogs: readonly Dialog[]
  /** Consent screens shown: the scopes asked. */
  readonly prompts: readonly (readonly string[])[]
  /** Milliseconds that passed on the emulator's clock. */
  readonly elapsedMs: number
}

export interface Dialog {
  readonly kind: 'alert' | 'prompt' | 'sidebar' | 'modal' | 'modeless'
  readonly title: string
  readonly text: string
  readonly buttons?: string
  readonly width?: number | undefined
  readonly height?: number | undefined
}

export interface MenuItem {
  readonly label: string
  /** Absent for a separator or a submenu. */
  readonly function?: string
  readonly items?: readonly MenuItem[]
}

/** What a cell holds; dates are serial numbers that their number format makes dates. */
export type { CellError, CellValue }

export interface CellView {
  /** The value, or what the formula gives. */
  readonly value: CellValue
  /** '' = automatic. */
  readonly format: string
  readonly formula?: string
  readonly note?: string
}

export interface SheetView {
  readonly name: string
  readonly id: number
  readonly hidden: boolean
  readonly maxRows: number
  readonly maxColumns: number
  readonly lastRow: number
  readonly lastColumn: number
  readonly frozenRows: number
  readonly frozenColumns: number
}

/** The workbook from outside, without any execution: for the door (CSV) and the workbench (grid). Rows and columns from 1. */
export interface BookAccess {
  locale(): string
  timeZone(): string
  sheets(): readonly SheetView[]
  addSheet(
    name: string,
    options?: { readonly rows?: number; readonly columns?: number; readonly hidden?: boolean },
  ): void
  removeSheet(name: string): void
  resizeSheet(name: string, rows: number, columns: number): void
  /** Sets a number format (`@`, `dd/mm/yyyy`, …; '' = automatic) without touching contents. */
  format(sheet: string, area: AreaText, pattern: string): void
  /** Each text as a user would type it there; no event. Grows the sheet. */
  type(sheet: string, row: number, column: number, texts: readonly (readonly string[])[]): void
  /** Exact contents, nothing parsed; `{ formula }` for a formula. Grows the sheet. */
  put(
    sheet: string,
    row: number,
    column: number,
    cells: readonly (readonly (CellValue | { readonly formula: string })[])[],
  ): void
  /** Used cells from A1: `cells[row - 1][column - 1]`. */
  cells(sheet: string): readonly (readonly CellView[])[]
  values(sheet: string): readonly (readonly CellValue[])[]
  displays(sheet: string): readonly (readonly string[])[]
  /** What the formula bar shows: the formula, or the value as it would be typed. */
  inputs(sheet: string): readonly (readonly string[])[]
  /** All that is not cell content, as stored: protections, rules, charts, widths… for tests and the workbench. */
  sheetData(sheet: string): unknown
}

/** `A4:A`, `B2`, `C:C`. */
export type AreaText = string

export interface DriveFile {
  readonly id: string
  readonly name: string
  /** From the root, with folders: `Facturation/2026/F2026-0001.pdf`. */
  readonly path: string
  readonly mimeType: string
  readonly size: number
  readonly trashed: boolean
  readonly folder: boolean
  readonly created: string
  readonly appProperties: Readonly<Record<string, string>>
  readonly owner: string
}

export interface DriveAccess {
  /** Folders too, in the order made. */
  files(): readonly DriveFile[]
  content(id: string): Uint8Array | undefined
  /** A file of the user's that our client did not make: invisible to the script. */
  addForeign(name: string, options?: { readonly folder?: boolean }): string
  /** As the user would in Drive. */
  trash(id: string): void
}

export interface SentMail {
  /** 1, 2, … over the life of the state. */
  readonly number: number
  readonly from: string
  readonly to: readonly string[]
  readonly cc: readonly string[]
  readonly bcc: readonly string[]
  readonly replyTo?: string | undefined
  readonly name?: string | undefined
  readonly subject: string
  readonly body: string
  readonly htmlBody?: string | undefined
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly bytes: Uint8Array }[]
  readonly sentAt: string
  /** The message as an .eml file, attachments inside. */
  readonly eml: string
}

/** What a person does in the sheet. Each returns the executions it set off. */
export interface Gestures {
  /** Opens the file: `onOpen` simple trigger, then installable ones. */
  open(options?: { readonly user?: string }): readonly Run[]
  /** Types into a cell and validates. Throws when a strict validation refuses it. */
  edit(sheet: string, cell: AreaText, text: string, options?: GestureOptions): readonly Run[]
  /** Several edits faster than the handlers run: at most two events wait, the others are lost (ground truth 10). */
  editFast(edits: readonly { sheet: string; cell: AreaText; text: string }[], options?: GestureOptions): readonly Run[]
  tick(sheet: string, cell: AreaText, on: boolean, options?: GestureOptions): readonly Run[]
  /** Delete key. */
  clear(sheet: string, area: AreaText, options?: GestureOptions): readonly Run[]
  /** Text from the clipboard (TSV rows), or cells copied from an area of this file. */
  paste(sheet: string, cell: AreaText, source: PasteSource, options?: GestureOptions): readonly Run[]
  /** Fill handle: `source` repeated over `target`. */
  fill(sheet: string, source: AreaText, target: AreaText, options?: GestureOptions): readonly Run[]
  sort(sheet: string, area: AreaText, column: number, ascending?: boolean): readonly Run[]
  insertRows(sheet: string, before: number, count?: number): readonly Run[]
  deleteRows(sheet: string, first: number, count?: number): readonly Run[]
  insertColumns(sheet: string, before: number, count?: number): readonly Run[]
  deleteColumns(sheet: string, first: number, count?: number): readonly Run[]
  moveColumns(sheet: string, first: number, count: number, before: number): readonly Run[]
  moveRows(sheet: string, first: number, count: number, before: number): readonly Run[]
  renameSheet(from: string, to: string): readonly Run[]
  /** Takes back the last gesture: an edit event with neither value nor oldValue. */
  undo(): readonly Run[]
  redo(): readonly Run[]
  canUndo(): boolean
  canRedo(): boolean
  /** Widths, hidden lanes, folded groups and the filter: no edit event, an installed onChange hears `OTHER` (K). */
  resize(sheet: string, axis: 'rows' | 'columns', first: number, count: number, size: number): readonly Run[]
  hide(sheet: string, axis: 'rows' | 'columns', first: number, count: number): readonly Run[]
  show(sheet: string, axis: 'rows' | 'columns', first: number, count: number): readonly Run[]
  fold(sheet: string, axis: 'rows' | 'columns', at: number, depth: number, isFolded: boolean): readonly Run[]
  /** One filter a tab; without an area it is taken away. */
  filter(sheet: string, area?: AreaText): readonly Run[]
  choose(sheet: string, choice: FilterChoice): readonly Run[]
  select(sheet: string, area: AreaText): void
}

/** Values unticked in the list of a filtered column; none = the column filters nothing. */
export interface FilterChoice {
  readonly column: number
  readonly hiddenValues: readonly string[]
}

export interface GestureOptions {
  readonly user?: string
  /** The event is lost: no handler runs. */
  readonly dropEvent?: boolean
}

export type PasteSource =
  | { readonly text: string }
  | { readonly sheet: string; readonly area: AreaText; readonly valuesOnly?: boolean; readonly cut?: boolean }

export interface WebRequest {
  readonly method: 'GET' | 'POST'
  /** Without the `?`. */
  readonly query?: string
  readonly pathInfo?: string
  readonly body?: string
  readonly contentType?: string
}

export type WebAnswer =
  | {
      readonly kind: 'content'
      readonly mimeType: string
      readonly text: string
      readonly download?: string | undefined
    }
  | { readonly kind: 'html'; readonly html: string; readonly title: string }
  /** A page of Google's own: the script gave no usable answer. */
  | { readonly kind: 'page'; readonly title: string; readonly message: string }

export interface TriggerView {
  readonly id: string
  readonly handler: string
  readonly event: string
  readonly source: 'CLOCK' | 'SPREADSHEETS'
  readonly user: string
  /** Next time it is due, for clock triggers. */
  readonly next?: string | undefined
  readonly disabled: boolean
}

/** JSON: safe to write to disk and to load in a later emulator. Treat the inside as opaque. */
export interface EmulatorState {
  readonly version: 1
  readonly book: unknown
  readonly rest: unknown
}

export interface Emulator {
  /** Runs one function of the bundle whole, as one execution. */
  run(fn: string, args: readonly Json[], options: RunOptions): Run
  /** The web app's deployed version, as the owner: doGet or doPost. */
  web(request: WebRequest, options?: Omit<RunOptions, 'context'>): { readonly answer: WebAnswer; readonly run: Run }
  /** Replaces HEAD (menus, sidebar, triggers); the web app keeps the deployed version. */
  push(bundle: Bundle): void
  /** Makes HEAD the deployed version. At creation both are the same. */
  deploy(): void
  /** The consent screen: ticks exactly these scopes (all of HEAD's manifest when absent). */
  consent(scopes?: readonly string[], user?: string): void
  readonly user: Gestures
  readonly book: BookAccess
  /** For the workbench, which draws what a person sees. */
  readonly screen: ScreenAccess
  readonly drive: DriveAccess
  mails(): readonly SentMail[]
  /** The menus as `addToUi` last left them. */
  menus(): readonly { readonly title: string; readonly items: readonly MenuItem[] }[]
  /** The sidebar or dialog now shown, whose HTML the workbench serves. */
  shown(): { readonly kind: string; readonly html: string; readonly title: string } | undefined
  triggers(): readonly TriggerView[]
  properties(store: LockName, user?: string): Readonly<Record<string, string>>
  setProperties(store: LockName, values: Readonly<Record<string, string>>, user?: string): void
  readonly clock: {
    instant(): string
    set(instant: string): void
    /** Moves on and fires the clock triggers that fall due, in order. */
    advance(milliseconds: number): readonly Run[]
  }
  /**
   * *File › Make a copy*: a new file with the same tabs, owned by whoever copied it, and a new script: no property,
   * trigger or file comes along (ground truth 7).
   */
  copy(): EmulatorState
  /** `content: false` leaves out what cells hold (the door keeps that as CSV), not their formats and rules. */
  save(options?: { readonly content?: boolean }): EmulatorState
}

/**
 * The workbook as one immutable value. Every write makes a new Book that shares what did not change, so that an
 * unflushed write can be dropped, another execution can see the workbook without it, and undo is a list of Books.
 */
import type { CellError, CellValue } from '../types.ts'

export type { CellError, CellValue }

/** A plain value is stored as itself; what carries more is an object. `undefined` = empty. */
export type Content = number | string | boolean | Formula | Quoted | RichText | CellError
export interface Formula {
  readonly formula: string
}
/** Typed with an apostrophe. No API shows it; any write drops it (tanaikech 2023-03-11). */
export interface Quoted {
  readonly quoted: string
}
export interface RichText {
  readonly rich: string
  readonly runs: readonly TextRun[]
}
export interface TextRun {
  readonly start: number
  readonly end: number
  readonly link?: string | undefined
  readonly style?: TextStyle | undefined
}
export interface TextStyle {
  readonly bold?: boolean | undefined
  readonly italic?: boolean | undefined
  readonly underline?: boolean | undefined
  readonly strikethrough?: boolean | undefined
  readonly fontSize?: number | undefined
  readonly fontFamily?: string | undefined
  readonly color?: string | undefined
}

/** Everything a cell has beside its content. Interned: equal dresses are the same object. */
export interface Dress {
  /** Number format; absent = automatic. */
  readonly format?: string
  readonly note?: string
  readonly rule?: Validation
  readonly look?: Readonly<Record<string, LookValue>>
}
export type LookValue = string | number | boolean

export interface Validation {
  readonly criteria: string
  readonly values: readonly CriterionValue[]
  readonly allowInvalid: boolean
  readonly help: string | null
}
/** Arguments of a criterion as JSON: an instant, a range, or a plain value. */
export type CriterionValue =
  | string
  | number
  | boolean
  | null
  | readonly string[]
  | { readonly instant: number }
  | { readonly area: Area }

/** A rectangle of one sheet, from row 1, column 1. */
export interface Area extends Box {
  readonly sheet: number
}
export interface Box {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
}

export type Grid<Cell> = readonly (readonly (Cell | undefined)[] | undefined)[]

/** What a row or a column has of its own. Index 0 = row 1. */
export interface Lane {
  readonly size?: number
  readonly hidden?: boolean
  /** Hidden by the filter (rows only). */
  readonly filtered?: boolean
  readonly depth?: number
  /** The group of depth n that this lane opens is folded. */
  readonly folded?: boolean
}
export type Lanes = readonly (Lane | undefined)[]

export interface Sheet {
  readonly id: number
  readonly name: string
  readonly hidden: boolean
  readonly maxRows: number
  readonly maxColumns: number
  readonly contents: Grid<Content>
  readonly dresses: Grid<Dress>
  readonly rows: Lanes
  readonly columns: Lanes
  readonly frozenRows: number
  readonly frozenColumns: number
  readonly tabColor: string | null
  readonly hiddenGridlines: boolean
  /** Where the toggle of a group stands. */
  readonly groupToggle: { readonly rows: 'BEFORE' | 'AFTER'; readonly columns: 'BEFORE' | 'AFTER' }
  readonly merges: readonly Box[]
  readonly protections: readonly Protection[]
  readonly conditionalRules: readonly ConditionalRule[]
  readonly bandings: readonly Banding[]
  readonly filter: Filter | null
  readonly charts: readonly Chart[]
}

export interface Protection {
  readonly id: string
  readonly kind: 'RANGE' | 'SHEET'
  readonly box: Box
  readonly description: string
  readonly warningOnly: boolean
  readonly editors: readonly string[]
  readonly domainEdit: boolean
  readonly unprotected: readonly Box[]
  readonly named: string | null
}
export interface ConditionalRule {
  readonly boxes: readonly Box[]
  readonly boolean: {
    readonly criteria: string
    readonly values: readonly CriterionValue[]
    readonly look: Readonly<Record<string, LookValue>>
  } | null
  readonly gradient:
    | readonly {
        readonly point: 'min' | 'mid' | 'max'
        readonly color: string
        readonly type: string
        readonly value: string
      }[]
    | null
}
export interface Banding {
  readonly id: number
  readonly box: Box
  readonly direction: 'rows' | 'columns'
  readonly colors: Readonly<Record<string, string | null>>
}
export interface Filter {
  readonly box: Box
  /** By sheet column number. */
  readonly criteria: Readonly<Record<number, FilterCriteria>>
}
export interface FilterCriteria {
  readonly hiddenValues: readonly string[] | null
  readonly criteria: string | null
  readonly values: readonly CriterionValue[]
}
/** Charts are kept as they are described; nothing draws them here. */
export interface Chart {
  readonly id: number
  readonly type: string | null
  readonly areas: readonly Area[]
  readonly options: Readonly<Record<string, unknown>>
  readonly position: { readonly row: number; readonly column: number; readonly x: number; readonly y: number } | null
  readonly headers: number
  readonly mergeStrategy: string | null
  readonly hiddenDimensionStrategy: string | null
  readonly transposed: boolean
}

export interface NamedRange {
  readonly name: string
  readonly area: Area
}
export interface Metadata {
  readonly id: number
  readonly key: string
  readonly value: string | null
  readonly visibility: string
  readonly where: MetadataPlace
}
export type MetadataPlace =
  | { readonly kind: 'SPREADSHEET' }
  | { readonly kind: 'SHEET'; readonly sheet: number }
  | { readonly kind: 'ROW' | 'COLUMN'; readonly sheet: number; readonly index: number }

export interface Book {
  readonly id: string
  readonly name: string
  readonly locale: string
  readonly timeZone: string
  readonly recalculation: string
  readonly iterative: boolean
  readonly sheets: readonly Sheet[]
  readonly namedRanges: readonly NamedRange[]
  readonly metadata: readonly Metadata[]
}

export function emptySheet(id: number, name: string, rows = 1000, columns = 26): Sheet {
  return {
    id,
    name,
    hidden: false,
    maxRows: rows,
    maxColumns: columns,
    contents: [],
    dresses: [],
    rows: [],
    columns: [],
    frozenRows: 0,
    frozenColumns: 0,
    tabColor: null,
    hiddenGridlines: false,
    groupToggle: { rows: 'AFTER', columns: 'AFTER' },
    merges: [],
    protections: [],
    conditionalRules: [],
    bandings: [],
    filter: null,
    charts: [],
  }
}

export function sheetOf(book: Book, id: number): Sheet | undefined {
  return book.sheets.find((sheet) => sheet.id === id)
}

export function withSheet(book: Book, id: number, change: (sheet: Sheet) => Sheet): Book {
  return { ...book, sheets: book.sheets.map((sheet) => (sheet.id === id ? change(sheet) : sheet)) }
}

import type { CellValue } from './cell-value.ts'

export type CellInput = { readonly formula: string } | { readonly value: CellValue }

/** What the calculator reads of a workbook. Rows and columns count from 1. */
export interface BookView {
  /** Whatever the case of the name, as Google. */
  sheetId(name: string): number | undefined
  sheetName(id: number): string
  /** The last row and column that hold anything. */
  usedRows(sheet: number): number
  usedColumns(sheet: number): number
  input(sheet: number, row: number, column: number): CellInput | undefined
  isRowHidden?(sheet: number, row: number, why: 'filter' | 'user'): boolean
  namedRange?(name: string): NamedArea | undefined
}

export interface NamedArea {
  readonly sheet: number
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
}

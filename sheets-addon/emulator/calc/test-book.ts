import type { BookView, CellInput } from './book-view.ts'
import type { CellValue, SheetLocale } from './cell-value.ts'
import { type Calc, createCalc } from './index.ts'
import { columnNumber } from './references.ts'

export type TestRows = readonly (readonly (CellValue | undefined)[])[]

export interface TestBook {
  readonly calc: Calc
  /** Writes `B4` of a sheet; text that starts with `=` is a formula. */
  set(sheet: string, address: string, content: CellValue): void
  get(sheet: string, address: string): CellValue
  /** The result of a formula put into a free cell, error codes as text. */
  result(formula: string, at?: string): CellValue
  hide(sheet: string, row: number, why: 'filter' | 'user'): void
  readonly view: BookView
}

export interface TestBookOptions {
  readonly locale?: SheetLocale
  readonly now?: number
  readonly names?: Readonly<Record<string, NonNullable<ReturnType<NonNullable<BookView['namedRange']>>>>>
}

/** A workbook of plain arrays for the tests; the first cell of each is A1. `Feuille` holds the formulas under test. */
export function testBook(sheets: Readonly<Record<string, TestRows>>, options: TestBookOptions = {}): TestBook {
  const names = [...Object.keys(sheets), 'Feuille']
  const contents = names.map((name) => (sheets[name] ?? []).map((row) => row.map(inputOf)))
  const hidden = new Set<string>()
  const lines = (sheet: number) => contents[sheet - 1] ?? []
  const idOf = (name: string) => names.findIndex((known) => known.toLowerCase() === name.toLowerCase()) + 1 || undefined
  const view: BookView = {
    sheetId: idOf,
    sheetName: (id) => names[id - 1] ?? '',
    usedRows: (sheet) => lines(sheet).length,
    usedColumns: (sheet) => lines(sheet).reduce((most, row) => Math.max(most, row.length), 0),
    input: (sheet, row, column) => lines(sheet)[row - 1]?.[column - 1],
    isRowHidden: (sheet, row, why) => hidden.has(`${sheet} ${row} ${why}`),
    namedRange: (name) => options.names?.[name],
  }
  const calc = createCalc(view, { locale: options.locale ?? 'fr_FR', now: () => options.now ?? 46351.5 })

  function set(sheet: string, address: string, content: CellValue): void {
    const [row, column] = placeOf(address)
    const rows = contents[(idOf(sheet) ?? 0) - 1] ?? []
    while (rows.length < row) rows.push([])
    const cells = rows[row - 1] ?? []
    while (cells.length < column) cells.push(undefined)
    cells[column - 1] = inputOf(content)
    calc.changed([idOf(sheet) ?? 0])
  }

  function get(sheet: string, address: string): CellValue {
    const [row, column] = placeOf(address)
    const value = calc.value(idOf(sheet) ?? 0, row, column)
    return typeof value === 'object' && value !== null ? value.error : value
  }

  return {
    calc,
    view,
    set,
    get,
    result(formula, at = 'T20') {
      set('Feuille', at, formula)
      const value = get('Feuille', at)
      set('Feuille', at, null)
      return value
    },
    hide(sheet, row, why) {
      hidden.add(`${idOf(sheet)} ${row} ${why}`)
      calc.changed([idOf(sheet) ?? 0])
    },
  }
}

function placeOf(address: string): readonly [number, number] {
  const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? []
  return [Number(digits), columnNumber(letters)]
}

function inputOf(content: CellValue | undefined): CellInput | undefined {
  if (content === null || content === undefined) return undefined
  return typeof content === 'string' && content.startsWith('=') ? { formula: content } : { value: content }
}

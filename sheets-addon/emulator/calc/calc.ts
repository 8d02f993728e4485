import { areaOn, type Extent } from './area-of.ts'
import type { BookView } from './book-view.ts'
import { type CellValue, errors, type SheetLocale } from './cell-value.ts'
import { type Key, keyOf } from './compare.ts'
import { type Changed, createDependencies } from './dependencies.ts'
import { createEvaluation } from './evaluate.ts'
import type { Place, Reading } from './evaluation.ts'
import { createFormulaCells, type FormulaCell, type Outcome } from './formula-cells.ts'
import { type Area, type Grid, grid, isMatrix, type Matrix } from './matrix.ts'
import { parseFormula } from './parse.ts'
import { civilOf } from './serial-date.ts'
import { rectangleFor } from './shape.ts'
import { createSpills } from './spills.ts'
import type { ReferenceNode } from './syntax.ts'

export interface Calc {
  /** What the cell shows: its own content, its formula's result, or what a neighbour spills into it. */
  value(sheet: number, row: number, column: number): CellValue
  /** Rows and columns that hold anything, spilled cells included. */
  extent(sheet: number): Extent
  /** What the formula would give in that cell, without being there: conditional formats. */
  evaluate(sheet: number, row: number, column: number, formula: string): CellValue
  /** Call at any write, of any cell, and when the clock moved; without saying what, when sheets or names come, go or are renamed. */
  changed(what?: Iterable<Changed>): void
}

export interface CalcOptions {
  readonly locale: SheetLocale
  /** Serial number, local wall clock. */
  readonly now: () => number
}

/** Under which ids of sheets by their names are remembered: no sheet’s own. */
const NO_SHEET = -1

export function createCalc(book: BookView, options: CalcOptions): Calc {
  const memory = new Map<number, Map<string, unknown>>()
  const dependencies = createDependencies(book)
  let year = civilOf(options.now()).year

  /** Until something changes that the sheet may see. */
  function remembered<T>(sheet: number, key: string, make: () => T): T {
    let ofSheet = memory.get(sheet)
    if (!ofSheet) {
      ofSheet = new Map()
      memory.set(sheet, ofSheet)
    }
    const known = ofSheet.get(key)
    if (known !== undefined) return known as T
    const made = make()
    ofSheet.set(key, made)
    return made
  }

  const cells = createFormulaCells(book, options.locale, dependencies, outcomeOf)
  const spills = createSpills(book, cells)

  function value(sheet: number, row: number, column: number): CellValue {
    const input = book.input(sheet, row, column)
    if (input && 'formula' in input) return cells.compute(cells.at(sheet, row, column, input.formula))
    return input?.value ?? spills.at(sheet, row, column)
  }

  function formulaAt(sheet: number, row: number, column: number): FormulaCell | undefined {
    const input = book.input(sheet, row, column)
    return input && 'formula' in input ? cells.at(sheet, row, column, input.formula) : undefined
  }

  const place = ({ top, left, rows, columns }: Area): string => `${top} ${left} ${rows} ${columns}`

  function flat(matrix: Matrix): readonly CellValue[] {
    return matrix.kind === 'grid'
      ? matrix.cells.flat()
      : remembered(matrix.sheet, `flat ${place(matrix)}`, () => readAll(matrix))
  }

  function readAll({ sheet, top, left, rows, columns }: Area): readonly CellValue[] {
    const found: CellValue[] = []
    for (let row = 0; row < rows; row += 1) {
      for (let column = 0; column < columns; column += 1) found.push(value(sheet, top + row, left + column))
    }
    return found
  }

  function positions(matrix: Matrix): ReadonlyMap<Key, readonly number[]> {
    const make = (): ReadonlyMap<Key, readonly number[]> => positionsIn(flat(matrix))
    return matrix.kind === 'grid' ? make() : remembered(matrix.sheet, `positions ${place(matrix)}`, make)
  }

  function sheetOf({ sheet }: ReferenceNode, from: Place): number | undefined {
    if (sheet === undefined) return from.sheet
    // `null` stands for « no such sheet », which is worth remembering too.
    return remembered(NO_SHEET, sheet, () => book.sheetId(sheet) ?? null) ?? undefined
  }

  const reading: Reading = {
    ...options,
    flat,
    positions,
    cellOf: (matrix, row, column) =>
      matrix.kind === 'grid'
        ? (matrix.cells[row]?.[column] ?? null)
        : value(matrix.sheet, matrix.top + row, matrix.left + column),
    cellAt(node, from) {
      const sheet = sheetOf(node, from)
      return sheet === undefined
        ? errors.reference
        : value(sheet, node.ownRow ? from.row : node.rectangle.top, node.rectangle.left)
    },
    area(node, from) {
      const sheet = sheetOf(node, from)
      return sheet === undefined ? errors.reference : areaOn(sheet, rectangleFor(node, from.row), spills.extent(sheet))
    },
    namedArea(name) {
      const named = book.namedRange?.(name)
      if (!named) return undefined
      const { sheet, row, column, rows, columns } = named
      const rectangle = { top: row, left: column, bottom: row + rows - 1, right: column + columns - 1 }
      return areaOn(sheet, rectangle, spills.extent(sheet))
    },
    isRowHidden: (sheet, row, why) => book.isRowHidden?.(sheet, row, why) ?? false,
    hasFormula: (sheet, row, column) => formulaAt(sheet, row, column) !== undefined,
    isSubtotal: (sheet, row, column) => formulaAt(sheet, row, column)?.isSubtotal ?? false,
  }
  const evaluation = createEvaluation(reading)

  function outcomeOf(cell: FormulaCell): Outcome {
    const scope = { place: cell, arrays: false, names: new Map() }
    const result = evaluation.evaluate(cell.node, scope)
    if (!isMatrix(result)) return { result, spill: undefined }
    // A range written as such is cut to the formula's row; one that a function gives is shown whole.
    if (cell.node.kind === 'reference' || cell.node.kind === 'name') {
      return { result: evaluation.single(result, scope), spill: undefined }
    }
    const shown = result.kind === 'grid' ? result : gridOf(result)
    return spilled(cell, shown)
  }

  function gridOf(area: Area): Grid {
    const all = flat(area)
    return grid(Array.from({ length: area.rows }, (_, row) => all.slice(row * area.columns, (row + 1) * area.columns)))
  }

  /** « Array result was not expanded because it would overwrite data »: then the whole result is #REF!. */
  function spilled(cell: FormulaCell, shown: Grid): Outcome {
    const result = shown.cells[0]?.[0] ?? null
    if (shown.rows <= 1 && shown.columns <= 1) return { result, spill: undefined }
    for (let row = 0; row < shown.rows; row += 1) {
      for (let column = 0; column < shown.columns; column += 1) {
        if (row === 0 && column === 0) continue
        const input = book.input(cell.sheet, cell.row + row, cell.column + column)
        if (input && ('formula' in input || input.value !== null)) return { result: errors.reference, spill: undefined }
      }
    }
    return { result, spill: shown }
  }

  return {
    value,
    extent: spills.extent,
    evaluate(sheet, row, column, formula) {
      const scope = { place: { sheet, row, column }, arrays: false, names: new Map() }
      return evaluation.single(evaluation.evaluate(parseFormula(formula, options.locale), scope), scope)
    },
    changed(what) {
      const before = year
      year = civilOf(options.now()).year
      // « 12/11 » in a cell is of the year that it is.
      const stale = dependencies.changed(year === before ? what : undefined)
      if (stale === undefined) memory.clear()
      else for (const sheet of stale) memory.delete(sheet)
      spills.changed(stale)
    },
  }
}

function positionsIn(cells: readonly CellValue[]): ReadonlyMap<Key, readonly number[]> {
  const found = new Map<Key, number[]>()
  for (const [position, cell] of cells.entries()) {
    const key = keyOf(cell)
    if (key === undefined) continue
    const list = found.get(key)
    if (list) list.push(position)
    else found.set(key, [position])
  }
  return found
}

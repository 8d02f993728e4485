import type { Extent } from './area-of.ts'
import type { BookView } from './book-view.ts'
import type { CellValue } from './cell-value.ts'
import type { FormulaCell, FormulaCells } from './formula-cells.ts'

export interface Spills {
  /** The value another cell's formula writes into this empty cell, or null. */
  at(sheet: number, row: number, column: number): CellValue
  /** How far a sheet holds anything, spilled cells included. */
  extent(sheet: number): Extent
  /** Call at every write, with the sheets that may show something else for it; with none, all may. */
  changed(sheets?: ReadonlySet<number>): void
}

/** Which cells are filled by a neighbour's FILTER, SORT, ARRAYFORMULA… */
export function createSpills(book: BookView, cells: FormulaCells): Spills {
  const used = new Map<number, Extent>()
  const sources = new Map<number, readonly FormulaCell[]>()

  function usedOf(sheet: number): Extent {
    let extent = used.get(sheet)
    if (!extent) {
      extent = { rows: book.usedRows(sheet), columns: book.usedColumns(sheet) }
      used.set(sheet, extent)
    }
    return extent
  }

  /** The formulas of a sheet that may fill more than their own cell: few or none, so that asking them costs nothing. */
  function sourcesOf(sheet: number): readonly FormulaCell[] {
    const known = sources.get(sheet)
    if (known) return known
    const found: FormulaCell[] = []
    const { rows, columns } = usedOf(sheet)
    for (let row = 1; row <= rows; row += 1) {
      for (let column = 1; column <= columns; column += 1) {
        const input = book.input(sheet, row, column)
        if (!input || !('formula' in input)) continue
        const cell = cells.at(sheet, row, column, input.formula)
        if (cell.maySpill) found.push(cell)
      }
    }
    sources.set(sheet, found)
    return found
  }

  function at(sheet: number, row: number, column: number): CellValue {
    for (const source of sourcesOf(sheet)) {
      const down = row - source.row
      const right = column - source.column
      if (down < 0 || right < 0) continue
      const spill = cells.probe(source)
      if (spill && down < spill.rows && right < spill.columns) return spill.cells[down]?.[right] ?? null
    }
    return null
  }

  function extent(sheet: number): Extent {
    const own = usedOf(sheet)
    let { rows, columns } = own
    for (const source of sourcesOf(sheet)) {
      const spill = cells.probe(source)
      if (!spill) continue
      rows = Math.max(rows, source.row + spill.rows - 1)
      columns = Math.max(columns, source.column + spill.columns - 1)
    }
    return rows === own.rows && columns === own.columns ? own : { rows, columns }
  }

  return {
    at,
    extent,
    changed(sheets = new Set([...used.keys(), ...sources.keys()])) {
      for (const sheet of sheets) {
        used.delete(sheet)
        sources.delete(sheet)
      }
    },
  }
}

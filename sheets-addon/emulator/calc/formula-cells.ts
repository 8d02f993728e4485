import type { BookView } from './book-view.ts'
import { type CellValue, errors, type SheetLocale } from './cell-value.ts'
import type { Dependencies } from './dependencies.ts'
import type { Grid } from './matrix.ts'
import { type ReadFormula, readFormula } from './read-formula.ts'
import { rectangleFor } from './shape.ts'
import { nodesOf } from './syntax.ts'

/** A cell with a formula, and its result as of `version`. */
export interface FormulaCell extends ReadFormula {
  readonly sheet: number
  readonly row: number
  readonly column: number
  readonly formula: string
  /** Count of changes when `result` was computed. */
  version: number
  result: CellValue
  /** What it writes into the cells right and below, itself included. */
  spill: Grid | undefined
  /** Position among the cells being computed, undefined when it is not. */
  depth: number | undefined
  isCircular: boolean
  /** Its spill could not be asked for while this cell was being computed. */
  blockedBy: FormulaCell | undefined
}

export interface Outcome {
  readonly result: CellValue
  readonly spill: Grid | undefined
}

export interface FormulaCells {
  at(sheet: number, row: number, column: number, formula: string): FormulaCell
  compute(cell: FormulaCell): CellValue
  /** What `cell` spills, or undefined also when that cannot be told without going in a circle. */
  probe(cell: FormulaCell): Grid | undefined
}

/** Beyond this many cells waiting for one another, the chain is walked with a list instead of the call stack. */
const DEEP = 100
const COLUMNS = 20_000

class Blocked extends Error {
  readonly by: FormulaCell
  constructor(by: FormulaCell) {
    super('blocked')
    this.by = by
  }
}

/** Formulas are computed when they are read, once per write; a cell that needs itself, directly or not, is `#REF!`. */
export function createFormulaCells(
  book: BookView,
  locale: SheetLocale,
  dependencies: Dependencies,
  evaluate: (cell: FormulaCell) => Outcome,
): FormulaCells {
  const bySheet = new Map<number, Map<number, FormulaCell>>()
  const waiting: FormulaCell[] = []
  const { isFresh } = dependencies
  /** Cells below this depth were waiting before the spill now probed: meeting one ends the probe. */
  let floor = 0

  function at(sheet: number, row: number, column: number, formula: string): FormulaCell {
    let cells = bySheet.get(sheet)
    if (!cells) {
      cells = new Map()
      bySheet.set(sheet, cells)
    }
    const known = cells.get(row * COLUMNS + column)
    if (known?.formula === formula) return known
    const cell: FormulaCell = {
      sheet,
      row,
      column,
      formula,
      ...readFormula(formula, row, locale),
      version: 0,
      result: null,
      spill: undefined,
      depth: undefined,
      isCircular: false,
      blockedBy: undefined,
    }
    cells.set(row * COLUMNS + column, cell)
    dependencies.met(cell)
    return cell
  }

  function compute(cell: FormulaCell): CellValue {
    if (isFresh(cell)) return cell.result
    if (cell.depth !== undefined) return circle(cell, cell.depth)
    if (waiting.length >= DEEP) computeChainBefore(cell)
    if (isFresh(cell)) return cell.result
    cell.depth = waiting.push(cell) - 1
    try {
      const outcome = evaluate(cell)
      settle(cell, cell.isCircular ? { result: errors.reference, spill: undefined } : outcome)
      return cell.result
    } finally {
      waiting.pop()
      cell.depth = undefined
      cell.isCircular = false
    }
  }

  function settle(cell: FormulaCell, { result, spill }: Outcome): void {
    cell.result = result
    cell.spill = spill
    cell.version = dependencies.count()
  }

  function circle(cell: FormulaCell, depth: number): CellValue {
    if (depth < floor) throw new Blocked(cell)
    for (const member of waiting.slice(depth)) member.isCircular = true
    return errors.reference
  }

  function probe(cell: FormulaCell): Grid | undefined {
    if (isFresh(cell)) return cell.spill
    if (cell.depth !== undefined || cell.blockedBy?.depth !== undefined) return undefined
    const outer = floor
    floor = waiting.length
    try {
      compute(cell)
      return cell.spill
    } catch (problem) {
      if (!(problem instanceof Blocked)) throw problem
      cell.blockedBy = problem.by
      return undefined
    } finally {
      floor = outer
    }
  }

  /** A running balance of 5 000 rows, read from its end, must not nest 5 000 calls: the cells it needs are computed first. */
  function computeChainBefore(last: FormulaCell): void {
    const path = [last]
    const onPath = new Set(path)
    for (let cell = path.at(-1); cell; cell = path.at(-1)) {
      const next = [...precedents(cell)].find((needed) => !isFresh(needed) && needed.depth === undefined)
      if (next && onPath.has(next)) {
        for (const member of path.slice(path.indexOf(next))) {
          settle(member, { result: errors.reference, spill: undefined })
        }
      } else if (next) {
        path.push(next)
        onPath.add(next)
        continue
      } else if (cell !== last) {
        compute(cell)
      }
      path.pop()
      onPath.delete(cell)
    }
  }

  function* precedents(cell: FormulaCell): Generator<FormulaCell> {
    for (const node of nodesOf(cell.node)) {
      if (node.kind !== 'reference' || !node.single) continue
      const sheet = node.sheet === undefined ? cell.sheet : book.sheetId(node.sheet)
      if (sheet === undefined) continue
      const { top, left } = rectangleFor(node, cell.row)
      const input = book.input(sheet, top, left)
      if (input && 'formula' in input) yield at(sheet, top, left, input.formula)
    }
  }

  return {
    at,
    compute,
    probe,
  }
}

/** Reading and rewriting rectangles of an immutable grid. Rows and columns from 1; untouched rows are shared. */
import type { Box, Grid } from './book.ts'

export function cellAt<Cell>(grid: Grid<Cell>, row: number, column: number): Cell | undefined {
  return grid[row - 1]?.[column - 1]
}

/** `value(old, i, j)` for every cell of the box, i and j from 0. The same grid when nothing changes: a formula written again
 *  as it was leaves all that was computed. */
export function mapBox<Cell>(
  grid: Grid<Cell>,
  box: Box,
  value: (old: Cell | undefined, i: number, j: number) => Cell | undefined,
): Grid<Cell> {
  let next: (readonly (Cell | undefined)[] | undefined)[] | undefined
  for (let i = 0; i < box.rows; i++) {
    const index = box.row - 1 + i
    const old = grid[index]
    const row = old ? old.slice() : []
    let touched = false
    for (let j = 0; j < box.columns; j++) {
      const at = box.column - 1 + j
      const before = row[at]
      const after = value(before, i, j)
      if (after === before || isSameFormula(before, after)) continue
      while (row.length < at) row.push(undefined)
      row[at] = after
      touched = true
    }
    if (!touched) continue
    next ??= grid.slice()
    while (next.length < index) next.push(undefined)
    next[index] = row
  }
  return next ?? grid
}

function isSameFormula(before: unknown, after: unknown): boolean {
  return (
    typeof before === 'object' &&
    typeof after === 'object' &&
    before !== null &&
    after !== null &&
    'formula' in before &&
    'formula' in after &&
    before.formula === after.formula
  )
}

export function insertLanes<Cell>(lanes: readonly Cell[], before: number, count: number, fresh: Cell): readonly Cell[] {
  if (lanes.length < before) return lanes
  return [...lanes.slice(0, before - 1), ...Array.from({ length: count }, () => fresh), ...lanes.slice(before - 1)]
}

export function deleteLanes<Cell>(lanes: readonly Cell[], first: number, count: number): readonly Cell[] {
  return lanes.length < first ? lanes : [...lanes.slice(0, first - 1), ...lanes.slice(first - 1 + count)]
}

/** Takes `count` lanes from `first` and sets them down before `before` (numbers before the move). */
export function moveLanes<Cell>(
  lanes: readonly Cell[],
  first: number,
  count: number,
  before: number,
  size: number,
  empty: Cell,
): readonly Cell[] {
  const whole = Array.from({ length: size }, (_, index) => lanes[index] ?? empty)
  const moved = whole.splice(first - 1, count)
  whole.splice(before > first ? before - 1 - count : before - 1, 0, ...moved)
  return whole
}

interface Extent {
  readonly rows: number
  readonly columns: number
}
const extents = new WeakMap<object, Extent>()

/** The last row and column that hold something. A formula that shows "" counts (ground truth 14). */
export function extentOf(contents: Grid<unknown>): Extent {
  const known = extents.get(contents)
  if (known) return known
  let rows = 0
  let columns = 0
  for (let i = 0; i < contents.length; i++) {
    const row = contents[i]
    if (!row) continue
    let last = row.length
    while (last > 0 && row[last - 1] === undefined) last--
    if (last > 0) rows = i + 1
    if (last > columns) columns = last
  }
  const extent = { rows, columns }
  extents.set(contents, extent)
  return extent
}

import { type CellValue, errors } from './cell-value.ts'
import type { Reading } from './evaluation.ts'
import { type Grid, grid, isMatrix, type Value } from './matrix.ts'

type Reader = (row: number, column: number) => CellValue

/** Applies a function of cells to matrices, cell by cell; one row, one column or one value is repeated as far as needed. */
export function broadcast(
  values: readonly Value[],
  reading: Pick<Reading, 'flat'>,
  apply: (cells: readonly CellValue[]) => CellValue,
): Grid {
  const readers = values.map((value) => readerOf(value, reading))
  const rows = Math.max(...values.map((value) => (isMatrix(value) ? value.rows : 1)))
  const columns = Math.max(...values.map((value) => (isMatrix(value) ? value.columns : 1)))
  return grid(
    Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (_, column) => apply(readers.map((read) => read(row, column)))),
    ),
  )
}

function readerOf(value: Value, reading: Pick<Reading, 'flat'>): Reader {
  if (!isMatrix(value)) return () => value
  const cells = reading.flat(value)
  const whole = value.kind === 'area' ? value : { wholeRows: value.rows, wholeColumns: value.columns }
  return (row, column) => {
    const r = whole.wholeRows === 1 ? 0 : row
    const c = whole.wholeColumns === 1 ? 0 : column
    if (r >= whole.wholeRows || c >= whole.wholeColumns) return errors.notAvailable
    // Within what the formula wrote, beyond what the sheet holds: empty.
    return r < value.rows && c < value.columns ? (cells[r * value.columns + c] ?? null) : null
  }
}

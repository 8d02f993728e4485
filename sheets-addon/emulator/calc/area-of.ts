import type { Area } from './matrix.ts'
import type { Rectangle } from './references.ts'

export interface Extent {
  readonly rows: number
  readonly columns: number
}

/** The rectangle as it lies on a sheet that is filled as far as `extent`. */
export function areaOn(sheet: number, { top, left, bottom, right }: Rectangle, extent: Extent): Area {
  return {
    kind: 'area',
    sheet,
    top,
    left,
    rows: Math.max(0, Math.min(bottom, extent.rows) - top + 1),
    columns: Math.max(0, Math.min(right, extent.columns) - left + 1),
    wholeRows: bottom - top + 1,
    wholeColumns: right - left + 1,
  }
}

/** A tab without its cells: sizes, what is hidden, groups, filter, protections, charts. */
import type { ScreenAccess, stored } from '../emulator/index.ts'
import { chartsOf } from './charts.ts'
import type { Axis, Group, Run, SheetShape } from './protocol.ts'
import { rowHeights } from './row-heights.ts'
import { COLUMN_WIDTH } from './sizes.ts'

export function shapeOf(screen: ScreenAccess, sheet: stored.Sheet): SheetShape {
  const extent = screen.extent(sheet)
  const { filter } = sheet
  return {
    id: sheet.id,
    name: sheet.name,
    rows: sheet.maxRows,
    columns: sheet.maxColumns,
    lastRow: extent.rows,
    lastColumn: extent.columns,
    frozenRows: sheet.frozenRows,
    widths: Array.from({ length: sheet.maxColumns }, (_, index) => sheet.columns[index]?.size ?? COLUMN_WIDTH),
    heights: rowHeights(screen, sheet),
    hiddenRows: runsOf(sheet.rows, isHidden),
    hiddenColumns: runsOf(sheet.columns, isHidden),
    groups: [...groupsOf(sheet, 'columns'), ...groupsOf(sheet, 'rows')],
    ...(filter ? { filter: { box: filter.box, columns: Object.keys(filter.criteria).map(Number) } } : {}),
    merges: sheet.merges,
    warned: sheet.protections
      .filter(({ warningOnly }) => warningOnly)
      .map(({ box, description }) => ({ box, description })),
    filled: filledRuns(sheet),
    charts: chartsOf(screen, sheet),
    isPlain: sheet.hiddenGridlines,
  }
}

const isHidden = (lane: stored.Lane | undefined): boolean =>
  lane?.hidden === true || lane?.filtered === true || (lane?.folded === true && (lane.depth ?? 0) > 0)

function runsOf<Item>(items: readonly Item[], holds: (item: Item) => boolean): Run[] {
  const runs: Run[] = []
  let first = 0
  for (const [index, item] of items.entries()) {
    const is = holds(item)
    if (is && first === 0) first = index + 1
    if (!is && first > 0) {
      runs.push([first, index])
      first = 0
    }
  }
  if (first > 0) runs.push([first, items.length])
  return runs
}

function groupsOf(sheet: stored.Sheet, axis: Axis): Group[] {
  const lanes = sheet[axis]
  const deepest = lanes.reduce((depth, lane) => Math.max(depth, lane?.depth ?? 0), 0)
  return Array.from({ length: deepest }, (_, index) => index + 1).flatMap((depth) =>
    runsOf(lanes, (lane) => (lane?.depth ?? 0) >= depth).map(
      ([first, last]): Group => ({
        axis,
        first,
        last,
        depth,
        isFolded: lanes[first - 1]?.folded === true,
        toggle: sheet.groupToggle[axis] === 'BEFORE' ? first - 1 : last + 1,
      }),
    ),
  )
}

const knownRuns = new WeakMap<object, readonly (readonly Run[])[]>()

/** A formula that shows nothing counts, as it does for `getLastRow` (ground truth 14). */
function filledRuns({ contents, maxColumns }: stored.Sheet): readonly (readonly Run[])[] {
  const known = knownRuns.get(contents)
  if (known?.length === maxColumns) return known
  const runs = Array.from({ length: maxColumns }, (_, column) => runsOf(contents, (row) => row?.[column] !== undefined))
  knownRuns.set(contents, runs)
  return runs
}

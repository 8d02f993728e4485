/** Groups of rows and columns: depth, folding, where the toggle stands (ground truth §1). */
import { type Area, type Sheet, withSheet } from './book.ts'
import { service } from './call.ts'
import { exception } from './errors.ts'
import type { Execution } from './execution.ts'
import { needs } from './scopes.ts'
import { sheetFor } from './sheet-access.ts'
import { checkLanes, laneOf, withLanes } from './sheet-calls.ts'
import type { Axis } from './shift.ts'

const { counted } = service('SpreadsheetApp', needs.thisSpreadsheet)

const change = ({ workspace }: Execution, id: number, by: (sheet: Sheet) => Sheet): void =>
  workspace.change((book) => withSheet(book, id, by))

/** Depth of the deepest group that a lane is in. */
export function regroup(sheet: Sheet, axis: Axis, first: number, count: number, delta: number): Sheet {
  // Believed: a toggle before column A has no place (ground truth §1).
  if (sheet.groupToggle[axis] === 'BEFORE' && first === 1 && delta > 0) {
    throw exception('Cannot group the first lane when the toggle is before the group.')
  }
  return withLanes(sheet, axis, first, count, (lane) => ({
    ...lane,
    depth: Math.min(8, Math.max(0, (lane.depth ?? 0) + delta)),
  }))
}

/** The run of lanes at `depth` or deeper around `index`. */
function groupAround(sheet: Sheet, axis: Axis, index: number, depth: number): { first: number; count: number } {
  const deep = (lane: number) => (laneOf(sheet, axis, lane).depth ?? 0) >= depth
  if (depth < 1 || !deep(index)) throw exception('A group does not exist with the given index and depth.')
  let first = index
  while (first > 1 && deep(first - 1)) first--
  let last = index
  while (deep(last + 1)) last++
  return { first, count: last - first + 1 }
}

export const groupCalls = {
  'Sheet.getGroupToggle': counted(
    (execution: Execution, id: number, axis: Axis) => sheetFor(execution, id).groupToggle[axis],
  ),
  'Sheet.setGroupToggle': counted((execution: Execution, id: number, axis: Axis, position: 'BEFORE' | 'AFTER') => {
    change(execution, id, (sheet) => ({ ...sheet, groupToggle: { ...sheet.groupToggle, [axis]: position } }))
  }),
  'Sheet.getGroupDepth': counted((execution: Execution, id: number, axis: Axis, index: number) => {
    checkLanes(execution, id, axis, index, 1)
    return laneOf(sheetFor(execution, id), axis, index).depth ?? 0
  }),
  /** Throws when there is none. */
  'Sheet.getGroup': counted((execution: Execution, id: number, axis: Axis, index: number, depth: number) =>
    groupAround(sheetFor(execution, id), axis, index, depth),
  ),
  'Sheet.setGroupFolded': counted(
    (execution: Execution, id: number, axis: Axis, index: number, depth: number, folded: boolean) => {
      const { first, count } = groupAround(sheetFor(execution, id), axis, index, depth)
      change(execution, id, (sheet) => withLanes(sheet, axis, first, count, (lane) => ({ ...lane, folded })))
    },
  ),
  'Sheet.isGroupFolded': counted((execution: Execution, id: number, axis: Axis, index: number) => {
    return laneOf(sheetFor(execution, id), axis, index).folded === true
  }),
  'Sheet.setAllGroupsFolded': counted((execution: Execution, id: number, axis: Axis, folded: boolean) => {
    change(execution, id, (sheet) => ({
      ...sheet,
      [axis]: sheet[axis].map((lane) => ((lane?.depth ?? 0) > 0 ? { ...lane, folded } : lane)),
    }))
  }),
  /** No effect beyond 0 and 8; twice nests twice. */
  'Range.shiftGroupDepth': counted((execution: Execution, area: Area, axis: Axis, delta: number) => {
    const [first, count] = axis === 'rows' ? [area.row, area.rows] : [area.column, area.columns]
    change(execution, area.sheet, (sheet) => regroup(sheet, axis, first, count, delta))
  }),
}

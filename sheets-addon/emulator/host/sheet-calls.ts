/** Sheet: size, rows and columns, widths, frozen lanes, sorting, copying inside the tab. */
import { type Area, type Book, type Box, type Lane, type Sheet, withSheet } from './book.ts'
import { service } from './call.ts'
import { type CopyKind, copyArea } from './copying.ts'
import { exception } from './errors.ts'
import type { Execution } from './execution.ts'
import { mapBox } from './grid.ts'
import { editLanes } from './lanes.ts'
import { type SortKey, sortRows } from './ordering.ts'
import { assertMayEdit, overlaps } from './protection.ts'
import { raiseLate, readArea, scriptValue } from './range-calls.ts'
import { needs } from './scopes.ts'
import { checkedArea, sheetFor, todayIn } from './sheet-access.ts'
import type { Axis, Edit } from './shift.ts'
import { createTypist, type ScriptValue } from './typing.ts'

const { counted, free } = service('SpreadsheetApp', needs.thisSpreadsheet)

const extent = (execution: Execution, id: number) =>
  execution.world.evaluator.extent(execution.workspace.book(), sheetFor(execution, id))

const change = ({ workspace }: Execution, id: number, by: (sheet: Sheet) => Sheet): void =>
  workspace.change((book) => withSheet(book, id, by))

/** Google's limits page. */
const CELLS_PER_FILE = 10_000_000

function checkCells(book: Book): void {
  const cells = book.sheets.reduce((sum, sheet) => sum + sheet.maxRows * sheet.maxColumns, 0)
  if (cells > CELLS_PER_FILE)
    throw exception('This action would increase the number of cells in the workbook above the limit of 10000000 cells.')
}

function editAxis(execution: Execution, id: number, edit: Edit): void {
  sheetFor(execution, id)
  const next = editLanes(execution.workspace.book(), id, edit)
  checkCells(next)
  execution.workspace.change((book) => editLanes(book, id, edit), next)
}

/** Changes the lanes `first … first + count - 1` (from 1). */
export function withLanes(sheet: Sheet, axis: Axis, first: number, count: number, by: (lane: Lane) => Lane): Sheet {
  const lanes = sheet[axis].slice()
  for (let index = first - 1; index < first - 1 + count; index++) {
    while (lanes.length < index) lanes.push(undefined)
    lanes[index] = by(lanes[index] ?? {})
  }
  return { ...sheet, [axis]: lanes }
}

export const laneOf = (sheet: Sheet, axis: Axis, index: number): Lane => sheet[axis][index - 1] ?? {}
const defaultSize = { rows: 21, columns: 100 } as const

export function checkLanes(execution: Execution, id: number, axis: Axis, first: number, count: number): void {
  const sheet = sheetFor(execution, id)
  const size = axis === 'rows' ? sheet.maxRows : sheet.maxColumns
  if (first < 1 || count < 1 || first + count - 1 > size) throw exception(`Those ${axis} are out of bounds.`)
}

export const sheetCalls = {
  'Sheet.area': free(
    (execution: Execution, id: number, row: number, column: number, rows: number, columns: number): Area =>
      checkedArea(sheetFor(execution, id), row, column, rows, columns),
  ),
  /** For the fakes themselves, which must know whole rows and columns. */
  'Sheet.size': free((execution: Execution, id: number) => {
    const { maxRows, maxColumns } = sheetFor(execution, id)
    return { rows: maxRows, columns: maxColumns }
  }),
  'Sheet.getSize': counted((execution: Execution, id: number) => {
    const { maxRows, maxColumns } = sheetFor(execution, id)
    return { rows: maxRows, columns: maxColumns }
  }),
  /** A formula that shows "" counts, a checkbox's FALSE too (ground truth 14). */
  'Sheet.getExtent': counted((execution: Execution, id: number) => {
    raiseLate(execution)
    return extent(execution, id)
  }),
  'Sheet.getDataArea': counted((execution: Execution, id: number): Area => {
    raiseLate(execution)
    const { rows, columns } = extent(execution, id)
    return { sheet: id, row: 1, column: 1, rows: Math.max(1, rows), columns: Math.max(1, columns) }
  }),
  // -1 is the last row or column with content: `getSheetValues(1, 1, -1, -1)` reads a sheet in one trip.
  'Sheet.getSheetValues': counted(
    (execution: Execution, id: number, row: number, column: number, rows: number, columns: number) => {
      const used = extent(execution, id)
      const area = {
        sheet: id,
        row,
        column,
        rows: rows === -1 ? Math.max(1, used.rows - row + 1) : rows,
        columns: columns === -1 ? Math.max(1, used.columns - column + 1) : columns,
      }
      return readArea(execution, area, scriptValue(execution))
    },
  ),
  'Sheet.appendRow': counted((execution: Execution, id: number, values: readonly ScriptValue[]) => {
    raiseLate(execution)
    if (values.length === 0) throw exception("The parameters don't match the method signature for Sheet.appendRow.")
    const today = todayIn(execution)
    const { evaluator } = execution.world
    const append = (book: Book): Book =>
      withSheet(book, id, (sheet) => {
        const row = evaluator.extent(book, sheet).rows + 1
        const area = { row, column: 1, rows: 1, columns: values.length }
        const typist = createTypist(book, today)
        const filled = values.map((value, j) => typist.fill(value, sheet.dresses[row - 1]?.[j]))
        return {
          ...sheet,
          maxRows: Math.max(sheet.maxRows, row),
          maxColumns: Math.max(sheet.maxColumns, values.length),
          contents: mapBox(sheet.contents, area, (_, __, j) => filled[j]?.content),
          dresses: mapBox(sheet.dresses, area, (_, __, j) => filled[j]?.dress),
        }
      })
    const last = extent(execution, id).rows
    assertMayEdit(execution, { sheet: id, row: last + 1, column: 1, rows: 1, columns: values.length })
    execution.workspace.change(append)
  }),
  'Sheet.insertLanes': counted(
    (execution: Execution, id: number, axis: Axis, at: number, count: number, inherit: 'before' | 'after') =>
      editAxis(execution, id, { kind: 'insert', axis, at, count, inherit }),
  ),
  'Sheet.deleteLanes': counted((execution: Execution, id: number, axis: Axis, at: number, count: number) =>
    editAxis(execution, id, { kind: 'delete', axis, at, count }),
  ),
  'Sheet.moveLanes': counted(
    (execution: Execution, id: number, axis: Axis, at: number, count: number, before: number) =>
      editAxis(execution, id, { kind: 'move', axis, at, count, before }),
  ),
  'Sheet.setLaneSize': counted(
    (execution: Execution, id: number, axis: Axis, first: number, count: number, size: number) => {
      checkLanes(execution, id, axis, first, count)
      change(execution, id, (sheet) => withLanes(sheet, axis, first, count, (lane) => ({ ...lane, size })))
    },
  ),
  'Sheet.getLaneSize': counted((execution: Execution, id: number, axis: Axis, index: number) => {
    checkLanes(execution, id, axis, index, 1)
    return laneOf(sheetFor(execution, id), axis, index).size ?? defaultSize[axis]
  }),
  'Sheet.setLaneHidden': counted(
    (execution: Execution, id: number, axis: Axis, first: number, count: number, hidden: boolean) => {
      checkLanes(execution, id, axis, first, count)
      change(execution, id, (sheet) => withLanes(sheet, axis, first, count, (lane) => ({ ...lane, hidden })))
    },
  ),
  'Sheet.isLaneHidden': counted(
    (execution: Execution, id: number, axis: Axis, index: number, why: 'user' | 'filter') => {
      const lane = laneOf(sheetFor(execution, id), axis, index)
      return (why === 'user' ? lane.hidden : lane.filtered) === true
    },
  ),
  'Sheet.setFrozen': counted((execution: Execution, id: number, axis: Axis, count: number) => {
    const { maxRows, maxColumns } = sheetFor(execution, id)
    if (count < 0 || count > (axis === 'rows' ? maxRows : maxColumns) - 1)
      throw exception(`You can't freeze all visible ${axis} on the sheet.`)
    change(execution, id, (sheet) => ({ ...sheet, [axis === 'rows' ? 'frozenRows' : 'frozenColumns']: count }))
  }),
  'Sheet.getFrozen': counted((execution: Execution, id: number, axis: Axis) => {
    const { frozenRows, frozenColumns } = sheetFor(execution, id)
    return axis === 'rows' ? frozenRows : frozenColumns
  }),
  'Sheet.getTrait': counted(
    (execution: Execution, id: number, key: 'hidden' | 'tabColor' | 'hiddenGridlines') => sheetFor(execution, id)[key],
  ),
  'Sheet.setTrait': counted(
    (execution: Execution, id: number, key: 'tabColor' | 'hiddenGridlines', value: string | boolean | null) => {
      sheetFor(execution, id)
      change(execution, id, (sheet) => ({ ...sheet, [key]: value }))
    },
  ),
  'Sheet.sort': counted((execution: Execution, id: number, key: SortKey) => {
    const sheet = sheetFor(execution, id)
    const rows = extent(execution, id).rows - sheet.frozenRows
    if (rows < 1) return
    sortArea(execution, { sheet: id, row: sheet.frozenRows + 1, column: 1, rows, columns: sheet.maxColumns }, [key])
  }),
  'Range.sort': counted(sortArea),

  'Range.merge': counted((execution: Execution, area: Area) => {
    assertMayEdit(execution, area)
    change(execution, area.sheet, (sheet) => ({
      ...sheet,
      merges: [...sheet.merges.filter((box) => !overlaps(box, area)), boxOf(area)],
      // Only the first cell keeps its content.
      contents: mapBox(sheet.contents, area, (old, i, j) => (i === 0 && j === 0 ? old : undefined)),
    }))
  }),
  'Range.breakApart': counted((execution: Execution, areas: readonly Area[]) => {
    for (const area of areas)
      change(execution, area.sheet, (sheet) => ({
        ...sheet,
        merges: sheet.merges.filter((box) => !overlaps(box, area)),
      }))
  }),
  'Range.getMerges': counted((execution: Execution, area: Area): readonly Area[] =>
    sheetFor(execution, area.sheet)
      .merges.filter((box) => overlaps(box, area))
      .map((box) => ({ sheet: area.sheet, ...box })),
  ),
  'Range.copyTo': counted((execution: Execution, from: Area, to: Area, kind: CopyKind) => {
    assertMayEdit(execution, to)
    const { evaluator } = execution.world
    execution.workspace.change((book) => copyArea(book, from, to, kind, evaluator))
  }),
}

const boxOf = ({ row, column, rows, columns }: Area): Box => ({ row, column, rows, columns })

function sortArea(execution: Execution, area: Area, keys: readonly SortKey[]): void {
  for (const { column } of keys) {
    if (column < area.column || column >= area.column + area.columns)
      throw exception(`Column ${column} is out of the range to sort.`)
  }
  assertMayEdit(execution, area)
  const { evaluator } = execution.world
  execution.workspace.change((book) => sortRows(book, area, keys, evaluator))
}

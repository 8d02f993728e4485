/** Rows and columns inserted, deleted or moved: cells, lanes, formulas everywhere and all that stands on them follow. */
import { type Book, type Dress, type Grid, type Lane, type Lanes, type Sheet, withSheet } from './book.ts'
import { dressed } from './dress.ts'
import { exception } from './errors.ts'
import { afterEdit } from './formula-moves.ts'
import { deleteLanes, insertLanes, moveLanes } from './grid.ts'
import { type Axis, type Edit, shiftBook, shiftSheet } from './shift.ts'

const sizeOf = (sheet: Sheet, axis: Axis): number => (axis === 'rows' ? sheet.maxRows : sheet.maxColumns)

function rearrange<T>(lanes: readonly T[], edit: Edit, size: number, empty: T): readonly T[] {
  if (edit.kind === 'insert') return insertLanes(lanes, edit.at, edit.count, empty)
  if (edit.kind === 'delete') return deleteLanes(lanes, edit.at, edit.count)
  return moveLanes(lanes, edit.at, edit.count, edit.before, size, empty)
}

function rearrangeGrid<Cell>(grid: Grid<Cell>, edit: Edit, sheet: Sheet): Grid<Cell> {
  if (edit.axis === 'rows') return rearrange(grid, edit, sheet.maxRows, undefined)
  return grid.map((row) => row && rearrange(row, edit, sheet.maxColumns, undefined))
}

/** New lanes take the neighbour's format and validation, no content, formula or note (id:70151285550; K). */
function inherit(dresses: Grid<Dress>, edit: Edit): Grid<Dress> {
  if (edit.kind !== 'insert') return dresses
  const model = edit.inherit === 'before' ? edit.at - 1 : edit.at + edit.count
  if (model < 1) return dresses
  const bare = (dress: Dress | undefined) => (dress?.note === undefined ? dress : dressed(dress, { note: undefined }))
  const fresh = Array.from({ length: edit.count }, (_, i) => edit.at - 1 + i)
  if (edit.axis === 'rows') {
    const row = dresses[model - 1]?.map(bare)
    if (!row) return dresses
    const next = dresses.slice()
    for (const index of fresh) {
      while (next.length < index) next.push(undefined)
      next[index] = row
    }
    return next
  }
  return dresses.map((row) => {
    const dress = bare(row?.[model - 1])
    if (!row || dress === undefined) return row
    const next = row.slice()
    for (const index of fresh) {
      while (next.length < index) next.push(undefined)
      next[index] = dress
    }
    return next
  })
}

/** A new lane is in the group of its neighbours on both sides, shown, and as high or wide. */
function inheritLane(lanes: Lanes, edit: Edit): Lanes {
  if (edit.kind !== 'insert') return lanes
  const before: Lane = lanes[edit.at - 2] ?? {}
  const after: Lane = lanes[edit.at - 1 + edit.count] ?? {}
  const { size } = edit.inherit === 'before' ? before : after
  const depth = Math.min(before.depth ?? 0, after.depth ?? 0)
  if (size === undefined && depth === 0) return lanes
  const next = lanes.slice()
  for (let index = edit.at - 1; index < edit.at - 1 + edit.count; index++) {
    while (next.length < index) next.push(undefined)
    next[index] = { ...(size === undefined ? {} : { size }), ...(depth === 0 ? {} : { depth }) }
  }
  return next
}

export function editLanes(book: Book, sheetId: number, edit: Edit): Book {
  const edited = book.sheets.find(({ id }) => id === sheetId)
  if (!edited) throw exception(`Sheet ${sheetId} not found`)
  check(edited, edit)
  const grown = edit.kind === 'insert' ? edit.count : edit.kind === 'delete' ? -edit.count : 0
  const next = withSheet(shiftBook(book, sheetId, edit), sheetId, (sheet) => ({
    ...shiftSheet(sheet, edit),
    contents: rearrangeGrid(sheet.contents, edit, sheet),
    dresses: inherit(rearrangeGrid(sheet.dresses, edit, sheet), edit),
    maxRows: sheet.maxRows + (edit.axis === 'rows' ? grown : 0),
    maxColumns: sheet.maxColumns + (edit.axis === 'columns' ? grown : 0),
    frozenRows: edit.axis === 'rows' ? frozen(sheet.frozenRows, edit) : sheet.frozenRows,
    frozenColumns: edit.axis === 'columns' ? frozen(sheet.frozenColumns, edit) : sheet.frozenColumns,
    [edit.axis]: inheritLane(rearrange(sheet[edit.axis], edit, sizeOf(sheet, edit.axis), undefined), edit),
  }))
  return {
    ...next,
    sheets: next.sheets.map((sheet) => ({ ...sheet, contents: moveFormulas(sheet, edited.name, edit) })),
  }
}

function check(sheet: Sheet, { kind, axis, at, count }: Edit): void {
  const size = sizeOf(sheet, axis)
  if (count < 1) throw exception(`Invalid argument: how many ${axis}`)
  if (kind === 'insert') {
    if (at < 1 || at > size + 1) throw exception(`Those ${axis} are out of bounds.`)
    return
  }
  if (at < 1 || at + count - 1 > size) throw exception(`Those ${axis} are out of bounds.`)
  const fixed = axis === 'rows' ? sheet.frozenRows : sheet.frozenColumns
  const last = at + count - 1
  if (kind === 'delete' && at <= fixed + 1 && last >= size) {
    throw exception(`You can't delete all the ${axis === 'rows' ? 'rows' : 'columns'} that are not frozen.`)
  }
}

function frozen(count: number, edit: Edit): number {
  if (edit.kind === 'insert') return edit.at <= count ? count + edit.count : count
  if (edit.kind === 'delete') return count - Math.max(0, Math.min(count, edit.at + edit.count - 1) - edit.at + 1)
  return count
}

function moveFormulas(sheet: Sheet, editedName: string, edit: Edit): Sheet['contents'] {
  let changed = false
  const contents = sheet.contents.map((row) => {
    if (!row?.some((content) => typeof content === 'object' && 'formula' in content)) return row
    let touched = false
    const next = row.map((content) => {
      if (typeof content !== 'object' || !('formula' in content)) return content
      const formula = afterEdit(content.formula, sheet.name, editedName, edit)
      if (formula === content.formula) return content
      touched = true
      return { formula }
    })
    if (!touched) return row
    changed = true
    return next
  })
  return changed ? contents : sheet.contents
}

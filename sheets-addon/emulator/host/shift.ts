/** What stands on rows or columns follows when some are inserted, deleted or moved. */
import type { Book, Box, MetadataPlace, Sheet } from './book.ts'

export type Axis = 'rows' | 'columns'
export type Edit =
  | {
      readonly kind: 'insert'
      readonly axis: Axis
      readonly at: number
      readonly count: number
      readonly inherit: 'before' | 'after'
    }
  | { readonly kind: 'delete'; readonly axis: Axis; readonly at: number; readonly count: number }
  | { readonly kind: 'move'; readonly axis: Axis; readonly at: number; readonly count: number; readonly before: number }

/** Where lane `index` is after the edit; undefined when it is gone. */
export function newIndex(index: number, edit: Edit): number | undefined {
  const { at, count } = edit
  if (edit.kind === 'insert') return index >= at ? index + count : index
  if (edit.kind === 'delete') return index < at ? index : index < at + count ? undefined : index - count
  const target = edit.before > at ? edit.before - count : edit.before
  if (index >= at && index < at + count) return index - at + target
  const removed = index > at ? index - count : index
  return removed >= target ? removed + count : removed
}

/** Formats and rules also cover new lanes that take after an edge of theirs; references do not grow at their edges. */
type Edge = 'grows' | 'stays'

function span(start: number, size: number, edit: Edit, edge: Edge): { start: number; size: number } | undefined {
  const end = start + size - 1
  if (edit.kind === 'insert') {
    const atFirst = edge === 'grows' && edit.inherit === 'after' && edit.at === start
    const atLast = edge === 'grows' && edit.inherit === 'before' && edit.at === end + 1
    if (atFirst || atLast || (edit.at > start && edit.at <= end)) return { start, size: size + edit.count }
    return { start: edit.at <= start ? start + edit.count : start, size }
  }
  if (edit.kind === 'delete') {
    const last = edit.at + edit.count - 1
    const lost = Math.max(0, Math.min(end, last) - Math.max(start, edit.at) + 1)
    if (lost === size) return undefined
    const before = Math.max(0, Math.min(edit.count, start - edit.at))
    return { start: start - before, size: size - lost }
  }
  // A move: the span follows when all of it moved, else it keeps its place.
  const whole = edit.at <= start && end < edit.at + edit.count
  const first = newIndex(start, edit)
  const last = newIndex(end, edit)
  if (first === undefined || last === undefined) return undefined
  return whole || last - first === size - 1 ? { start: first, size } : { start, size }
}

export function shiftBox(box: Box, edit: Edit, edge: Edge = 'stays'): Box | undefined {
  if (edit.axis === 'rows') {
    const moved = span(box.row, box.rows, edit, edge)
    return moved && { ...box, row: moved.start, rows: moved.size }
  }
  const moved = span(box.column, box.columns, edit, edge)
  return moved && { ...box, column: moved.start, columns: moved.size }
}

const kept = <T extends { readonly box: Box }>(items: readonly T[], shift: (box: Box) => Box | undefined): T[] =>
  items.flatMap((item) => {
    const box = shift(item.box)
    return box ? [{ ...item, box }] : []
  })

/** All that a sheet keeps by position, except its cells and lanes. */
export function shiftSheet(sheet: Sheet, edit: Edit): Sheet {
  const format = (box: Box) => shiftBox(box, edit, 'grows')
  const reference = (box: Box) => shiftBox(box, edit)
  const filter = sheet.filter && reference(sheet.filter.box)
  return {
    ...sheet,
    merges: sheet.merges.flatMap((box) => reference(box) ?? []),
    protections: kept(sheet.protections, reference).map((protection) => ({
      ...protection,
      unprotected: protection.unprotected.flatMap((box) => reference(box) ?? []),
    })),
    conditionalRules: sheet.conditionalRules.flatMap((rule) => {
      const boxes = rule.boxes.flatMap((box) => format(box) ?? [])
      return boxes.length > 0 ? [{ ...rule, boxes }] : []
    }),
    bandings: kept(sheet.bandings, format),
    filter: sheet.filter && filter ? { box: filter, criteria: shiftCriteria(sheet.filter.criteria, edit) } : null,
    charts: sheet.charts.map((chart) => {
      if (!chart.position) return chart
      const row = edit.axis === 'rows' ? (newIndex(chart.position.row, edit) ?? edit.at) : chart.position.row
      const column =
        edit.axis === 'columns' ? (newIndex(chart.position.column, edit) ?? edit.at) : chart.position.column
      return { ...chart, position: { ...chart.position, row, column } }
    }),
  }
}

function shiftCriteria<T>(criteria: Readonly<Record<number, T>>, edit: Edit): Record<number, T> {
  if (edit.axis === 'rows') return { ...criteria }
  return Object.fromEntries(
    Object.entries(criteria).flatMap(([column, value]) => {
      const moved = newIndex(Number(column), edit)
      return moved === undefined ? [] : [[moved, value]]
    }),
  )
}

/** Named ranges, chart sources and developer metadata: metadata dies with its row (gas-fakes), sort does not move it. */
export function shiftBook(book: Book, sheetId: number, edit: Edit): Book {
  const reference = <T extends Box & { readonly sheet: number }>(area: T): T | undefined => {
    if (area.sheet !== sheetId) return area
    const box = shiftBox(area, edit)
    return box && { ...area, ...box }
  }
  return {
    ...book,
    namedRanges: book.namedRanges.flatMap((named) => {
      const area = reference(named.area)
      return area ? [{ ...named, area }] : []
    }),
    metadata: book.metadata.flatMap((entry) => {
      const where = shiftPlace(entry.where, sheetId, edit)
      return where ? [{ ...entry, where }] : []
    }),
    sheets: book.sheets.map((sheet) => ({
      ...sheet,
      charts: sheet.charts.map((chart) => ({ ...chart, areas: chart.areas.flatMap((area) => reference(area) ?? []) })),
    })),
  }
}

function shiftPlace(where: MetadataPlace, sheetId: number, edit: Edit): MetadataPlace | undefined {
  if (where.kind !== 'ROW' && where.kind !== 'COLUMN') return where
  const axis: Axis = where.kind === 'ROW' ? 'rows' : 'columns'
  if (where.sheet !== sheetId || axis !== edit.axis) return where
  const index = newIndex(where.index, edit)
  return index === undefined ? undefined : { ...where, index }
}

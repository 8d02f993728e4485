/** What a person does to the look of a tab: sizes, hidden lanes, folded groups, the filter. */
import type { FilterChoice } from '../types.ts'
import type { Book, Box, Lane, Sheet } from './book.ts'
import type { Evaluator } from './evaluator.ts'
import { applyFilter } from './filtering.ts'
import { withLanes } from './sheet-calls.ts'
import type { Axis } from './shift.ts'

export const resized = (sheet: Sheet, axis: Axis, first: number, count: number, size: number): Sheet =>
  withLanes(sheet, axis, first, count, (lane) => ({ ...lane, size }))

export const hidden = (sheet: Sheet, axis: Axis, first: number, count: number, isHidden: boolean): Sheet =>
  withLanes(sheet, axis, first, count, (lane) => ({ ...lane, hidden: isHidden }))

/** The group of this depth around the lane `at` folds or opens. */
export function folded(sheet: Sheet, axis: Axis, at: number, depth: number, isFolded: boolean): Sheet {
  const isDeep = (index: number): boolean => (sheet[axis][index - 1]?.depth ?? 0) >= depth
  if (!isDeep(at)) throw new Error(`no group of depth ${depth} at ${axis} ${at}`)
  let first = at
  while (first > 1 && isDeep(first - 1)) first--
  let last = at
  while (isDeep(last + 1)) last++
  return withLanes(sheet, axis, first, last - first + 1, (lane: Lane) => ({ ...lane, folded: isFolded }))
}

const allShown = (sheet: Sheet): Sheet => ({
  ...sheet,
  rows: sheet.rows.map((lane) => lane && { ...lane, filtered: false }),
})

/** `undefined` takes the filter away: every row is shown again. */
export const withFilter = (sheet: Sheet, box: Box | undefined): Sheet => ({
  ...allShown(sheet),
  filter: box ? { box, criteria: {} } : null,
})

export function withChoice(
  book: Book,
  sheet: Sheet,
  evaluator: Evaluator,
  { column, hiddenValues }: FilterChoice,
): Sheet {
  if (!sheet.filter) throw new Error(`no filter on ${sheet.name}`)
  const { [column]: _, ...others } = sheet.filter.criteria
  const criteria =
    hiddenValues.length === 0 ? others : { ...others, [column]: { hiddenValues, criteria: null, values: [] } }
  return applyFilter(book, { ...sheet, filter: { ...sheet.filter, criteria } }, evaluator)
}

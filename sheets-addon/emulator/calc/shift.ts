import { type CellError, errors, type SheetLocale } from './cell-value.ts'
import { type Corner, parseReference, type Reference, writeReference } from './references.ts'
import { tokenise } from './tokens.ts'

/** What happens to a formula, or around it. `own` is the name of the sheet the formula stands on. */
export type FormulaMove =
  /** Copied, filled or sorted to another cell: relative parts move along. */
  | { readonly kind: 'copy'; readonly rows: number; readonly columns: number }
  /** `count` rows or columns inserted before, or deleted from, position `at` of `sheet`. */
  | {
      readonly kind: 'insert' | 'delete'
      readonly of: 'rows' | 'columns'
      readonly sheet: string
      readonly own: string
      readonly at: number
      readonly count: number
    }
  | { readonly kind: 'rename-sheet'; readonly from: string; readonly to: string }
  | { readonly kind: 'delete-sheet'; readonly sheet: string }

/** The formula as it reads after the move. What pointed at something that is gone becomes `#REF!`. */
export function shiftFormula(formula: string, move: FormulaMove, locale: SheetLocale = 'fr_FR'): string {
  if (!formula.startsWith('=')) return formula
  const tokens = tokenise(formula.slice(1), locale)
  if (!tokens) return formula
  const moved = tokens.map(({ kind, source }) => {
    const reference = kind === 'reference' ? parseReference(source) : undefined
    if (!reference) return source
    const next = moveReference(reference, move)
    return next === reference ? source : 'error' in next ? next.error : writeReference(next)
  })
  return `=${moved.join('')}`
}

function moveReference(reference: Reference, move: FormulaMove): Reference | CellError {
  switch (move.kind) {
    case 'copy':
      return copied(reference, move.rows, move.columns)
    case 'insert':
    case 'delete':
      return isSameSheet(reference.sheet ?? move.own, move.sheet) ? cut(reference, move) : reference
    case 'rename-sheet':
      return isSameSheet(reference.sheet, move.from) ? { ...reference, sheet: move.to } : reference
    case 'delete-sheet':
      return isSameSheet(reference.sheet, move.sheet) ? errors.reference : reference
  }
}

const isSameSheet = (name: string | undefined, other: string): boolean => name?.toLowerCase() === other.toLowerCase()

function copied(reference: Reference, rows: number, columns: number): Reference | CellError {
  const shift = (at: Corner): Corner => ({
    ...at,
    row: at.row === undefined || at.rowFixed ? at.row : at.row + rows,
    column: at.column === undefined || at.columnFixed ? at.column : at.column + columns,
  })
  const from = shift(reference.from)
  const to = reference.to && shift(reference.to)
  const isGone = [from, to].some((at) => (at?.row ?? 1) < 1 || (at?.column ?? 1) < 1)
  return isGone ? errors.reference : { ...reference, from, to }
}

type Cut = Extract<FormulaMove, { kind: 'insert' | 'delete' }>

function cut(reference: Reference, move: Cut): Reference | CellError {
  const side = move.of === 'rows' ? 'row' : 'column'
  const first = reference.from[side]
  const last = reference.to?.[side]
  // Open on this side (`D:D` when rows move): nothing to adjust.
  if (first === undefined) return reference
  const span = reference.to ? cutSpan(first, last ?? Number.POSITIVE_INFINITY, move) : cutSpan(first, first, move)
  if (!span) return errors.reference
  return {
    ...reference,
    from: { ...reference.from, [side]: span[0] },
    to: reference.to && { ...reference.to, [side]: last === undefined ? undefined : span[1] },
  }
}

/** Insertions move what stands at or after them, and stretch a range they fall into; deletions shrink it, or end it. */
function cutSpan(first: number, last: number, { kind, at, count }: Cut): readonly [number, number] | undefined {
  if (kind === 'insert') return [first >= at ? first + count : first, last >= at ? last + count : last]
  const end = at + count
  if (first >= at && last < end) return undefined
  return [first < at ? first : Math.max(at, first - count), last < at ? last : last < end ? at - 1 : last - count]
}

import type { Rectangle, Reference } from './references.ts'

/**
 * What a formula filled down keeps: its text with the number of its own row left out, `=IF($A17="";…)` on row 17 and
 * `=IF($A18="";…)` on row 18. Texts in quotes and names of sheets are no references, `A$17` does not move, and a range with
 * one foot in the row (`A$4:A17`) changes its form from row to row: such a formula is its own shape.
 */
const piece =
  /"[^"]*"|'[^']*'|(?<![\p{L}\p{N}_.])(\$?[A-Z]{1,3})(\$?)(\d+)(?::(\$?[A-Z]{1,3})(?:(\$?)(\d+))?)?(?![\p{L}\p{N}_.!]|\s*\()/giu

export function shapeOf(formula: string, row: number): string {
  const own = String(row)
  let isMixed = false
  const shape = formula.replace(
    piece,
    (whole, from?: string, fixed?: string, first?: string, to?: string, toFixed?: string, last?: string) => {
      if (from === undefined) return whole
      const starts = fixed === '' && first === own
      const ends = toFixed === '' && last === own
      if (last !== undefined && starts !== ends) isMixed = true
      if (!starts) return whole
      return `${from}#${to === undefined ? '' : `:${to}${last === undefined ? '' : '#'}`}`
    },
  )
  return isMixed ? formula : shape
}

/** The reference lies in the formula's own row, wherever that is; an open end stays open. */
export const isOwnRow = ({ from, to }: Reference, row: number): boolean =>
  from.column !== undefined &&
  from.row === row &&
  !from.rowFixed &&
  (to?.row === undefined || (to.row === row && !to.rowFixed))

/** The cells that a reference means in a formula of this row. */
export function rectangleFor(
  { rectangle, ownRow }: { readonly rectangle: Rectangle; readonly ownRow?: true },
  row: number,
): Rectangle {
  if (!ownRow || rectangle.top === row) return rectangle
  return { ...rectangle, top: row, bottom: Number.isFinite(rectangle.bottom) ? row : rectangle.bottom }
}

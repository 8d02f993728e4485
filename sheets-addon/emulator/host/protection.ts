/** Who may edit what. One protection warns everyone, or blocks all but its editors and the owner (ground truth 15). */
import type { Area, Box, Sheet } from './book.ts'
import { exception } from './errors.ts'
import type { Execution } from './execution.ts'
import { sheetFor } from './sheet-access.ts'

export const overlaps = (a: Box, b: Box): boolean =>
  a.row < b.row + b.rows && b.row < a.row + a.rows && a.column < b.column + b.columns && b.column < a.column + a.columns

const inside = (a: Box, b: Box): boolean =>
  a.row >= b.row &&
  a.column >= b.column &&
  a.row + a.rows <= b.row + b.rows &&
  a.column + a.columns <= b.column + b.columns

/** Does a blocking protection keep this user, not the owner, out of the box? */
export function blocked(sheet: Sheet, box: Box, user: string): boolean {
  return sheet.protections.some((protection) => {
    if (protection.warningOnly || protection.editors.includes(user)) return false
    const whole = protection.kind === 'SHEET'
    if (!whole && !overlaps(protection.box, box)) return false
    return !(whole && protection.unprotected.some((free) => inside(box, free)))
  })
}

/** Scripts are stopped by a blocking protection of someone else, never by a warning. */
export function assertMayEdit(execution: Execution, area: Area): void {
  const { user, world } = execution
  if (user === world.owner || !blocked(sheetFor(execution, area.sheet), area, user)) return
  throw exception(
    'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
  )
}

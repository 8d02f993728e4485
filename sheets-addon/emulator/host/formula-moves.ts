/** References inside formulas when cells move. Only references are touched, the rest of the text stays as typed. */
import { shiftFormula } from '../calc/index.ts'
import { parseReference, writeReference } from '../calc/references.ts'
import { tokenise } from '../calc/tokens.ts'
import { type Edit, newIndex } from './shift.ts'

/** Rows or columns of `editedName` were inserted, deleted or moved; the formula stands in `ownName`. */
export function afterEdit(formula: string, ownName: string, editedName: string, edit: Edit): string {
  if (edit.kind === 'move') return afterMove(formula, ownName, editedName, edit)
  const { kind, axis, at, count } = edit
  return shiftFormula(formula, { kind, of: axis, sheet: editedName, own: ownName, at, count })
}

/** A range keeps its ends where they went: taking its last column elsewhere stretches or shrinks it, as in Sheets (K). */
function afterMove(formula: string, ownName: string, editedName: string, edit: Edit): string {
  const tokens = tokenise(formula.slice(1), 'fr_FR')
  if (!tokens) return formula
  const side = edit.axis === 'rows' ? 'row' : 'column'
  const moved = tokens.map(({ kind, source }) => {
    const reference = kind === 'reference' ? parseReference(source) : undefined
    if (!reference || (reference.sheet ?? ownName).toLowerCase() !== editedName.toLowerCase()) return source
    const follow = <Corner extends { readonly row: number | undefined; readonly column: number | undefined }>(
      at: Corner,
    ): Corner => {
      const index = at[side]
      return index === undefined ? at : { ...at, [side]: newIndex(index, edit) }
    }
    const from = follow(reference.from)
    const to = reference.to && follow(reference.to)
    const turned = to !== undefined && (to[side] ?? Number.POSITIVE_INFINITY) < (from[side] ?? 0)
    return writeReference({ ...reference, from: turned ? to : from, to: turned ? from : to })
  })
  return `=${moved.join('')}`
}

/** Copied, filled or sorted `rows` down and `columns` right: relative references follow. */
export const afterCopy = (formula: string, rows: number, columns: number): string =>
  shiftFormula(formula, { kind: 'copy', rows, columns })

export const afterRename = (formula: string, from: string, to: string): string =>
  shiftFormula(formula, { kind: 'rename-sheet', from, to })

export const afterSheetDeleted = (formula: string, sheet: string): string =>
  shiftFormula(formula, { kind: 'delete-sheet', sheet })

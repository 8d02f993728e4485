/** Clearing cells, and checkboxes: both act on several areas in one round trip. */
import { type Area, type Sheet, withSheet } from './book.ts'
import { service } from './call.ts'
import { dressed, once } from './dress.ts'
import { plainValue } from './evaluator.ts'
import type { Execution } from './execution.ts'
import { cellAt, mapBox } from './grid.ts'
import { assertMayEdit } from './protection.ts'
import { readArea } from './range-calls.ts'
import { needs } from './scopes.ts'

const { counted } = service('SpreadsheetApp', needs.thisSpreadsheet)

export const clearCalls = {
  /** `kinds`: what goes; everything for `clear()`. */
  'Range.clear': counted((execution: Execution, areas: readonly Area[], kinds: readonly ClearKind[]) => {
    for (const area of areas) {
      assertMayEdit(execution, area)
      execution.workspace.change((book) => withSheet(book, area.sheet, (sheet) => cleared(sheet, area, kinds)))
    }
  }),
  'Range.check': counted((execution: Execution, areas: readonly Area[], on: boolean) => {
    for (const area of areas) {
      assertMayEdit(execution, area)
      execution.workspace.change((book) => withSheet(book, area.sheet, (sheet) => ticked(sheet, area, on)))
    }
  }),
  /** Writes FALSE in all cells: they count as content from then on (Google's reference). */
  'Range.insertCheckboxes': counted(
    (execution: Execution, areas: readonly Area[], values: readonly (string | number | boolean)[]) => {
      for (const area of areas) {
        assertMayEdit(execution, area)
        const unchecked = values[1] ?? (values.length === 1 ? '' : false)
        execution.workspace.change((book) =>
          withSheet(book, area.sheet, (sheet) => ({
            ...sheet,
            contents: mapBox(sheet.contents, area, () => unchecked),
            dresses: mapBox(
              sheet.dresses,
              area,
              once((old) => dressed(old, { rule: { criteria: 'CHECKBOX', values, allowInvalid: false, help: null } })),
            ),
          })),
        )
      }
    },
  ),
  'Range.removeCheckboxes': counted((execution: Execution, areas: readonly Area[]) => {
    for (const area of areas) {
      assertMayEdit(execution, area)
      execution.workspace.change((book) =>
        withSheet(book, area.sheet, (sheet) => ({
          ...sheet,
          contents: mapBox(sheet.contents, area, (old, i, j) =>
            cellAt(sheet.dresses, area.row + i, area.column + j)?.rule?.criteria === 'CHECKBOX' ? undefined : old,
          ),
          dresses: mapBox(
            sheet.dresses,
            area,
            once((old) => (old?.rule?.criteria === 'CHECKBOX' ? dressed(old, { rule: undefined }) : old)),
          ),
        })),
      )
    }
  }),
  /** true, false, or null when mixed or when some cells have no box. */
  'Range.isChecked': counted((execution: Execution, area: Area) => {
    const states = readArea(execution, area, (_, sheet, row, column) => {
      const rule = cellAt(sheet.dresses, row, column)?.rule
      if (rule?.criteria !== 'CHECKBOX') return null
      return plainValue(cellAt(sheet.contents, row, column)) === (rule.values[0] ?? true)
    }).flat()
    return states.every((state) => state === states[0]) ? (states[0] ?? null) : null
  }),
}

export type ClearKind = 'contents' | 'formats' | 'notes' | 'validations'

function cleared(sheet: Sheet, area: Area, kinds: readonly ClearKind[]): Sheet {
  const gone = (kind: ClearKind): boolean => kinds.includes(kind)
  return {
    ...sheet,
    contents: gone('contents') ? mapBox(sheet.contents, area, () => undefined) : sheet.contents,
    dresses:
      gone('formats') || gone('notes') || gone('validations')
        ? mapBox(
            sheet.dresses,
            area,
            once((old) =>
              dressed(old, {
                ...(gone('formats') ? { format: undefined, look: undefined } : {}),
                ...(gone('notes') ? { note: undefined } : {}),
                ...(gone('validations') ? { rule: undefined } : {}),
              }),
            ),
          )
        : sheet.dresses,
  }
}

/** Only cells that hold the opposite value change (gas-fakes). */
function ticked(sheet: Sheet, area: Area, on: boolean): Sheet {
  return {
    ...sheet,
    contents: mapBox(sheet.contents, area, (old, i, j) => {
      const rule = cellAt(sheet.dresses, area.row + i, area.column + j)?.rule
      if (rule?.criteria !== 'CHECKBOX') return old
      const [checked = true, unchecked = false] = rule.values
      const target = on ? checked : unchecked
      return typeof target === 'object' ? old : target
    }),
  }
}

/** Spreadsheet: tabs, names, locale and zone, named ranges (ground truth §1). */
import { parseBox, splitSheet } from './a1.ts'
import { type Area, type Book, emptySheet, type NamedRange, type Sheet, sheetOf, withSheet } from './book.ts'
import { service } from './call.ts'
import { integer } from './chance.ts'
import { exception, strict } from './errors.ts'
import type { Execution } from './execution.ts'
import { afterRename, afterSheetDeleted } from './formula-moves.ts'
import { raiseLate } from './range-calls.ts'
import { needs } from './scopes.ts'
import { sheetFor } from './sheet-access.ts'
import { isZone } from './zone.ts'

const { counted, free } = service('SpreadsheetApp', needs.thisSpreadsheet)

const bookOf = ({ workspace }: Execution): Book => workspace.book()
const update = ({ workspace }: Execution, change: (book: Book) => Book): void => workspace.change(change)

/** What a Sheet object knows of itself. */
export interface SheetFacts {
  readonly id: number
  readonly name: string
  readonly index: number
}
export const factsOf = (book: Book, sheet: Sheet): SheetFacts => ({
  id: sheet.id,
  name: sheet.name,
  index: book.sheets.indexOf(sheet) + 1,
})

function active(execution: Execution): Sheet {
  const { context, world } = execution
  // enuchi#55: no one looks at a tab from a web app; by name only.
  if (context === 'web') throw exception('Please select an active sheet first.')
  const book = bookOf(execution)
  const sheet = (world.selection && sheetOf(book, world.selection.sheet)) ?? book.sheets[0]
  if (!sheet) throw new Error('a workbook without sheets')
  return sheet
}

function freshId(execution: Execution, book: Book): number {
  for (;;) {
    const id = integer(execution.world.chance, 2_000_000_000)
    if (!sheetOf(book, id)) return id
  }
}

function checkName(book: Book, name: string, self?: number): void {
  if (typeof name !== 'string' || name === '') throw exception('Invalid argument: name')
  if (name.length > 100) throw exception('The sheet name cannot be greater than 100 characters.')
  if (book.sheets.some((sheet) => sheet.id !== self && sheet.name.toLowerCase() === name.toLowerCase())) {
    throw exception(`A sheet with the name "${name}" already exists. Please enter another name.`)
  }
}

const shownSheets = (book: Book): readonly Sheet[] => book.sheets.filter(({ hidden }) => !hidden)

const mapFormulas = (sheets: readonly Sheet[], change: (formula: string) => string): readonly Sheet[] =>
  sheets.map((sheet) => ({
    ...sheet,
    contents: sheet.contents.map((row) =>
      row?.map((content) =>
        typeof content === 'object' && 'formula' in content ? { formula: change(content.formula) } : content,
      ),
    ),
  }))

/** Formulas name tabs: they follow the new name. */
export function renameSheet(book: Book, id: number, name: string): Book {
  const from = sheetOf(book, id)?.name
  if (from === undefined || from === name) return book
  const renamed = book.sheets.map((sheet) => (sheet.id === id ? { ...sheet, name } : sheet))
  return { ...book, sheets: mapFormulas(renamed, (formula) => afterRename(formula, from, name)) }
}

/** `A1`, `Tab!A1:B2`, or a named range. */
function areaOf(execution: Execution, text: string, own?: Sheet): Area {
  const book = bookOf(execution)
  const { sheet: name, range } = splitSheet(text)
  const sheet =
    name === undefined ? (own ?? active(execution)) : book.sheets.find((candidate) => candidate.name === name)
  const named = book.namedRanges.find((candidate) => candidate.name === text)
  if (named) return named.area
  const box = sheet && parseBox(range, sheet)
  if (!sheet || !box) throw exception('Range not found')
  if (box.row + box.rows - 1 > sheet.maxRows || box.column + box.columns - 1 > sheet.maxColumns) {
    throw exception('The coordinates of the range are outside the dimensions of the sheet.')
  }
  return { sheet: sheet.id, ...box }
}

export const bookCalls = {
  'SpreadsheetApp.getActiveSpreadsheet': free(({ context, world }: Execution) => {
    return !(context === 'web' && world.switches.webActiveSpreadsheet === 'null')
  }),
  /** All four want the wide scope, even for the file's own id (ground truth 4). */
  'SpreadsheetApp.openOther': counted(() => {
    throw strict('other spreadsheets are not faked')
  }, needs.anySpreadsheet),
  'SpreadsheetApp.flush': counted((execution: Execution) => {
    raiseLate(execution)
    execution.workspace.flush()
  }),
  'Spreadsheet.getFacts': free((execution: Execution) => {
    const { id, name } = bookOf(execution)
    return { id, name, url: `https://docs.google.com/spreadsheets/d/${id}/edit` }
  }),
  'Spreadsheet.rename': counted((execution: Execution, name: string) =>
    update(execution, (book) => ({ ...book, name })),
  ),
  'Spreadsheet.getSheets': free((execution: Execution) => {
    const book = bookOf(execution)
    return book.sheets.map((sheet) => factsOf(book, sheet))
  }),
  'Spreadsheet.getActiveSheet': free((execution: Execution) => factsOf(bookOf(execution), active(execution))),
  'Spreadsheet.setActiveSheet': counted((execution: Execution, id: number) => {
    sheetFor(execution, id)
    execution.world.selection = { sheet: id, box: { row: 1, column: 1, rows: 1, columns: 1 } }
  }),
  'Spreadsheet.getActiveArea': free((execution: Execution): Area => {
    const sheet = active(execution)
    const { selection } = execution.world
    return selection?.sheet === sheet.id
      ? { sheet: sheet.id, ...selection.box }
      : { sheet: sheet.id, row: 1, column: 1, rows: 1, columns: 1 }
  }),
  'Spreadsheet.setActiveArea': counted((execution: Execution, { sheet, ...box }: Area) => {
    execution.world.selection = { sheet, box }
  }),
  'Spreadsheet.getArea': free((execution: Execution, text: string, own: number | null) =>
    areaOf(execution, text, own === null ? undefined : sheetFor(execution, own)),
  ),
  /** The new tab becomes the active one. */
  'Spreadsheet.insertSheet': counted((execution: Execution, name: string | null, index: number | null) => {
    const before = bookOf(execution)
    let given = name
    for (let n = before.sheets.length + 1; given === null; n++) {
      if (!before.sheets.some((sheet) => sheet.name === `Feuille ${n}`)) given = `Feuille ${n}`
    }
    checkName(before, given)
    const fresh = emptySheet(freshId(execution, before), given)
    const at = index ?? before.sheets.indexOf(active({ ...execution, context: 'menu' })) + 1
    update(execution, (book) => ({ ...book, sheets: [...book.sheets.slice(0, at), fresh, ...book.sheets.slice(at)] }))
    execution.world.selection = { sheet: fresh.id, box: { row: 1, column: 1, rows: 1, columns: 1 } }
    return factsOf(bookOf(execution), fresh)
  }),
  'Spreadsheet.deleteSheet': counted((execution: Execution, id: number) => {
    const book = bookOf(execution)
    const sheet = sheetFor(execution, id)
    if (shownSheets(book).every((shown) => shown === sheet))
      throw exception("You can't remove all the visible sheets in a document.")
    update(execution, (before) => ({
      ...before,
      sheets: mapFormulas(
        before.sheets.filter((other) => other.id !== id),
        (formula) => afterSheetDeleted(formula, sheet.name),
      ),
      namedRanges: before.namedRanges.filter(({ area }) => area.sheet !== id),
      metadata: before.metadata.filter(({ where }) => where.kind === 'SPREADSHEET' || where.sheet !== id),
    }))
  }),
  'Spreadsheet.moveSheet': counted((execution: Execution, id: number, position: number) => {
    const sheet = sheetFor(execution, id)
    update(execution, (book) => {
      const others = book.sheets.filter((other) => other.id !== id)
      return { ...book, sheets: [...others.slice(0, position - 1), sheet, ...others.slice(position - 1)] }
    })
  }),
  'Spreadsheet.getSetting': counted((execution: Execution, key: SettingKey) => bookOf(execution)[key]),
  'Spreadsheet.setSetting': counted((execution: Execution, key: SettingKey, value: string | boolean) => {
    if (key === 'timeZone' && !isZone(String(value))) throw exception(`Invalid argument: timeZone ${value}`)
    if (key === 'locale' && !/^[a-z]{2,3}(_[A-Z]{2})?$/.test(String(value)))
      throw exception(`Invalid argument: locale ${value}`)
    update(execution, (book) => ({ ...book, [key]: value }))
  }),

  'Spreadsheet.getNamedRange': free((execution: Execution, name: string): Area | null => {
    return bookOf(execution).namedRanges.find((named) => named.name === name)?.area ?? null
  }),
  'Spreadsheet.getNamedRanges': counted((execution: Execution, sheet: number | null): readonly NamedRange[] => {
    return bookOf(execution).namedRanges.filter(({ area }) => sheet === null || area.sheet === sheet)
  }),
  'Spreadsheet.setNamedRange': counted((execution: Execution, name: string, area: Area) => {
    if (!/^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) || /^[A-Za-z]{1,3}\d+$/.test(name))
      throw exception(`Invalid name: ${name}`)
    update(execution, (book) => ({
      ...book,
      namedRanges: [...book.namedRanges.filter((named) => named.name !== name), { name, area }],
    }))
  }),
  'Spreadsheet.removeNamedRange': counted((execution: Execution, name: string) => {
    if (!bookOf(execution).namedRanges.some((named) => named.name === name)) throw exception(`No named range ${name}`)
    update(execution, (book) => ({ ...book, namedRanges: book.namedRanges.filter((named) => named.name !== name) }))
  }),

  'Sheet.getFacts': free((execution: Execution, id: number) => factsOf(bookOf(execution), sheetFor(execution, id))),
  'Sheet.setName': counted((execution: Execution, id: number, name: string) => {
    sheetFor(execution, id)
    checkName(bookOf(execution), name, id)
    update(execution, (book) => renameSheet(book, id, name))
  }),
  'Sheet.setHidden': counted((execution: Execution, id: number, hidden: boolean) => {
    const sheet = sheetFor(execution, id)
    if (hidden && shownSheets(bookOf(execution)).every((shown) => shown === sheet)) {
      throw exception("You can't hide all the sheets in a document.")
    }
    update(execution, (book) => withSheet(book, id, (before) => ({ ...before, hidden })))
  }),
}

type SettingKey = 'locale' | 'timeZone' | 'recalculation' | 'iterative'

/** Reading and writing cells: values, displayed texts, formulas, rich text (ground truth §1). */

import { boxText } from './a1.ts'
import type { Area, Book, Content, RichText, Sheet, TextRun } from './book.ts'
import { withSheet } from './book.ts'
import { service } from './call.ts'
import { formatOf } from './dress.ts'
import { exception } from './errors.ts'
import { formulaOf, isDate, plainValue } from './evaluator.ts'
import type { Execution } from './execution.ts'
import { cellAt, mapBox } from './grid.ts'
import { assertMayEdit } from './protection.ts'
import { needs } from './scopes.ts'
import { sheetFor, todayIn } from './sheet-access.ts'
import { createTypist, type ScriptValue } from './typing.ts'
import { satisfies } from './validation.ts'
import { instantOfSerial } from './zone.ts'

const { counted } = service('SpreadsheetApp', needs.thisSpreadsheet)

/** A refused write may surface only at the next read or flush (ground truth §1). */
export function raiseLate(execution: Execution): void {
  const { late } = execution
  if (!late) return
  execution.late = undefined
  throw late
}

/** `read(row, column)` for each cell, as rows. */
export function readArea<T>(
  execution: Execution,
  area: Area,
  read: (book: Book, sheet: Sheet, row: number, column: number) => T,
): T[][] {
  raiseLate(execution)
  const book = execution.workspace.book()
  const sheet = sheetFor(execution, area.sheet)
  return Array.from({ length: area.rows }, (_, i) =>
    Array.from({ length: area.columns }, (_, j) => read(book, sheet, area.row + i, area.column + j)),
  )
}

/** What a script gets: '' for empty, the error's text, a Date where the format makes one. */
export function scriptValue({ world }: Execution) {
  return (book: Book, sheet: Sheet, row: number, column: number): Exclude<ScriptValue, null> => {
    const value = world.evaluator.value(book, sheet, row, column)
    if (value === null) return ''
    if (typeof value === 'object') return value.error
    if (typeof value !== 'number') return value
    return isDate(formatOf(cellAt(sheet.dresses, row, column))) ? { at: instantOfSerial(book.timeZone, value) } : value
  }
}

export function checkSize(area: Area, rows: readonly (readonly unknown[])[]): void {
  if (rows.length !== area.rows) {
    throw exception(
      `The number of rows in the data does not match the number of rows in the range. The data has ${rows.length} but the range has ${area.rows}.`,
    )
  }
  for (const row of rows) {
    if (row.length !== area.columns) {
      throw exception(
        `The number of columns in the data does not match the number of columns in the range. The data has ${row.length} but the range has ${area.columns}.`,
      )
    }
  }
}

/** Checks protections and strict validation, then writes; `late` mode hands the refusal over at the next flush or read. */
function write(execution: Execution, area: Area, change: (book: Book) => Book): void {
  const { workspace, world } = execution
  assertMayEdit(execution, area)
  const next = change(workspace.book())
  const broken = brokenRule(execution, next, area)
  if (broken !== undefined) {
    const error = exception(
      `The data you entered in cell ${broken} violates the data validation rules set on this cell.`,
    )
    if (world.switches.validationErrors === 'immediate') throw error
    execution.late ??= error
    return
  }
  workspace.change(change, next)
}

function brokenRule({ world }: Execution, book: Book, area: Area): string | undefined {
  const sheet = book.sheets.find(({ id }) => id === area.sheet)
  if (!sheet) return undefined
  for (let row = area.row; row < area.row + area.rows; row++) {
    const dresses = sheet.dresses[row - 1]
    if (!dresses) continue
    for (let column = area.column; column < area.column + area.columns; column++) {
      const rule = dresses[column - 1]?.rule
      if (!rule || rule.allowInvalid) continue
      const value = world.evaluator.value(book, sheet, row, column)
      if (!satisfies({ book, evaluator: world.evaluator }, rule, value))
        return boxText({ row, column, rows: 1, columns: 1 })
    }
  }
  return undefined
}

/** The same text everywhere, or one per cell. */
type Fill = ScriptValue | readonly (readonly ScriptValue[])[]

function setValues(execution: Execution, area: Area, values: Fill): void {
  if (isGrid(values)) checkSize(area, values)
  const today = todayIn(execution)
  write(execution, area, (book) =>
    withSheet(book, area.sheet, (sheet) => {
      const typist = createTypist(book, today)
      const given = (i: number, j: number): ScriptValue => (isGrid(values) ? (values[i]?.[j] ?? null) : values)
      const filled = Array.from({ length: area.rows }, (_, i) =>
        Array.from({ length: area.columns }, (_, j) =>
          typist.fill(given(i, j), cellAt(sheet.dresses, area.row + i, area.column + j)),
        ),
      )
      const contents = mapBox(sheet.contents, area, (_, i, j) => filled[i]?.[j]?.content)
      const dresses = mapBox(sheet.dresses, area, (_, i, j) => filled[i]?.[j]?.dress)
      return { ...sheet, contents, dresses }
    }),
  )
}

const isGrid = (values: Fill): values is readonly (readonly ScriptValue[])[] => Array.isArray(values)

/** `;` works in every locale; `,` between arguments is a syntax error where the decimal is a comma (ingress-fieldplan#5). */
function setFormulas(execution: Execution, area: Area, formulas: string | readonly (readonly string[])[]): void {
  if (typeof formulas !== 'string') checkSize(area, formulas)
  write(execution, area, (book) =>
    withSheet(book, area.sheet, (sheet) => ({
      ...sheet,
      contents: mapBox(sheet.contents, area, (_, i, j): Content | undefined => {
        const formula = typeof formulas === 'string' ? formulas : (formulas[i]?.[j] ?? '')
        if (formula === '') return undefined
        return { formula: formula.startsWith('=') ? formula : `=${formula}` }
      }),
    })),
  )
}

interface RichValue {
  readonly text: string
  readonly runs: readonly TextRun[]
}

/** null for numbers and dates (gas-fakes); a formula's result is read as text. */
function richValue({ world }: Execution) {
  return (book: Book, sheet: Sheet, row: number, column: number): RichValue | null => {
    const content = cellAt(sheet.contents, row, column)
    if (typeof content === 'object' && 'rich' in content) return { text: content.rich, runs: content.runs }
    const formula = formulaOf(content)
    const value = formula ? world.evaluator.value(book, sheet, row, column) : plainValue(content)
    if (typeof value === 'number' && formatOf(cellAt(sheet.dresses, row, column)) !== '@') return null
    const text = world.evaluator.display(book, sheet, row, column)
    const link = /^=HYPERLINK\("([^"]*)"/i.exec(formula)?.[1]
    return { text, runs: link === undefined ? [] : [{ start: 0, end: text.length, link }] }
  }
}

export const rangeCalls = {
  'Range.getValues': counted((execution: Execution, area: Area) => readArea(execution, area, scriptValue(execution))),
  'Range.getDisplayValues': counted((execution: Execution, area: Area) =>
    readArea(execution, area, execution.world.evaluator.display),
  ),
  'Range.getFormulas': counted((execution: Execution, area: Area) =>
    readArea(execution, area, (_, sheet, row, column) => formulaOf(cellAt(sheet.contents, row, column))),
  ),
  'Range.setValues': counted(setValues),
  'Range.setFormulas': counted(setFormulas),
  'Range.getRichTextValues': counted((execution: Execution, area: Area) =>
    readArea(execution, area, richValue(execution)),
  ),
  'Range.setRichTextValues': counted((execution: Execution, area: Area, values: readonly (readonly RichValue[])[]) => {
    checkSize(area, values)
    write(execution, area, (book) =>
      withSheet(book, area.sheet, (sheet) => ({
        ...sheet,
        contents: mapBox(sheet.contents, area, (_, i, j): Content | undefined => {
          const value = values[i]?.[j]
          if (!value || value.text === '') return undefined
          return value.runs.length === 0 ? value.text : ({ rich: value.text, runs: value.runs } satisfies RichText)
        }),
      })),
    )
  }),
  'Range.isBlank': counted((execution: Execution, area: Area) =>
    readArea(execution, area, (_, sheet, row, column) => cellAt(sheet.contents, row, column) === undefined)
      .flat()
      .every(Boolean),
  ),
  /** The ticked boxes of several ranges at once, one round trip. */
  'RangeList.setValue': counted((execution: Execution, areas: readonly Area[], value: ScriptValue) => {
    for (const area of areas) setValues(execution, area, value)
  }),
  'RangeList.setFormula': counted((execution: Execution, areas: readonly Area[], formula: string) => {
    for (const area of areas) setFormulas(execution, area, formula)
  }),
}

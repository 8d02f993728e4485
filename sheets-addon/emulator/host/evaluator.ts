/** The calculator over whichever Book is looked at: one calculator, told when what it sees has changed. */
import { isDateFormat } from 'numfmt'
import { type Calc, createCalc, displayText, type SheetLocale } from '../calc/index.ts'
import type { Book, CellValue, Content, Sheet } from './book.ts'
import { cellAt, extentOf } from './grid.ts'

export interface Evaluator {
  value(book: Book, sheet: Sheet, row: number, column: number): CellValue
  display(book: Book, sheet: Sheet, row: number, column: number): string
  /** The last row and column that hold something: a formula that shows "" counts (ground truth 14), spilled cells too. */
  extent(book: Book, sheet: Sheet): { readonly rows: number; readonly columns: number }
  /** What the formula would give in that cell, without being there. */
  evaluate(book: Book, sheet: Sheet, row: number, column: number, formula: string): CellValue
  /** The clock moved: TODAY and NOW must be asked again. */
  clockMoved(): void
}

/** The two that are computed; any other reads as English. */
export const knownLocale = (locale: string): SheetLocale => (locale.startsWith('fr') ? 'fr_FR' : 'en_US')

export function plainValue(content: Content | undefined): CellValue {
  if (content === undefined) return null
  if (typeof content !== 'object') return content
  if ('quoted' in content) return content.quoted
  if ('rich' in content) return content.rich
  if ('error' in content) return content
  return null
}

export const formulaOf = (content: Content | undefined): string =>
  typeof content === 'object' && 'formula' in content ? content.formula : ''

const dateFormats = new Map<string, boolean>()
/** Does this format make a number a Date? */
export function isDate(format: string): boolean {
  let known = dateFormats.get(format)
  if (known === undefined) {
    known = format !== '' && format !== '@' && isDateFormat(format)
    dateFormats.set(format, known)
  }
  return known
}

const withFormulas = new WeakMap<object, boolean>()
function hasFormulas({ contents }: Sheet): boolean {
  let known = withFormulas.get(contents)
  if (known === undefined) {
    known = contents.some((row) => row?.some((content) => formulaOf(content) !== ''))
    withFormulas.set(contents, known)
  }
  return known
}

/** The sheets where a formula would see a difference between the two; undefined when they are not the same sheets and names. */
function changedSheets(a: Book, b: Book): readonly number[] | undefined {
  if (a.sheets.length !== b.sheets.length || a.namedRanges !== b.namedRanges) return undefined
  const changed: number[] = []
  for (const [i, sheet] of a.sheets.entries()) {
    const other = b.sheets[i]
    if (sheet.name !== other?.name || sheet.id !== other.id) return undefined
    if (sheet.contents !== other.contents || sheet.rows !== other.rows) changed.push(sheet.id)
  }
  return changed
}

/** `now`: the wall clock of the spreadsheet as a serial number. */
export function createEvaluator(now: () => number): Evaluator {
  let shown: Book | undefined
  let byId = new Map<number, Sheet>()
  let calc: Calc | undefined
  let locale = ''

  const view = {
    sheetId: (name: string) => shown?.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase())?.id,
    sheetName: (id: number) => byId.get(id)?.name ?? '',
    usedRows: (id: number) => extentOf(byId.get(id)?.contents ?? []).rows,
    usedColumns: (id: number) => extentOf(byId.get(id)?.contents ?? []).columns,
    input(id: number, row: number, column: number) {
      const content = byId.get(id)?.contents[row - 1]?.[column - 1]
      if (content === undefined) return undefined
      return typeof content === 'object' && 'formula' in content ? content : { value: plainValue(content) }
    },
    isRowHidden(id: number, row: number, why: 'filter' | 'user') {
      const lane = byId.get(id)?.rows[row - 1]
      return (why === 'filter' ? lane?.filtered : lane?.hidden) === true
    },
    namedRange: (name: string) =>
      shown?.namedRanges.find((named) => named.name.toLowerCase() === name.toLowerCase())?.area,
  }

  function show(book: Book): Calc {
    if (calc && shown === book) return calc
    const changed = shown && changedSheets(shown, book)
    shown = book
    byId = new Map(book.sheets.map((sheet) => [sheet.id, sheet]))
    if (!calc || locale !== book.locale) {
      locale = book.locale
      calc = createCalc(view, { locale: knownLocale(locale), now })
    } else if (changed?.length !== 0) calc.changed(changed)
    return calc
  }

  const value = (book: Book, sheet: Sheet, row: number, column: number): CellValue => {
    const content = cellAt(sheet.contents, row, column)
    // An empty cell may show what a neighbour spills into it.
    const computed = content === undefined ? hasFormulas(sheet) : formulaOf(content) !== ''
    return computed ? show(book).value(sheet.id, row, column) : plainValue(content)
  }

  return {
    value,
    display(book, sheet, row, column) {
      const computed = value(book, sheet, row, column)
      if (computed === null || computed === '') return ''
      return displayText(computed, cellAt(sheet.dresses, row, column)?.format ?? '', knownLocale(book.locale))
    },
    extent(book, sheet) {
      return hasFormulas(sheet) ? show(book).extent(sheet.id) : extentOf(sheet.contents)
    },
    evaluate: (book, sheet, row, column, formula) => show(book).evaluate(sheet.id, row, column, formula),
    clockMoved: () => calc?.changed(['clock']),
  }
}

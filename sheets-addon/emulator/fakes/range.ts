/** Range: geometry is known here; values, formulas and rules are asked from the host. */
import type { Area } from '../host/book.ts'
import type { SortKey } from '../host/ordering.ts'
import { bandingsOf, newBanding } from './banding.ts'
import { call, callAs, exception, mismatch } from './bridge.ts'
import { copyKind } from './copy-kind.ts'
import { nameOf } from './enumeration.ts'
import { DeveloperMetadataVisibility } from './enums.ts'
import { filterOf } from './filter.ts'
import { areaOf, handOut, rangeOf, rememberArea, sheetWithId } from './handed-out.ts'
import { addMetadata, finderOf, metadataHere, placeOfArea } from './metadata.ts'
import { whole } from './not-faked.ts'
import { protectArea } from './protection.ts'
import { first, RangeLooks } from './range-looks.ts'
import { richTextData, richTextOf } from './rich-text.ts'
import { ruleData, ruleOf } from './validation.ts'
import { type CellOut, decodeRows, encodeRows, encodeValue } from './values.ts'

type Range = GoogleAppsScript.Spreadsheet.Range
type RichTextValue = GoogleAppsScript.Spreadsheet.RichTextValue
type DataValidation = GoogleAppsScript.Spreadsheet.DataValidation

function columnLetters(column: number): string {
  let text = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    text = String.fromCharCode(65 + ((rest - 1) % 26)) + text
  }
  return text
}

class FakeRange extends RangeLooks implements Partial<Range> {
  readonly area: Area
  constructor(area: Area) {
    super()
    this.area = area
    rememberArea(this, area)
  }

  getRow(): number {
    return this.area.row
  }
  getColumn(): number {
    return this.area.column
  }
  getNumRows(): number {
    return this.area.rows
  }
  getNumColumns(): number {
    return this.area.columns
  }
  getLastRow(): number {
    return this.area.row + this.area.rows - 1
  }
  getLastColumn(): number {
    return this.area.column + this.area.columns - 1
  }
  getGridId(): number {
    return this.area.sheet
  }
  getA1Notation(): string {
    const { row, column, rows, columns } = this.area
    const start = `${columnLetters(column)}${row}`
    return rows * columns === 1 ? start : `${start}:${columnLetters(column + columns - 1)}${row + rows - 1}`
  }
  getSheet(): GoogleAppsScript.Spreadsheet.Sheet {
    return sheetWithId(this.area.sheet)
  }
  /** Row and column count from 1 inside the range; outside is an error. */
  getCell(row: number, column: number): Range {
    if (row < 1 || row > this.area.rows || column < 1 || column > this.area.columns)
      throw exception('Cell reference out of range')
    return this.#at(this.area.row + row - 1, this.area.column + column - 1, 1, 1)
  }
  offset(rows: number, columns: number, height = this.area.rows, width = this.area.columns): Range {
    return this.#at(this.area.row + rows, this.area.column + columns, height, width)
  }
  #at(row: number, column: number, rows: number, columns: number): Range {
    return rangeOf(call('Sheet.area', this.area.sheet, row, column, rows, columns))
  }
  activate(): Range {
    callAs('Range.activate', 'Spreadsheet.setActiveArea', this.area)
    return whole<Range>(this)
  }

  getValues(): CellOut[][] {
    return decodeRows(call('Range.getValues', this.area))
  }
  getValue(): CellOut {
    return first(decodeRows(callAs('Range.getValue', 'Range.getValues', this.#firstCell())))
  }
  setValues(values: unknown[][]): Range {
    call('Range.setValues', this.area, encodeRows(values, 'Range.setValues', encodeValue))
    return whole<Range>(this)
  }
  getDisplayValues(): string[][] {
    return call('Range.getDisplayValues', this.area)
  }
  getDisplayValue(): string {
    return first(callAs('Range.getDisplayValue', 'Range.getDisplayValues', this.#firstCell()))
  }
  getFormulas(): string[][] {
    return call('Range.getFormulas', this.area)
  }
  getFormula(): string {
    return first(callAs('Range.getFormula', 'Range.getFormulas', this.#firstCell()))
  }
  setFormulas(formulas: string[][]): Range {
    call(
      'Range.setFormulas',
      this.area,
      encodeRows(formulas, 'Range.setFormulas', (formula) => String(formula ?? '')),
    )
    return whole<Range>(this)
  }
  getRichTextValues(): (RichTextValue | null)[][] {
    return call('Range.getRichTextValues', this.area).map((row) => row.map((data) => data && richTextOf(data)))
  }
  getRichTextValue(): RichTextValue | null {
    const data = first(callAs('Range.getRichTextValue', 'Range.getRichTextValues', this.#firstCell()))
    return data && richTextOf(data)
  }
  setRichTextValues(values: RichTextValue[][]): Range {
    call('Range.setRichTextValues', this.area, encodeRows(values, 'Range.setRichTextValues', richTextData))
    return whole<Range>(this)
  }
  setRichTextValue(value: RichTextValue): Range {
    const label = 'Range.setRichTextValue'
    const { rows, columns } = this.area
    const data = richTextData(value, label)
    callAs(
      label,
      'Range.setRichTextValues',
      this.area,
      Array.from({ length: rows }, () => Array.from({ length: columns }, () => data)),
    )
    return whole<Range>(this)
  }
  isBlank(): boolean {
    return call('Range.isBlank', this.area)
  }
  isChecked(): boolean | null {
    return call('Range.isChecked', this.area)
  }
  #firstCell(): Area {
    return { ...this.area, rows: 1, columns: 1 }
  }

  getDataValidations(): (DataValidation | null)[][] {
    return call('Range.getDataValidations', this.area).map((row) => row.map((rule) => rule && ruleOf(rule)))
  }
  getDataValidation(): DataValidation | null {
    const rule = first(callAs('Range.getDataValidation', 'Range.getDataValidations', this.#firstCell()))
    return rule && ruleOf(rule)
  }
  setDataValidation(rule: DataValidation | null): Range {
    const label = 'Range.setDataValidation'
    callAs(label, 'Range.setDataValidations', [this.area], { all: rule === null ? null : ruleData(rule, label) })
    return whole<Range>(this)
  }
  setDataValidations(rules: (DataValidation | null)[][]): Range {
    const label = 'Range.setDataValidations'
    call(label, [this.area], {
      each: encodeRows(rules, label, (rule) => (rule === null ? null : ruleData(rule, label))),
    })
    return whole<Range>(this)
  }

  /** A column number, `{column, ascending}`, or several; columns of the sheet, not of the range. */
  sort(spec: unknown): Range {
    const keys = (Array.isArray(spec) ? spec : [spec]).map((key: unknown): SortKey => {
      if (typeof key === 'number') return { column: key, ascending: true }
      const { column, ascending = true } = Object(key)
      if (typeof column !== 'number' || typeof ascending !== 'boolean') throw mismatch('Range.sort', [spec])
      return { column, ascending }
    })
    call('Range.sort', this.area, keys)
    return whole<Range>(this)
  }
  merge(): Range {
    call('Range.merge', this.area)
    return whole<Range>(this)
  }
  getMergedRanges(): Range[] {
    return callAs('Range.getMergedRanges', 'Range.getMerges', this.area).map(rangeOf)
  }
  isPartOfMerge(): boolean {
    return callAs('Range.isPartOfMerge', 'Range.getMerges', this.area).length > 0
  }
  copyTo(destination: Range, how?: unknown, transposed?: boolean): void {
    if (transposed) throw new Error('not faked: Range.copyTo(…, transposed)')
    call('Range.copyTo', this.area, areaOf(destination, 'Range.copyTo'), copyKind(how))
  }

  protect(): GoogleAppsScript.Spreadsheet.Protection {
    return protectArea(this.area, 'RANGE', 'Range.protect')
  }
  createFilter(): GoogleAppsScript.Spreadsheet.Filter {
    call('Range.createFilter', this.area)
    return filterOf(this.area.sheet)
  }
  getFilter(): GoogleAppsScript.Spreadsheet.Filter | null {
    return call('Filter.get', this.area.sheet) && filterOf(this.area.sheet)
  }
  applyRowBanding(theme?: unknown, header = true, footer = false): GoogleAppsScript.Spreadsheet.Banding {
    return newBanding(this.area, 'rows', theme, header, footer)
  }
  applyColumnBanding(theme?: unknown, header = true, footer = false): GoogleAppsScript.Spreadsheet.Banding {
    return newBanding(this.area, 'columns', theme, header, footer)
  }
  getBandings(): GoogleAppsScript.Spreadsheet.Banding[] {
    return bandingsOf(this.area.sheet, this.area, 'Range.getBandings')
  }
  shiftColumnGroupDepth(delta: number): Range {
    callAs('Range.shiftColumnGroupDepth', 'Range.shiftGroupDepth', this.area, 'columns', delta)
    return whole<Range>(this)
  }
  shiftRowGroupDepth(delta: number): Range {
    callAs('Range.shiftRowGroupDepth', 'Range.shiftGroupDepth', this.area, 'rows', delta)
    return whole<Range>(this)
  }
  addDeveloperMetadata(key: string, value?: unknown, visibility?: unknown): Range {
    const label = 'Range.addDeveloperMetadata'
    const isVisibility = value !== undefined && typeof value !== 'string' && visibility === undefined
    addMetadata(
      label,
      placeOfArea(this.area),
      key,
      typeof value === 'string' ? value : null,
      nameOf((isVisibility ? value : visibility) ?? DeveloperMetadataVisibility.DOCUMENT, label),
    )
    return whole<Range>(this)
  }
  getDeveloperMetadata(): GoogleAppsScript.Spreadsheet.DeveloperMetadata[] {
    return metadataHere('Range.getDeveloperMetadata', placeOfArea(this.area))
  }
  createDeveloperMetadataFinder(): GoogleAppsScript.Spreadsheet.DeveloperMetadataFinder {
    return finderOf(placeOfArea(this.area))
  }
}

handOut({ range: (area) => whole<Range>(new FakeRange(area)) })

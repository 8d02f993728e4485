/** The looks, formats and notes of each cell of a Range, read and written as rows. */
import type { Area, LookValue } from '../host/book.ts'
import { Areas, checkedLook, type LookKey } from './areas.ts'
import { call, callAs } from './bridge.ts'
import { enumValue } from './enumeration.ts'
import { WrapStrategy } from './enums.ts'
import { whole } from './not-faked.ts'
import { encodeRows } from './values.ts'

type Range = GoogleAppsScript.Spreadsheet.Range
type Rows<T> = (T | null)[][]

export const first = <T>(rows: readonly (readonly T[])[]): T => {
  const value = rows[0]?.[0]
  if (value === undefined) throw new Error('an empty answer')
  return value
}

export abstract class RangeLooks extends Areas<Range> {
  protected override readonly owner = 'Range'
  abstract readonly area: Area
  areas(): readonly Area[] {
    return [this.area]
  }
  protected override self(): Range {
    return whole<Range>(this)
  }

  #texts(method: string, key: LookKey): string[][] {
    return callAs(`Range.${method}`, 'Range.getLooks', this.area, key).map((row) =>
      row.map((value) => String(value ?? '')),
    )
  }
  #numbers(method: string, key: LookKey): number[][] {
    return callAs(`Range.${method}`, 'Range.getLooks', this.area, key).map((row) => row.map(Number))
  }
  #setEach(method: string, key: LookKey, rows: unknown): Range {
    const label = `Range.${method}`
    const each: (LookValue | null)[][] = encodeRows(rows, label, (value) => checkedLook(key, value, label))
    callAs(label, 'Range.setLooks', [this.area], key, { each })
    return this.self()
  }

  getBackgrounds(): string[][] {
    return this.#texts('getBackgrounds', 'background')
  }
  getBackground(): string {
    return first(this.#texts('getBackground', 'background'))
  }
  setBackgrounds(colors: Rows<string>): Range {
    return this.#setEach('setBackgrounds', 'background', colors)
  }
  setFontColors(colors: Rows<unknown>): Range {
    return this.#setEach('setFontColors', 'fontColor', colors)
  }
  getFontFamilies(): string[][] {
    return this.#texts('getFontFamilies', 'fontFamily')
  }
  getFontFamily(): string {
    return first(this.#texts('getFontFamily', 'fontFamily'))
  }
  setFontFamilies(families: Rows<string>): Range {
    return this.#setEach('setFontFamilies', 'fontFamily', families)
  }
  setFontLines(lines: Rows<string>): Range {
    return this.#setEach('setFontLines', 'fontLine', lines)
  }
  getFontSizes(): number[][] {
    return this.#numbers('getFontSizes', 'fontSize')
  }
  getFontSize(): number {
    return first(this.#numbers('getFontSize', 'fontSize'))
  }
  setFontSizes(sizes: number[][]): Range {
    return this.#setEach('setFontSizes', 'fontSize', sizes)
  }
  setFontStyles(styles: Rows<string>): Range {
    return this.#setEach('setFontStyles', 'fontStyle', styles)
  }
  getFontWeights(): ('bold' | 'normal')[][] {
    return this.#texts('getFontWeights', 'fontWeight').map((row) =>
      row.map((weight) => (weight === 'bold' ? 'bold' : 'normal')),
    )
  }
  getFontWeight(): 'bold' | 'normal' {
    return first(this.getFontWeights())
  }
  setFontWeights(weights: Rows<unknown>): Range {
    return this.#setEach('setFontWeights', 'fontWeight', weights)
  }
  getHorizontalAlignments(): string[][] {
    return this.#texts('getHorizontalAlignments', 'horizontalAlignment')
  }
  getHorizontalAlignment(): string {
    return first(this.#texts('getHorizontalAlignment', 'horizontalAlignment'))
  }
  setHorizontalAlignments(alignments: Rows<unknown>): Range {
    return this.#setEach('setHorizontalAlignments', 'horizontalAlignment', alignments)
  }
  getVerticalAlignments(): string[][] {
    return this.#texts('getVerticalAlignments', 'verticalAlignment')
  }
  setVerticalAlignments(alignments: Rows<unknown>): Range {
    return this.#setEach('setVerticalAlignments', 'verticalAlignment', alignments)
  }
  getWrapStrategy(): GoogleAppsScript.Spreadsheet.WrapStrategy {
    return enumValue(WrapStrategy, first(this.#texts('getWrapStrategy', 'wrapStrategy')))
  }

  getNumberFormats(): string[][] {
    return call('Range.getNumberFormats', this.area)
  }
  getNumberFormat(): string {
    return first(callAs('Range.getNumberFormat', 'Range.getNumberFormats', this.area))
  }
  setNumberFormats(formats: string[][]): Range {
    const each = encodeRows(formats, 'Range.setNumberFormats', (format) => (typeof format === 'string' ? format : null))
    call('Range.setNumberFormats', [this.area], { each })
    return this.self()
  }
  getNotes(): string[][] {
    return call('Range.getNotes', this.area)
  }
  getNote(): string {
    return first(callAs('Range.getNote', 'Range.getNotes', this.area))
  }
  setNotes(notes: Rows<unknown>): Range {
    const each = encodeRows(notes, 'Range.setNotes', (note) => (note === null ? null : String(note)))
    call('Range.setNotes', [this.area], { each })
    return this.self()
  }
}

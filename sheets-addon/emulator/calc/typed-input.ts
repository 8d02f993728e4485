import type { CellValue, SheetLocale } from './cell-value.ts'
import { isAutomatic, isPercent, isText } from './number-format.ts'
import { readTypedDate } from './typed-date.ts'
import { readTypedNumber, type TypedNumber } from './typed-number.ts'

export interface TypingOptions {
  readonly locale: SheetLocale
  /** The number format of the cell, as `getNumberFormat` gives it. */
  readonly format: string
  /** Serial number of the day, for dates typed without a year. */
  readonly today: number
}

export type TypedInput =
  | { readonly kind: 'formula'; readonly formula: string }
  | {
      readonly kind: 'value'
      readonly value: CellValue
      /** The format that an automatic cell takes; absent when the cell keeps its own. */
      readonly format?: string
      /** An apostrophe kept it as text: invisible to every API, lost at the next write (tan:2022-09-06, 2023-03-11). */
      readonly quoted?: true
    }

/**
 * What Google makes of typed or pasted text, of `setValue(text)` and of `appendRow`: one parser for all of them
 * (G: Range.setValue). Each rule's source: ground truth §1, named again in typed-input.test.ts.
 */
export function typedInput(text: string, options: TypingOptions): TypedInput {
  if (text === '') return { kind: 'value', value: null }
  if (text.startsWith("'")) return { kind: 'value', value: text.slice(1), quoted: true }
  // `@` keeps everything, formulas too (believed), leading zeros and spaces (sheetquery#20).
  if (isText(options.format)) return { kind: 'value', value: text }
  // Only a first-character `=` makes a formula: a leading blank keeps text (G, gas-fakes, seen live).
  if (text.startsWith('=') && text.length > 1) return { kind: 'formula', formula: text }
  const plain = readPlainValue(text, options.locale, options.today)
  if (typeof plain === 'boolean') return { kind: 'value', value: plain }
  if (plain) return typedNumber(plain, options.format)
  // A sign starts a formula, which for « -ACOMPTE » ends in #NAME? (G: trimWhitespace hints it; live check 5).
  if (/^[+-]\s*[\p{L}\p{N}("']/u.test(text)) return { kind: 'formula', formula: `=${text}` }
  return { kind: 'value', value: text }
}

/** The boolean, number or date that a text is, whether typed in a cell or given to VALUE or to an addition. */
export function readPlainValue(text: string, locale: SheetLocale, today: number): TypedNumber | boolean | undefined {
  const word = text.trim().toUpperCase()
  if (word === 'TRUE' || word === 'VRAI') return true
  if (word === 'FALSE' || word === 'FAUX') return false
  return readTypedNumber(text, locale) ?? readTypedDate(text, locale, today)
}

function typedNumber({ value, format }: TypedNumber, cellFormat: string): TypedInput {
  if (isAutomatic(cellFormat)) return format === undefined ? { kind: 'value', value } : { kind: 'value', value, format }
  // In a percentage cell a bare 10 is 10 %, and 0,1 is 0,1 % (door.md §5 "Cells"; believed of Google).
  const isBare = format === undefined || !/[dmyh%]/.test(format)
  return { kind: 'value', value: isBare && isPercent(cellFormat) ? Number((value / 100).toPrecision(15)) : value }
}

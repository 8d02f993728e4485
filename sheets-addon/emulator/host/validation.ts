/** Does a value satisfy a data validation rule? Blank always does. */
import type { Book, CellValue, CriterionValue, Sheet, Validation } from './book.ts'
import { sheetOf } from './book.ts'
import type { Evaluator } from './evaluator.ts'
import { extentOf } from './grid.ts'
import { serialOfInstant } from './zone.ts'

const text = (value: CellValue): string =>
  value === null
    ? ''
    : typeof value === 'object'
      ? value.error
      : typeof value === 'boolean'
        ? value
          ? 'TRUE'
          : 'FALSE'
        : String(value)

export interface Rulebook {
  readonly book: Book
  readonly evaluator: Evaluator
}

export function satisfies({ book, evaluator }: Rulebook, rule: Validation, value: CellValue): boolean {
  if (value === null || value === '') return true
  const [first, second] = rule.values
  const numbers = rule.values.map((item) => numberOf(book, item))
  const [low = Number.NaN, high = Number.NaN] = numbers
  switch (rule.criteria) {
    case 'CHECKBOX': {
      const [checked, unchecked] = rule.values.length > 0 ? [first, second] : [true, false]
      return value === checked || value === unchecked
    }
    case 'VALUE_IN_LIST':
      return Array.isArray(first) && first.map(String).includes(text(value))
    case 'VALUE_IN_RANGE': {
      if (typeof first !== 'object' || first === null || !('area' in first)) return true
      const sheet = sheetOf(book, first.area.sheet)
      return sheet === undefined || listed(book, evaluator, sheet, first, text(value))
    }
    case 'DATE_IS_VALID_DATE':
      return typeof value === 'number'
    case 'TEXT_IS_VALID_EMAIL':
      return typeof value === 'string' && /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(value)
    case 'TEXT_IS_VALID_URL':
      return typeof value === 'string' && /^(?:https?:\/\/)?[^\s/]+\.[^\s/]+/.test(value)
    case 'TEXT_EQUAL_TO':
      return text(value) === String(first)
    case 'TEXT_CONTAINS':
      return text(value).toLowerCase().includes(String(first).toLowerCase())
    case 'TEXT_DOES_NOT_CONTAIN':
      return !text(value).toLowerCase().includes(String(first).toLowerCase())
    case 'CUSTOM_FORMULA':
      return true
  }
  if (typeof value !== 'number') return false
  const comparison = rule.criteria.replace(/^(NUMBER|DATE)_/, '')
  const compare = comparisons[comparison]
  if (!compare) throw new Error(`validation criterion ${rule.criteria} is not faked`)
  return compare(value, low, high)
}

const comparisons: Readonly<Record<string, (value: number, low: number, high: number) => boolean>> = {
  BETWEEN: (value, low, high) => value >= low && value <= high,
  NOT_BETWEEN: (value, low, high) => value < low || value > high,
  EQUAL_TO: (value, low) => value === low,
  NOT_EQUAL_TO: (value, low) => value !== low,
  GREATER_THAN: (value, low) => value > low,
  GREATER_THAN_OR_EQUAL_TO: (value, low) => value >= low,
  LESS_THAN: (value, low) => value < low,
  LESS_THAN_OR_EQUAL_TO: (value, low) => value <= low,
  AFTER: (value, low) => value >= low + 1,
  BEFORE: (value, low) => value < low,
  ON_OR_AFTER: (value, low) => value >= low,
  ON_OR_BEFORE: (value, low) => value < low + 1,
}

function numberOf(book: Book, value: CriterionValue): number {
  if (typeof value === 'object' && value !== null && 'instant' in value)
    return serialOfInstant(book.timeZone, value.instant)
  return typeof value === 'number' ? value : Number.NaN
}

const lists = new WeakMap<object, Map<string, ReadonlySet<string>>>()

/** The source range's texts, remembered while its sheet holds the same contents and no formula. */
function listed(
  book: Book,
  evaluator: Evaluator,
  sheet: Sheet,
  {
    area,
  }: {
    readonly area: { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number }
  },
  wanted: string,
): boolean {
  const key = `${area.row},${area.column},${area.rows},${area.columns}`
  let known = lists.get(sheet.contents)
  if (!known) {
    known = new Map()
    lists.set(sheet.contents, known)
  }
  let list = known.get(key)
  if (!list) {
    const found = new Set<string>()
    const last = Math.min(area.row + area.rows - 1, extentOf(sheet.contents).rows)
    let formulas = false
    for (let row = area.row; row <= last; row++) {
      for (let column = area.column; column < area.column + area.columns; column++) {
        const content = sheet.contents[row - 1]?.[column - 1]
        if (typeof content === 'object' && 'formula' in content) formulas = true
        const value = text(evaluator.value(book, sheet, row, column))
        if (value !== '') found.add(value)
      }
    }
    list = found
    if (!formulas) known.set(key, list)
  }
  return list.has(wanted)
}

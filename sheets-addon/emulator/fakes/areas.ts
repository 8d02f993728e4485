/** What Range and RangeList can both be told: one round trip whatever the number of ranges. */
import type { Area, LookValue } from '../host/book.ts'
import type { ClearKind } from '../host/clear-calls.ts'
import { callAs, exception, mismatch } from './bridge.ts'
import { nameOf } from './enumeration.ts'
import { faked } from './not-faked.ts'
import { encodeValue } from './values.ts'

const oneOf =
  (...allowed: readonly string[]) =>
  (value: unknown): boolean =>
    typeof value === 'string' && allowed.includes(value)
const isColor = (value: unknown): boolean =>
  typeof value === 'string' && /^(#[0-9a-f]{3}|#[0-9a-f]{6}|[a-z]+)$/i.test(value)
const isText = (value: unknown): boolean => typeof value === 'string'

/** Every look, with what Google accepts. `null` resets it. */
export const looks = {
  background: isColor,
  fontColor: isColor,
  fontFamily: isText,
  fontLine: oneOf('underline', 'line-through', 'none'),
  fontSize: (value: unknown) => Number.isInteger(value),
  fontStyle: oneOf('italic', 'normal'),
  fontWeight: oneOf('bold', 'normal'),
  horizontalAlignment: oneOf('left', 'center', 'right', 'normal', 'general'),
  verticalAlignment: oneOf('top', 'middle', 'bottom'),
  wrapStrategy: isText,
  textRotation: (value: unknown) => typeof value === 'number',
} as const satisfies Record<string, (value: unknown) => boolean>
export type LookKey = keyof typeof looks

export function checkedLook(key: LookKey, value: unknown, label: string): LookValue | null {
  if (value === null) return null
  if (!looks[key](value)) throw exception(`Invalid argument: ${String(value)} (${label})`)
  return typeof value === 'string' || typeof value === 'number' ? value : null
}

/** `Self`: Google's type for the subclass, given back for chaining. */
export abstract class Areas<Self> {
  protected abstract readonly owner: 'Range' | 'RangeList'
  abstract areas(): readonly Area[]

  protected abstract self(): Self
  protected setLook(method: string, key: LookKey, value: unknown): Self {
    const label = `${this.owner}.${method}`
    callAs(label, 'Range.setLooks', this.areas(), key, { all: checkedLook(key, value, label) })
    return this.self()
  }
  #clear(method: string, kinds: readonly ClearKind[]): Self {
    callAs(`${this.owner}.${method}`, 'Range.clear', this.areas(), kinds)
    return this.self()
  }

  setBackground(color: string | null): Self {
    return this.setLook('setBackground', 'background', color)
  }
  setFontColor(color: string | null): Self {
    return this.setLook('setFontColor', 'fontColor', color)
  }
  setFontFamily(family: string | null): Self {
    return this.setLook('setFontFamily', 'fontFamily', family)
  }
  setFontLine(line: string | null): Self {
    return this.setLook('setFontLine', 'fontLine', line)
  }
  setFontSize(size: number): Self {
    return this.setLook('setFontSize', 'fontSize', size)
  }
  setFontStyle(style: string | null): Self {
    return this.setLook('setFontStyle', 'fontStyle', style)
  }
  setFontWeight(weight: string | null): Self {
    return this.setLook('setFontWeight', 'fontWeight', weight)
  }
  setHorizontalAlignment(alignment: string | null): Self {
    return this.setLook('setHorizontalAlignment', 'horizontalAlignment', alignment)
  }
  setVerticalAlignment(alignment: string | null): Self {
    return this.setLook('setVerticalAlignment', 'verticalAlignment', alignment)
  }
  setTextRotation(degrees: unknown): Self {
    return this.setLook('setTextRotation', 'textRotation', degrees)
  }
  setWrap(wrap: boolean): Self {
    return this.setLook('setWrap', 'wrapStrategy', wrap ? 'WRAP' : 'OVERFLOW')
  }
  setWrapStrategy(strategy: unknown): Self {
    return this.setLook('setWrapStrategy', 'wrapStrategy', nameOf(strategy, `${this.owner}.setWrapStrategy`))
  }
  setNumberFormat(format: string): Self {
    callAs(`${this.owner}.setNumberFormat`, 'Range.setNumberFormats', this.areas(), { all: format ?? null })
    return this.self()
  }
  setNote(note: string | null): Self {
    callAs(`${this.owner}.setNote`, 'Range.setNotes', this.areas(), { all: note })
    return this.self()
  }
  setValue(value: unknown): Self {
    const label = `${this.owner}.setValue`
    callAs(label, 'RangeList.setValue', this.areas(), encodeValue(value, label))
    return this.self()
  }
  setFormula(formula: string): Self {
    const label = `${this.owner}.setFormula`
    if (typeof formula !== 'string') throw mismatch(label, [formula])
    callAs(label, 'RangeList.setFormula', this.areas(), formula)
    return this.self()
  }
  /** `null` leaves a side as it is, `false` takes its border off. */
  setBorder(
    top: boolean | null,
    left: boolean | null,
    bottom: boolean | null,
    right: boolean | null,
    vertical: boolean | null,
    horizontal: boolean | null,
    color?: string | null,
    style?: unknown,
  ): Self {
    const label = `${this.owner}.setBorder`
    const line = `${color ?? '#000000'} ${style == null ? 'SOLID' : nameOf(style, label)}`
    const sides = { top, left, bottom, right, vertical, horizontal }
    const given = Object.entries(sides).filter(([, on]) => on !== null && on !== undefined)
    callAs(
      label,
      'Range.setBorder',
      this.areas(),
      Object.fromEntries(given.map(([side, on]) => [side, on ? line : null])),
    )
    return this.self()
  }

  clear(options?: {
    commentsOnly?: boolean | undefined
    contentsOnly?: boolean | undefined
    formatOnly?: boolean | undefined
    validationsOnly?: boolean | undefined
    skipFilteredRows?: boolean | undefined
  }): Self {
    const { commentsOnly, contentsOnly, formatOnly, validationsOnly, skipFilteredRows } = options ?? {}
    if (skipFilteredRows) throw new Error('not faked: clear({skipFilteredRows})')
    const kinds: ClearKind[] = []
    if (contentsOnly) kinds.push('contents')
    if (formatOnly) kinds.push('formats')
    if (commentsOnly) kinds.push('notes')
    if (validationsOnly) kinds.push('validations')
    return this.#clear('clear', kinds.length > 0 ? kinds : ['contents', 'formats', 'notes'])
  }
  clearContent(): Self {
    return this.#clear('clearContent', ['contents'])
  }
  clearFormat(): Self {
    return this.#clear('clearFormat', ['formats'])
  }
  clearNote(): Self {
    return this.#clear('clearNote', ['notes'])
  }
  clearDataValidations(): Self {
    return this.#clear('clearDataValidations', ['validations'])
  }

  check(): Self {
    callAs(`${this.owner}.check`, 'Range.check', this.areas(), true)
    return this.self()
  }
  uncheck(): Self {
    callAs(`${this.owner}.uncheck`, 'Range.check', this.areas(), false)
    return this.self()
  }
  insertCheckboxes(...values: readonly (string | number | boolean)[]): Self {
    callAs(`${this.owner}.insertCheckboxes`, 'Range.insertCheckboxes', this.areas(), values)
    return this.self()
  }
  removeCheckboxes(): Self {
    callAs(`${this.owner}.removeCheckboxes`, 'Range.removeCheckboxes', this.areas())
    return this.self()
  }
  breakApart(): Self {
    callAs(`${this.owner}.breakApart`, 'Range.breakApart', this.areas())
    return this.self()
  }
}
faked(undefined, Areas)

/** Conditional format rules: stored in order, nothing applies them here. Formulas are written with `;`. */
import type { Area, ConditionalRule, LookValue } from '../host/book.ts'
import { exception, mismatch } from './bridge.ts'
import { criterionData, criterionValue } from './criteria.ts'
import { enumValue, nameOf } from './enumeration.ts'
import { BooleanCriteria } from './enums.ts'
import { areaOf, rangeOf } from './handed-out.ts'
import { faked, whole } from './not-faked.ts'

type Rule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule
type Builder = GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder
type Condition = GoogleAppsScript.Spreadsheet.BooleanCondition
type Criteria = keyof typeof GoogleAppsScript.Spreadsheet.BooleanCriteria
type Data = Omit<ConditionalRule, 'boxes'> & { readonly areas: readonly Area[] }

class FakeCondition implements Partial<Condition> {
  readonly #data: NonNullable<ConditionalRule['boolean']>
  constructor(data: NonNullable<ConditionalRule['boolean']>) {
    this.#data = data
  }
  #text(key: string): string | null {
    const value = this.#data.look[key]
    return typeof value === 'string' ? value : null
  }
  getCriteriaType(): GoogleAppsScript.Spreadsheet.BooleanCriteria {
    return enumValue(BooleanCriteria, this.#data.criteria)
  }
  getCriteriaValues(): unknown[] {
    return this.#data.values.map(criterionValue)
  }
  getBackground(): string | null {
    return this.#text('background')
  }
  getFontColor(): string | null {
    return this.#text('fontColor')
  }
  getBold(): boolean | null {
    return this.#data.look['bold'] === undefined ? null : this.#data.look['bold'] === true
  }
}
faked('BooleanCondition', FakeCondition)

class FakeRule implements Partial<Rule> {
  readonly data: Data
  constructor(data: Data) {
    this.data = data
  }
  getRanges(): GoogleAppsScript.Spreadsheet.Range[] {
    return this.data.areas.map(rangeOf)
  }
  getBooleanCondition(): Condition | null {
    return this.data.boolean && whole<Condition>(new FakeCondition(this.data.boolean))
  }
  copy(): Builder {
    return whole<Builder>(new FakeBuilder(this.data))
  }
}
faked('ConditionalFormatRule', FakeRule)

class FakeBuilder implements Partial<Builder> {
  #data: Data
  constructor(data: Data) {
    this.#data = data
  }
  when(criteria: Criteria, method: string, values: readonly unknown[]): Builder {
    const label = `ConditionalFormatRuleBuilder.${method}`
    const look = this.#data.boolean?.look ?? {}
    this.#data = {
      ...this.#data,
      gradient: null,
      boolean: { criteria, look, values: values.map((value) => criterionData(value, label)) },
    }
    return whole<Builder>(this)
  }
  #look(key: string, value: LookValue | null): Builder {
    const { [key]: _, ...others } = this.#data.boolean?.look ?? {}
    const look = value === null ? others : { ...others, [key]: value }
    this.#data = { ...this.#data, boolean: { criteria: '', values: [], ...this.#data.boolean, look } }
    return whole<Builder>(this)
  }
  #point(point: 'min' | 'mid' | 'max', color: string, type: string, value: string): Builder {
    const others = (this.#data.gradient ?? []).filter((other) => other.point !== point)
    this.#data = { ...this.#data, boolean: null, gradient: [...others, { point, color, type, value }] }
    return whole<Builder>(this)
  }
  setRanges(ranges: GoogleAppsScript.Spreadsheet.Range[]): Builder {
    this.#data = {
      ...this.#data,
      areas: ranges.map((range) => areaOf(range, 'ConditionalFormatRuleBuilder.setRanges')),
    }
    return whole<Builder>(this)
  }
  setBackground(color: string | null): Builder {
    return this.#look('background', color)
  }
  setFontColor(color: string | null): Builder {
    return this.#look('fontColor', color)
  }
  setBold(bold: boolean | null): Builder {
    return this.#look('bold', bold)
  }
  setItalic(italic: boolean | null): Builder {
    return this.#look('italic', italic)
  }
  setStrikethrough(strikethrough: boolean | null): Builder {
    return this.#look('strikethrough', strikethrough)
  }
  setUnderline(underline: boolean | null): Builder {
    return this.#look('underline', underline)
  }
  setGradientMinpoint(color: string): Builder {
    return this.#point('min', color, 'MIN', '')
  }
  setGradientMaxpoint(color: string): Builder {
    return this.#point('max', color, 'MAX', '')
  }
  setGradientMinpointWithValue(color: string, type: unknown, value: string): Builder {
    return this.#point('min', color, nameOf(type, 'setGradientMinpointWithValue'), value)
  }
  setGradientMidpointWithValue(color: string, type: unknown, value: string): Builder {
    return this.#point('mid', color, nameOf(type, 'setGradientMidpointWithValue'), value)
  }
  setGradientMaxpointWithValue(color: string, type: unknown, value: string): Builder {
    return this.#point('max', color, nameOf(type, 'setGradientMaxpointWithValue'), value)
  }
  build(): Rule {
    if (this.#data.areas.length === 0) throw exception('Conditional format rule must have ranges.')
    if (!this.#data.gradient && !this.#data.boolean?.criteria)
      throw exception('Conditional format rule must have a condition.')
    return whole<Rule>(new FakeRule(this.#data))
  }
}
faked('ConditionalFormatRuleBuilder', FakeBuilder)

const methods = {
  whenCellEmpty: 'CELL_EMPTY',
  whenCellNotEmpty: 'CELL_NOT_EMPTY',
  whenDateAfter: 'DATE_AFTER',
  whenDateBefore: 'DATE_BEFORE',
  whenDateEqualTo: 'DATE_EQUAL_TO',
  whenFormulaSatisfied: 'CUSTOM_FORMULA',
  whenNumberBetween: 'NUMBER_BETWEEN',
  whenNumberEqualTo: 'NUMBER_EQUAL_TO',
  whenNumberGreaterThan: 'NUMBER_GREATER_THAN',
  whenNumberGreaterThanOrEqualTo: 'NUMBER_GREATER_THAN_OR_EQUAL_TO',
  whenNumberLessThan: 'NUMBER_LESS_THAN',
  whenNumberLessThanOrEqualTo: 'NUMBER_LESS_THAN_OR_EQUAL_TO',
  whenNumberNotBetween: 'NUMBER_NOT_BETWEEN',
  whenNumberNotEqualTo: 'NUMBER_NOT_EQUAL_TO',
  whenTextContains: 'TEXT_CONTAINS',
  whenTextDoesNotContain: 'TEXT_DOES_NOT_CONTAIN',
  whenTextEndsWith: 'TEXT_ENDS_WITH',
  whenTextEqualTo: 'TEXT_EQUAL_TO',
  whenTextStartsWith: 'TEXT_STARTS_WITH',
} as const satisfies Partial<Record<keyof Builder, Criteria>>

for (const [method, criteria] of Object.entries(methods)) {
  Object.defineProperty(FakeBuilder.prototype, method, {
    value(this: FakeBuilder, ...values: readonly unknown[]): Builder {
      return this.when(criteria, method, values)
    },
  })
}

export const newConditionalFormatRule = (): Builder =>
  whole<Builder>(new FakeBuilder({ areas: [], boolean: null, gradient: null }))

export function conditionalRuleOf(sheet: number, { boxes, ...rule }: ConditionalRule): Rule {
  return whole<Rule>(new FakeRule({ ...rule, areas: boxes.map((box) => ({ sheet, ...box })) }))
}

/** Ranges of another tab are refused. */
export function conditionalRuleData(sheet: number, rule: unknown): ConditionalRule {
  const label = 'Sheet.setConditionalFormatRules'
  if (!(rule instanceof FakeRule)) throw mismatch(label, [rule])
  const { areas, ...data } = rule.data
  const boxes = areas.map(({ sheet: own, ...box }) => {
    if (own !== sheet) throw exception('Conditional format rules must be on the same sheet.')
    return box
  })
  return { ...data, boxes }
}

/** Data validation rules. A new one lets invalid data in, with a warning (Google's reference). */
import type { Validation } from '../host/book.ts'
import { exception, mismatch } from './bridge.ts'
import { criterionData, criterionValue } from './criteria.ts'
import { enumValue, nameOf } from './enumeration.ts'
import { DataValidationCriteria } from './enums.ts'
import { faked, whole } from './not-faked.ts'

type Rule = GoogleAppsScript.Spreadsheet.DataValidation
type Builder = GoogleAppsScript.Spreadsheet.DataValidationBuilder
type Criteria = keyof typeof GoogleAppsScript.Spreadsheet.DataValidationCriteria

class FakeRule implements Partial<Rule> {
  readonly data: Validation
  constructor(data: Validation) {
    this.data = data
  }
  getAllowInvalid(): boolean {
    return this.data.allowInvalid
  }
  getHelpText(): string {
    return this.data.help ?? ''
  }
  getCriteriaType(): GoogleAppsScript.Spreadsheet.DataValidationCriteria {
    return enumValue(DataValidationCriteria, this.data.criteria)
  }
  getCriteriaValues(): unknown[] {
    return this.data.values.map(criterionValue)
  }
  copy(): Builder {
    return whole<Builder>(new FakeBuilder(this.data))
  }
}
faked('DataValidation', FakeRule)

const none: Validation = { criteria: '', values: [], allowInvalid: true, help: null }

class FakeBuilder implements Partial<Builder> {
  #data: Validation
  constructor(data: Validation) {
    this.#data = data
  }
  require(criteria: Criteria, method: string, values: readonly unknown[]): Builder {
    const label = `DataValidationBuilder.${method}`
    this.#data = { ...this.#data, criteria, values: values.map((value) => criterionData(value, label)) }
    return whole<Builder>(this)
  }
  withCriteria(criteria: unknown, values: unknown[]): Builder {
    const label = 'DataValidationBuilder.withCriteria'
    this.#data = {
      ...this.#data,
      criteria: nameOf(criteria, label),
      values: values.map((value) => criterionData(value, label)),
    }
    return whole<Builder>(this)
  }
  setAllowInvalid(allowInvalid: boolean): Builder {
    this.#data = { ...this.#data, allowInvalid }
    return whole<Builder>(this)
  }
  setHelpText(help: string): Builder {
    this.#data = { ...this.#data, help }
    return whole<Builder>(this)
  }
  getCriteriaType(): GoogleAppsScript.Spreadsheet.DataValidationCriteria {
    return enumValue(DataValidationCriteria, this.#data.criteria)
  }
  build(): Rule {
    if (this.#data.criteria === '') throw exception('The data validation rule has no criteria.')
    return whole<Rule>(new FakeRule(this.#data))
  }
}
faked('DataValidationBuilder', FakeBuilder)

/** One method each, all alike. The second argument of a list is whether to show the arrow: kept as given. */
const methods = {
  requireCheckbox: 'CHECKBOX',
  requireDate: 'DATE_IS_VALID_DATE',
  requireDateAfter: 'DATE_AFTER',
  requireDateBefore: 'DATE_BEFORE',
  requireDateBetween: 'DATE_BETWEEN',
  requireDateEqualTo: 'DATE_EQUAL_TO',
  requireDateNotBetween: 'DATE_NOT_BETWEEN',
  requireDateOnOrAfter: 'DATE_ON_OR_AFTER',
  requireDateOnOrBefore: 'DATE_ON_OR_BEFORE',
  requireFormulaSatisfied: 'CUSTOM_FORMULA',
  requireNumberBetween: 'NUMBER_BETWEEN',
  requireNumberEqualTo: 'NUMBER_EQUAL_TO',
  requireNumberGreaterThan: 'NUMBER_GREATER_THAN',
  requireNumberGreaterThanOrEqualTo: 'NUMBER_GREATER_THAN_OR_EQUAL_TO',
  requireNumberLessThan: 'NUMBER_LESS_THAN',
  requireNumberLessThanOrEqualTo: 'NUMBER_LESS_THAN_OR_EQUAL_TO',
  requireNumberNotBetween: 'NUMBER_NOT_BETWEEN',
  requireNumberNotEqualTo: 'NUMBER_NOT_EQUAL_TO',
  requireTextContains: 'TEXT_CONTAINS',
  requireTextDoesNotContain: 'TEXT_DOES_NOT_CONTAIN',
  requireTextEqualTo: 'TEXT_EQUAL_TO',
  requireTextIsEmail: 'TEXT_IS_VALID_EMAIL',
  requireTextIsUrl: 'TEXT_IS_VALID_URL',
  requireValueInList: 'VALUE_IN_LIST',
  requireValueInRange: 'VALUE_IN_RANGE',
} as const satisfies Partial<Record<keyof Builder, Criteria>>

for (const [method, criteria] of Object.entries(methods)) {
  Object.defineProperty(FakeBuilder.prototype, method, {
    value(this: FakeBuilder, ...values: readonly unknown[]): Builder {
      return this.require(criteria, method, values)
    },
  })
}

export const newDataValidation = (): Builder => whole<Builder>(new FakeBuilder(none))
export const ruleOf = (data: Validation): Rule => whole<Rule>(new FakeRule(data))

export function ruleData(rule: unknown, label: string): Validation {
  if (rule instanceof FakeRule) return rule.data
  throw mismatch(label, [rule])
}

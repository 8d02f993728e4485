/** The filter of a tab and its criteria. */
import type { FilterCriteria as Data } from '../host/book.ts'
import { call, callAs, mismatch } from './bridge.ts'
import { enumValue } from './enumeration.ts'
import { BooleanCriteria } from './enums.ts'
import { rangeOf } from './handed-out.ts'
import { faked, whole } from './not-faked.ts'

type Filter = GoogleAppsScript.Spreadsheet.Filter
type Criteria = GoogleAppsScript.Spreadsheet.FilterCriteria
type Builder = GoogleAppsScript.Spreadsheet.FilterCriteriaBuilder

class FakeFilter implements Partial<Filter> {
  readonly #sheet: number
  constructor(sheet: number) {
    this.#sheet = sheet
  }
  getRange(): GoogleAppsScript.Spreadsheet.Range {
    const filter = call('Filter.get', this.#sheet)
    if (!filter) throw new Error('the filter was removed')
    return rangeOf({ sheet: this.#sheet, ...filter.box })
  }
  remove(): void {
    call('Filter.remove', this.#sheet)
  }
  sort(column: number, ascending: boolean): Filter {
    call('Filter.sort', this.#sheet, { column, ascending })
    return whole<Filter>(this)
  }
  getColumnFilterCriteria(column: number): Criteria | null {
    const data = callAs('Filter.getColumnFilterCriteria', 'Filter.getCriteria', this.#sheet, column)
    return data && whole<Criteria>(new FakeCriteria(data))
  }
  setColumnFilterCriteria(column: number, criteria: Criteria | null): Filter {
    const label = 'Filter.setColumnFilterCriteria'
    if (criteria !== null && !(criteria instanceof FakeCriteria)) throw mismatch(label, [column, criteria])
    callAs(label, 'Filter.setCriteria', this.#sheet, column, criteria?.data ?? null)
    return whole<Filter>(this)
  }
  removeColumnFilterCriteria(column: number): Filter {
    callAs('Filter.removeColumnFilterCriteria', 'Filter.setCriteria', this.#sheet, column, null)
    return whole<Filter>(this)
  }
}
faked('Filter', FakeFilter)

class FakeCriteria implements Partial<Criteria> {
  readonly data: Data
  constructor(data: Data) {
    this.data = data
  }
  getHiddenValues(): string[] {
    return [...(this.data.hiddenValues ?? [])]
  }
  getCriteriaType(): GoogleAppsScript.Spreadsheet.BooleanCriteria {
    return enumValue(BooleanCriteria, this.data.criteria ?? '')
  }
  getCriteriaValues(): unknown[] {
    return [...this.data.values]
  }
}
faked('FilterCriteria', FakeCriteria)

class FakeBuilder implements Partial<Builder> {
  #data: Data = { hiddenValues: null, criteria: null, values: [] }
  #when(criteria: string, ...values: readonly (string | number)[]): Builder {
    this.#data = { ...this.#data, criteria, values }
    return whole<Builder>(this)
  }
  setHiddenValues(values: string[]): Builder {
    this.#data = { ...this.#data, hiddenValues: values }
    return whole<Builder>(this)
  }
  whenCellEmpty(): Builder {
    return this.#when('CELL_EMPTY')
  }
  whenCellNotEmpty(): Builder {
    return this.#when('CELL_NOT_EMPTY')
  }
  whenTextEqualTo(text: string): Builder {
    return this.#when('TEXT_EQUAL_TO', text)
  }
  whenTextContains(text: string): Builder {
    return this.#when('TEXT_CONTAINS', text)
  }
  whenNumberEqualTo(value: number): Builder {
    return this.#when('NUMBER_EQUAL_TO', value)
  }
  whenNumberGreaterThan(value: number): Builder {
    return this.#when('NUMBER_GREATER_THAN', value)
  }
  whenNumberLessThan(value: number): Builder {
    return this.#when('NUMBER_LESS_THAN', value)
  }
  build(): Criteria {
    return whole<Criteria>(new FakeCriteria(this.#data))
  }
}
faked('FilterCriteriaBuilder', FakeBuilder)

export const filterOf = (sheet: number): Filter => whole<Filter>(new FakeFilter(sheet))
export const newFilterCriteria = (): Builder => whole<Builder>(new FakeBuilder())

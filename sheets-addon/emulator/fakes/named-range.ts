import { call, callAs } from './bridge.ts'
import { areaOf, rangeOf } from './handed-out.ts'
import { faked, whole } from './not-faked.ts'

type NamedRange = GoogleAppsScript.Spreadsheet.NamedRange

class FakeNamedRange implements Partial<NamedRange> {
  #name: string
  constructor(name: string) {
    this.#name = name
  }
  getName(): string {
    return this.#name
  }
  getRange(): GoogleAppsScript.Spreadsheet.Range {
    const area = call('Spreadsheet.getNamedRange', this.#name)
    if (!area) throw new Error('the named range was removed')
    return rangeOf(area)
  }
  setRange(range: GoogleAppsScript.Spreadsheet.Range): NamedRange {
    callAs('NamedRange.setRange', 'Spreadsheet.setNamedRange', this.#name, areaOf(range, 'NamedRange.setRange'))
    return whole<NamedRange>(this)
  }
  setName(name: string): NamedRange {
    const area = areaOf(this.getRange(), 'NamedRange.setName')
    callAs('NamedRange.setName', 'Spreadsheet.setNamedRange', name, area)
    call('Spreadsheet.removeNamedRange', this.#name)
    this.#name = name
    return whole<NamedRange>(this)
  }
  remove(): void {
    callAs('NamedRange.remove', 'Spreadsheet.removeNamedRange', this.#name)
  }
}
faked('NamedRange', FakeNamedRange)

export const namedRangesOf = (sheet: number | null, label: string): NamedRange[] =>
  callAs(label, 'Spreadsheet.getNamedRanges', sheet).map(({ name }) => whole<NamedRange>(new FakeNamedRange(name)))

/** RangeList: what `Areas` can do, over several ranges of one sheet in one round trip. */
import type { Area } from '../host/book.ts'
import { Areas } from './areas.ts'
import { rangeOf } from './handed-out.ts'
import { whole } from './not-faked.ts'

type RangeList = GoogleAppsScript.Spreadsheet.RangeList

class FakeRangeList extends Areas<RangeList> implements Partial<RangeList> {
  protected override readonly owner = 'RangeList'
  readonly #areas: readonly Area[]
  constructor(areas: readonly Area[]) {
    super()
    this.#areas = areas
  }
  override areas(): readonly Area[] {
    return this.#areas
  }
  protected override self(): RangeList {
    return whole<RangeList>(this)
  }
  getRanges(): GoogleAppsScript.Spreadsheet.Range[] {
    return this.#areas.map(rangeOf)
  }
}

export const rangeListOf = (areas: readonly Area[]): RangeList => whole<RangeList>(new FakeRangeList(areas))

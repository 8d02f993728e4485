/** Alternating colours. */
import type { Area, Banding as Data } from '../host/book.ts'
import { call, callAs } from './bridge.ts'
import { nameOf } from './enumeration.ts'
import { BandingTheme } from './enums.ts'
import { areaOf, rangeOf } from './handed-out.ts'
import { faked, whole } from './not-faked.ts'

type Banding = GoogleAppsScript.Spreadsheet.Banding
type Part =
  | 'headerRow'
  | 'firstRow'
  | 'secondRow'
  | 'footerRow'
  | 'headerColumn'
  | 'firstColumn'
  | 'secondColumn'
  | 'footerColumn'

class FakeBanding implements Partial<Banding> {
  readonly #sheet: number
  #data: Data
  constructor(sheet: number, data: Data) {
    this.#sheet = sheet
    this.#data = data
  }
  #color(part: Part): string | null {
    return this.#data.colors[part] ?? null
  }
  #setColor(method: string, part: Part, color: string | null): Banding {
    callAs(`Banding.${method}`, 'Banding.change', this.#sheet, this.#data.id, { colors: { [part]: color } })
    this.#data = { ...this.#data, colors: { ...this.#data.colors, [part]: color } }
    return whole<Banding>(this)
  }
  getRange(): GoogleAppsScript.Spreadsheet.Range {
    return rangeOf({ sheet: this.#sheet, ...this.#data.box })
  }
  setRange(range: GoogleAppsScript.Spreadsheet.Range): Banding {
    const { sheet: _, ...box } = areaOf(range, 'Banding.setRange')
    callAs('Banding.setRange', 'Banding.change', this.#sheet, this.#data.id, { box })
    this.#data = { ...this.#data, box }
    return whole<Banding>(this)
  }
  remove(): void {
    call('Banding.remove', this.#sheet, this.#data.id)
  }
  getHeaderRowColor(): string | null {
    return this.#color('headerRow')
  }
  getFirstRowColor(): string | null {
    return this.#color('firstRow')
  }
  getSecondRowColor(): string | null {
    return this.#color('secondRow')
  }
  getFooterRowColor(): string | null {
    return this.#color('footerRow')
  }
  setHeaderRowColor(color: string | null): Banding {
    return this.#setColor('setHeaderRowColor', 'headerRow', color)
  }
  setFirstRowColor(color: string | null): Banding {
    return this.#setColor('setFirstRowColor', 'firstRow', color)
  }
  setSecondRowColor(color: string | null): Banding {
    return this.#setColor('setSecondRowColor', 'secondRow', color)
  }
  setFooterRowColor(color: string | null): Banding {
    return this.#setColor('setFooterRowColor', 'footerRow', color)
  }
}
faked('Banding', FakeBanding)

export function newBanding(
  area: Area,
  direction: 'rows' | 'columns',
  theme: unknown,
  header: boolean,
  footer: boolean,
): Banding {
  const label = direction === 'rows' ? 'Range.applyRowBanding' : 'Range.applyColumnBanding'
  const name = nameOf(theme ?? BandingTheme.LIGHT_GREY, label)
  const lane = direction === 'rows' ? 'Row' : 'Column'
  const colors = {
    theme: name,
    [`first${lane}`]: '#ffffff',
    [`second${lane}`]: '#f3f3f3',
    ...(header ? { [`header${lane}`]: '#bdbdbd' } : {}),
    ...(footer ? { [`footer${lane}`]: '#dedede' } : {}),
  }
  const id = callAs(label, 'Banding.add', area, direction, colors)
  const { sheet, ...box } = area
  return whole<Banding>(new FakeBanding(sheet, { id, box, direction, colors }))
}

export const bandingsOf = (sheet: number, within: Area | null, label: string): Banding[] =>
  callAs(label, 'Banding.list', sheet, within).map((data) => whole<Banding>(new FakeBanding(sheet, data)))

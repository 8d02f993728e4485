/** Developer metadata: on the file, a tab, a whole row or a whole column, nowhere else (gas-fakes, Sheets API). */
import type { Area, Metadata as Data, MetadataPlace } from '../host/book.ts'
import { call, callAs, exception } from './bridge.ts'
import { enumValue, nameOf } from './enumeration.ts'
import { DeveloperMetadataLocationType, DeveloperMetadataVisibility } from './enums.ts'
import { rangeOf, sheetWithId } from './handed-out.ts'
import { faked, whole } from './not-faked.ts'

type Metadata = GoogleAppsScript.Spreadsheet.DeveloperMetadata
type Finder = GoogleAppsScript.Spreadsheet.DeveloperMetadataFinder
type Location = GoogleAppsScript.Spreadsheet.DeveloperMetadataLocation

export function placeOfArea(area: Area): MetadataPlace {
  const { rows, columns } = callAs('Range.getDeveloperMetadata', 'Sheet.size', area.sheet)
  if (area.columns === columns && area.rows === 1) return { kind: 'ROW', sheet: area.sheet, index: area.row }
  if (area.rows === rows && area.columns === 1) return { kind: 'COLUMN', sheet: area.sheet, index: area.column }
  throw exception(
    'Adding developer metadata to arbitrary ranges is not currently supported. Developer metadata may only be added to the top-level spreadsheet, an individual sheet, or an entire row or column.',
  )
}

export function addMetadata(
  label: string,
  place: MetadataPlace,
  key: string,
  value: string | null,
  visibility: string,
): void {
  callAs(label, 'Metadata.add', place, key, value, visibility)
}

export const metadataHere = (label: string, place: MetadataPlace): Metadata[] =>
  callAs(label, 'Metadata.find', place, 'here', null).map((data) => whole<Metadata>(new FakeMetadata(data)))

class FakeMetadata implements Partial<Metadata> {
  #data: Data
  constructor(data: Data) {
    this.#data = data
  }
  getId(): number {
    return this.#data.id
  }
  getKey(): string {
    return this.#data.key
  }
  getValue(): string | null {
    return this.#data.value
  }
  getVisibility(): GoogleAppsScript.Spreadsheet.DeveloperMetadataVisibility {
    return enumValue(DeveloperMetadataVisibility, this.#data.visibility)
  }
  getLocation(): Location {
    return whole<Location>(new FakeLocation(this.#data.where))
  }
  setValue(value: string): Metadata {
    callAs('DeveloperMetadata.setValue', 'Metadata.change', this.#data.id, { value })
    this.#data = { ...this.#data, value }
    return whole<Metadata>(this)
  }
  setKey(key: string): Metadata {
    callAs('DeveloperMetadata.setKey', 'Metadata.change', this.#data.id, { key })
    this.#data = { ...this.#data, key }
    return whole<Metadata>(this)
  }
  remove(): void {
    callAs('DeveloperMetadata.remove', 'Metadata.remove', this.#data.id)
  }
}
faked('DeveloperMetadata', FakeMetadata)

class FakeLocation implements Partial<Location> {
  readonly #where: MetadataPlace
  constructor(where: MetadataPlace) {
    this.#where = where
  }
  getLocationType(): GoogleAppsScript.Spreadsheet.DeveloperMetadataLocationType {
    return enumValue(DeveloperMetadataLocationType, this.#where.kind)
  }
  getSheet(): GoogleAppsScript.Spreadsheet.Sheet | null {
    return this.#where.kind === 'SHEET' ? sheetWithId(this.#where.sheet) : null
  }
  getRow(): GoogleAppsScript.Spreadsheet.Range | null {
    if (this.#where.kind !== 'ROW') return null
    const { sheet, index } = this.#where
    return rangeOf({ sheet, row: index, column: 1, rows: 1, columns: call('Sheet.size', sheet).columns })
  }
  getColumn(): GoogleAppsScript.Spreadsheet.Range | null {
    if (this.#where.kind !== 'COLUMN') return null
    const { sheet, index } = this.#where
    return rangeOf({ sheet, row: 1, column: index, rows: call('Sheet.size', sheet).rows, columns: 1 })
  }
}
faked('DeveloperMetadataLocation', FakeLocation)

class FakeFinder implements Partial<Finder> {
  readonly #where: MetadataPlace
  #key: string | null = null
  #value: string | null = null
  #type: string | null = null
  constructor(where: MetadataPlace) {
    this.#where = where
  }
  withKey(key: string): Finder {
    this.#key = key
    return whole<Finder>(this)
  }
  withValue(value: string): Finder {
    this.#value = value
    return whole<Finder>(this)
  }
  withLocationType(type: unknown): Finder {
    this.#type = nameOf(type, 'DeveloperMetadataFinder.withLocationType')
    return whole<Finder>(this)
  }
  find(): Metadata[] {
    return callAs('DeveloperMetadataFinder.find', 'Metadata.find', this.#where, 'inside', this.#key)
      .filter(
        ({ value, where }) =>
          (this.#value === null || value === this.#value) && (this.#type === null || where.kind === this.#type),
      )
      .map((data) => whole<Metadata>(new FakeMetadata(data)))
  }
}
faked('DeveloperMetadataFinder', FakeFinder)

export const finderOf = (where: MetadataPlace): Finder => whole<Finder>(new FakeFinder(where))

/** Protections, found again by their description (ground truth §1). */
import type { Area, Box } from '../host/book.ts'
import { call, callAs } from './bridge.ts'
import { enumValue } from './enumeration.ts'
import { ProtectionType } from './enums.ts'
import { areaOf, rangeOf } from './handed-out.ts'
import { faked, whole } from './not-faked.ts'
import { userOf } from './user.ts'

type Protection = GoogleAppsScript.Spreadsheet.Protection
type Range = GoogleAppsScript.Spreadsheet.Range
type User = GoogleAppsScript.Base.User

class FakeProtection implements Partial<Protection> {
  readonly #sheet: number
  readonly #id: string
  constructor(sheet: number, id: string) {
    this.#sheet = sheet
    this.#id = id
  }
  #get(method: string) {
    return callAs(`Protection.${method}`, 'Protection.get', this.#sheet, this.#id)
  }
  getDescription(): string {
    return this.#get('getDescription').description
  }
  setDescription(description: string): Protection {
    callAs('Protection.setDescription', 'Protection.change', this.#sheet, this.#id, { description })
    return whole<Protection>(this)
  }
  isWarningOnly(): boolean {
    return this.#get('isWarningOnly').warningOnly
  }
  setWarningOnly(warningOnly: boolean): Protection {
    callAs('Protection.setWarningOnly', 'Protection.change', this.#sheet, this.#id, { warningOnly })
    return whole<Protection>(this)
  }
  getProtectionType(): GoogleAppsScript.Spreadsheet.ProtectionType {
    return enumValue(ProtectionType, this.#get('getProtectionType').kind)
  }
  getRange(): Range {
    return rangeOf({ sheet: this.#sheet, ...this.#get('getRange').box })
  }
  setRange(range: Range): Protection {
    const box = boxOf(range, 'Protection.setRange')
    callAs('Protection.setRange', 'Protection.change', this.#sheet, this.#id, { box })
    return whole<Protection>(this)
  }
  getUnprotectedRanges(): Range[] {
    return this.#get('getUnprotectedRanges').unprotected.map((box) => rangeOf({ sheet: this.#sheet, ...box }))
  }
  setUnprotectedRanges(ranges: Range[]): Protection {
    const label = 'Protection.setUnprotectedRanges'
    callAs(label, 'Protection.change', this.#sheet, this.#id, {
      unprotected: ranges.map((range) => boxOf(range, label)),
    })
    return whole<Protection>(this)
  }
  canEdit(): boolean {
    return call('Protection.canEdit', this.#sheet, this.#id)
  }
  canDomainEdit(): boolean {
    return call('Protection.canDomainEdit', this.#sheet, this.#id)
  }
  setDomainEdit(editable: boolean): Protection {
    call('Protection.setDomainEdit', this.#sheet, this.#id, editable)
    return whole<Protection>(this)
  }
  getEditors(): User[] {
    return call('Protection.getEditors', this.#sheet, this.#id).map(userOf)
  }
  addEditor(user: string | User): Protection {
    return this.#change('addEditor', 'Protection.addEditors', [user])
  }
  addEditors(users: string[]): Protection {
    return this.#change('addEditors', 'Protection.addEditors', users)
  }
  removeEditor(user: string | User): Protection {
    return this.#change('removeEditor', 'Protection.removeEditors', [user])
  }
  removeEditors(users: (string | User)[]): Protection {
    return this.#change('removeEditors', 'Protection.removeEditors', users)
  }
  #change(
    method: string,
    name: 'Protection.addEditors' | 'Protection.removeEditors',
    users: readonly (string | User)[],
  ): Protection {
    const emails = users.map((user) => (typeof user === 'string' ? user : user.getEmail()))
    callAs(`Protection.${method}`, name, this.#sheet, this.#id, emails)
    return whole<Protection>(this)
  }
  remove(): void {
    call('Protection.remove', this.#sheet, this.#id)
  }
}
faked('Protection', FakeProtection)

function boxOf(range: unknown, label: string): Box {
  const { sheet: _, ...box } = areaOf(range, label)
  return box
}

export const protectArea = (area: Area, kind: 'RANGE' | 'SHEET', label: string): Protection =>
  whole<Protection>(new FakeProtection(area.sheet, callAs(label, 'Protection.add', area, kind)))

/** Of one tab, or of the whole file. */
export const protectionsOf = (sheet: number | null, kind: 'RANGE' | 'SHEET', label: string): Protection[] =>
  callAs(label, 'Protection.list', sheet, kind).map((found) =>
    whole<Protection>(new FakeProtection(found.sheet, found.id)),
  )

/**
 * Google's objects hand one another out in circles: a Range knows its Sheet, a Sheet its ranges. Each class says here how
 * it is made, and the others ask here, so that no two files import each other.
 */
import type { Area } from '../host/book.ts'
import { mismatch } from './bridge.ts'

interface Makers {
  range: (area: Area) => GoogleAppsScript.Spreadsheet.Range
  sheet: (id: number) => GoogleAppsScript.Spreadsheet.Sheet
  spreadsheet: () => GoogleAppsScript.Spreadsheet.Spreadsheet
}

const makers: Partial<Makers> = {}
const areas = new WeakMap<object, Area>()

export function handOut(made: Partial<Makers>): void {
  Object.assign(makers, made)
}

function maker<Name extends keyof Makers>(name: Name): Makers[Name] {
  const make = makers[name]
  if (!make) throw new Error(`no maker of ${name}`)
  return make
}

export const rangeOf = (area: Area): GoogleAppsScript.Spreadsheet.Range => maker('range')(area)
export const sheetWithId = (id: number): GoogleAppsScript.Spreadsheet.Sheet => maker('sheet')(id)
export const theSpreadsheet = (): GoogleAppsScript.Spreadsheet.Spreadsheet => maker('spreadsheet')()

/** A Range tells its area once, when it is made. */
export function rememberArea(range: object, area: Area): void {
  areas.set(range, area)
}

export const knownArea = (value: unknown): Area | undefined =>
  typeof value === 'object' && value !== null ? areas.get(value) : undefined

export function areaOf(range: unknown, label: string): Area {
  const area = knownArea(range)
  if (!area) throw mismatch(label, [range])
  return area
}

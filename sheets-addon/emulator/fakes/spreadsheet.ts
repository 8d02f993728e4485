/** The one spreadsheet the script is bound to, and SpreadsheetApp. */
import { call, callAs, mismatch } from './bridge.ts'
import { newConditionalFormatRule } from './conditional-format.ts'
import { enumValue, nameOf } from './enumeration.ts'
import * as enums from './enums.ts'
import { newFilterCriteria } from './filter.ts'
import { areaOf, handOut, rangeOf, sheetWithId, theSpreadsheet } from './handed-out.ts'
import { addMetadata, finderOf, metadataHere } from './metadata.ts'
import { namedRangesOf } from './named-range.ts'
import { faked, namespace, whole } from './not-faked.ts'
import { protectionsOf } from './protection.ts'
import { rangeListOf } from './range-list.ts'
import { newRichTextValue, newTextStyle } from './rich-text.ts'
import { sheetId } from './sheet.ts'
import { getUi } from './ui.ts'
import { newDataValidation } from './validation.ts'

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet
type Sheet = GoogleAppsScript.Spreadsheet.Sheet
type Range = GoogleAppsScript.Spreadsheet.Range

class FakeSpreadsheet implements Partial<Spreadsheet> {
  getId(): string {
    return call('Spreadsheet.getFacts').id
  }
  getName(): string {
    return call('Spreadsheet.getFacts').name
  }
  getUrl(): string {
    return call('Spreadsheet.getFacts').url
  }
  rename(name: string): void {
    call('Spreadsheet.rename', name)
  }

  getSheets(): Sheet[] {
    return call('Spreadsheet.getSheets').map(({ id }) => sheetWithId(id))
  }
  getNumSheets(): number {
    return call('Spreadsheet.getSheets').length
  }
  getSheetByName(name: string): Sheet | null {
    const found = call('Spreadsheet.getSheets').find((sheet) => sheet.name === name)
    return found ? sheetWithId(found.id) : null
  }
  getSheetById(id: number): Sheet | null {
    return call('Spreadsheet.getSheets').some((sheet) => sheet.id === id) ? sheetWithId(id) : null
  }
  getActiveSheet(): Sheet {
    return sheetWithId(call('Spreadsheet.getActiveSheet').id)
  }
  setActiveSheet(sheet: Sheet): Sheet {
    call('Spreadsheet.setActiveSheet', sheetId(sheet, 'Spreadsheet.setActiveSheet'))
    return sheet
  }
  /** `(name)`, `(index)`, `(name, index)` or nothing. */
  insertSheet(...args: readonly unknown[]): Sheet {
    const [first, second] = args
    if (args.length > 2 || (second !== undefined && typeof second !== 'number'))
      throw new Error('not faked: insertSheet with a template')
    const name = typeof first === 'string' ? first : null
    const index = typeof first === 'number' ? first : typeof second === 'number' ? second : null
    return sheetWithId(call('Spreadsheet.insertSheet', name, index).id)
  }
  deleteSheet(sheet: Sheet): void {
    call('Spreadsheet.deleteSheet', sheetId(sheet, 'Spreadsheet.deleteSheet'))
  }
  /** Position from 1. */
  moveActiveSheet(position: number): void {
    callAs('Spreadsheet.moveActiveSheet', 'Spreadsheet.moveSheet', call('Spreadsheet.getActiveSheet').id, position)
  }

  getRange(notation: string): Range {
    if (typeof notation !== 'string') throw mismatch('Spreadsheet.getRange', [notation])
    return rangeOf(call('Spreadsheet.getArea', notation, null))
  }
  getActiveRange(): Range | null {
    return rangeOf(call('Spreadsheet.getActiveArea'))
  }
  /** Works under currentonly, unlike the one of SpreadsheetApp (qiita ttsukagoshi b5fd5746). One range is selected here. */
  getActiveRangeList(): GoogleAppsScript.Spreadsheet.RangeList | null {
    return rangeListOf([call('Spreadsheet.getActiveArea')])
  }
  getActiveCell(): Range {
    return rangeOf({ ...call('Spreadsheet.getActiveArea'), rows: 1, columns: 1 })
  }
  getCurrentCell(): Range | null {
    return this.getActiveCell()
  }
  setActiveRange(range: Range): Range {
    callAs('Spreadsheet.setActiveRange', 'Spreadsheet.setActiveArea', areaOf(range, 'Spreadsheet.setActiveRange'))
    return range
  }
  getRangeByName(name: string): Range | null {
    const area = call('Spreadsheet.getNamedRange', name)
    return area && rangeOf(area)
  }
  getNamedRanges(): GoogleAppsScript.Spreadsheet.NamedRange[] {
    return namedRangesOf(null, 'Spreadsheet.getNamedRanges')
  }
  setNamedRange(name: string, range: Range): void {
    call('Spreadsheet.setNamedRange', name, areaOf(range, 'Spreadsheet.setNamedRange'))
  }
  removeNamedRange(name: string): void {
    call('Spreadsheet.removeNamedRange', name)
  }
  getProtections(type: unknown): GoogleAppsScript.Spreadsheet.Protection[] {
    const label = 'Spreadsheet.getProtections'
    return protectionsOf(null, nameOf(type, label) === 'SHEET' ? 'SHEET' : 'RANGE', label)
  }

  getSpreadsheetLocale(): string {
    return String(callAs('Spreadsheet.getSpreadsheetLocale', 'Spreadsheet.getSetting', 'locale'))
  }
  setSpreadsheetLocale(locale: string): void {
    callAs('Spreadsheet.setSpreadsheetLocale', 'Spreadsheet.setSetting', 'locale', locale)
  }
  getSpreadsheetTimeZone(): string {
    return String(callAs('Spreadsheet.getSpreadsheetTimeZone', 'Spreadsheet.getSetting', 'timeZone'))
  }
  setSpreadsheetTimeZone(zone: string): void {
    callAs('Spreadsheet.setSpreadsheetTimeZone', 'Spreadsheet.setSetting', 'timeZone', zone)
  }
  getRecalculationInterval(): GoogleAppsScript.Spreadsheet.RecalculationInterval {
    const name = callAs('Spreadsheet.getRecalculationInterval', 'Spreadsheet.getSetting', 'recalculation')
    return enumValue(enums.RecalculationInterval, String(name))
  }
  setRecalculationInterval(interval: unknown): Spreadsheet {
    const label = 'Spreadsheet.setRecalculationInterval'
    callAs(label, 'Spreadsheet.setSetting', 'recalculation', nameOf(interval, label))
    return whole<Spreadsheet>(this)
  }
  setIterativeCalculationEnabled(enabled: boolean): Spreadsheet {
    callAs('Spreadsheet.setIterativeCalculationEnabled', 'Spreadsheet.setSetting', 'iterative', enabled)
    return whole<Spreadsheet>(this)
  }

  toast(message: string, title?: string | null, _seconds?: number | null): void {
    call('Spreadsheet.toast', String(message), title ?? '')
  }

  addDeveloperMetadata(key: string, value?: unknown, visibility?: unknown): Spreadsheet {
    const label = 'Spreadsheet.addDeveloperMetadata'
    const text = typeof value === 'string' ? value : null
    const seen =
      visibility ??
      (typeof value === 'string' || value === undefined ? enums.DeveloperMetadataVisibility.DOCUMENT : value)
    addMetadata(label, { kind: 'SPREADSHEET' }, key, text, nameOf(seen, label))
    return whole<Spreadsheet>(this)
  }
  getDeveloperMetadata(): GoogleAppsScript.Spreadsheet.DeveloperMetadata[] {
    return metadataHere('Spreadsheet.getDeveloperMetadata', { kind: 'SPREADSHEET' })
  }
  createDeveloperMetadataFinder(): GoogleAppsScript.Spreadsheet.DeveloperMetadataFinder {
    return finderOf({ kind: 'SPREADSHEET' })
  }
}
faked('Spreadsheet', FakeSpreadsheet)

handOut({ spreadsheet: () => whole<Spreadsheet>(new FakeSpreadsheet()) })

function active(): Spreadsheet {
  // null in a web app, says Google's guide; the typings do not (ground truth 3).
  return call('SpreadsheetApp.getActiveSpreadsheet') ? theSpreadsheet() : (null as unknown as Spreadsheet)
}

/** All want the wide scope, even for this very file (ground truth 4). */
const other =
  (method: string) =>
  (..._args: readonly unknown[]): Spreadsheet => {
    callAs(`SpreadsheetApp.${method}`, 'SpreadsheetApp.openOther')
    throw new Error(`not faked: SpreadsheetApp.${method}`)
  }

export const SpreadsheetApp = namespace<GoogleAppsScript.Spreadsheet.SpreadsheetApp>('SpreadsheetApp', {
  BandingTheme: enums.BandingTheme,
  BooleanCriteria: enums.BooleanCriteria,
  BorderStyle: enums.BorderStyle,
  CopyPasteType: enums.CopyPasteType,
  DataValidationCriteria: enums.DataValidationCriteria,
  DeveloperMetadataLocationType: enums.DeveloperMetadataLocationType,
  DeveloperMetadataVisibility: enums.DeveloperMetadataVisibility,
  Dimension: enums.Dimension,
  GroupControlTogglePosition: enums.GroupControlTogglePosition,
  InterpolationType: enums.InterpolationType,
  ProtectionType: enums.ProtectionType,
  RecalculationInterval: enums.RecalculationInterval,
  RelativeDate: enums.RelativeDate,
  SheetType: enums.SheetType,
  WrapStrategy: enums.WrapStrategy,
  getActive: active,
  getActiveSpreadsheet: active,
  getActiveSheet: () => active().getActiveSheet(),
  getActiveRange: () => rangeOf(call('Spreadsheet.getActiveArea')),
  getCurrentCell: () => rangeOf({ ...call('Spreadsheet.getActiveArea'), rows: 1, columns: 1 }),
  flush: () => {
    call('SpreadsheetApp.flush')
  },
  getUi,
  create: other('create'),
  open: other('open'),
  openById: other('openById'),
  openByUrl: other('openByUrl'),
  newDataValidation,
  newConditionalFormatRule,
  newFilterCriteria,
  newRichTextValue,
  newTextStyle,
})

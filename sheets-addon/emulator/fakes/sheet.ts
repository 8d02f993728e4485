/** Sheet: a tab by its id. */
import { bandingsOf } from './banding.ts'
import { call, callAs, mismatch } from './bridge.ts'
import { chartData, chartOf, newChart } from './charts.ts'
import { conditionalRuleData, conditionalRuleOf } from './conditional-format.ts'
import { nameOf } from './enumeration.ts'
import { DeveloperMetadataVisibility, SheetType } from './enums.ts'
import { filterOf } from './filter.ts'
import { areaOf, handOut, rangeOf, theSpreadsheet } from './handed-out.ts'
import { Lanes } from './lanes.ts'
import { addMetadata, finderOf, metadataHere } from './metadata.ts'
import { namedRangesOf } from './named-range.ts'
import { faked, whole } from './not-faked.ts'
import { protectArea, protectionsOf } from './protection.ts'
import { rangeListOf } from './range-list.ts'
import { type CellOut, decodeRows, encodeValue } from './values.ts'

type Sheet = GoogleAppsScript.Spreadsheet.Sheet
type Range = GoogleAppsScript.Spreadsheet.Range

export function sheetId(sheet: unknown, label: string): number {
  if (sheet instanceof FakeSheet) return sheet.id
  throw mismatch(label, [sheet])
}

class FakeSheet extends Lanes implements Partial<Sheet> {
  readonly id: number
  constructor(id: number) {
    super()
    this.id = id
  }

  getSheetId(): number {
    return this.id
  }
  getName(): string {
    return call('Sheet.getFacts', this.id).name
  }
  getSheetName(): string {
    return this.getName()
  }
  setName(name: string): Sheet {
    call('Sheet.setName', this.id, name)
    return whole<Sheet>(this)
  }
  getIndex(): number {
    return call('Sheet.getFacts', this.id).index
  }
  getParent(): GoogleAppsScript.Spreadsheet.Spreadsheet {
    return theSpreadsheet()
  }
  getType(): GoogleAppsScript.Spreadsheet.SheetType {
    return SheetType.GRID
  }
  activate(): Sheet {
    callAs('Sheet.activate', 'Spreadsheet.setActiveSheet', this.id)
    return whole<Sheet>(this)
  }

  getMaxRows(): number {
    return callAs('Sheet.getMaxRows', 'Sheet.getSize', this.id).rows
  }
  getMaxColumns(): number {
    return callAs('Sheet.getMaxColumns', 'Sheet.getSize', this.id).columns
  }
  getLastRow(): number {
    return callAs('Sheet.getLastRow', 'Sheet.getExtent', this.id).rows
  }
  getLastColumn(): number {
    return callAs('Sheet.getLastColumn', 'Sheet.getExtent', this.id).columns
  }
  getRange(...args: readonly unknown[]): Range {
    const [first, second, rows = 1, columns = 1] = args
    if (typeof first === 'string' && args.length === 1) return rangeOf(call('Spreadsheet.getArea', first, this.id))
    if ([first, second, rows, columns].some((value) => typeof value !== 'number'))
      throw mismatch('Sheet.getRange', args)
    return rangeOf(call('Sheet.area', this.id, Number(first), Number(second), Number(rows), Number(columns)))
  }
  getRangeList(notations: string[]): GoogleAppsScript.Spreadsheet.RangeList {
    return rangeListOf(notations.map((text) => call('Spreadsheet.getArea', text, this.id)))
  }
  getDataRange(): Range {
    return rangeOf(callAs('Sheet.getDataRange', 'Sheet.getDataArea', this.id))
  }
  getSheetValues(row: number, column: number, rows: number, columns: number): CellOut[][] {
    return decodeRows(call('Sheet.getSheetValues', this.id, row, column, rows, columns))
  }
  getActiveRange(): Range {
    return rangeOf(callAs('Sheet.getActiveRange', 'Spreadsheet.getActiveArea'))
  }
  getActiveCell(): Range {
    return rangeOf({ ...callAs('Sheet.getActiveCell', 'Spreadsheet.getActiveArea'), rows: 1, columns: 1 })
  }
  getCurrentCell(): Range {
    return this.getActiveCell()
  }
  setActiveRange(range: Range): Range {
    callAs('Sheet.setActiveRange', 'Spreadsheet.setActiveArea', areaOf(range, 'Sheet.setActiveRange'))
    return range
  }
  /** Atomic; goes below any formula, even one that shows nothing (ground truth 14). */
  appendRow(values: unknown[]): Sheet {
    if (!Array.isArray(values)) throw mismatch('Sheet.appendRow', [values])
    call(
      'Sheet.appendRow',
      this.id,
      Array.from(values, (value) => encodeValue(value, 'Sheet.appendRow')),
    )
    return whole<Sheet>(this)
  }
  clear(options?: { contentsOnly?: boolean | undefined; formatOnly?: boolean | undefined }): Sheet {
    this.#whole().clear(options ?? {})
    return whole<Sheet>(this)
  }
  clearContents(): Sheet {
    this.#whole().clearContent()
    return whole<Sheet>(this)
  }
  clearFormats(): Sheet {
    this.#whole().clearFormat()
    return whole<Sheet>(this)
  }
  clearNotes(): Sheet {
    this.#whole().clearNote()
    return whole<Sheet>(this)
  }
  #whole(): Range {
    return rangeOf({ sheet: this.id, row: 1, column: 1, ...call('Sheet.size', this.id) })
  }
  sort(column: number, ascending = true): Sheet {
    call('Sheet.sort', this.id, { column, ascending })
    return whole<Sheet>(this)
  }

  hideSheet(): Sheet {
    callAs('Sheet.hideSheet', 'Sheet.setHidden', this.id, true)
    return whole<Sheet>(this)
  }
  showSheet(): Sheet {
    callAs('Sheet.showSheet', 'Sheet.setHidden', this.id, false)
    return whole<Sheet>(this)
  }
  isSheetHidden(): boolean {
    return callAs('Sheet.isSheetHidden', 'Sheet.getTrait', this.id, 'hidden') === true
  }
  setTabColor(color: string | null): Sheet {
    callAs('Sheet.setTabColor', 'Sheet.setTrait', this.id, 'tabColor', color)
    return whole<Sheet>(this)
  }
  getTabColor(): string | null {
    const color = callAs('Sheet.getTabColor', 'Sheet.getTrait', this.id, 'tabColor')
    return typeof color === 'string' ? color : null
  }
  setHiddenGridlines(hidden: boolean): Sheet {
    callAs('Sheet.setHiddenGridlines', 'Sheet.setTrait', this.id, 'hiddenGridlines', hidden)
    return whole<Sheet>(this)
  }
  hasHiddenGridlines(): boolean {
    return callAs('Sheet.hasHiddenGridlines', 'Sheet.getTrait', this.id, 'hiddenGridlines') === true
  }

  protect(): GoogleAppsScript.Spreadsheet.Protection {
    return protectArea({ sheet: this.id, row: 1, column: 1, ...call('Sheet.size', this.id) }, 'SHEET', 'Sheet.protect')
  }
  getProtections(type: unknown): GoogleAppsScript.Spreadsheet.Protection[] {
    const label = 'Sheet.getProtections'
    return protectionsOf(this.id, nameOf(type, label) === 'SHEET' ? 'SHEET' : 'RANGE', label)
  }
  getConditionalFormatRules(): GoogleAppsScript.Spreadsheet.ConditionalFormatRule[] {
    return call('Sheet.getConditionalFormatRules', this.id).map((rule) => conditionalRuleOf(this.id, rule))
  }
  setConditionalFormatRules(rules: GoogleAppsScript.Spreadsheet.ConditionalFormatRule[]): void {
    call(
      'Sheet.setConditionalFormatRules',
      this.id,
      rules.map((rule) => conditionalRuleData(this.id, rule)),
    )
  }
  clearConditionalFormatRules(): void {
    callAs('Sheet.clearConditionalFormatRules', 'Sheet.setConditionalFormatRules', this.id, [])
  }
  getBandings(): GoogleAppsScript.Spreadsheet.Banding[] {
    return bandingsOf(this.id, null, 'Sheet.getBandings')
  }
  getFilter(): GoogleAppsScript.Spreadsheet.Filter | null {
    return call('Filter.get', this.id) && filterOf(this.id)
  }
  getNamedRanges(): GoogleAppsScript.Spreadsheet.NamedRange[] {
    return namedRangesOf(this.id, 'Sheet.getNamedRanges')
  }

  newChart(): GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder {
    return newChart()
  }
  getCharts(): GoogleAppsScript.Spreadsheet.EmbeddedChart[] {
    return call('Sheet.getCharts', this.id).map(chartOf)
  }
  insertChart(chart: GoogleAppsScript.Spreadsheet.EmbeddedChart): void {
    call('Sheet.insertChart', this.id, chartData(chart, 'Sheet.insertChart'))
  }
  updateChart(chart: GoogleAppsScript.Spreadsheet.EmbeddedChart): void {
    call('Sheet.updateChart', this.id, chartData(chart, 'Sheet.updateChart'))
  }
  removeChart(chart: GoogleAppsScript.Spreadsheet.EmbeddedChart): void {
    call('Sheet.removeChart', this.id, chartData(chart, 'Sheet.removeChart').id)
  }

  addDeveloperMetadata(key: string, value?: unknown, visibility?: unknown): Sheet {
    const label = 'Sheet.addDeveloperMetadata'
    if (visibility === undefined && value !== undefined && typeof value !== 'string') {
      addMetadata(label, { kind: 'SHEET', sheet: this.id }, key, null, nameOf(value, label))
      return whole<Sheet>(this)
    }
    const text = typeof value === 'string' ? value : null
    addMetadata(
      label,
      { kind: 'SHEET', sheet: this.id },
      key,
      text,
      nameOf(visibility ?? DeveloperMetadataVisibility.DOCUMENT, label),
    )
    return whole<Sheet>(this)
  }
  getDeveloperMetadata(): GoogleAppsScript.Spreadsheet.DeveloperMetadata[] {
    return metadataHere('Sheet.getDeveloperMetadata', { kind: 'SHEET', sheet: this.id })
  }
  createDeveloperMetadataFinder(): GoogleAppsScript.Spreadsheet.DeveloperMetadataFinder {
    return finderOf({ kind: 'SHEET', sheet: this.id })
  }
}
faked('Sheet', Lanes)
handOut({ sheet: (id) => whole<Sheet>(new FakeSheet(id)) })

/** What a Sheet does to its rows and columns. Numbers count from 1. */
import type { Axis } from '../host/shift.ts'
import { call, callAs } from './bridge.ts'
import { enumValue, nameOf } from './enumeration.ts'
import { GroupControlTogglePosition } from './enums.ts'
import { areaOf, rangeOf, sheetWithId } from './handed-out.ts'
import { faked, whole } from './not-faked.ts'

type Sheet = GoogleAppsScript.Spreadsheet.Sheet
type Range = GoogleAppsScript.Spreadsheet.Range
type Group = GoogleAppsScript.Spreadsheet.Group

/** Rows, columns and their groups: the two axes have the same methods. */
export abstract class Lanes {
  abstract readonly id: number
  protected insert(method: string, axis: Axis, at: number, count: number, inherit: 'before' | 'after'): Sheet {
    callAs(`Sheet.${method}`, 'Sheet.insertLanes', this.id, axis, at, count, inherit)
    return sheetWithId(this.id)
  }
  protected lanes(method: string, axis: Axis, first: number, count: number, hidden: boolean): void {
    callAs(`Sheet.${method}`, 'Sheet.setLaneHidden', this.id, axis, first, count, hidden)
  }

  insertRowsAfter(after: number, count: number): Sheet {
    return this.insert('insertRowsAfter', 'rows', after + 1, count, 'before')
  }
  insertRowsBefore(before: number, count: number): Sheet {
    return this.insert('insertRowsBefore', 'rows', before, count, 'after')
  }
  insertRowAfter(after: number): Sheet {
    return this.insert('insertRowAfter', 'rows', after + 1, 1, 'before')
  }
  insertRowBefore(before: number): Sheet {
    return this.insert('insertRowBefore', 'rows', before, 1, 'after')
  }
  insertRows(before: number, count = 1): void {
    this.insert('insertRows', 'rows', before, count, 'after')
  }
  insertColumnsAfter(after: number, count: number): Sheet {
    return this.insert('insertColumnsAfter', 'columns', after + 1, count, 'before')
  }
  insertColumnsBefore(before: number, count: number): Sheet {
    return this.insert('insertColumnsBefore', 'columns', before, count, 'after')
  }
  insertColumnAfter(after: number): Sheet {
    return this.insert('insertColumnAfter', 'columns', after + 1, 1, 'before')
  }
  insertColumnBefore(before: number): Sheet {
    return this.insert('insertColumnBefore', 'columns', before, 1, 'after')
  }
  insertColumns(before: number, count = 1): void {
    this.insert('insertColumns', 'columns', before, count, 'after')
  }
  deleteRow(row: number): Sheet {
    callAs('Sheet.deleteRow', 'Sheet.deleteLanes', this.id, 'rows', row, 1)
    return sheetWithId(this.id)
  }
  deleteRows(row: number, count: number): void {
    callAs('Sheet.deleteRows', 'Sheet.deleteLanes', this.id, 'rows', row, count)
  }
  deleteColumn(column: number): Sheet {
    callAs('Sheet.deleteColumn', 'Sheet.deleteLanes', this.id, 'columns', column, 1)
    return sheetWithId(this.id)
  }
  deleteColumns(column: number, count: number): void {
    callAs('Sheet.deleteColumns', 'Sheet.deleteLanes', this.id, 'columns', column, count)
  }
  moveRows(rows: Range, before: number): void {
    const area = areaOf(rows, 'Sheet.moveRows')
    callAs('Sheet.moveRows', 'Sheet.moveLanes', this.id, 'rows', area.row, area.rows, before)
  }
  moveColumns(columns: Range, before: number): void {
    const area = areaOf(columns, 'Sheet.moveColumns')
    callAs('Sheet.moveColumns', 'Sheet.moveLanes', this.id, 'columns', area.column, area.columns, before)
  }
  hideRows(row: number, count = 1): void {
    this.lanes('hideRows', 'rows', row, count, true)
  }
  showRows(row: number, count = 1): void {
    this.lanes('showRows', 'rows', row, count, false)
  }
  hideColumns(column: number, count = 1): void {
    this.lanes('hideColumns', 'columns', column, count, true)
  }
  showColumns(column: number, count = 1): void {
    this.lanes('showColumns', 'columns', column, count, false)
  }
  hideRow(row: Range): void {
    const area = areaOf(row, 'Sheet.hideRow')
    this.lanes('hideRow', 'rows', area.row, area.rows, true)
  }
  hideColumn(column: Range): void {
    const area = areaOf(column, 'Sheet.hideColumn')
    this.lanes('hideColumn', 'columns', area.column, area.columns, true)
  }
  unhideColumn(column: Range): void {
    const area = areaOf(column, 'Sheet.unhideColumn')
    this.lanes('unhideColumn', 'columns', area.column, area.columns, false)
  }
  isRowHiddenByUser(row: number): boolean {
    return callAs('Sheet.isRowHiddenByUser', 'Sheet.isLaneHidden', this.id, 'rows', row, 'user')
  }
  isRowHiddenByFilter(row: number): boolean {
    return callAs('Sheet.isRowHiddenByFilter', 'Sheet.isLaneHidden', this.id, 'rows', row, 'filter')
  }
  isColumnHiddenByUser(column: number): boolean {
    return callAs('Sheet.isColumnHiddenByUser', 'Sheet.isLaneHidden', this.id, 'columns', column, 'user')
  }
  setColumnWidth(column: number, width: number): Sheet {
    return this.setColumnWidths(column, 1, width)
  }
  setColumnWidths(column: number, count: number, width: number): Sheet {
    callAs('Sheet.setColumnWidths', 'Sheet.setLaneSize', this.id, 'columns', column, count, width)
    return sheetWithId(this.id)
  }
  getColumnWidth(column: number): number {
    return callAs('Sheet.getColumnWidth', 'Sheet.getLaneSize', this.id, 'columns', column)
  }
  setRowHeight(row: number, height: number): Sheet {
    return this.setRowHeights(row, 1, height)
  }
  setRowHeights(row: number, count: number, height: number): Sheet {
    callAs('Sheet.setRowHeights', 'Sheet.setLaneSize', this.id, 'rows', row, count, height)
    return sheetWithId(this.id)
  }
  /** The row is not made higher for its text. */
  setRowHeightsForced(row: number, count: number, height: number): Sheet {
    callAs('Sheet.setRowHeightsForced', 'Sheet.setLaneSize', this.id, 'rows', row, count, height)
    return sheetWithId(this.id)
  }
  getRowHeight(row: number): number {
    return callAs('Sheet.getRowHeight', 'Sheet.getLaneSize', this.id, 'rows', row)
  }
  setFrozenRows(rows: number): void {
    callAs('Sheet.setFrozenRows', 'Sheet.setFrozen', this.id, 'rows', rows)
  }
  getFrozenRows(): number {
    return callAs('Sheet.getFrozenRows', 'Sheet.getFrozen', this.id, 'rows')
  }
  setFrozenColumns(columns: number): void {
    callAs('Sheet.setFrozenColumns', 'Sheet.setFrozen', this.id, 'columns', columns)
  }
  getFrozenColumns(): number {
    return callAs('Sheet.getFrozenColumns', 'Sheet.getFrozen', this.id, 'columns')
  }

  getColumnGroupDepth(column: number): number {
    return callAs('Sheet.getColumnGroupDepth', 'Sheet.getGroupDepth', this.id, 'columns', column)
  }
  getRowGroupDepth(row: number): number {
    return callAs('Sheet.getRowGroupDepth', 'Sheet.getGroupDepth', this.id, 'rows', row)
  }
  getColumnGroup(column: number, depth: number): Group {
    const { first, count } = callAs('Sheet.getColumnGroup', 'Sheet.getGroup', this.id, 'columns', column, depth)
    return whole<Group>(new FakeGroup(this.id, 'columns', first, count, depth))
  }
  getRowGroup(row: number, depth: number): Group {
    const { first, count } = callAs('Sheet.getRowGroup', 'Sheet.getGroup', this.id, 'rows', row, depth)
    return whole<Group>(new FakeGroup(this.id, 'rows', first, count, depth))
  }
  getColumnGroupControlPosition(): GoogleAppsScript.Spreadsheet.GroupControlTogglePosition {
    const position = callAs('Sheet.getColumnGroupControlPosition', 'Sheet.getGroupToggle', this.id, 'columns')
    return enumValue(GroupControlTogglePosition, position)
  }
  setColumnGroupControlPosition(position: unknown): Sheet {
    return this.#setToggle('setColumnGroupControlPosition', 'columns', position)
  }
  setRowGroupControlPosition(position: unknown): Sheet {
    return this.#setToggle('setRowGroupControlPosition', 'rows', position)
  }
  #setToggle(method: string, axis: Axis, position: unknown): Sheet {
    const label = `Sheet.${method}`
    callAs(label, 'Sheet.setGroupToggle', this.id, axis, nameOf(position, label) === 'BEFORE' ? 'BEFORE' : 'AFTER')
    return sheetWithId(this.id)
  }
  collapseAllColumnGroups(): Sheet {
    callAs('Sheet.collapseAllColumnGroups', 'Sheet.setAllGroupsFolded', this.id, 'columns', true)
    return sheetWithId(this.id)
  }
  expandAllColumnGroups(): Sheet {
    callAs('Sheet.expandAllColumnGroups', 'Sheet.setAllGroupsFolded', this.id, 'columns', false)
    return sheetWithId(this.id)
  }
}

class FakeGroup implements Partial<Group> {
  readonly #sheet: number
  readonly #axis: Axis
  readonly #first: number
  readonly #count: number
  readonly #depth: number
  constructor(sheet: number, axis: Axis, first: number, count: number, depth: number) {
    this.#sheet = sheet
    this.#axis = axis
    this.#first = first
    this.#count = count
    this.#depth = depth
  }
  #fold(method: string, folded: boolean): Group {
    callAs(`Group.${method}`, 'Sheet.setGroupFolded', this.#sheet, this.#axis, this.#first, this.#depth, folded)
    return whole<Group>(this)
  }
  collapse(): Group {
    return this.#fold('collapse', true)
  }
  expand(): Group {
    return this.#fold('expand', false)
  }
  isCollapsed(): boolean {
    return callAs('Group.isCollapsed', 'Sheet.isGroupFolded', this.#sheet, this.#axis, this.#first)
  }
  getDepth(): number {
    return this.#depth
  }
  getRange(): Range {
    const { rows, columns } = call('Sheet.size', this.#sheet)
    const lanes = { first: this.#first, count: this.#count }
    return rangeOf(
      this.#axis === 'columns'
        ? { sheet: this.#sheet, row: 1, rows, column: lanes.first, columns: lanes.count }
        : { sheet: this.#sheet, column: 1, columns, row: lanes.first, rows: lanes.count },
    )
  }
  remove(): void {
    const area = areaOf(this.getRange(), 'Group.remove')
    callAs('Group.remove', 'Range.shiftGroupDepth', area, this.#axis, -1)
  }
}
faked('Group', FakeGroup)

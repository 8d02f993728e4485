/** What a tab keeps beside its cells: conditional formats, banding, filter, charts (ground truth §1). */
import {
  type Area,
  type Banding,
  type Box,
  type Chart,
  type ConditionalRule,
  type Filter,
  type FilterCriteria,
  type Sheet,
  withSheet,
} from './book.ts'
import { service } from './call.ts'
import { integer } from './chance.ts'
import { exception } from './errors.ts'
import type { Execution } from './execution.ts'
import { applyFilter } from './filtering.ts'
import { type SortKey, sortRows } from './ordering.ts'
import { assertMayEdit, overlaps } from './protection.ts'
import { needs } from './scopes.ts'
import { sheetFor } from './sheet-access.ts'

const { counted, free } = service('SpreadsheetApp', needs.thisSpreadsheet)

const change = ({ workspace }: Execution, id: number, by: (sheet: Sheet) => Sheet): void =>
  workspace.change((book) => withSheet(book, id, by))
const boxOf = ({ row, column, rows, columns }: Box): Box => ({ row, column, rows, columns })
const number = ({ world }: Execution): number => integer(world.chance, 2_000_000_000)

export const ruleCalls = {
  'Sheet.getConditionalFormatRules': counted(
    (execution: Execution, sheet: number) => sheetFor(execution, sheet).conditionalRules,
  ),
  /** Replaces the whole list of the tab; the order matters. */
  'Sheet.setConditionalFormatRules': counted(
    (execution: Execution, sheet: number, rules: readonly ConditionalRule[]) => {
      for (const rule of rules) {
        if (rule.boxes.length === 0) throw exception('Conditional format rule must have ranges.')
        if (!rule.boolean && !rule.gradient) throw exception('Conditional format rule must have a condition.')
      }
      change(execution, sheet, (before) => ({ ...before, conditionalRules: rules }))
    },
  ),

  /** A second one on the same range throws (K). */
  'Banding.add': counted(
    (execution: Execution, area: Area, direction: 'rows' | 'columns', colors: Banding['colors']): number => {
      if (sheetFor(execution, area.sheet).bandings.some(({ box }) => overlaps(box, area))) {
        throw exception(
          'You cannot add alternating background colors to a range that already has alternating background colors.',
        )
      }
      const banding: Banding = { id: number(execution), box: boxOf(area), direction, colors }
      change(execution, area.sheet, (sheet) => ({ ...sheet, bandings: [...sheet.bandings, banding] }))
      return banding.id
    },
  ),
  'Banding.list': counted((execution: Execution, sheet: number, within: Area | null): readonly Banding[] =>
    sheetFor(execution, sheet).bandings.filter(({ box }) => !within || overlaps(box, within)),
  ),
  'Banding.change': counted(
    (
      execution: Execution,
      sheet: number,
      id: number,
      by: { readonly box?: Box; readonly colors?: Banding['colors'] },
    ) => {
      change(execution, sheet, (before) => ({
        ...before,
        bandings: before.bandings.map((banding) =>
          banding.id === id
            ? { ...banding, ...(by.box ? { box: boxOf(by.box) } : {}), colors: { ...banding.colors, ...by.colors } }
            : banding,
        ),
      }))
    },
  ),
  'Banding.remove': counted((execution: Execution, sheet: number, id: number) => {
    change(execution, sheet, (before) => ({
      ...before,
      bandings: before.bandings.filter((banding) => banding.id !== id),
    }))
  }),

  'Filter.get': free((execution: Execution, sheet: number): Filter | null => sheetFor(execution, sheet).filter),
  /** One per tab: a second throws. */
  'Range.createFilter': counted((execution: Execution, area: Area) => {
    if (sheetFor(execution, area.sheet).filter)
      throw exception("You can't create a filter in a sheet that already has a filter.")
    change(execution, area.sheet, (sheet) => ({ ...sheet, filter: { box: boxOf(area), criteria: {} } }))
  }),
  'Filter.setCriteria': counted(
    (execution: Execution, sheet: number, column: number, criteria: FilterCriteria | null) => {
      const { evaluator } = execution.world
      execution.workspace.change((book) =>
        withSheet(book, sheet, (before) => {
          if (!before.filter) throw exception('There is no filter on this sheet.')
          const { [column]: _, ...others } = before.filter.criteria
          const filter = { ...before.filter, criteria: criteria ? { ...others, [column]: criteria } : others }
          return applyFilter(book, { ...before, filter }, evaluator)
        }),
      )
    },
  ),
  'Filter.getCriteria': counted((execution: Execution, sheet: number, column: number) => {
    return sheetFor(execution, sheet).filter?.criteria[column] ?? null
  }),
  'Filter.remove': counted((execution: Execution, sheet: number) => {
    change(execution, sheet, (before) => ({
      ...before,
      filter: null,
      rows: before.rows.map((lane) => lane && { ...lane, filtered: false }),
    }))
  }),
  /** The header row stays (gas-fakes). */
  'Filter.sort': counted((execution: Execution, sheet: number, key: SortKey) => {
    const box = sheetFor(execution, sheet).filter?.box
    if (!box) throw exception('There is no filter on this sheet.')
    const area: Area = { ...box, sheet, row: box.row + 1, rows: box.rows - 1 }
    assertMayEdit(execution, area)
    const { evaluator } = execution.world
    execution.workspace.change((book) => sortRows(book, area, [key], evaluator))
  }),

  'Sheet.getCharts': counted(
    (execution: Execution, sheet: number): readonly Chart[] => sheetFor(execution, sheet).charts,
  ),
  'Sheet.insertChart': counted((execution: Execution, sheet: number, chart: Omit<Chart, 'id'>): number => {
    if (chart.type === null) throw exception('Unexpected error while inserting a chart without a type.')
    const id = number(execution)
    change(execution, sheet, (before) => ({ ...before, charts: [...before.charts, { ...chart, id }] }))
    return id
  }),
  'Sheet.updateChart': counted((execution: Execution, sheet: number, chart: Chart) => {
    if (!sheetFor(execution, sheet).charts.some(({ id }) => id === chart.id))
      throw exception('The chart does not exist on this sheet.')
    change(execution, sheet, (before) => ({
      ...before,
      charts: before.charts.map((old) => (old.id === chart.id ? chart : old)),
    }))
  }),
  'Sheet.removeChart': counted((execution: Execution, sheet: number, id: number) => {
    change(execution, sheet, (before) => ({ ...before, charts: before.charts.filter((chart) => chart.id !== id) }))
  }),
}

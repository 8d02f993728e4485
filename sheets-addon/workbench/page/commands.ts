/** What the menus offer, built for the selection of the moment. */
import { lettersOf } from '../places.ts'
import type { Box, MenuEntry } from '../protocol.ts'
import type { Bench } from './bench.ts'
import { copyCells, pasteText } from './grid/copying.ts'
import { boxOf } from './grid/selection.ts'
import type { MenuItem } from './menu.tsx'
import type { NamedMenu } from './menu-bar.tsx'
import { words } from './words.ts'

const line: MenuItem = { label: '' }

export function clipboardItems({ table }: Bench): MenuItem[] {
  const paste = (isValuesOnly: boolean): void =>
    void navigator.clipboard.readText().then((text) => pasteText(table, text, isValuesOnly))
  return [
    { label: words.cut, keys: 'Ctrl+X', go: () => void copyCells(table, undefined, true) },
    { label: words.copy, keys: 'Ctrl+C', go: () => void copyCells(table, undefined, false) },
    { label: words.paste, keys: 'Ctrl+V', go: () => paste(false) },
    { label: words.pasteValues, keys: 'Ctrl+Maj+V', go: () => paste(true) },
    { label: words.clear, keys: 'Suppr', go: () => table.obey({ kind: 'clear' }) },
  ]
}

function rowItems({ table }: Bench, { row, rows }: Box): MenuItem[] {
  const lanes = (gesture: 'insert' | 'delete', at: number) => () =>
    void table.perform({ do: gesture, axis: 'rows', at, count: rows })
  return [
    { label: words.rowAbove(rows), go: lanes('insert', row) },
    { label: words.rowBelow(rows), go: lanes('insert', row + rows) },
    { label: words.deleteRows(row, rows), go: lanes('delete', row) },
  ]
}

function columnItems({ table }: Bench, { column, columns }: Box): MenuItem[] {
  const lanes = (gesture: 'insert' | 'delete', at: number, count: number) => () =>
    void table.perform({ do: gesture, axis: 'columns', at, count })
  return [
    { label: words.columnLeft, go: lanes('insert', column, 1) },
    { label: words.columnRight, go: lanes('insert', column + columns, 1) },
    { label: words.deleteColumns(lettersOf(column), columns), go: lanes('delete', column, columns) },
  ]
}

function hidingItems({ table }: Bench, axis: 'rows' | 'columns', first: number, count: number): MenuItem[] {
  const { hiddenRows, hiddenColumns } = table.shape()
  const near = (axis === 'rows' ? hiddenRows : hiddenColumns).some(
    ([from, to]) => from <= first + count && to >= first - 1,
  )
  const hide = { do: 'hide', axis, first, count } as const
  return [
    { label: axis === 'rows' ? words.hideRows(count) : words.hideColumns(count), go: () => void table.perform(hide) },
    {
      label: axis === 'rows' ? words.showRows : words.showColumns,
      isOff: !near,
      go: () => void table.perform({ ...hide, do: 'show', first: Math.max(1, first - 1), count: count + 2 }),
    },
  ]
}

function sortItems({ table }: Bench, { column }: Box): MenuItem[] {
  const sort = (isAscending: boolean) => () => void table.perform({ do: 'sort', column, isAscending })
  return [
    { label: words.sortUp, go: sort(true) },
    { label: words.sortDown, go: sort(false) },
  ]
}

function filterItem({ table }: Bench): MenuItem {
  const { filter, frozenRows, lastRow, lastColumn } = table.shape()
  if (filter) return { label: words.filterOff, go: () => void table.perform({ do: 'filter' }) }
  const row = Math.max(1, frozenRows)
  const box = { row, column: 1, rows: Math.max(2, lastRow - row + 1), columns: Math.max(1, lastColumn) }
  return { label: words.filterOn, go: () => void table.perform({ do: 'filter', box }) }
}

/** Right click on cells, on a row's number or on a column's letter. */
export function contextItems(bench: Bench, on: 'cells' | 'rows' | 'columns'): MenuItem[] {
  const box = boxOf(bench.table.selection.get())
  const rows = [...rowItems(bench, box), ...(on === 'rows' ? hidingItems(bench, 'rows', box.row, box.rows) : [])]
  const columns = [...columnItems(bench, box), ...hidingItems(bench, 'columns', box.column, box.columns)]
  return [
    ...clipboardItems(bench),
    line,
    ...(on === 'columns' ? columns : rows),
    ...(on === 'rows' ? [] : [line, ...sortItems(bench, box), filterItem(bench)]),
  ]
}

export interface Openers {
  readonly restart: () => void
  readonly keys: () => void
}

export function menusOf(bench: Bench, open: Openers): NamedMenu[] {
  const { mirror, table } = bench
  const book = mirror.book.get()
  const box = boxOf(table.selection.get())
  const script = (entries: readonly MenuEntry[]): MenuItem[] =>
    entries.map(({ label, run, items }) => ({
      label,
      ...(run === undefined ? {} : { go: () => void bench.runMenu(run) }),
      ...(items === undefined ? {} : { items: script(items) }),
    }))
  return [
    {
      title: words.file,
      items: [
        { label: words.downloadXlsx, go: () => location.assign('classeur.xlsx') },
        line,
        { label: words.restart, go: open.restart },
      ],
    },
    {
      title: words.edit,
      items: [
        { label: words.undo, keys: 'Ctrl+Z', isOff: !book?.canUndo, go: () => table.obey({ kind: 'undo' }) },
        { label: words.redo, keys: 'Ctrl+Y', isOff: !book?.canRedo, go: () => table.obey({ kind: 'redo' }) },
        line,
        ...clipboardItems(bench),
      ],
    },
    { title: words.insert, items: [...rowItems(bench, box).slice(0, 2), ...columnItems(bench, box).slice(0, 2)] },
    { title: words.data, items: [...sortItems(bench, box), line, filterItem(bench)] },
    ...(book?.menus ?? []).map(({ title, items }) => ({ title, items: script(items), isOurs: true })),
    { title: words.help, items: [{ label: words.shortcuts, go: open.keys }] },
  ]
}

import type { NumberReserved } from '@tabellion/shared/journal'
import {
  type Cell,
  columnsOf,
  FIRST_DATA_ROW,
  HEADING_ROW,
  isIssued,
  readTable,
  type TabKey,
  type Table,
  tabs,
  textOf,
} from '@tabellion/shared/ledger'
import { keystrokePorts } from '../compose.ts'
import { type CellChange, itemFills, ledgerRepairs, registerRepairs } from '../workbook/freeze.ts'
import { openWorkbook, type Workbook } from '../workbook/open.ts'
import { written } from '../workbook/write.ts'
import { freeCopies } from './free-copies.ts'
import { activeSpreadsheet } from './sheets.ts'

/** Beyond this many rows at once it is a paste or a drag: the integrity check takes care of it. */
const MOST_ROWS = 50

/**
 * A simple trigger, at each keystroke: leaves at once unless a row of *Ventes* or *Factures* was edited. Issued cells are put
 * back from the journal, never from `oldValue` (ground truth 11); events may be lost, so this is a courtesy, not the guard.
 */
export function onCellEdited(event: GoogleAppsScript.Events.SheetsOnEdit): void {
  const { range } = event
  const title = range.getSheet().getName()
  const tab = title === tabs.sales.title ? 'sales' : title === tabs.invoices.title ? 'invoices' : undefined
  const first = range.getRow()
  const rows = range.getNumRows()
  if (tab === undefined || first < FIRST_DATA_ROW || rows > MOST_ROWS) return
  const ports = keystrokePorts()
  const table = tableOf(tab, first, rows)
  if (!table) return
  const covers = (at: number | undefined): boolean =>
    at !== undefined && range.getColumn() <= at && at < range.getColumn() + range.getNumColumns()
  if (tab === 'sales' && covers(table.position['id' as never])) {
    const freed = freeCopies(ports, table as never)
    if (freed === 'billed')
      activeSpreadsheet().toast(
        'La copie est une nouvelle vente : cochez « À facturer » le moment venu.',
        'Facturation',
        8,
      )
    if (freed !== 'none') return
  }
  const workbook = openWorkbook(ports)
  const wanted = new Set(
    [...table.rows.map((row) => textOf(numberOf(row))), String(event.oldValue ?? '')].filter((number) => number !== ''),
  )
  const repairs = wanted.size === 0 ? [] : repairsFor(tab, table, workbook, wanted)
  if (repairs.length > 0) {
    apply(tab, table, repairs)
    activeSpreadsheet().toast(
      'Cette ligne est facturée : ses cellules ont repris leur valeur. Pour corriger, utilisez Facturation › Factures et clients › Créer un avoir.',
      'Facturation',
      10,
    )
    return
  }
  const itemColumn = tab === 'sales' ? table.position['item' as never] : undefined
  if (covers(itemColumn)) fillFromItems(table as never, workbook)
}

/** The edited rows alone, under the tab's headings. */
function tableOf(tab: 'sales' | 'invoices', first: number, count: number): Table<'sales' | 'invoices'> | undefined {
  const { sheets } = keystrokePorts()
  const width = columnsOf(tab).length + 10
  const wide = sheets.readBlock(
    tab,
    HEADING_ROW,
    1,
    1,
    Math.min(width, activeSpreadsheet().getSheetByName(tabs[tab].title)?.getMaxColumns() ?? width),
  )
  const lines = sheets.readBlock(tab, first, 1, count, wide[0]?.length ?? 1)
  const blank: Cell[][] = Array.from({ length: first - HEADING_ROW - 1 }, () => [])
  const read = readTable(tab, [[], [], ...wide, ...blank, ...lines])
  return read.ok ? (read.value as Table<'sales' | 'invoices'>) : undefined
}

const numberOf = (row: Table<'sales' | 'invoices'>['rows'][number]): Cell => {
  const cells = row.cells as Readonly<Record<string, Cell>>
  return cells['document'] ?? cells['number'] ?? ''
}

function repairsFor(
  tab: TabKey,
  table: Table<'sales' | 'invoices'>,
  workbook: Workbook,
  numbers: ReadonlySet<string>,
): readonly CellChange[] {
  const events = workbook
    .events((row) => row.type === 'reserved' && numbers.has(row.key))
    .map((stored) => stored.event as NumberReserved)
  if (events.length === 0) return []
  return tab === 'sales'
    ? (table as unknown as Table<'sales'>).rows.flatMap((row) => ledgerRepairs(row, events))
    : (table as unknown as Table<'invoices'>).rows.flatMap((row) => registerRepairs(row, events))
}

function fillFromItems(table: Table<'sales'>, workbook: Workbook): void {
  const catalog = workbook.tableIfAny('catalog')
  if (!catalog) return
  apply(
    'sales',
    table,
    table.rows.filter((row) => !isIssued(row)).flatMap((row) => itemFills(row, catalog)),
  )
}

function apply(
  tab: 'sales' | 'invoices',
  table: Table<'sales' | 'invoices'> | Table<'sales'>,
  changes: readonly CellChange[],
): void {
  const { sheets } = keystrokePorts()
  const position = table.position as Readonly<Record<string, number>>
  for (const { row, column, value } of changes) {
    const at = position[column]
    if (at !== undefined) sheets.writeEach(tab, [{ row, column: at }], written(tab, column, value))
  }
}

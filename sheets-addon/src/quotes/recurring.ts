import type { RowsRecurring, StoredCells } from '@tabellion/shared/journal'
import { columnsOf, nextRows, type RecurringRow, textOf } from '@tabellion/shared/ledger'
import { writeNewIds } from '../issuing/apply.ts'
import { withIds } from '../issuing/settle.ts'
import type { Ports } from '../ports.ts'
import { headProperty, pendingProperty, type Workbook } from '../workbook/open.ts'
import { schemaEvents } from '../workbook/schema.ts'
import { appendEvents, appendRecords, positionsOf } from '../workbook/write.ts'

/**
 * Rows of *Ventes* whose *Récurrence* brings them back today, as drafts: exactly once, whatever stops the run. Those that a
 * stopped run had journalled are written first. Returns how many were added. Under the lock.
 */
export function makeRecurringRows({ sheets, store, clock, ids }: Ports, workbook: Workbook): number {
  const table = workbook.tableIfAny('sales')
  if (table === undefined) return 0
  // A series is followed by the IDs of its rows: those typed by hand get theirs now.
  const named = new Map(
    table.rows
      .filter(({ cells }) => textOf(cells.recurrence) !== '' && textOf(cells.id) === '')
      .map(({ row }) => [row, ids.next()]),
  )
  writeNewIds(sheets, table, named)
  if (named.size > 0) sheets.flush()
  const sales = withIds(table, named)
  const before = workbook
    .events(({ type }) => type === 'recurring')
    .flatMap(({ event }) => (event.type === 'recurring' ? [event] : []))
  const closed = new Set(workbook.journal().keys('recurred'))
  const left = before.filter(({ rows }) => !closed.has(rows[0]?.id ?? ''))
  const links = before.flatMap(({ rows }) => rows)
  const unwritten = new Set(left.flatMap(({ rows }) => rows.map(({ id }) => id)))
  // What is about to be written counts as there: its own followers come tomorrow.
  const next = unwritten.size > 0 ? [] : nextRows(sales.rows, links, clock.today, ids.next)
  if (next.length + left.length === 0) return 0
  const event: RowsRecurring = { type: 'recurring', v: 1, on: clock.today, rows: next.map(storedRow) }
  const events = [...left, ...(next.length === 0 ? [] : [event])]
  store.write(pendingProperty)
  const begun = appendEvents(
    sheets,
    [...schemaEvents(workbook.journal()), ...(next.length === 0 ? [] : [event])],
    workbook.journal().head,
    clock.instant,
  )
  sheets.flush()
  const present = new Set(sales.rows.map(({ cells }) => textOf(cells.id)))
  const added = events.flatMap(({ rows }) => rows).filter(({ id }) => !present.has(id))
  appendRecords(
    sheets,
    sales,
    added.map(({ cells }) => cells),
    positionsOf(sales),
  )
  const done = events.map(({ rows }) => ({ type: 'recurred', v: 1, first: rows[0]?.id ?? '' }) as const)
  const head = appendEvents(sheets, done, begun, clock.instant)
  sheets.flush()
  store.write(headProperty(head))
  return added.length
}

/** What the user had typed in the row before, on its new day. */
function storedRow({ model, id, from, anchor, date, label }: RecurringRow): RowsRecurring['rows'][number] {
  const typed = columnsOf('sales').flatMap(([key, { frozen }]) => {
    const value = model.cells[key]
    return frozen && value !== '' ? [[key, value]] : []
  })
  const cells: StoredCells = { ...Object.fromEntries(typed), date, label, recurrence: model.cells.recurrence, id }
  return { id, from, anchor, date, cells }
}

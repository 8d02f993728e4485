import { nameKey } from '@tabellion/shared/invoicing'
import type { OrderReceived, OrderTaken, StoredCells } from '@tabellion/shared/journal'
import { textOf } from '@tabellion/shared/ledger'
import type { Ports } from '../ports.ts'
import { headProperty, pendingProperty, type Workbook } from '../workbook/open.ts'
import { schemaEvents } from '../workbook/schema.ts'
import { appendEvents, appendRecords, positionsOf } from '../workbook/write.ts'

type Written = OrderReceived | OrderTaken
const CLOSED_BY = { ordered: 'orderListed', orderTaken: 'orderSold' } as const

/**
 * Journals what orders become, then writes their rows: those of *Commandes*, or those of *Ventes* and *Clients*; first of all those
 * that a stopped run had journalled. A row there already is left alone. False when nothing was to be written. Under the lock.
 */
export function writeOrders({ sheets, store, clock }: Ports, workbook: Workbook, fresh: readonly Written[]): boolean {
  const journal = workbook.journal()
  const closed = new Set(journal.rows.map(({ type, key }) => `${type} ${key}`))
  const isLeft = ({ type, key }: { readonly type: string; readonly key: string }): boolean =>
    (type === 'ordered' || type === 'orderTaken') && !closed.has(`${CLOSED_BY[type]} ${key}`)
  const left = journal.rows.some(isLeft)
    ? workbook
        .events(isLeft)
        .flatMap(({ event }) => (event.type === 'ordered' || event.type === 'orderTaken' ? [event] : []))
    : []
  const all = [...left, ...fresh]
  if (all.length === 0) return false
  store.write(pendingProperty)
  const begun = appendEvents(sheets, [...schemaEvents(journal), ...fresh], journal.head, clock.instant)
  sheets.flush()
  const rowsOf = (type: Written['type']) => all.flatMap((event) => (event.type === type ? event.rows : []))
  add(sheets, workbook, 'orders', rowsOf('ordered'))
  add(
    sheets,
    workbook,
    'clients',
    all.flatMap((event) => (event.type === 'orderTaken' && event.client ? [event.client] : [])),
  )
  add(sheets, workbook, 'sales', rowsOf('orderTaken'))
  const steps = all.map(({ type, order }) => ({ type: CLOSED_BY[type], v: 1, order }) as const)
  const head = appendEvents(sheets, steps, begun, clock.instant)
  sheets.flush()
  store.write(headProperty(head))
  return true
}

function add(
  sheets: Ports['sheets'],
  workbook: Workbook,
  tab: 'orders' | 'clients' | 'sales',
  rows: readonly { readonly id: string; readonly cells: StoredCells }[],
): void {
  if (rows.length === 0) return
  const table = workbook.table(tab)
  const ids = new Set(table.rows.map(({ cells }) => textOf(cells.id)))
  const names = new Set(
    tab === 'clients' ? workbook.table(tab).rows.map(({ cells }) => nameKey(textOf(cells.name))) : [],
  )
  const absent = rows.filter(({ id, cells }) => !ids.has(id) && !names.has(nameKey(textOf(cells['name'] ?? ''))))
  const records = absent.map(({ id, cells }) => ({ ...cells, id }))
  appendRecords(sheets, table, records, positionsOf(table))
}

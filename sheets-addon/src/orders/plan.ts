import type { Day } from '@tabellion/shared/calendar'
import { MOST_ORDER_LINES } from '@tabellion/shared/exchange'
import { nameKey } from '@tabellion/shared/invoicing'
import type { StoredCells } from '@tabellion/shared/journal'
import {
  type Cell,
  type ColumnKey,
  columnsOf,
  isBlank,
  type Row,
  type TabKey,
  type Table,
  textOf,
} from '@tabellion/shared/ledger'
import { findingSentence, sentenceWithoutPlace } from '../messages/findings.ts'
import { orderSentence } from '../messages/orders.ts'
import { planQuotes } from '../quotes/plan.ts'
import type { Workbook } from '../workbook/open.ts'
import { ordererOf } from './client.ts'
import type { OrderProblem } from './problems.ts'
import type { Order } from './rows.ts'

type StoredRow = { readonly id: string; readonly cells: StoredCells }

export type OrderPlan =
  | { readonly kind: 'review'; readonly why: string }
  | { readonly kind: 'ready'; readonly rows: readonly StoredRow[]; readonly client?: StoredRow }

/**
 * What an order becomes: lines of *Ventes*, and a client when nobody is meant. The rules are the quote's own, tried on the file as it
 * would be: what they would stop is said here, before anything is written. `sure`: someone read it and wants it all the same.
 */
export function planOrder(workbook: Workbook, order: Order, today: Day, newId: () => string, sure: boolean): OrderPlan {
  const stop = ownProblem(order, sure)
  if (stop) return { kind: 'review', why: orderSentence(stop) }
  const clients = workbook.table('clients')
  const orderer = ordererOf(order.rows[0], clients.rows)
  if (!orderer.ok) return { kind: 'review', why: orderSentence(orderer.problem) }
  const added = 'added' in orderer.value ? { id: newId(), cells: filled(orderer.value.added) } : undefined
  const name = 'known' in orderer.value ? orderer.value.known : textOf(added?.cells['name'] ?? '')
  const rows = order.rows.map((row): StoredRow => ({ id: newId(), cells: saleCells(order.order, name, row, today) }))
  const would = withRows(withRows(workbook, 'sales', rows), 'clients', added ? [added] : [])
  const wanted = { rows: rows.map(({ id }) => id), words: {}, send: false }
  const { findings } = planQuotes(would, wanted, new Set(), today, newId)
  const blocking = findings.find(({ severity }) => severity === 'blocking')
  if (blocking) {
    const { tab, row = 0 } = blocking.at ?? {}
    const isNew = (tab === 'sales' || tab === 'clients') && row >= workbook.table(tab).nextRow
    return { kind: 'review', why: isNew ? sentenceWithoutPlace(blocking) : findingSentence(blocking) }
  }
  return { kind: 'ready', rows, ...(added ? { client: added } : {}) }
}

/** Text that a spreadsheet or a page could take for more than text. It never is here; whoever sends it may hope otherwise. */
const SUSPICIOUS = /^[=+@\t-]|[<>{}\\]|https?:/i

function ownProblem({ order, rows }: Order, sure: boolean): OrderProblem | undefined {
  if (order === '') return { code: 'order-without-number' }
  if (rows.length > MOST_ORDER_LINES) return { code: 'order-too-long', lines: rows.length, most: MOST_ORDER_LINES }
  const names = new Set(rows.map(({ cells }) => nameKey(textOf(cells.client))))
  if (names.size > 1) return { code: 'order-two-clients' }
  const said = rows.flatMap(({ cells }) => [
    cells.order,
    cells.client,
    cells.label,
    cells.detail,
    cells.address,
    cells.city,
  ])
  const text = sure ? undefined : said.map(textOf).find((one) => SUSPICIOUS.test(one))
  return text === undefined ? undefined : { code: 'order-suspicious', text }
}

/** The order's number stands where the client looks for it, and keeps its lines apart from the client's other work. */
const saleCells = (order: string, client: string, { cells }: Row<'orders'>, today: Day): StoredCells =>
  filled({
    date: isBlank(cells.receivedOn) ? today : cells.receivedOn,
    client,
    group: `Commande ${order}`,
    label: cells.label,
    detail: cells.detail,
    quantity: cells.quantity,
    unit: cells.unit,
    unitPrice: cells.unitPrice,
    vatRate: cells.vatRate,
    order,
    clientReference: order,
  })

const filled = (cells: Readonly<Record<string, Cell>>): StoredCells =>
  Object.fromEntries(Object.entries(cells).filter(([, cell]) => cell !== ''))

/** The workbook as it would be with these rows, for who only reads. */
export function withRows(workbook: Workbook, tab: 'sales' | 'clients', added: readonly StoredRow[]): Workbook {
  if (added.length === 0) return workbook
  const table = <K extends TabKey>(wanted: K): Table<K> => {
    const read = workbook.table(wanted)
    return wanted === tab ? grown(read, added) : read
  }
  return { ...workbook, table, tableIfAny: (wanted) => (wanted === tab ? table(wanted) : workbook.tableIfAny(wanted)) }
}

function grown<K extends TabKey>(table: Table<K>, added: readonly StoredRow[]): Table<K> {
  const rows = added.map(({ id, cells }, at): Row<K> => {
    const given: StoredCells = { ...cells, id }
    const record = Object.fromEntries(columnsOf(table.tab).map(([key]) => [key, given[key] ?? '']))
    return { row: table.nextRow + at, cells: record as Record<ColumnKey<K>, Cell> }
  })
  return { ...table, rows: [...table.rows, ...rows], nextRow: table.nextRow + rows.length }
}

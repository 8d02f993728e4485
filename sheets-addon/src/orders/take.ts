import type { OrderTaken } from '@tabellion/shared/journal'
import { orderStatuses, type Table, textOf } from '@tabellion/shared/ledger'
import type { Ports } from '../ports.ts'
import { openWorkbook, type Workbook } from '../workbook/open.ts'
import { refuse } from '../workbook/refusal.ts'
import { type Patch, positionsOf, writePatches } from '../workbook/write.ts'
import { planOrder, withRows } from './plan.ts'
import { type Order, readOrders } from './rows.ts'
import { writeOrders } from './write.ts'

/** Which orders are to become lines of *Ventes*: those named, all that can, or none; the others are looked at all the same. */
export interface Taking {
  readonly which: readonly string[] | 'all' | 'none'
  readonly send: boolean
}

/** Looks at every order that is not taken yet, says in *Commandes* what keeps it, and takes those wanted. Under the lock. */
export function takeOrders(ports: Ports, { which, send }: Taking): readonly OrderTaken[] {
  const { clock, ids } = ports
  let workbook = openWorkbook(ports)
  if (workbook.tableIfAny('orders') === undefined) return typeof which === 'string' ? [] : unknown(which)
  if (writeOrders(ports, workbook, [])) workbook = openWorkbook(ports)
  const table = workbook.table('orders')
  const orders = readOrders(table)
  const known = new Set(workbook.journal().keys('orderTaken'))
  if (typeof which !== 'string') {
    const open = new Set(orders.map(({ order }) => order))
    unknown(which.filter((order) => order === '' || !open.has(order)))
  }
  const taken: OrderTaken[] = []
  const patches: Patch<'orders'>[] = []
  let would = workbook
  for (const one of orders.filter(({ order }) => !known.has(order))) {
    const named = typeof which !== 'string' && which.includes(one.order)
    const plan = planOrder(would, one, clock.today, ids.next, named)
    if (plan.kind === 'review' || !(named || which === 'all')) {
      patches.push(
        ...said(one, plan.kind === 'review' ? 'toReview' : 'received', plan.kind === 'review' ? plan.why : ''),
      )
      continue
    }
    const from = one.rows.map(({ cells }) => textOf(cells.id) || ids.next())
    const { client, rows } = plan
    const event: OrderTaken = {
      type: 'orderTaken',
      v: 1,
      order: one.order,
      on: clock.today,
      from,
      ...(client ? { client } : {}),
      rows,
      send,
    }
    taken.push(event)
    would = withRows(would, 'clients', client ? [client] : [])
    patches.push(...said(one, 'taken', '', from))
  }
  patches.push(...doubles(workbook, orders, known))
  if (taken.length > 0) writeOrders(ports, workbook, taken)
  check(ports, table, patches)
  return taken
}

const unknown = (orders: readonly string[]): readonly [] => {
  const [order] = orders
  return order === undefined ? [] : refuse({ code: 'unknown-order', order })
}

export const isWarning = (check: string): boolean => check.startsWith('Attention')

/** *Statut* and *Contrôle* of its rows, with the IDs that they were given; nothing of what they say already. */
function said(
  { rows }: Order,
  status: keyof typeof orderStatuses.labels,
  why: string,
  from: readonly string[] = [],
): readonly Patch<'orders'>[] {
  return rows.flatMap(({ cells, row }, at) => {
    const id = from[at] ?? textOf(cells.id)
    const before = textOf(cells.check)
    // Only the user takes away that another order came under this number.
    const wanted = { status: orderStatuses.labels[status], check: why || (isWarning(before) ? before : ''), id }
    const same = textOf(cells.status) === wanted.status && before === wanted.check && textOf(cells.id) === id
    return same ? [] : [{ row, cells: wanted }]
  })
}

/** Rows that came under a number after it was taken: they are said to be doubles, and make nothing. */
function doubles(workbook: Workbook, orders: readonly Order[], known: ReadonlySet<string>): readonly Patch<'orders'>[] {
  const late = orders
    .filter(({ order }) => known.has(order))
    .map(({ order, rows }) => ({ order, rows: rows.filter(({ cells }) => textOf(cells.status) === '') }))
    .filter(({ rows }) => rows.length > 0)
  if (late.length === 0) return []
  const names = new Set(late.map(({ order }) => order))
  const own = new Set(
    workbook
      .events(({ type, key }) => type === 'orderTaken' && names.has(key))
      .flatMap(({ event }) => (event.type === 'orderTaken' ? event.from : [])),
  )
  return late.flatMap(({ rows }) =>
    rows.map(({ cells, row }) => ({
      row,
      cells: { status: orderStatuses.labels[own.has(textOf(cells.id)) ? 'taken' : 'duplicate'] },
    })),
  )
}

/** Writes what rows of *Commandes* are told, in our own columns. */
export function check(
  { sheets }: Pick<Ports, 'sheets'>,
  table: Table<'orders'>,
  patches: readonly Patch<'orders'>[],
): void {
  if (patches.length === 0) return
  writePatches(sheets, table, patches, positionsOf(table), () => false)
  sheets.flush()
}

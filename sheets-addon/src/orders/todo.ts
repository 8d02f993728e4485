import { orderStatuses, tabTitle, textOf } from '@tabellion/shared/ledger'
import type { TodoItem } from '../actions/action.ts'
import { counted } from '../messages/sentences.ts'
import type { Workbook } from '../workbook/open.ts'
import { type Order, readOrders } from './rows.ts'

const { received, toReview } = orderStatuses.labels

/** Orders that need a look, and those that wait for someone to make their quote. */
export function orderItems(workbook: Workbook): readonly TodoItem[] {
  const table = workbook.tableIfAny('orders')
  const open = new Map<string, Order[]>([
    ['orders-to-review', []],
    ['orders-received', []],
  ])
  for (const order of table ? readOrders(table) : []) {
    const statuses = order.rows.map(({ cells }) => textOf(cells.status) || received)
    const isDoubtful = statuses.includes(toReview) || order.rows.some(({ cells }) => textOf(cells.check) !== '')
    if (isDoubtful || statuses[0] === received)
      open.get(isDoubtful ? 'orders-to-review' : 'orders-received')?.push(order)
  }
  return [...open].flatMap(([code, orders]) => {
    const [first] = orders
    if (first === undefined) return []
    const message =
      code === 'orders-received'
        ? `${counted(orders.length, 'commande attend son devis', 'commandes attendent leur devis')} : Facturation › Devis › Devis d’une commande.`
        : `${counted(orders.length, 'commande', 'commandes')} à revoir : voyez la colonne Contrôle.`
    return [{ code, count: orders.length, message, tab: tabTitle('orders'), row: first.rows[0].row }]
  })
}

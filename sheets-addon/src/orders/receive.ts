import { formatDay } from '@tabellion/shared/calendar'
import { type Answer, type Body, type RequestEnvelope, readBody } from '@tabellion/shared/exchange'
import type { OrderReceived } from '@tabellion/shared/journal'
import { canonicalJson, sha256Hex } from '@tabellion/shared/kernel'
import { textOf } from '@tabellion/shared/ledger'
import type { BrowserKey } from '../bridge/keys.ts'
import { type Refused, refusedFor } from '../bridge/refused.ts'
import { see } from '../bridge/see.ts'
import { orderSentence } from '../messages/orders.ts'
import type { Ports } from '../ports.ts'
import { openWorkbook, type Workbook } from '../workbook/open.ts'
import { repairStructure } from '../workbook/repair.ts'
import { orderCells } from './rows.ts'
import { check } from './take.ts'
import { writeOrders } from './write.ts'

/**
 * In a day: more than a freelancer sells, and few enough that a stolen key does not fill the file. Under the lock one comes after the
 * other; what proves nothing is refused before it costs a call.
 */
const MOST_A_DAY = 200

/**
 * A signed order: known for good once its event stands, whatever follows. The same again gets the same answer; what comes next
 * (a quote, its mail) is the sheet's own matter.
 */
export function orderOp(ports: Ports, key: BrowserKey, { body }: RequestEnvelope): Answer<'order'> | Refused {
  const read = readBody('order', body)
  if (!read.ok) return refusedFor({ ...read.problem, code: 'wrong-order' })
  const answer = ports.lock.need(() => listOrder(ports, read.value))
  if (answer.status === 'done') see(ports, key, { ...key, seenOn: ports.clock.today })
  return answer
}

function listOrder(ports: Ports, body: Body<'order'>): Answer<'order'> | Refused {
  const { order } = body
  const { clock, ids } = ports
  let workbook = openWorkbook(ports)
  if ((workbook.tableIfAny('orders')?.missing.length ?? 1) > 0) {
    repairStructure(ports, ['orders'])
    workbook = openWorkbook(ports)
  }
  if (writeOrders(ports, workbook, [])) workbook = openWorkbook(ports)
  const table = workbook.table('orders')
  const digest = sha256Hex(canonicalJson(body))
  const known = knownDigest(workbook, order)
  const rows = table.rows.filter(({ cells }) => textOf(cells.order) === order)
  if (known === digest) return { status: 'done', result: { order } }
  if (known !== undefined || rows.length > 0) {
    const said = orderSentence({ code: 'order-conflict', on: formatDay(clock.today) })
    check(
      ports,
      table,
      rows.map(({ row }) => ({ row, cells: { check: said } })),
    )
    return refusedFor({ code: 'order-reused', order })
  }
  const today = new Set(
    table.rows.flatMap(({ cells }) => (cells.receivedOn === clock.today ? [textOf(cells.order)] : [])),
  )
  if (today.size >= MOST_A_DAY) return refusedFor({ code: 'too-many-orders', most: MOST_A_DAY })
  const event: OrderReceived = {
    type: 'ordered',
    v: 1,
    order,
    on: clock.today,
    digest,
    rows: orderCells(body, clock.today).map((cells) => ({ id: ids.next(), cells })),
  }
  writeOrders(ports, workbook, [event])
  return { status: 'done', result: { order } }
}

/** What came first under this number; empty when it was typed or brought by another way. */
function knownDigest(workbook: Workbook, order: string): string | undefined {
  const journal = workbook.journal()
  if (!journal.rows.some(({ type, key }) => (type === 'ordered' || type === 'orderTaken') && key === order))
    return undefined
  const [first] = workbook.events(({ type, key }) => type === 'ordered' && key === order)
  return first?.event.type === 'ordered' ? first.event.digest : ''
}

import type { Day } from '@tabellion/shared/calendar'
import { isIssued, type OrderStatus, orderStatuses, quoteStatusOf, type Row, textOf } from '@tabellion/shared/ledger'
import type { Ports } from '../ports.ts'
import { type KnownQuote, knownQuotes } from '../quotes/refresh.ts'
import type { Workbook } from '../workbook/open.ts'
import { check } from './take.ts'

/**
 * Brings *Statut*, *Devis* and *Facture* of *Commandes* to what the lines of each order, its quote and its invoices say. `reviews`: what
 * keeps one from its quote. Under the lock.
 */
export function refreshOrders(
  ports: Ports,
  workbook: Workbook,
  reviews: ReadonlyMap<string, string> = new Map(),
): void {
  const taken = new Set(workbook.journal().keys('orderTaken'))
  const table = taken.size === 0 ? undefined : workbook.tableIfAny('orders')
  if (table === undefined) return
  const scene = sceneOf(workbook)
  const patches = table.rows.flatMap(({ cells, row }) => {
    const order = textOf(cells.order)
    const before = textOf(cells.status)
    if (!taken.has(order) || before === '' || before === orderStatuses.labels.duplicate) return []
    const { status, ...numbers } = stateOf(scene, order, ports.clock.today)
    const why = reviews.get(order)
    const wanted = {
      status: orderStatuses.labels[why === undefined || status !== 'taken' ? status : 'toReview'],
      ...(why === undefined ? {} : { check: why }),
      ...numbers,
    }
    const now: Readonly<Record<string, unknown>> = cells
    return Object.entries(wanted).every(([key, value]) => now[key] === value) ? [] : [{ row, cells: wanted }]
  })
  check(ports, table, patches)
}

interface Scene {
  readonly lines: ReadonlyMap<string, readonly Row<'sales'>[]>
  readonly quotes: ReadonlyMap<string, KnownQuote>
  /** *Statut* of *Factures*, by number. */
  readonly invoices: ReadonlyMap<string, string>
}

function sceneOf(workbook: Workbook): Scene {
  const lines = new Map<string, Row<'sales'>[]>()
  for (const row of workbook.tableIfAny('sales')?.rows ?? []) {
    const order = textOf(row.cells.order)
    if (order !== '') lines.set(order, [...(lines.get(order) ?? []), row])
  }
  const invoices = (workbook.tableIfAny('invoices')?.rows ?? []).map(
    ({ cells }) => [textOf(cells.number), textOf(cells.status)] as const,
  )
  return { lines, quotes: knownQuotes(workbook), invoices: new Map(invoices) }
}

function stateOf(
  { invoices, lines, quotes }: Scene,
  order: string,
  today: Day,
): { readonly status: OrderStatus; readonly quote: string; readonly invoice: string } {
  const rows = lines.get(order) ?? []
  const named = (texts: readonly string[]) => [...new Set(texts)].filter((text) => text !== '')
  const quoted = named(rows.map(({ cells }) => textOf(cells.quote)))
  const billed = named(rows.filter(isIssued).map(({ cells }) => textOf(cells.document)))
  const [known] = quoted.flatMap((number) => quotes.get(number) ?? [])
  const isPaid =
    billed.length > 0 && rows.every(isIssued) && billed.every((number) => /^Payée/.test(invoices.get(number) ?? ''))
  const status = isPaid ? 'paid' : known ? quoteStatusOf(known, today) : billed.length > 0 ? 'invoiced' : 'taken'
  return { status, quote: quoted.join(', '), invoice: billed.join(', ') }
}

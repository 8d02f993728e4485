import { isTicked, readRegister, readSettings, type SettingName, textOf } from '@tabellion/shared/ledger'
import { refreshOrders } from '../../orders/refresh.ts'
import { type Taking, takeOrders } from '../../orders/take.ts'
import type { Ports } from '../../ports.ts'
import { knownQuotes } from '../../quotes/refresh.ts'
import { openWorkbook, type Workbook } from '../../workbook/open.ts'
import type { Outcome } from '../action.ts'
import { issueInvoices } from '../issue-invoices/run.ts'
import { billAtOnce } from '../quotes/invoice-quote.ts'
import { quoteOrder, unquoted } from './quote.ts'

export interface Carried {
  /** Numbers of the orders taken now. */
  readonly taken: readonly string[]
  /** Orders kept from their quote, and why. */
  readonly reviews: ReadonlyMap<string, string>
  readonly billed: readonly Outcome[]
}

/** Whether there is anything to carry: a file without orders pays one read for it. */
export const hasOrders = (workbook: Workbook): boolean =>
  workbook.journal().rows.some(({ type }) => type === 'ordered' || type === 'orderTaken') ||
  (workbook.tableIfAny('orders')?.rows.length ?? 0) > 0

/**
 * Brings each order as far as *Réglages* lets it go by itself: lines of *Ventes*, quote, mail, and the invoice once accepted. Each step
 * is journalled before the next: stopped anywhere, the next run goes on. `asked`: which ones someone wants now.
 */
export function carryOrders(ports: Ports, asked?: Taking): Carried {
  const settings = readSettings(openWorkbook(ports).table('settings'))
  const isOn = (name: SettingName): boolean => isTicked(settings.text(name))
  const taking: Taking = asked ?? {
    which: isOn('Commandes : créer le devis') ? 'all' : 'none',
    send: isOn('Commandes : envoyer le devis'),
  }
  const taken = ports.lock.need(() => takeOrders(ports, taking))
  const reviews = new Map<string, string>()
  for (const event of unquoted(openWorkbook(ports))) {
    if (ports.clock.timeIsUp()) break
    const { why } = quoteOrder(ports, event)
    if (why !== undefined) reviews.set(event.order, why)
  }
  const billed = isOn('Facturer à l’acceptation') ? billAccepted(ports) : []
  ports.lock.hold(() => refreshOrders(ports, openWorkbook(ports), reviews))
  return { taken: taken.map(({ order }) => order), reviews, billed }
}

/** Quotes of orders that were accepted and of which nothing was ever billed; an invoice that a stop left is finished. */
function billAccepted(ports: Ports): readonly Outcome[] {
  const workbook = openWorkbook(ports)
  const journal = workbook.journal()
  const taken = new Set(journal.keys('orderTaken'))
  if (taken.size === 0) return []
  const issued = new Set(journal.keys('issued'))
  if (journal.keys('reserved').some((number) => !issued.has(number))) return [issueInvoices(ports, { rows: [] })]
  const register = workbook.tableIfAny('invoices')
  const billed = new Set(register ? readRegister(register).map(({ quote }) => quote) : [])
  const lines = new Set(workbook.table('sales').rows.map(({ cells }) => textOf(cells.quote)))
  return [...knownQuotes(workbook).values()]
    .filter(({ decision, entry: { number, order } }) => {
      return decision === 'accepted' && taken.has(order) && !billed.has(number) && lines.has(number)
    })
    .map(({ entry: { number } }) => billAtOnce(ports, number, { message: '', findings: [] }))
}

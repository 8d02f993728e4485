import type { OrderTaken } from '@tabellion/shared/journal'
import { isIssued, textOf } from '@tabellion/shared/ledger'
import { readLog } from '../../mail/log.ts'
import { checkSentence } from '../../messages/findings.ts'
import { orderSentence } from '../../messages/orders.ts'
import type { Ports } from '../../ports.ts'
import { makeQuotes } from '../../quotes/make.ts'
import { quoteStates } from '../../quotes/states.ts'
import { journalNow } from '../../workbook/append.ts'
import { openWorkbook, type Workbook } from '../../workbook/open.ts'
import { sendQuote } from '../quotes/send-quote.ts'

/** Orders whose lines are in *Ventes*, and whose quote was not seen to its end. */
export function unquoted(workbook: Workbook): readonly OrderTaken[] {
  const journal = workbook.journal()
  const closed = new Set(journal.keys('orderQuoted'))
  const left = new Set(journal.keys('orderTaken').filter((order) => !closed.has(order)))
  if (left.size === 0) return []
  return workbook
    .events(({ type, key }) => type === 'orderTaken' && left.has(key))
    .flatMap(({ event }) => (event.type === 'orderTaken' ? [event] : []))
}

/** The quote of an order, its file and its mail: as far as they can go now. `why`: what keeps it, in words. */
export function quoteOrder(ports: Ports, { order, rows, send }: OrderTaken): { readonly why?: string } {
  const ids = new Set(rows.map(({ id }) => id))
  const mine = openWorkbook(ports)
    .table('sales')
    .rows.filter((row) => ids.has(textOf(row.cells.id)) && !isIssued(row))
  // Deleted or billed by hand since: there is nothing left to quote.
  if (mine.length === 0) return close(ports, order)
  const before = numberOf(openWorkbook(ports), ids)
  if (before === undefined || !before.filed) {
    const wanted = { rows: mine.map(({ cells }) => textOf(cells.id)), order, words: {}, send }
    const made = makeQuotes(ports, wanted)
    const blocking = made.findings.find(({ severity }) => severity === 'blocking')
    if (made.blocked > 0 && blocking) return { why: checkSentence(blocking, blocking.at?.row ?? 0) }
    if (made.unfinished > 0) return {}
  }
  const now = numberOf(openWorkbook(ports), ids)
  if (now === undefined) return {}
  return send ? mailIt(ports, order, now.number) : close(ports, order)
}

const numberOf = (workbook: Workbook, ids: ReadonlySet<string>) => {
  const row = workbook.table('sales').rows.find(({ cells }) => ids.has(textOf(cells.id)) && textOf(cells.quote) !== '')
  return row === undefined ? undefined : quoteStates(workbook).get(textOf(row.cells.quote))
}

/** A mail begun is never begun again by itself; one that the day's quota held back is, another day. */
function mailIt(ports: Ports, order: string, number: string): { readonly why?: string } {
  let why = mailState(openWorkbook(ports), number)
  if (why === 'untried' || why === 'quota') {
    sendQuote.run(ports, { number })
    why = mailState(openWorkbook(ports), number)
  }
  if (why === 'untried' || why === 'quota') return {}
  close(ports, order)
  return why === 'begun' ? {} : { why: orderSentence({ code: 'order-not-sent', number }) }
}

function mailState(workbook: Workbook, number: string): string {
  const state = quoteStates(workbook).get(number)
  if (state === undefined || state.sent || state.unsure) return 'begun'
  const journalled = workbook.events(({ type, key }) => type === 'not-sent' && key === number)
  const last = [...journalled.map(({ event }) => event), ...readLog(workbook.properties()).events]
    .flatMap((event) => (event.type === 'not-sent' && event.number === number ? [event.why] : []))
    .at(-1)
  return last ?? 'untried'
}

function close(ports: Ports, order: string): { readonly why?: string } {
  journalNow(ports, () => ({ events: [{ type: 'orderQuoted', v: 1, order }] }))
  return {}
}

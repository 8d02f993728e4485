import type { Day } from '@tabellion/shared/calendar'
import type { QuoteDecided } from '@tabellion/shared/journal'
import {
  invoicedOf,
  isIssued,
  lineStatuses,
  type QuoteEntry,
  type QuoteFacts,
  quotedLineStatus,
  quoteStatuses,
  quoteStatusOf,
  readQuotes,
  readRegister,
  textOf,
} from '@tabellion/shared/ledger'
import { cents } from '@tabellion/shared/money'
import type { Ports } from '../ports.ts'
import { journalHeld } from '../workbook/append.ts'
import { openWorkbook, type Workbook } from '../workbook/open.ts'
import { positionsOf, writePatches } from '../workbook/write.ts'
import { type QuoteState, quoteStates } from './states.ts'

/** What a quote's row says, what the journal says, and what was billed. */
export interface KnownQuote extends QuoteFacts {
  readonly entry: QuoteEntry
  readonly state: QuoteState
}

export function knownQuotes(workbook: Workbook): ReadonlyMap<string, KnownQuote> {
  const table = workbook.tableIfAny('quotes')
  if (table === undefined) return new Map()
  const states = quoteStates(workbook)
  const invoices = workbook.tableIfAny('invoices')
  const register = invoices === undefined ? [] : readRegister(invoices)
  return new Map(
    readQuotes(table).flatMap((entry) => {
      const state = states.get(entry.number)
      if (state === undefined) return []
      const { decision, sent } = state
      const facts: QuoteFacts = {
        sent,
        ...(decision === undefined ? {} : { decision }),
        ...(entry.validUntil === undefined ? {} : { validUntil: entry.validUntil }),
        gross: entry.gross,
        invoiced: invoicedOf(register, entry.number),
      }
      return [[entry.number, { ...facts, entry, state }] as const]
    }),
  )
}

/**
 * Brings *Statut* of *Devis* and of quoted rows to what the journal and the calendar say; a day typed in *Accepté le* is adopted.
 * Nothing is read but the journal's index while there is no quote. Under the lock.
 */
export function refreshQuotes(ports: Ports, given: Workbook): ReadonlyMap<string, KnownQuote> {
  if (!given.journal().rows.some(({ type }) => type === 'quoted')) return new Map()
  const { sheets, clock } = ports
  let workbook = given
  let known = knownQuotes(workbook)
  const typed = typedDecisions(known, clock.today)
  if (typed.length > 0) {
    journalHeld(ports, workbook, { events: typed })
    workbook = openWorkbook(ports)
    known = knownQuotes(workbook)
  }
  const table = workbook.table('quotes')
  const stale = [...known.values()].flatMap((quote) => {
    const status = quoteStatuses.labels[quoteStatusOf(quote, clock.today)]
    return status === quote.entry.status ? [] : [{ row: quote.entry.row, cells: { status } }]
  })
  if (stale.length > 0) writePatches(sheets, table, stale, positionsOf(table), () => false)
  const lines = refreshRows(ports, workbook, known)
  if (stale.length > 0 || lines) sheets.flush()
  return known
}

/** Rows of a declined quote are free again; those of the others say where it stands. */
function refreshRows({ sheets }: Ports, workbook: Workbook, known: ReadonlyMap<string, KnownQuote>): boolean {
  const sales = workbook.tableIfAny('sales')
  if (sales === undefined) return false
  const patches = sales.rows.flatMap((row) => {
    const quote = known.get(textOf(row.cells.quote))
    if (quote === undefined || isIssued(row)) return []
    const free = quote.decision === 'declined'
    const status = free ? '' : lineStatuses.labels[quotedLineStatus(quote)]
    const number = free ? '' : quote.entry.number
    // The quote’s own cell is what finds the row again: as long as it names one that was declined, a stop left it so.
    return !free && textOf(row.cells.status) === status && textOf(row.cells.document) === number
      ? []
      : [{ row: row.row, cells: { status, document: number, quote: number } }]
  })
  if (patches.length > 0) writePatches(sheets, sales, patches, positionsOf(sales), isIssued)
  return patches.length > 0
}

/** *Accepté le* typed by hand, on a day that can be: the others are left as they are, and nothing is believed. */
function typedDecisions(known: ReadonlyMap<string, KnownQuote>, today: Day): readonly QuoteDecided[] {
  return [...known.values()].flatMap(({ entry, state, validUntil }): readonly QuoteDecided[] => {
    const on = entry.acceptedOn
    if (on === undefined || state.decision !== undefined || on > today) return []
    if ((entry.date !== undefined && on < entry.date) || (validUntil !== undefined && on > validUntil)) return []
    const { number, version } = state
    return [
      {
        type: 'quoteAccepted',
        v: 1,
        number: number as QuoteDecided['number'],
        version,
        on,
        proof: entry.proof,
        source: 'typed',
      },
    ]
  })
}

/** *Reste à facturer*. */
export const restOf = ({ gross, invoiced }: QuoteFacts) => cents(gross - invoiced)

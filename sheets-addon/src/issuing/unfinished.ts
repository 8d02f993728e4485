import type { DocumentSent, NumberReserved, StoredCells } from '@tabellion/shared/journal'
import { textOf } from '@tabellion/shared/ledger'
import type { Workbook } from '../workbook/open.ts'

/** What earlier runs were stopped in. */
export interface Unfinished {
  /** Numbers that the register lacks or whose file is not made: rows and register are brought to what the events say. */
  readonly incomplete: readonly NumberReserved[]
  /** Of these, numbers whose file is not made. */
  readonly unfiled: readonly NumberReserved[]
}

export function unfinished(workbook: Workbook): Unfinished {
  const journal = workbook.journal()
  const closed = new Set(journal.keys('issued'))
  const register = new Set(workbook.table('invoices').rows.map((row) => textOf(row.cells.number)))
  const left = new Set(journal.keys('reserved').filter((number) => !closed.has(number) || !register.has(number)))
  if (left.size === 0) return { incomplete: [], unfiled: [] }
  const events = workbook
    .events((row) => (row.type === 'reserved' || row.type === 'sent') && left.has(row.key))
    .map((stored) => stored.event)
  const sent = new Map(events.flatMap((event) => (event.type === 'sent' ? [[event.number, event] as const] : [])))
  const incomplete = events.flatMap((event) =>
    event.type === 'reserved' ? [{ ...event, register: withSent(event.register, sent.get(event.number)) }] : [],
  )
  return { incomplete, unfiled: incomplete.filter((event) => !closed.has(event.number)) }
}

/** The register's row as it stands once the document was sent. */
export const withSent = (register: StoredCells, sent: DocumentSent | undefined): StoredCells =>
  sent === undefined ? register : { ...register, sentOn: sent.on, sentTo: sentTo(sent.to) }

/** *Envoyée à*. */
export const sentTo = (addresses: readonly string[]): string => addresses.join(', ')

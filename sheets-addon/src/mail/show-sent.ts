import type { DocumentSent } from '@tabellion/shared/journal'
import { readRegister, staleStatuses, textOf } from '@tabellion/shared/ledger'
import { sentTo } from '../issuing/unfinished.ts'
import type { Ports } from '../ports.ts'
import { openWorkbook } from '../workbook/open.ts'
import { positionsOf, writePatches } from '../workbook/write.ts'

/** *Envoyée le*, *Envoyée à* and *Statut* of what was sent: the rows are found again, since people sort while mails leave. */
export function showSent({ sheets, store, clock }: Ports, sent: readonly DocumentSent[]): void {
  const invoices = openWorkbook({ sheets, store }).table('invoices')
  const latest = new Map<string, DocumentSent>(sent.map((event) => [event.number, event]))
  const entries = readRegister(invoices).map((entry) => ({ ...entry, sent: entry.sent || latest.has(entry.number) }))
  const statuses = new Map(staleStatuses(entries, clock.today).map(({ row, status }) => [row, status]))
  const patches = invoices.rows.flatMap(({ row, cells }) => {
    const event = latest.get(textOf(cells.number))
    if (event === undefined) return []
    const status = statuses.get(row) ?? cells.status
    return [{ row, cells: { status, sentOn: event.on, sentTo: sentTo(event.to) } }]
  })
  if (patches.length > 0) writePatches(sheets, invoices, patches, positionsOf(invoices), () => false, 'whole')
}

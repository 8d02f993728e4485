import type { DocumentIssued, DocumentSent, NumberReserved } from '@tabellion/shared/journal'
import { textOf } from '@tabellion/shared/ledger'
import type { Finding } from '../workbook/finding.ts'
import type { Workbook } from '../workbook/open.ts'
import { WAITING } from './clerk.ts'
import { readLog } from './log.ts'
import type { ToSend } from './prepare.ts'
import { sendStates, unsureNumbers } from './states.ts'

/** Documents whose issue asked for a mail that no run has begun, or that the day's quota held back. */
export function waitingMails(workbook: Workbook): readonly ToSend[] {
  if (workbook.properties()[WAITING] !== '1') return []
  const state = sendStates(workbook)
  const numbers = new Set(
    workbook
      .journal()
      .keys('reserved')
      .filter((number) => !state(number).sentBefore && !state(number).unsure),
  )
  return sendable(workbook, numbers).filter(({ event, heldBack }) => event.send && (heldBack ?? 'quota') === 'quota')
}

/** The documents of these numbers, as the journal holds them. `heldBack`: why the last mail did not leave. */
export function sendable(
  workbook: Workbook,
  numbers: ReadonlySet<string>,
): readonly (ToSend & { readonly heldBack?: string })[] {
  const state = sendStates(workbook)
  const reserved = new Map<string, NumberReserved>()
  const issued = new Map<string, DocumentIssued>()
  const heldBack = new Map<string, string>()
  const wanted = new Set(['reserved', 'issued', 'not-sent'])
  for (const { event } of workbook.events(({ type, key }) => wanted.has(type) && numbers.has(key))) {
    if (event.type === 'reserved') reserved.set(event.number, event)
    else if (event.type === 'issued') issued.set(event.number, event)
    else if (event.type === 'not-sent') heldBack.set(event.number, event.why)
  }
  for (const event of readLog(workbook.properties()).events)
    if (event.type === 'not-sent') heldBack.set(event.number, event.why)
  return [...reserved.values()].map((event) => {
    const file = issued.get(event.number)
    const why = heldBack.get(event.number)
    return {
      event,
      duplicate: state(event.number).sentBefore,
      ...(file ? { issued: file } : {}),
      ...(why === undefined || !state(event.number).failed ? {} : { heldBack: why }),
    }
  })
}

/** Mails that left in a run that was stopped before *Factures* said so. */
export function unshownMails(workbook: Workbook): readonly DocumentSent[] {
  const state = sendStates(workbook)
  const blank = new Set(
    workbook
      .table('invoices')
      .rows.filter(({ cells }) => textOf(cells.sentOn) === '' && state(textOf(cells.number)).sentBefore)
      .map(({ cells }) => textOf(cells.number)),
  )
  if (blank.size === 0) return []
  const journalled = workbook.events(({ type, key }) => type === 'sent' && blank.has(key))
  return [...journalled.map(({ event }) => event), ...readLog(workbook.properties()).events].flatMap((event) =>
    event.type === 'sent' && blank.has(event.number) ? [event] : [],
  )
}

/** One finding for each mail begun and never confirmed, but for those that are about to be sent again. */
export function unsureFindings(workbook: Workbook, except: ReadonlySet<string> = new Set()): readonly Finding[] {
  const numbers = unsureNumbers(workbook).filter((number) => !except.has(number))
  if (numbers.length === 0) return []
  const rows = new Map(
    (workbook.tableIfAny('invoices')?.rows ?? []).map(({ row, cells }) => [textOf(cells.number), row]),
  )
  return numbers.map((number): Finding => {
    const row = rows.get(number)
    const at = { tab: 'invoices', column: 'sentOn', ...(row === undefined ? {} : { row }) }
    return { code: 'send-unsure', number, to: [], severity: 'fix', at }
  })
}

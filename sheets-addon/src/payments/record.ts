import type { JournalEvent, PaymentRecorded } from '@tabellion/shared/journal'
import {
  type DocumentStatus,
  type PaymentRow,
  paymentSums,
  type Row,
  readPayment,
  readPayments,
  readSettings,
  type Table,
} from '@tabellion/shared/ledger'
import type { Ports } from '../ports.ts'
import type { Finding } from '../workbook/finding.ts'
import { headProperty, openWorkbook, pendingProperty, type Workbook } from '../workbook/open.ts'
import { schemaEvents } from '../workbook/schema.ts'
import { appendEvents } from '../workbook/write.ts'
import { isUpToDate, receivedProperty } from './adopt-first.ts'
import { applyToBook, applyToPayments, settlePayments, writePaymentIds } from './apply.ts'
import { bookSetting } from './book-setting.ts'
import { openBooks, paymentOf } from './books.ts'
import { lostColumns } from './lost-columns.ts'
import { relink } from './relink.ts'
import type { PaymentRequest } from './request.ts'
import { refreshStatuses, statusesOf } from './statuses.ts'
import { adopt, type Taken, takeAll } from './take.ts'
import { methodFinder, nameRows, numberOf, readTyped, typedRows } from './typed-rows.ts'

/** Every payment of the journal up to this sequence has its rows: what follows may come from a run that was stopped. */
const CHECKED_PROPERTY = 'payments.checked'

/** Money to record, in this order, and what goes with it. */
export interface Wanted {
  readonly requests?: readonly PaymentRequest[]
  /** Of several, one that cannot be recorded is left out instead of stopping all. */
  readonly unfit?: 'left'
  /** Written with the mark that says a run has begun. */
  readonly properties?: Readonly<Record<string, string>>
  /** Enters the journal with them, in one stroke; `statuses` as they will be. Not asked when all was recorded before. */
  readonly beside?: (taken: Taken, statuses: Recorded['statuses']) => readonly JournalEvent[]
}

export interface Recorded extends Taken {
  /** Rows typed by hand that this run recorded. */
  readonly adopted: readonly PaymentRecorded[]
  readonly findings: readonly Finding[]
  /** Of every document, by `numberKey`. */
  readonly statuses: ReadonlyMap<string, DocumentStatus>
  /** More than statuses was written: who goes on with tabs read before reads them again. */
  readonly moved: boolean
}

/**
 * What every action that holds the lock does about money: finishes what a stopped run left, records the rows typed by hand, then
 * what is wanted, and brings statuses to today. The journal is written first, then the rows; a constant number of round trips.
 */
export function recordPayments(ports: Ports, workbook: Workbook, wanted: Wanted = {}): Recorded {
  const { sheets, store, clock, ids } = ports
  const { requests = [] } = wanted
  const [payments, book] =
    requests.length > 0
      ? [workbook.table('payments'), workbook.table('receiptsBook')]
      : [workbook.tableIfAny('payments'), workbook.tableIfAny('receiptsBook')]
  // `today` lists what is missing; money asked for refuses by name what it needs.
  const nothing =
    payments === undefined ||
    book === undefined ||
    (requests.length === 0 && (!workbook.tableIfAny('invoices') || !workbook.tableIfAny('settings')))
  const lost = nothing ? [] : lostColumns(ports, payments, book)
  if (nothing || lost.length > 0) {
    const refreshed = refreshStatuses(sheets, workbook, clock.today, undefined)
    if (refreshed.written) sheets.flush()
    return { adopted: [], recorded: [], left: [], findings: lost, statuses: refreshed.statuses, moved: lost.length > 0 }
  }
  const journal = workbook.journal()
  const unfinishedKeys = unfinishedPayments(workbook)
  const settings = readSettings(workbook.table('settings'))
  const paid = new Set(journal.keys('paid'))
  const all = readPayments(payments)
  const candidates = typedRows(all, paid)
  const present = new Set(all.flatMap(({ id }) => paymentOf(id, paid) ?? []))
  const books = openBooks(
    workbook,
    [...candidates.map(numberOf), ...requests.flatMap(({ allocations }) => allocations.map(({ number }) => number))],
    [
      ...unfinishedKeys,
      ...(candidates.length > 0 ? [...paid].filter((key) => !present.has(key)) : []),
      ...requests.flatMap(({ payment, reverses = payment }) => [payment, reverses].filter((key) => paid.has(key))),
    ],
  )
  const linked = relink(payments, candidates, [...books.recorded.values()])
  const unlinked = candidates.filter(({ row }) => !linked.named.has(row))
  const read = readTyped(
    withNames(unlinked, nameRows(unlinked, all, ids.next)),
    methodFinder(workbook, settings),
    clock.today,
  )
  const unfinished = unfinishedKeys.flatMap((key) => books.recorded.get(key) ?? [])
  const setting = bookSetting(settings)
  const nextRow =
    payments.nextRow + unfinished.flatMap((event) => event.rows).filter(({ id }) => !present.has(id)).length
  const adopted = adopt(books, read.requests, setting, clock.today)
  const taken = takeAll(books, requests, wanted.unfit, { setting, today: clock.today, nextRow })

  const idOf = new Map(all.map(({ row, id }) => [row, id]))
  const named = new Map(
    [...linked.named, ...adopted.events.map(({ row, event }) => [row, event.payment] as const)].filter(
      ([row, id]) => idOf.get(row) !== id,
    ),
  )
  const asked = taken.recorded.flatMap(({ event, again }) => (again ? [] : [event]))
  const fresh = [...adopted.events.map(({ event }) => event), ...asked]
  const applied = [...new Set([...unfinished, ...linked.events, ...fresh])]
  writePaymentIds(sheets, payments, named)
  let head = journal.head
  const besides =
    wanted.beside && taken.recorded.some(({ again }) => !again)
      ? wanted.beside(
          taken,
          statusesOf(workbook, clock.today, paymentSums([...all, ...rowsOf([...unfinished, ...asked], all)])),
        )
      : []
  if (fresh.length > 0) {
    store.write({ ...pendingProperty, ...wanted.properties })
    head = appendEvents(sheets, [...schemaEvents(journal), ...fresh, ...besides], head, clock.instant)
  }
  const table = withIds(payments, named)
  const changed = applyToPayments(sheets, table, applied)
  const booked = applyToBook(sheets, book, applied)
  const sums = paymentSums([...all, ...changed.added])
  const { statuses, written } = refreshStatuses(sheets, workbook, clock.today, sums)
  if (fresh.length > 0 || changed.written || booked || written) sheets.flush()
  if (changed.written && settlePayments(sheets, table, openWorkbook(ports).table('payments'), applied)) sheets.flush()
  const received = receivedProperty([...statuses.values()].map(({ settlement }) => settlement))
  if (fresh.length + unfinished.length > 0)
    store.write({ ...headProperty(head), [CHECKED_PROPERTY]: String(head.sequence), ...received })
  else if (!isUpToDate(workbook.properties(), received)) store.write(received)
  return {
    adopted: adopted.events.map(({ event }) => event),
    ...taken,
    findings: [...read.findings, ...adopted.findings, ...taken.findings],
    statuses,
    moved: fresh.length + unfinished.length + named.size > 0 || changed.written || booked,
  }
}

/** Payments whose rows a stopped run may have left out. */
function unfinishedPayments(workbook: Workbook): readonly string[] {
  const checked = Number(workbook.properties()[CHECKED_PROPERTY] ?? 0)
  return workbook.journal().rows.flatMap((row) => (row.type === 'paid' && row.sequence > checked ? [row.key] : []))
}

/** For who decides by what stands in *Paiements*: the file with every recorded payment in its row. Under the lock; refuses a newer file. */
export function openFinished(ports: Ports): Workbook {
  const workbook = openWorkbook(ports)
  schemaEvents(workbook.journal())
  if (unfinishedPayments(workbook).length === 0) return workbook
  recordPayments(ports, workbook)
  return openWorkbook(ports)
}

/** Rows of *Paiements* that the events will add. */
function rowsOf(events: readonly PaymentRecorded[], known: readonly PaymentRow[]): readonly PaymentRow[] {
  const ids = new Set(known.map(({ id }) => id))
  return events.flatMap(({ rows }) =>
    rows.flatMap(({ id, cells }) =>
      ids.has(id) ? [] : [readPayment({ row: 0, cells: cells as Row<'payments'>['cells'] })],
    ),
  )
}

const withNames = (rows: readonly PaymentRow[], named: ReadonlyMap<number, string>): readonly PaymentRow[] =>
  rows.map((row) => ({ ...row, id: named.get(row.row) ?? row.id }))

/** Rows named in this run carry their new ID from here on. */
const withIds = (payments: Table<'payments'>, named: ReadonlyMap<number, string>): Table<'payments'> => ({
  ...payments,
  rows: payments.rows.map((row) => {
    const id = named.get(row.row)
    return id === undefined ? row : { ...row, cells: { ...row.cells, id } }
  }),
})

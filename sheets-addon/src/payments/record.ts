import type { Day } from '@tabellion/shared/calendar'
import type { PaymentRecorded } from '@tabellion/shared/journal'
import type { Finding } from '@tabellion/shared/kernel'
import {
  type DocumentStatus,
  isClientCredit,
  numberKey,
  type PaymentRow,
  paymentSums,
  readPayments,
  readSettings,
  type Table,
} from '@tabellion/shared/ledger'
import type { Ports } from '../ports.ts'
import { headProperty, openWorkbook, pendingProperty, type Workbook } from '../workbook/open.ts'
import { refuse } from '../workbook/refusal.ts'
import { schemaEvents } from '../workbook/schema.ts'
import { appendEvents } from '../workbook/write.ts'
import { applyToBook, applyToPayments, settlePayments, writePaymentIds } from './apply.ts'
import { bookSetting } from './book-setting.ts'
import { type Books, openBooks, paymentOf } from './books.ts'
import { lostColumns } from './lost-columns.ts'
import { type BookSetting, planPayment } from './plan.ts'
import type { PaymentFinding, PaymentProblem } from './problems.ts'
import { relink } from './relink.ts'
import type { PaymentRequest } from './request.ts'
import { refreshStatuses } from './statuses.ts'
import { methodFinder, nameRows, numberOf, readTyped, typedRows } from './typed-rows.ts'

/** Every payment of the journal up to this sequence has its rows: what follows may come from a run that was stopped. */
const CHECKED_PROPERTY = 'payments.checked'

export interface Recorded {
  /** Rows typed by hand that this run recorded. */
  readonly adopted: readonly PaymentRecorded[]
  /** The money asked for, whether now or by an earlier run of the same name. */
  readonly recorded?: { readonly event: PaymentRecorded; readonly again: boolean }
  readonly findings: readonly Finding[]
  /** Of every document, by `numberKey`. */
  readonly statuses: ReadonlyMap<string, DocumentStatus>
}

/**
 * What every action that holds the lock does about money: finishes what a stopped run left, records the rows typed by hand, then
 * `request`, and brings statuses to today. The journal is written first, then the rows; a constant number of round trips.
 * `properties` are written with the mark that says a run has begun.
 */
export function recordPayments(
  ports: Ports,
  workbook: Workbook,
  request?: PaymentRequest,
  properties: Readonly<Record<string, string>> = {},
): Recorded {
  const { sheets, store, clock, ids } = ports
  const [payments, book] = request
    ? [workbook.table('payments'), workbook.table('receiptsBook')]
    : [workbook.tableIfAny('payments'), workbook.tableIfAny('receiptsBook')]
  // `today` lists what is missing; money asked for refuses by name what it needs.
  const nothing =
    payments === undefined ||
    book === undefined ||
    (request === undefined && (!workbook.tableIfAny('invoices') || !workbook.tableIfAny('settings')))
  const lost = nothing ? [] : lostColumns(ports, payments, book)
  if (nothing || lost.length > 0) {
    const refreshed = refreshStatuses(sheets, workbook, clock.today, undefined)
    if (refreshed.written) sheets.flush()
    return { adopted: [], findings: lost, statuses: refreshed.statuses }
  }
  const journal = workbook.journal()
  const checked = Number(workbook.properties()[CHECKED_PROPERTY] ?? 0)
  const unfinishedKeys = journal.rows.flatMap((row) => (row.type === 'paid' && row.sequence > checked ? [row.key] : []))
  const settings = readSettings(workbook.table('settings'))
  const paid = new Set(journal.keys('paid'))
  const all = readPayments(payments)
  const candidates = typedRows(all, paid)
  const present = new Set(all.flatMap(({ id }) => paymentOf(id, paid) ?? []))
  const books = openBooks(
    workbook,
    [...candidates.map(numberOf), ...(request?.allocations ?? []).map(({ number }) => number)],
    [
      ...unfinishedKeys,
      ...(candidates.length > 0 ? [...paid].filter((key) => !present.has(key)) : []),
      ...(request && paid.has(request.payment) ? [request.payment] : []),
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
  const wanted = request && take(books, request, setting, clock.today, nextRow)

  const idOf = new Map(all.map(({ row, id }) => [row, id]))
  const named = new Map(
    [...linked.named, ...adopted.events.map(({ row, event }) => [row, event.payment] as const)].filter(
      ([row, id]) => idOf.get(row) !== id,
    ),
  )
  const fresh = [...adopted.events.map(({ event }) => event), ...(wanted && !wanted.again ? [wanted.event] : [])]
  const applied = [...new Set([...unfinished, ...linked.events, ...fresh])]
  writePaymentIds(sheets, payments, named)
  let head = journal.head
  if (fresh.length > 0) {
    store.write({ ...pendingProperty, ...properties })
    head = appendEvents(sheets, [...schemaEvents(journal), ...fresh], head, clock.instant)
  }
  const table = withIds(payments, named)
  const changed = applyToPayments(sheets, table, applied)
  const booked = applyToBook(sheets, book, applied)
  const sums = paymentSums([...all, ...changed.added])
  const { statuses, written } = refreshStatuses(sheets, workbook, clock.today, sums)
  if (fresh.length > 0 || changed.written || booked || written) sheets.flush()
  if (changed.written && settlePayments(sheets, table, openWorkbook(ports).table('payments'), applied)) sheets.flush()
  if (fresh.length + unfinished.length > 0)
    store.write({ ...headProperty(head), [CHECKED_PROPERTY]: String(head.sequence) })
  return {
    adopted: adopted.events.map(({ event }) => event),
    findings: [...read.findings, ...adopted.findings, ...(wanted?.findings ?? [])],
    statuses,
    ...(wanted ? { recorded: { event: wanted.event, again: wanted.again } } : {}),
  }
}

/** Rows typed by hand, one after the other in the sheet’s order. */
function adopt(
  books: Books,
  requests: readonly PaymentRequest[],
  setting: BookSetting,
  today: Day,
): {
  readonly events: readonly { readonly row: number; readonly event: PaymentRecorded }[]
  readonly findings: readonly Finding[]
} {
  const events: { row: number; event: PaymentRecorded }[] = []
  const findings: Finding[] = []
  for (const request of requests) {
    const row = request.typed?.row ?? 0
    const planned = planPayment(books, request, setting, today, row)
    if (planned.ok) {
      books.add(planned.value.event, planned.value.rows)
      events.push({ row, event: planned.value.event })
      findings.push(...planned.value.findings)
    } else {
      const at = { tab: 'payments', row, column: columnOfProblem(planned.problem, request) }
      findings.push({ ...planned.problem, severity: 'blocking', at } as Finding)
    }
  }
  return { events, findings }
}

const columnOfProblem = ({ code }: PaymentProblem, { typed }: PaymentRequest): string => {
  if (code === 'unknown-invoice') return typed && isClientCredit(typed.invoice) ? 'reference' : 'invoice'
  return code === 'fee-out-of-range' ? 'fee' : 'amount'
}

interface Wanted {
  readonly event: PaymentRecorded
  readonly again: boolean
  readonly findings: readonly Finding[]
}

/** The money asked for; the same name again is the same money, and other money under that name is refused. */
function take(books: Books, request: PaymentRequest, setting: BookSetting, today: Day, nextRow: number): Wanted {
  const known = books.recorded.get(request.payment)
  if (known) {
    if (!isSameMoney(known, request)) refuse({ code: 'payment-key-used', key: request.payment })
    const number = known.allocations.at(-1)?.number ?? ''
    const receipt = known.receipts[0]?.entry.rank ?? 0
    const finding: PaymentFinding = { code: 'already-recorded', number, receipt, severity: 'info' }
    return { event: known, again: true, findings: [finding] }
  }
  const planned = planPayment(books, request, setting, today, nextRow)
  if (!planned.ok)
    return refuse(
      planned.problem.code === 'unknown-invoice'
        ? { code: 'unknown-number', number: planned.problem.number }
        : planned.problem,
    )
  books.add(planned.value.event, planned.value.rows)
  return { event: planned.value.event, again: false, findings: planned.value.findings }
}

/** Whether a recorded payment is the one that is asked for. */
export const isSameMoney = (event: PaymentRecorded, request: PaymentRequest): boolean =>
  moneyText(event) === moneyText(request)
const moneyText = ({ on, method, reference, fee, allocations }: PaymentRecorded | PaymentRequest): string =>
  JSON.stringify([
    on,
    method,
    reference,
    fee ?? 0,
    allocations.map(({ number, amount }) => [numberKey(number), amount]),
  ])

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

import { type BookedDocument, bookedDocument, type GroupShare, type Seal } from '@tabellion/shared/bookkeeping'
import type { Buyer } from '@tabellion/shared/invoicing'
import type { JournalEvent, PaymentRecorded } from '@tabellion/shared/journal'
import {
  isClientCredit,
  numberKey,
  type PaymentRow,
  paymentSums,
  type RegisterEntry,
  readPayments,
  readRegister,
  type Settlement,
  settlements,
} from '@tabellion/shared/ledger'
import { type Cents, cents, sum } from '@tabellion/shared/money'
import type { Workbook } from '../workbook/open.ts'

/** What a row of *Paiements* weighs in the sums; `row` when it is in the sheet already. */
export type MoneyRow = Pick<PaymentRow, 'invoice' | 'reference' | 'amount' | 'method' | 'id'> &
  Partial<Pick<PaymentRow, 'row'>>

/** Register, payments and documents as far as the money at hand needs them; grows while payments are planned. */
export interface Books {
  entry(number: string): RegisterEntry | undefined
  /** `except` leaves one row of the sheet out: the one that is being looked at. */
  settlement(entry: RegisterEntry, except?: number): Settlement
  /** Credit notes on an invoice. */
  notes(entry: RegisterEntry): readonly RegisterEntry[]
  readonly documents: ReadonlyMap<string, BookedDocument>
  /** What the documents say of their buyer and subject; nothing of one that another tool issued. */
  buyer(number: string): Buyer | undefined
  subject(number: string): string
  shares(number: string): readonly GroupShare[]
  /** Cash that came for a document. */
  cash(number: string): Cents
  readonly lastRank: number
  /** Periods that are closed: what comes for them is entered late. */
  readonly seals: readonly Seal[]
  /** Of the journal’s payments, those that were asked for. */
  readonly recorded: ReadonlyMap<string, PaymentRecorded>
  add(event: PaymentRecorded, rows: readonly MoneyRow[]): void
}

/** Reads what `numbers` stand on, and the payments named: one read of the journal’s data, two when deposits are deducted. */
export function openBooks(workbook: Workbook, numbers: readonly string[], payments: readonly string[]): Books {
  const entries = new Map(readRegister(workbook.table('invoices')).map((entry) => [numberKey(entry.number), entry]))
  const rows: MoneyRow[] = [...readPayments(workbook.table('payments'))]
  const notesOf = notesByOrigin([...entries.values()])
  const wanted = numbers.flatMap((number) => {
    const entry = entries.get(numberKey(number))
    return entry ? [entry.number, ...(notesOf.get(numberKey(entry.number)) ?? []).map((note) => note.number)] : []
  })
  const journal = workbook.journal()
  const paidKeys = new Set(journal.keys('paid'))
  const keys = new Set([
    ...payments,
    ...journal.keys('paid').slice(-1),
    ...rows.flatMap(({ id, invoice, reference }) => {
      const number = isClientCredit(invoice) ? reference : invoice
      return wanted.some((other) => numberKey(other) === numberKey(number)) ? (paymentOf(id, paidKeys) ?? []) : []
    }),
  ])
  const events = eventsOf(workbook, new Set(wanted), keys)
  const documents = documentsIn(events)
  const deposits = [...documents.values()].flatMap((document) => document.deducts ?? [])
  const missing = new Set(deposits.filter((number) => !documents.has(number)))
  const more = missing.size === 0 ? [] : eventsOf(workbook, missing, new Set())
  for (const [number, document] of documentsIn(more)) documents.set(number, document)

  const shares = new Map<string, GroupShare[]>()
  const recorded = new Map<string, PaymentRecorded>()
  let lastRank = workbook
    .table('receiptsBook')
    .rows.reduce((highest, { cells }) => Math.max(highest, Number(cells.rank) || 0), 0)
  const note = (event: PaymentRecorded): void => {
    recorded.set(event.payment, event)
    for (const allocation of event.allocations) {
      const key = numberKey(allocation.number)
      shares.set(key, [...(shares.get(key) ?? []), ...allocation.shares])
    }
    lastRank = Math.max(lastRank, ...event.receipts.map(({ entry }) => entry.rank))
  }
  for (const event of events) if (event.type === 'paid') note(event)
  const facts = new Map([...events, ...more].flatMap(factsOf))
  return {
    entry: (number) => entries.get(numberKey(number)),
    settlement: (entry, except) => {
      const origin = entry.kind === 'credit' ? entries.get(numberKey(entry.originInvoice)) : entry
      const family = [...(origin ? [origin] : []), ...(notesOf.get(numberKey((origin ?? entry).number)) ?? [])]
      const counted = except === undefined ? rows : rows.filter(({ row }) => row !== except)
      const settled = settlements(origin ? family : [entry], paymentSums(counted)).get(numberKey(entry.number))
      if (!settled) throw new Error(`No settlement of ${entry.number}`)
      return settled
    },
    notes: (entry) => notesOf.get(numberKey(entry.number)) ?? [],
    documents,
    buyer: (number) => facts.get(number)?.buyer,
    subject: (number) => facts.get(number)?.subject ?? '',
    shares: (number) => shares.get(numberKey(number)) ?? [],
    cash: (number) =>
      sum(
        rows.flatMap(({ invoice, method, amount }) =>
          method === 'cash' && numberKey(invoice) === numberKey(number) ? [amount ?? cents(0)] : [],
        ),
      ),
    seals: events.flatMap((event): Seal[] => {
      if (event.type !== 'periodSealed') return []
      const { period, last, on, ranks, total, digest } = event
      return [{ period, last, sealedOn: on, entries: ranks.length, total, digest }]
    }),
    get lastRank() {
      return lastRank
    },
    recorded,
    add: (event, added) => {
      note(event)
      rows.push(...added)
    },
  }
}

/** The payment that a row of *Paiements* belongs to: its own ID when a person typed it, else the ID before `-1`, `-2`… */
export function paymentOf(rowId: string, paid: ReadonlySet<string>): string | undefined {
  if (paid.has(rowId)) return rowId
  const cut = rowId.replace(/-\d+$/, '')
  return paid.has(cut) ? cut : undefined
}

/** Debts given up and not claimed again, by `numberKey`. */
export const writtenOff = (workbook: Workbook): ReadonlySet<string> => decided(workbook, 'writtenOff', 'writeOffUndone')

/** Debts that a collector claims now, by `numberKey`. */
export const handedOver = (workbook: Workbook): ReadonlySet<string> => decided(workbook, 'handedOver', 'handOverUndone')

function decided(workbook: Workbook, done: JournalEvent['type'], undone: JournalEvent['type']): ReadonlySet<string> {
  const numbers = new Set<string>()
  for (const { type, key } of workbook.journal().rows) {
    if (type === done) numbers.add(numberKey(key))
    else if (type === undone) numbers.delete(numberKey(key))
  }
  return numbers
}

function notesByOrigin(entries: readonly RegisterEntry[]): ReadonlyMap<string, readonly RegisterEntry[]> {
  const notes = new Map<string, RegisterEntry[]>()
  for (const entry of entries) {
    if (entry.kind !== 'credit') continue
    const key = numberKey(entry.originInvoice)
    notes.set(key, [...(notes.get(key) ?? []), entry])
  }
  return notes
}

function eventsOf(
  workbook: Workbook,
  numbers: ReadonlySet<string>,
  payments: ReadonlySet<string>,
): readonly JournalEvent[] {
  return workbook
    .events(({ type, key }) =>
      type === 'paid'
        ? payments.has(key)
        : type === 'periodSealed' || ((type === 'reserved' || type === 'takenOver') && numbers.has(key)),
    )
    .map(({ event }) => event)
}

function documentsIn(events: readonly JournalEvent[]): Map<string, BookedDocument> {
  return new Map(
    events.flatMap((event): [string, BookedDocument][] => {
      if (event.type === 'reserved') return [[event.number, bookedDocument(event.document)]]
      if (event.type !== 'takenOver') return []
      const { number, kind, issued, groups } = event
      return [[number, { number, kind, issued, groups }]]
    }),
  )
}

function factsOf(event: JournalEvent): [string, { readonly buyer?: Buyer; readonly subject: string }][] {
  if (event.type === 'reserved')
    return [[event.number, { buyer: event.document.buyer, subject: event.document.subject }]]
  return event.type === 'takenOver' ? [[event.number, { subject: event.subject }]] : []
}

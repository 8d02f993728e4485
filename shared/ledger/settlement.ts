import type { Day } from '@tabellion/shared/calendar'
import { type Cents, cents, minus, negate, plus, sum } from '@tabellion/shared/money'
import { textOf } from './cell.ts'
import type { RegisterEntry } from './read-invoices.ts'
import { numberKey, type PaymentSums } from './read-payments.ts'
import { type StatusFacts, statusOf, statusText } from './status.ts'
import type { Row } from './table.ts'
import { type InvoiceStatus, invoiceStatuses, type LineStatus, lineStatuses } from './vocabulary.ts'

/** Where a document of the register stands between what it asks for, what came and what credit notes took off. */
export interface Settlement {
  readonly entry: RegisterEntry
  /** *Encaissé*; negative on a credit note that was refunded. */
  readonly received: Cents
  /** Credit notes on this invoice, positive, whatever became of them. */
  readonly credited: Cents
  /** The part of those that was paid back instead of lowering what is due. */
  readonly refunded: Cents
  /** *Reste dû*: negative while too much was received. Zero on a credit note. */
  readonly balanceDue: Cents
  /** What is to be given back, or used for another invoice: the excess received; on a credit note, what it is still worth. */
  readonly excess: Cents
  /** *Crédit client* rows that came with this document. */
  readonly clientCredit: Cents
}

/** By `numberKey`. `sums` tells what came, where the register's own formulas may be older than the rows. */
export function settlements(entries: readonly RegisterEntry[], sums?: PaymentSums): ReadonlyMap<string, Settlement> {
  const receivedOf = (entry: RegisterEntry): Cents => sums?.received(entry.number) ?? entry.received
  const credits = new Map<string, RegisterEntry[]>()
  for (const entry of entries) {
    if (entry.kind !== 'credit') continue
    const key = numberKey(entry.originInvoice)
    credits.set(key, [...(credits.get(key) ?? []), entry])
  }
  const settled = new Map<string, Settlement>()
  const put = (entry: RegisterEntry, facts: Omit<Settlement, 'entry' | 'clientCredit'>): void => {
    settled.set(numberKey(entry.number), {
      entry,
      ...facts,
      clientCredit: sums?.clientCredit(entry.number) ?? entry.clientCredit,
    })
  }
  for (const entry of entries) {
    if (entry.kind === 'credit') continue
    const notes = credits.get(numberKey(entry.number)) ?? []
    const credited = negate(sum(notes.map((note) => note.payable)))
    const refunded = negate(sum(notes.map(receivedOf)))
    const received = receivedOf(entry)
    const balanceDue = cents(entry.payable - received - credited + refunded)
    const excess = cents(Math.max(0, -balanceDue))
    put(entry, { received, credited, refunded, balanceDue, excess })
    // What is too much is owed by the latest notes first: the earlier ones had lowered the debt already.
    let left = excess
    for (const note of [...notes].reverse()) {
      const worth = cents(Math.max(0, Math.min(left, receivedOf(note) - note.payable)))
      left = cents(left - worth)
      put(note, {
        received: receivedOf(note),
        credited: cents(0),
        refunded: cents(0),
        balanceDue: cents(0),
        excess: worth,
      })
    }
  }
  // A note whose invoice is not in the register (restored from elsewhere) is worth what was not paid back.
  for (const entry of entries) {
    if (entry.kind !== 'credit' || settled.has(numberKey(entry.number))) continue
    const received = receivedOf(entry)
    const excess = cents(Math.max(0, received - entry.payable))
    put(entry, { received, credited: cents(0), refunded: cents(0), balanceDue: cents(0), excess })
  }
  // In the register's order.
  return new Map(
    entries.flatMap(({ number }) => {
      const found = settled.get(numberKey(number))
      return found ? [[numberKey(number), found] as const] : []
    }),
  )
}

/** What is known beside the register: sums of *Paiements* fresher than its formulas, debts given up or handed over in the journal. */
export interface KnownOfPayments {
  readonly sums?: PaymentSums
  /** By `numberKey`. Without them, an *Irrécouvrable* or *Confiée* row stays one: only the journal knows. */
  readonly writtenOff?: ReadonlySet<string>
  readonly handedOver?: ReadonlySet<string>
}

/** *Statut* (features E.2), as the register knows it and as its cell says it. */
export interface DocumentStatus {
  readonly settlement: Settlement
  readonly status: InvoiceStatus
  readonly text: string
}

/** Where each document stands today, by `numberKey`. Money received and paid back by credit notes counts as not received. */
export function documentStatuses(
  entries: readonly RegisterEntry[],
  today: Day,
  known: KnownOfPayments = {},
): ReadonlyMap<string, DocumentStatus> {
  return new Map(
    [...settlements(entries, known.sums)].map(([key, settlement]) => {
      const { entry, received, refunded, credited, excess } = settlement
      const says = entry.status.startsWith(WRITTEN_OFF)
      const facts: StatusFacts = {
        ...entry,
        received: entry.kind === 'credit' ? plus(entry.payable, excess) : minus(received, refunded),
        credited,
        uncollectible: known.writtenOff?.has(key) ?? says,
        handedOver: known.handedOver?.has(key) ?? entry.status.startsWith(HANDED_OVER),
      }
      const status = statusOf(facts, today)
      // The row says since when and why, which no amount tells.
      const text = status === 'uncollectible' && says ? entry.status : statusText(facts, today)
      return [key, { settlement, status, text }]
    }),
  )
}

const WRITTEN_OFF = invoiceStatuses.labels.uncollectible
const HANDED_OVER = invoiceStatuses.labels.handedOver

/** The status each row should show today, where it shows another. */
export function staleStatuses(
  entries: readonly RegisterEntry[],
  today: Day,
  known: KnownOfPayments = {},
): readonly { readonly row: number; readonly status: string }[] {
  // Of a row copied by hand, the last one counts; `verify` reports both.
  return [...documentStatuses(entries, today, known).values()].flatMap(({ settlement: { entry }, text }) =>
    text === entry.status ? [] : [{ row: entry.row, status: text }],
  )
}

/**
 * *Statut* of issued rows of the ledger that says something else than their document: *Payé* once it is settled, *Avoir* once
 * it is credited. A row credited alone keeps its *Avoir*.
 */
export function staleLineStatuses(
  rows: readonly Row<'sales'>[],
  documents: ReadonlyMap<string, DocumentStatus>,
): readonly { readonly row: number; readonly status: string }[] {
  return rows.flatMap(({ row, cells }) => {
    const document = documents.get(numberKey(textOf(cells.document)))
    const now = lineStatuses.parse(textOf(cells.status))
    if (document === undefined || now === 'credited') return []
    const line = LINE_STATUS[document.status] ?? 'invoiced'
    return line === now ? [] : [{ row, status: lineStatuses.labels[line] }]
  })
}

const LINE_STATUS: Readonly<Partial<Record<InvoiceStatus, LineStatus>>> = {
  paid: 'settled',
  overpaid: 'settled',
  credited: 'credited',
  creditIssued: 'credited',
  creditSettled: 'credited',
}

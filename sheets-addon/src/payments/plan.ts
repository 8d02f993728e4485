import {
  entriesToAppend,
  type GroupShare,
  type Payment,
  type PaymentPart,
  paymentParts,
  type ReceiptEntry,
  receiptCells,
  shareOut,
} from '@tabellion/shared/bookkeeping'
import type { Day } from '@tabellion/shared/calendar'
import type { Profile } from '@tabellion/shared/deadlines'
import type { ActivityNature } from '@tabellion/shared/invoicing'
import type { PaidDocument, PaymentRecorded, StoredCells } from '@tabellion/shared/journal'
import { fail, ok, type Result } from '@tabellion/shared/kernel'
import { CLIENT_CREDIT, paymentMethods, type RegisterEntry } from '@tabellion/shared/ledger'
import { type Cents, cents, negate, rate, sum } from '@tabellion/shared/money'
import type { Books, MoneyRow } from './books.ts'
import { checkPayment } from './check.ts'
import type { PaymentFinding, PaymentProblem } from './problems.ts'
import type { PaymentRequest } from './request.ts'

/** What money is entered into the book with. */
export interface BookSetting {
  readonly profile: Profile
  /** Of what a document that says nothing sold. */
  readonly nature: ActivityNature
}

export interface PlannedPayment {
  readonly event: PaymentRecorded
  readonly findings: readonly PaymentFinding[]
  /** Rows that *Paiements* does not have yet. */
  readonly rows: readonly MoneyRow[]
}

/** Everything that recording this money writes, or why it cannot be. `nextRow` is where its first row will stand. */
export function planPayment(
  books: Books,
  request: PaymentRequest,
  setting: BookSetting,
  today: Day,
  nextRow: number,
): Result<PlannedPayment, PaymentProblem> {
  const entries: RegisterEntry[] = []
  for (const { number } of request.allocations) {
    const entry = books.entry(number)
    if (entry === undefined) return fail({ code: 'unknown-invoice', number })
    entries.push(entry)
  }
  const checked = checkPayment(books, request, entries, today, request.typed?.row ?? nextRow)
  if (!checked.ok) return checked
  const imputed = request.allocations.length > 1 && sum(request.allocations.map(({ amount }) => amount)) === 0
  const allocations: PaidDocument[] = []
  const receipts: ReceiptEntry[] = []
  for (const [index, { amount }] of request.allocations.entries()) {
    const entry = entries[index] as RegisterEntry
    const { parts, shares } = split(books, entry, amount, request.on, setting.nature)
    allocations.push({ number: entry.number, client: entry.client, amount, shares })
    const payment: Payment = {
      key: request.payment,
      date: request.on,
      parts,
      method: request.method,
      ...(request.fee === undefined || index > 0 ? {} : { fee: request.fee }),
      document: entry.number,
      client: entry.client,
      nature: books.subject(entry.number),
      ...(imputed ? { imputed } : {}),
    }
    const last = books.lastRank + receipts.length
    for (const made of entriesToAppend([], [payment], setting.profile, books.seals))
      receipts.push({ ...made, rank: made.rank + last })
  }
  const receipt = receipts[0]?.rank ?? 0
  const drawn = drawRows(books, request, entries)
  const event: PaymentRecorded = {
    type: 'paid',
    v: 1,
    payment: request.payment,
    on: request.on,
    method: request.method,
    source: request.source,
    reference: request.reference,
    ...(request.fee === undefined ? {} : { fee: request.fee }),
    ...(request.operation === undefined ? {} : { operation: request.operation }),
    allocations,
    rows: drawn.map((row, index) => {
      const id = request.typed ? request.payment : `${request.payment}-${index + 1}`
      return { id, cells: { ...rowCells(request, row, id, receipt, index), ...matchedOn(request, today) } }
    }),
    receipts: receipts.map((entry) => ({ entry, cells: receiptCells(entry) })),
  }
  const rows = request.typed
    ? []
    : event.rows.map(({ id }, index): MoneyRow => ({ id, method: request.method, ...(drawn[index] as DrawnRow) }))
  return ok({ event, findings: checked.value, rows })
}

/** The split goes on from what earlier payments gave each part of the document. */
function split(
  books: Books,
  { number }: RegisterEntry,
  amount: Cents,
  date: Day,
  nature: ActivityNature,
): { readonly parts: readonly [PaymentPart, ...PaymentPart[]]; readonly shares: PaidDocument['shares'] } {
  const shared = shareOut(
    { document: number, date, amount },
    books.shares(number) as readonly GroupShare[],
    books.documents,
  )
  const [first, ...others] = paymentParts(shared)
  if (first)
    return {
      parts: [first, ...others],
      shares: shared.map((share) => ({
        category: share.group.category,
        rate: share.group.rate,
        amount: share.amount,
        vat: share.vat,
      })),
    }
  // Nothing was sold under this number (a balance that deposits covered): the money still came.
  const whole = { category: nature, amount, vat: cents(0) }
  return { parts: [whole], shares: [{ ...whole, rate: rate(0) }] }
}

interface DrawnRow {
  readonly invoice: string
  readonly reference: string
  readonly amount: Cents
}

/** Rows of *Paiements*: what is due to the document, the excess to the client’s credit; a row typed by hand stays one. */
function drawRows(books: Books, request: PaymentRequest, entries: readonly RegisterEntry[]): readonly DrawnRow[] {
  const { typed } = request
  if (typed)
    return [{ invoice: typed.invoice, reference: typed.reference, amount: request.allocations[0]?.amount ?? cents(0) }]
  return request.allocations.flatMap(({ amount }, index): DrawnRow[] => {
    const entry = entries[index] as RegisterEntry
    const settled = books.settlement(entry)
    const credit = amount > 0 ? excessOf(amount, settled.balanceDue) : fromCredit(amount, settled)
    const own = cents(amount - credit)
    return [
      ...(own === 0 ? [] : [{ invoice: entry.number, reference: request.reference, amount: own }]),
      ...(credit === 0 ? [] : [{ invoice: CLIENT_CREDIT, reference: entry.number, amount: credit }]),
    ]
  })
}
const excessOf = (amount: Cents, due: Cents): Cents => cents(amount - Math.min(amount, Math.max(0, due)))
/** Money given back is first what the document had too much, then what was kept for the client. */
function fromCredit(amount: Cents, { excess, clientCredit }: { excess: Cents; clientCredit: Cents }): Cents {
  const left = Math.max(0, -amount - excess)
  return negate(cents(Math.min(left, Math.max(0, clientCredit))))
}

const matchedOn = ({ operation }: PaymentRequest, today: Day): StoredCells =>
  operation === undefined ? {} : { matchedOn: today }

const SOURCES: Readonly<Record<PaymentRequest['source'], string>> = {
  typed: 'Saisie',
  extension: 'Extension',
  statement: 'Relevé',
}

function rowCells(request: PaymentRequest, row: DrawnRow, id: string, receipt: number, index: number): StoredCells {
  const { typed } = request
  const fee = index === 0 ? request.fee : undefined
  return {
    date: request.on,
    invoice: row.invoice,
    amount: row.amount / 100,
    // What a person left empty stays so.
    method: typed && typed.method === undefined ? '' : paymentMethods.labels[request.method],
    reference: row.reference,
    fee: fee === undefined ? '' : fee / 100,
    source: SOURCES[request.source],
    operation: request.operation ?? '',
    receiptNumber: receipt,
    matchedOn: '',
    why: request.why ?? '',
    id,
  }
}

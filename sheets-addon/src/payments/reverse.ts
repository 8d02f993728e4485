import { entriesToAppend, type ReceiptEntry, receiptCells } from '@tabellion/shared/bookkeeping'
import type { Day } from '@tabellion/shared/calendar'
import type { PaidDocument, PaymentRecorded, StoredCells } from '@tabellion/shared/journal'
import { fail, ok, type Result } from '@tabellion/shared/kernel'
import { isClientCredit, type Row, readPayment } from '@tabellion/shared/ledger'
import { cents, negate } from '@tabellion/shared/money'
import type { Books, MoneyRow } from './books.ts'
import type { BookSetting, PlannedPayment } from './plan.ts'
import type { PaymentProblem } from './problems.ts'

/** The one name that taking a payment back can have: it happens once. */
export const reversalOf = (payment: string): string => `${payment}.r`

/**
 * Takes a payment back whole: each row and each line of the book again, negated, at the same date (features C-16). The book never
 * loses a line; once its period is sealed, the correction enters the oldest open one.
 */
export function planReversal(
  books: Books,
  payment: string,
  name: string,
  { profile }: BookSetting,
  today: Day,
): Result<PlannedPayment, PaymentProblem> {
  const original = books.recorded.get(name)
  if (original === undefined || original.reverses !== undefined) return fail({ code: 'unknown-payment', payment: name })
  const refused = standsInTheWay(books, original)
  if (refused) return fail(refused)
  const receipts = reversingEntries(books, original, profile)
  const receipt = receipts[0]?.rank ?? 0
  const rows = original.rows.map(({ cells }, index) => {
    const id = `${payment}-${index + 1}`
    return { id, cells: reversedCells(cells, id, receipt, today) }
  })
  const event: PaymentRecorded = {
    ...original,
    payment,
    reverses: name,
    ...(original.fee === undefined ? {} : { fee: negate(original.fee) }),
    allocations: original.allocations.map(reversedDocument),
    rows,
    receipts: receipts.map((entry) => ({ entry, cells: receiptCells(entry) })),
  }
  const money = rows.map(({ id, cells }): MoneyRow => {
    const { row: _row, ...read } = readPayment({ row: 0, cells: cells as Row<'payments'>['cells'] })
    return { ...read, id }
  })
  return ok({ event, findings: [], rows: money })
}

/** What the client had of it in credit must be there still, and no more have been given back than would remain. */
function standsInTheWay(books: Books, { rows, allocations }: PaymentRecorded): PaymentProblem | undefined {
  for (const { cells } of rows) {
    const read = readPayment({ row: 0, cells: cells as Row<'payments'>['cells'] })
    const entry = isClientCredit(read.invoice) ? books.entry(read.reference) : undefined
    const amount = read.amount ?? cents(0)
    if (entry && amount > 0 && books.settlement(entry).clientCredit < amount)
      return { code: 'credit-used', number: entry.number, amount }
  }
  for (const { number, amount } of allocations) {
    const entry = books.entry(number)
    if (entry === undefined || entry.kind === 'credit' || amount <= 0) continue
    const { received, refunded } = books.settlement(entry)
    if (refunded > 0 && received - amount < refunded) return { code: 'given-back-since', number, amount: refunded }
  }
  return undefined
}

function reversingEntries(
  books: Books,
  original: PaymentRecorded,
  profile: BookSetting['profile'],
): readonly ReceiptEntry[] {
  const booked: readonly ReceiptEntry[] = original.receipts.map(({ entry }) => entry)
  const highest = Math.max(0, ...booked.map(({ rank }) => rank))
  return entriesToAppend(booked, [], profile, books.seals).map((entry) => ({
    ...entry,
    rank: entry.rank - highest + books.lastRank,
  }))
}

const reversedDocument = ({ amount, shares, ...document }: PaidDocument): PaidDocument => ({
  ...document,
  amount: negate(amount),
  shares: shares.map((share) => ({ ...share, amount: negate(share.amount), vat: negate(share.vat) })),
})

function reversedCells(cells: StoredCells, id: string, receipt: number, today: Day): StoredCells {
  const { amount, fee } = cells
  return {
    ...cells,
    amount: negated(amount),
    fee: negated(fee),
    receiptNumber: receipt,
    matchedOn: today,
    why: 'Rapprochement annulé',
    id,
  }
}

const negated = (cell: StoredCells[string] | undefined): StoredCells[string] =>
  typeof cell === 'number' && cell !== 0 ? -cell : (cell ?? '')

import type { Day } from '@tabellion/shared/calendar'
import { nameKey } from '@tabellion/shared/invoicing'
import { type CellRef, fail, ok, type Result } from '@tabellion/shared/kernel'
import { isClientCredit, type RegisterEntry } from '@tabellion/shared/ledger'
import { type Cents, cents, plus, sum } from '@tabellion/shared/money'
import { cashCeiling, inForce } from '@tabellion/shared/regulation'
import type { Books } from './books.ts'
import type { PaymentFinding, PaymentProblem } from './problems.ts'
import type { PaymentRequest } from './request.ts'

/** What forbids recording this money, else what is worth knowing about it. `row` is where it stands in *Paiements*. */
export function checkPayment(
  books: Books,
  request: PaymentRequest,
  entries: readonly RegisterEntry[],
  today: Day,
  row: number,
): Result<readonly PaymentFinding[], PaymentProblem> {
  const { allocations, fee, on } = request
  if (allocations.some(({ amount }) => amount === 0)) return fail({ code: 'zero-payment' })
  if (on > today) return fail({ code: 'payment-in-future', on, today })
  const total = cents(allocations.reduce((whole, { amount }) => whole + Math.max(0, amount), 0))
  if (fee !== undefined && (fee < 0 || (fee > 0 && fee >= total)))
    return fail({ code: 'fee-out-of-range', fee, amount: total })
  const moved = allocations.length > 1 && sum(allocations.map(({ amount }) => amount)) === 0
  const findings: PaymentFinding[] = []
  for (const [index, { amount }] of allocations.entries()) {
    const entry = entries[index] as RegisterEntry
    const found =
      amount > 0 ? checkReceived(books, request, entry, amount) : checkGivenBack(books, request, entry, amount)
    if (!found.ok) return found
    const at = (column: string): CellRef => ({ tab: 'payments', row, column })
    if (!moved) findings.push(...found.value.map((finding) => ({ ...finding, at: at(finding.column) })))
    if (entry.issueDate !== undefined && on < entry.issueDate)
      findings.push({
        code: 'payment-before-issue',
        number: entry.number,
        on,
        issued: entry.issueDate,
        severity: 'fix',
        at: at('date'),
      })
    const cash = cashAbove(books, request, entry, amount)
    if (cash) findings.push({ ...cash, severity: 'fix', at: at('method') })
  }
  if (moved) {
    const refused = checkMoved(books, allocations, entries)
    if (refused) return fail(refused)
  }
  return ok(findings)
}

type Found = PaymentProblem & { readonly severity: 'fix' | 'info'; readonly column: string }

function checkReceived(
  books: Books,
  { typed }: PaymentRequest,
  entry: RegisterEntry,
  amount: Cents,
): Result<readonly Found[], PaymentProblem> {
  const { number, kind } = entry
  if (kind === 'credit') return fail({ code: 'credit-note-received', number })
  const before = books.settlement(entry, typed?.row)
  if (typed) {
    const excess = isClientCredit(typed.invoice)
      ? cents(0)
      : cents(Math.max(0, amount - Math.max(0, before.balanceDue)))
    return ok(excess === 0 ? [] : [{ code: 'received-too-much', number, excess, severity: 'fix', column: 'amount' }])
  }
  // The client paid what was cancelled: which document they meant is theirs to say.
  if (before.credited >= entry.payable && before.credited > 0)
    return fail({ code: 'invoice-credited', number, notes: books.notes(entry).map((note) => note.number) })
  if (before.balanceDue <= 0)
    return ok([{ code: 'already-settled', number, amount, severity: 'fix', column: 'invoice' }])
  const excess = cents(amount - before.balanceDue)
  return ok(excess > 0 ? [{ code: 'kept-for-client', number, amount: excess, severity: 'info', column: 'amount' }] : [])
}

function checkGivenBack(
  books: Books,
  { typed }: PaymentRequest,
  entry: RegisterEntry,
  amount: Cents,
): Result<readonly Found[], PaymentProblem> {
  const { number, kind } = entry
  const { excess, received, refunded, clientCredit, balanceDue } = books.settlement(entry, typed?.row)
  const credit = cents(Math.max(0, clientCredit))
  const kept = cents(Math.max(0, received - refunded))
  const ofCredit = typed !== undefined && isClientCredit(typed.invoice)
  const most = kind === 'credit' ? excess : ofCredit ? credit : typed ? kept : plus(kept, credit)
  if (-amount > most) return fail({ code: 'refund-too-large', number, most })
  if (kind === 'credit' || ofCredit) return ok([])
  // A cheque that bounced: the invoice is due as before.
  const fromCredit = typed ? 0 : Math.min(Math.max(0, -amount - excess), credit)
  const due = cents(balanceDue - amount - fromCredit)
  return ok(due > 0 ? [{ code: 'due-again', number, due, severity: 'info', column: 'amount' }] : [])
}

/** A credit pays another invoice of the same client, at most what is due there. */
function checkMoved(
  books: Books,
  allocations: PaymentRequest['allocations'],
  entries: readonly RegisterEntry[],
): PaymentProblem | undefined {
  const [from, to] = entries
  const amount = allocations[1]?.amount ?? cents(0)
  if (!from || !to) return undefined
  if (nameKey(from.client) !== nameKey(to.client))
    return { code: 'credit-of-another', number: from.number, client: from.client, other: to.client }
  const { excess, clientCredit } = books.settlement(from)
  const worth = cents(excess + Math.max(0, clientCredit))
  if (amount > worth) return { code: 'refund-too-large', number: from.number, most: worth }
  const due = cents(Math.max(0, books.settlement(to).balanceDue))
  return amount > due ? { code: 'more-than-due', number: to.number, most: due } : undefined
}

/** C. mon. fin. art. L112-6 and D112-3: one debt, whatever the number of payments. A consumer resident abroad has another cap. */
function cashAbove(
  books: Books,
  { method, on, typed }: PaymentRequest,
  { number }: RegisterEntry,
  amount: Cents,
): PaymentProblem | undefined {
  if (method !== 'cash' || amount <= 0) return undefined
  const buyer = books.buyer(number)
  if (buyer?.type === 'consumer' && buyer.address.country !== 'FR') return undefined
  const cap = inForce(cashCeiling, on)?.value
  const cash = typed ? books.cash(number) : plus(books.cash(number), amount)
  return cap !== undefined && cash > cap ? { code: 'cash-above-cap', number, cash, cap } : undefined
}

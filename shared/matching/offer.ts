import { type Cents, cents } from '@tabellion/shared/money'
import type { Proposal } from './matcher.ts'
import type { BankLine, MatchInvoice } from './model.ts'

/** A proposal as money that can be recorded, and brought back by who takes it. */
export interface Offer {
  readonly allocations: readonly {
    readonly number: string
    readonly amountCents: Cents
    /** What was left to pay when it was shown: anything else now is asked. */
    readonly openCents: Cents
  }[]
  readonly feeCents?: Cents
  /** Received beyond what it settles: the person says what it is. */
  readonly overCents?: Cents
}

/** Evidence that says why less came than is settled: it was kept by someone between. */
const KEPT = new Set(['bank-fee', 'processor-fee'])

/**
 * What a bank or a processor kept is a fee; any other shortfall stays due, since nothing says that the seller gives it up.
 * Undefined when an invoice of the proposal is not known any more.
 */
export function offerOf(
  line: Pick<BankLine, 'amount'>,
  proposal: Proposal,
  invoices: ReadonlyMap<string, MatchInvoice>,
): Offer | undefined {
  const parts = proposal.allocations.map(({ invoiceId, amount }) => ({
    invoice: invoices.get(invoiceId),
    amount: amount as number,
  }))
  const short = line.amount > 0 ? -proposal.difference : 0
  const isFee = short > 0 && proposal.reasons.some(({ code }) => KEPT.has(code))
  const last = parts.at(-1)
  if (short > 0 && !isFee && last) last.amount -= short
  const allocations = parts.flatMap(({ invoice, amount }) =>
    invoice && amount !== 0 ? [{ number: invoice.number, amountCents: cents(amount), openCents: invoice.open }] : [],
  )
  if (allocations.length < parts.length || allocations.length === 0) return undefined
  return {
    allocations,
    ...(isFee ? { feeCents: cents(short) } : {}),
    ...(line.amount > 0 && proposal.difference > 0 ? { overCents: proposal.difference } : {}),
  }
}

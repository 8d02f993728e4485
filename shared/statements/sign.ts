import type { RowProblem } from './problem.ts'
import type { Kind, Transaction } from './statement.ts'

/** Kinds that money goes out by, with what each becomes when the sign says that it came in. */
const OUTGOING = new Map<Kind, Kind>([
  ['card-refund', 'card'],
  ['cash-deposit', 'cash-withdrawal'],
])

/**
 * A statement whose card payments all bring money in prints them without their sign (La Banque Postale's deferred cards). The
 * amounts stay as printed; the kind says what they are, so that none is taken for a customer's payment, and each row is named.
 */
export function doubtfulSigns(transactions: readonly Transaction[]): {
  readonly transactions: readonly Transaction[]
  readonly problems: readonly RowProblem[]
} {
  const refunds = transactions.filter(({ kind, label }) => kind === 'card-refund' && !SAYS_REFUND.test(label))
  const isUnsigned = refunds.length >= 2 && !transactions.some(({ kind }) => kind === 'card')
  if (!isUnsigned) return { transactions, problems: [] }
  const doubtful = new Set(refunds)
  return {
    transactions: transactions.map((transaction) =>
      doubtful.has(transaction)
        ? { ...transaction, kind: OUTGOING.get(transaction.kind) ?? transaction.kind }
        : transaction,
    ),
    problems: refunds.map(({ line, amountCents, label }) => ({ code: 'doubtful-sign', line, amountCents, label })),
  }
}

const SAYS_REFUND = /avoir|cr[eé]dit|rembours|refund|annul/i

import { type Cents, cents, minus, sum } from '@tabellion/shared/money'
import type { QuoteFinding } from '../quotes/problems.ts'
import type { CreditedInvoice } from './credited-invoice.ts'

/**
 * A credit note on a deposit takes back first what no balance has deducted; beyond that, the seller asks for it nowhere any more.
 * Not refused: the balance may be credited next.
 */
export function lostDeposit(
  { balances, earlier, invoice }: CreditedInvoice,
  /** VAT included, positive. */
  credited: Cents,
): readonly QuoteFinding[] {
  const [first] = balances
  const rest = sum([invoice, ...earlier].map(({ document }) => document.totals.payable))
  const free = Math.max(0, rest - sum(balances.map(({ gross }) => gross)))
  const lost = minus(credited, cents(free))
  if (first === undefined || lost <= 0) return []
  return [
    {
      code: 'deposit-deducted',
      number: invoice.number,
      balances: balances.map(({ number }) => number),
      lost,
      severity: 'fix',
      at: { tab: 'invoices', ...(first.row === undefined ? {} : { row: first.row }), column: 'depositsDeducted' },
    },
  ]
}

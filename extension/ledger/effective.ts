import type { Pulled } from '@tabellion/shared/exchange'
import type { MatchInvoice, MatchLedger } from '@tabellion/shared/matching'
import { cents, rate } from '@tabellion/shared/money'
import type { DecisionRow } from '../store/rows.ts'

/** Decided, and not taken back. */
export const stands = ({ state }: DecisionRow): boolean =>
  state === 'waiting' || state === 'recorded' || state === 'asked'

/**
 * What is left to pay of each invoice once all that was decided here has reached the sheet: what waits is taken off, what is being
 * taken back is there again.
 */
export function openBalances(pulled: Pulled, decisions: readonly DecisionRow[]): ReadonlyMap<string, number> {
  const open = new Map(pulled.invoices.map(({ number, openCents }) => [number, openCents as number]))
  const counted = new Set(pulled.operations.flatMap(({ payments }) => payments))
  for (const { state, what, allocations, payment } of decisions) {
    if (what !== 'confirm') continue
    const inSheet = payment !== undefined && counted.has(payment)
    const sign = (state === 'waiting' || state === 'recorded') && !inSheet ? -1 : state === 'undoing' && inSheet ? 1 : 0
    if (sign === 0) continue
    for (const { number, amountCents } of allocations) {
      const before = open.get(number)
      if (before !== undefined) open.set(number, before + sign * amountCents)
    }
  }
  return open
}

/** What was pulled, as the matcher wants it. Invoices go by their number, as in the sheet. */
export function matchLedger(
  { seller, clients, invoices }: Pulled,
  open: ReadonlyMap<string, number>,
): Pick<MatchLedger, 'seller' | 'clients'> & { readonly invoices: readonly MatchInvoice[] } {
  return {
    seller: {
      names: seller.names,
      ibans: seller.ibans,
      vatRates: seller.vatRates.map(rate),
      processors: seller.processors.map(({ rate: share, fixedCents, ...processor }) => ({
        ...processor,
        rate: rate(share),
        fixed: fixedCents,
      })),
      ...(seller.latePenalty && {
        latePenalty: { flat: seller.latePenalty.flatCents, yearly: rate(seller.latePenalty.yearlyRate) },
      }),
    },
    clients: clients.map(({ refusedNames: _, ...client }) => client),
    invoices: invoices.map((invoice) => ({
      id: invoice.number,
      number: invoice.number,
      clientId: invoice.clientId,
      issuedOn: invoice.issuedOn,
      dueOn: invoice.dueOn ?? invoice.issuedOn,
      total: invoice.totalCents,
      open: cents(open.get(invoice.number) ?? invoice.openCents),
      ...(invoice.subject !== undefined && { subject: invoice.subject }),
      ...(invoice.purchaseOrder !== undefined && { purchaseOrder: invoice.purchaseOrder }),
      ...(invoice.quote !== undefined && { quote: invoice.quote }),
      ...(invoice.creditOf !== undefined && { creditOf: invoice.creditOf }),
    })),
  }
}

import { day } from '@tabellion/shared/calendar'
import { cents, percent, rate } from '@tabellion/shared/money'
import { createMatcher, type LineMatch, type Matcher } from './matcher.ts'
import type { BankLine, MatchClient, MatchInvoice, MatchLedger, MatchSeller } from './model.ts'

/** Small ledgers for the tests: what is not said has a plain value. */

export const SELLER: MatchSeller = {
  names: ['Camille Orme'],
  processors: [{ id: 'stripe', name: 'Stripe', rate: percent('1.5'), fixed: cents(25) }],
  vatRates: [percent('20')],
  latePenalty: { flat: cents(4_000), yearly: rate(12_150) },
}

let count = 0
function next(): string {
  count += 1
  return String(count)
}

export function client(name: string, more: Partial<MatchClient> = {}): MatchClient {
  return { id: name, name, ...more }
}

/** `client` is the client's name; euros, not cents. */
export function invoice(number: string, client: string, euros: number, more: Partial<MatchInvoice> = {}): MatchInvoice {
  const total = cents(Math.round(euros * 100))
  return {
    id: number,
    number,
    clientId: client,
    issuedOn: day('2026-03-02'),
    dueOn: day('2026-04-01'),
    total,
    open: total,
    ...more,
  }
}

/** An invoice of the client that the examples are about, */
export const delaunay = (number: string, euros: number, more: Partial<MatchInvoice> = {}): MatchInvoice =>
  invoice(number, 'Galerie Delaunay', euros, more)
/** and two of others, never what is paid. */
export const others: readonly MatchInvoice[] = [
  invoice('F2026-090', 'Menuiserie Vasseur', 75),
  invoice('F2026-091', 'Cabinet Thébault', 1_120),
]

export function line(label: string, euros: number, more: Partial<BankLine> = {}): BankLine {
  return { id: `line-${next()}`, bookedOn: day('2026-04-02'), amount: cents(Math.round(euros * 100)), label, ...more }
}

/** Clients are made from the invoices' when they are not given. */
export function ledger(invoices: readonly MatchInvoice[], more: Partial<MatchLedger> = {}): MatchLedger {
  const names = [...new Set(invoices.map(({ clientId }) => clientId))]
  return { seller: SELLER, clients: names.map((name) => client(name)), invoices, ...more }
}

export function matchOne(
  invoices: readonly MatchInvoice[],
  bankLine: BankLine,
  more: Partial<MatchLedger> = {},
): LineMatch {
  return matchWith(createMatcher(ledger(invoices, more)), bankLine)
}

export function matchWith(matcher: Matcher, bankLine: BankLine): LineMatch {
  const [found] = matcher.match([bankLine])
  if (!found) throw new Error('The line has no answer')
  return found
}

/** The invoices of the first proposal, in order of their numbers. */
export const firstOf = ({ proposals }: LineMatch): string[] =>
  (proposals[0]?.allocations ?? []).map(({ invoiceId }) => invoiceId).sort()
export const reasonsOf = ({ proposals }: LineMatch): string[] => (proposals[0]?.reasons ?? []).map(({ code }) => code)

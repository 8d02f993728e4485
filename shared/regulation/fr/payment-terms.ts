import { addDays, type Day, day, dueDate, type PaymentTerm } from '@tabellion/shared/calendar'
import { type DatedTable, inForce } from '../dated-table.ts'
import { commandePublique, commerce } from './sources.ts'

export interface PaymentCeilings {
  /** When nothing is agreed: after reception or performance. */
  readonly defaultDays: number
  /** Agreed, after the invoice date. */
  readonly maxDays: number
  /** Agreed instead, end of month, when the contract says so. */
  readonly endOfMonthDays: number
  /** Monthly summary invoice (*facture périodique*). */
  readonly periodicDays: number
  /** Road freight, forwarding, customs brokers… (art. L441-11, II). */
  readonly transportDays: number
}

/** Between professionals. C. com. art. L441-10, I and L441-11. */
export const paymentCeilings: DatedTable<PaymentCeilings> = [
  {
    from: day('2009-01-01'),
    reviewBy: day('2027-01-05'),
    value: { defaultDays: 30, maxDays: 60, endOfMonthDays: 45, periodicDays: 45, transportDays: 30 },
    source: commerce('L441-10, I et L441-11', '2026-11-23'),
    confidence: 'official',
    note: 'La version du 1er janvier 2027 ne fait que renvoyer au CIBS.',
  },
]

/** State and local authorities; 50 days for hospitals, 60 for public companies. */
export const publicPaymentDays: DatedTable<number> = [
  {
    from: day('2013-05-01'),
    value: 30,
    source: commandePublique('R2192-10 et suivants', '2026-11-23'),
    confidence: 'secondary',
  },
]

export type PaymentTermProblem = { readonly code: 'payment-term-too-long'; readonly due: Day; readonly latest: Day }

/** The ceiling a term breaks for an invoice to a professional issued on `issued`, or undefined. Fine: C. com. art. L441-16. */
export function paymentTermProblem(
  issued: Day,
  term: PaymentTerm,
  kind: 'ordinary' | 'periodic' | 'transport' = 'ordinary',
): PaymentTermProblem | undefined {
  const ceilings = inForce(paymentCeilings, issued)?.value
  if (!ceilings) return undefined
  const endOfMonth = term.kind === 'end-of-month' || term.kind === 'end-of-month-then-days'
  if (kind === 'ordinary' && endOfMonth && term.days <= ceilings.endOfMonthDays) return undefined
  const days = { ordinary: ceilings.maxDays, periodic: ceilings.periodicDays, transport: ceilings.transportDays }[kind]
  const due = dueDate(issued, term)
  const latest = addDays(issued, days)
  return due > latest ? { code: 'payment-term-too-long', due, latest } : undefined
}

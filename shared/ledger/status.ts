import type { Day } from '@tabellion/shared/calendar'
import type { InvoiceKind } from '@tabellion/shared/invoicing'
import { type Cents, formatEuros } from '@tabellion/shared/money'
import { type InvoiceStatus, invoiceStatuses } from './vocabulary.ts'

/** What a status follows from. It is computed each time, never typed (features F-078). */
export interface StatusFacts {
  readonly kind: InvoiceKind
  /** *Net à payer*; negative on a credit note. */
  readonly payable: Cents
  /** What was received, refunds taken off. On a credit note: minus what was refunded or imputed. */
  readonly received: Cents
  /** Credit notes on this invoice, positive. */
  readonly credited: Cents
  readonly dueDate?: Day
  readonly sent: boolean
  readonly disputed: boolean
  readonly uncollectible: boolean
  /** Somebody else claims it. */
  readonly handedOver?: boolean
}

/** features E.2: the first that holds. */
export function statusOf(facts: StatusFacts, today: Day): InvoiceStatus {
  const { payable, received, credited } = facts
  if (facts.kind === 'credit') return received <= payable && payable < 0 ? 'creditSettled' : 'creditIssued'
  if (facts.uncollectible && received < payable - credited) return 'uncollectible'
  if (facts.handedOver && received < payable - credited) return 'handedOver'
  if (facts.disputed) return 'disputed'
  if (credited >= payable && credited > 0 && received <= 0) return 'credited'
  if (received > payable - credited) return 'overpaid'
  if (received >= payable - credited) return 'paid'
  if (facts.dueDate !== undefined && facts.dueDate < today) return 'overdue'
  if (received > 0) return 'partiallyPaid'
  return facts.sent ? 'sent' : 'issued'
}

/** The cell's text: an overdue invoice, or one that a collector claims, says what came of it in part. */
export function statusText(facts: StatusFacts, today: Day): string {
  const status = statusOf(facts, today)
  const label = invoiceStatuses.labels[status]
  return (status === 'overdue' || status === 'handedOver') && facts.received > 0
    ? `${label} · ${formatEuros(facts.received)} reçus`
    : label
}

import type { Day } from '@tabellion/shared/calendar'
import type { PaymentMethod, PaymentRow } from '@tabellion/shared/ledger'
import type { Cents } from '@tabellion/shared/money'

/** One sum of money, before anything was looked up. */
export interface PaymentRequest {
  /** Its name for good: the same one again is the same money. */
  readonly payment: string
  readonly on: Day
  readonly method: PaymentMethod
  readonly reference: string
  readonly source: 'typed' | 'extension' | 'statement'
  readonly fee?: Cents
  /** The bank's line, and why it was matched. */
  readonly operation?: string
  readonly why?: string
  /** What each document gets; negative when given back. They sum to zero when a credit is used for another invoice. */
  readonly allocations: readonly { readonly number: string; readonly amount: Cents }[]
  /** The payment that this one takes back, whole; the rest follows from it, and `allocations` is empty. */
  readonly reverses?: string
  /** The row that a person typed: it stays as typed. */
  readonly typed?: PaymentRow
}

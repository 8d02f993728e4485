import type { Day } from '@tabellion/shared/calendar'
import type { Finding } from '@tabellion/shared/kernel'
import type { Cents } from '@tabellion/shared/money'

/** Why money cannot be recorded, or what is worth knowing about it once it is. One sentence each in messages/payments.ts. */
export type PaymentProblem =
  | { readonly code: 'zero-payment' }
  | {
      readonly code:
        | 'missing-payment-date'
        | 'missing-payment-amount'
        | 'missing-payment-method'
        | 'missing-payment-invoice'
        | 'credit-without-reference'
    }
  | { readonly code: 'unknown-invoice'; readonly number: string }
  | { readonly code: 'payment-in-future'; readonly on: Day; readonly today: Day }
  | { readonly code: 'payment-before-issue'; readonly number: string; readonly on: Day; readonly issued: Day }
  | { readonly code: 'cash-above-cap'; readonly number: string; readonly cash: Cents; readonly cap: Cents }
  | { readonly code: 'invoice-credited'; readonly number: string; readonly notes: readonly string[] }
  | { readonly code: 'credit-note-received'; readonly number: string }
  | { readonly code: 'refund-too-large'; readonly number: string; readonly most: Cents }
  | { readonly code: 'more-than-due'; readonly number: string; readonly most: Cents }
  | { readonly code: 'credit-of-another'; readonly number: string; readonly client: string; readonly other: string }
  | { readonly code: 'fee-out-of-range'; readonly fee: Cents; readonly amount: Cents }
  | { readonly code: 'already-settled' | 'kept-for-client'; readonly number: string; readonly amount: Cents }
  | { readonly code: 'received-too-much'; readonly number: string; readonly excess: Cents }
  | { readonly code: 'due-again'; readonly number: string; readonly due: Cents }
  | { readonly code: 'no-client-credit'; readonly client: string }
  | {
      readonly code: 'client-credit'
      readonly client: string
      readonly amount: Cents
      readonly numbers: readonly string[]
    }
  | { readonly code: 'cash-software'; readonly consumers: number }
  /** Of a payment to be taken back. */
  | { readonly code: 'unknown-payment'; readonly payment: string }
  | { readonly code: 'credit-used' | 'given-back-since'; readonly number: string; readonly amount: Cents }
  | { readonly code: 'already-recorded'; readonly number: string; readonly receipt: number }

export type PaymentFinding = Finding<PaymentProblem>

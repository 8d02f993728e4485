import type { Cents, Quantity, Rate } from '@tabellion/shared/money'

/** Why a credit note cannot be made. One French sentence each in the shells. */
export type CreditProblem =
  | { readonly code: 'credit-of-a-credit'; readonly number: string }
  | { readonly code: 'missing-credit-reason'; readonly number: string }
  | { readonly code: 'nothing-left-to-credit'; readonly number: string; readonly credits: readonly string[] }
  /** `rate`: of what was sold at this rate alone. */
  | {
      readonly code: 'credit-above-rest'
      readonly number: string
      readonly asked: Cents
      readonly rest: Cents
      readonly rate?: Rate
    }
  | { readonly code: 'credit-not-positive'; readonly number: string }
  | { readonly code: 'unknown-credit-line'; readonly number: string; readonly id: string }
  | { readonly code: 'credit-line-twice'; readonly number: string; readonly id: string }
  /** A line of text, or an allowance: it follows the lines it reduces. */
  | { readonly code: 'credit-line-without-price'; readonly number: string; readonly label: string }
  | {
      readonly code: 'credit-quantity-above-rest'
      readonly number: string
      readonly label: string
      readonly asked: Quantity
      readonly rest: Quantity
    }

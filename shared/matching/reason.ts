import type { Cents, Rate } from '@tabellion/shared/money'

/**
 * Why a proposal is made, as facts: each shell has its own sentences for them. `weight` says how much the fact speaks for the proposal (positive)
 * or against it (negative), in natural log-odds.
 */
export type MatchReason = ReasonFacts & { readonly weight: number }

export type ReasonFacts =
  /** Its number is in the label: whole, written short, in a list, the sequence alone, by the order's or quote's number, with one slip. */
  | {
      readonly code: 'number-cited'
      readonly invoiceIds: readonly string[]
      readonly how: 'whole' | 'short' | 'list' | 'sequence' | 'order' | 'slip'
    }
  | { readonly code: 'date-cited' | 'month-named'; readonly invoiceIds: readonly string[] }
  /** The client's name, in whole or in part (`share` of it). */
  | { readonly code: 'payer-named'; readonly clientId: string; readonly share: number }
  | { readonly code: 'payer-iban-known'; readonly clientId: string }
  | { readonly code: 'payer-confirmed-before'; readonly clientId: string; readonly times: number }
  | { readonly code: 'sum-exact'; readonly invoices: number; readonly creditNotes: number }
  /** Received less what was owed. */
  | {
      readonly code: 'cents-apart' | 'bank-fee' | 'processor-fee' | 'late-fee' | 'paid-more'
      readonly difference: Cents
    }
  | { readonly code: 'instalment'; readonly number: number }
  | { readonly code: 'share-of-total' | 'discount' | 'without-vat'; readonly rate: Rate }
  /** Days from the due date (negative before it). */
  | {
      readonly code: 'paid-before-issue' | 'paid-on-time' | 'paid-late' | 'usual-delay' | 'unusual-delay'
      readonly days: number
    }
  /** Nothing tells it from `equals` others: the oldest is paid first (Code civil, art. 1342-10). */
  | { readonly code: 'oldest-of-equals'; readonly equals: number }
  | { readonly code: PlainReason }

/** Reasons that need no further fact. */
export type PlainReason =
  | 'amount-exact'
  | 'refund'
  | 'taken-back'
  | 'paid-in-part'
  /** A word of the label says why the amount differs: « acompte », « solde », « escompte », « pénalités ». */
  | 'reason-in-words'
  | 'consecutive'
  | 'all-that-is-due'
  /** The client usually pays by this means, or the invoice asked for it. */
  | 'usual-means'
  | 'means-asked-for'
  /** Against it. */
  | 'other-number-cited'
  | 'settled-number-cited'
  | 'other-month-named'
  | 'payer-unknown'
  | 'payer-unnamed'
  | 'other-payer'
  | 'refused-before'
  | 'unusual-means'
  | 'claimed-by-another-line'

export type ReasonCode = ReasonFacts['code']

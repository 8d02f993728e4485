import type { Day } from '@tabellion/shared/calendar'
import type { Finding } from '@tabellion/shared/kernel'
import type { Cents } from '@tabellion/shared/money'

/** Why a quote was not made, accepted or billed. One sentence each in messages/quotes.ts. */
export type QuoteRefusal =
  | { readonly code: 'unknown-quote'; readonly number: string }
  | { readonly code: 'quote-expired'; readonly number: string; readonly validUntil: Day; readonly on: Day }
  | {
      readonly code: 'quote-declined' | 'quote-not-accepted' | 'quote-billed' | 'quote-without-row'
      readonly number: string
    }
  | { readonly code: 'quote-already-accepted'; readonly number: string; readonly on?: Day }
  | { readonly code: 'quote-date'; readonly number: string; readonly on: Day; readonly from: Day; readonly today: Day }
  | { readonly code: 'deposit-above-rest'; readonly number: string; readonly asked: Cents; readonly rest: Cents }
  | { readonly code: 'deposit-missing' | 'deposit-not-positive'; readonly number: string }
  | { readonly code: 'deposit-too-early'; readonly number: string; readonly from: Day }

/** What is to be looked at in a cell. */
export type QuoteProblem =
  | { readonly code: 'quote-accepted'; readonly number: string }
  | { readonly code: 'quote-waste-missing' | 'quote-mediator-missing'; readonly client: string }
  | { readonly code: 'same-patterns'; readonly setting: string; readonly other: string }
  | { readonly code: 'deposit-kept'; readonly number: string }
  /** A credit note on a deposit that balances have deducted: `lost` is asked for nowhere any more. */
  | {
      readonly code: 'deposit-deducted'
      readonly number: string
      readonly balances: readonly string[]
      readonly lost: Cents
    }

export type QuoteFinding = Finding<QuoteProblem>

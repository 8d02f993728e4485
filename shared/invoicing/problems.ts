import type { Day } from '@tabellion/shared/calendar'
import type { Finding } from '@tabellion/shared/kernel'
import type { ExemptionReasonId } from '@tabellion/shared/regulation'

/** Why a group of rows cannot become a document, or should be looked at. One French sentence each in the shells. */
export type DraftProblem =
  | { readonly code: 'missing-date' | 'missing-label' | 'missing-quantity' | 'missing-price' | 'missing-client' }
  | { readonly code: 'unlikely-date'; readonly on: Day; readonly issued: Day }
  | { readonly code: 'short-label'; readonly text: string; readonly least: number }
  | { readonly code: 'text-too-long'; readonly length: number; readonly most: number }
  | { readonly code: 'quantity-not-positive' | 'negative-price'; readonly text: string }
  | { readonly code: 'unknown-client'; readonly client: string; readonly nearest?: string }
  | { readonly code: 'doubled-client'; readonly client: string; readonly rows: readonly number[] }
  | {
      readonly code: 'missing-client-type' | 'missing-address' | 'missing-postcode' | 'missing-city'
      readonly client: string
    }
  | { readonly code: 'missing-client-vat-number'; readonly client: string }
  | {
      readonly code: 'wrong-client-vat-number' | 'wrong-client-siret' | 'wrong-client-siren' | 'wrong-client-postcode'
      readonly client: string
      readonly text: string
    }
  | { readonly code: 'vat-in-franchise'; readonly rate: string }
  | { readonly code: 'missing-vat-rate' }
  | { readonly code: 'zero-rate-without-reason' }
  | { readonly code: 'rate-with-reason'; readonly rate: string }
  | { readonly code: 'unknown-vat-rate'; readonly rate: string; readonly known: readonly string[] }
  /** What was typed gives way to what follows from client and nature: no VAT, for `reason`, printed as `text`. */
  | {
      readonly code: 'rate-replaced'
      readonly rate: string
      readonly reason: ExemptionReasonId
      readonly text: string
    }
  | {
      readonly code: 'reason-replaced'
      /** As its cell says it. */
      readonly typed: string
      readonly reason: ExemptionReasonId
      readonly text: string
    }
  | { readonly code: 'missing-reason-text' }
  | { readonly code: 'reason-expired' }
  | { readonly code: 'mixed-line-types'; readonly client: string }
  | { readonly code: 'credit-row-typed' | 'quote-line-type' }
  | { readonly code: 'allowance-too-large'; readonly label: string }
  | { readonly code: 'allowance-without-sale' }
  | { readonly code: 'no-sold-line'; readonly client: string }
  | { readonly code: 'total-not-positive'; readonly client: string }
  | { readonly code: 'balance-without-deposit'; readonly client: string }
  | { readonly code: 'deposits-exceed-total'; readonly client: string }
  | { readonly code: 'several-references'; readonly client: string; readonly references: readonly string[] }
  | { readonly code: 'term-too-long'; readonly client: string; readonly days: number; readonly most: number }
  | { readonly code: 'terms-not-accepted'; readonly client: string }
  | { readonly code: 'terms-outdated'; readonly client: string; readonly accepted: string; readonly current: string }
  | { readonly code: 'many-lines'; readonly client: string; readonly lines: number }
  | { readonly code: 'missing-setting'; readonly setting: string }
  | { readonly code: 'wrong-setting'; readonly setting: string; readonly text: string; readonly expected: string }
  | { readonly code: 'unprintable-characters'; readonly characters: readonly string[] }

export type DraftFinding = Finding<DraftProblem>

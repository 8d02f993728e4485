import type { Day, Period } from '@tabellion/shared/calendar'
import type { ContributionKind } from '@tabellion/shared/deadlines'
import type { Finding } from '@tabellion/shared/kernel'
import type { CellProblem } from '@tabellion/shared/ledger'
import type { Cents } from '@tabellion/shared/money'

/** What keeps deadlines, contributions or books from being told, each with its cell. Sentences: messages/obligations.ts. */
export type ObligationProblem =
  | CellProblem
  | { readonly code: 'setting-needed'; readonly setting: string; readonly why: string }
  | {
      readonly code: 'setting-unreadable'
      readonly setting: string
      readonly text: string
      readonly expected: string
    }
  | { readonly code: 'end-before-start'; readonly start: Day; readonly end: Day }
  | {
      readonly code: 'receipt-before-start' | 'receipt-after-end'
      readonly rank: number
      readonly on: Day
      readonly limit: Day
    }
  | { readonly code: 'nature-not-declared'; readonly rank: number; readonly nature: string }
  | { readonly code: 'rate-unknown'; readonly kind: ContributionKind; readonly on: Day }
  | { readonly code: 'book-row-altered'; readonly rank: number }
  | { readonly code: 'book-row-unknown'; readonly rank: string }
  | { readonly code: 'book-row-missing'; readonly rank: number; readonly document: string }
  | { readonly code: 'earlier-turnover-open'; readonly amount: Cents }
  | {
      readonly code: 'franchise-lost'
      readonly because: 'upper-crossed' | 'base-exceeded-last-year'
      readonly from: Day
      readonly limit: Cents
    }
  | { readonly code: 'franchise-ends'; readonly from: Day; readonly limit: Cents }
  /** Once; then the second year running, and the regime is left on `from`. */
  | ({ readonly code: 'micro-exceeded' } & CeilingExceeded)
  | ({ readonly code: 'micro-lost'; readonly from: Day } & CeilingExceeded)
  | { readonly code: 'purchase-incomplete'; readonly missing: readonly string[] }
  | { readonly code: 'rate-override-unreadable'; readonly text: string }
  | { readonly code: 'seal-broken'; readonly period: Period }
  | { readonly code: 'document-differs' | 'no-facturx'; readonly number: string }
  | { readonly code: 'digest-unsure'; readonly on: Day }
  | { readonly code: 'digest-refused'; readonly reason: string }

interface CeilingExceeded {
  readonly of: 'all' | 'services'
  readonly limit: Cents
  readonly prorated: boolean
}

export type ObligationFinding = Finding<ObligationProblem>

/** Why an obligation's action did not start. */
export type ObligationRefusal =
  | { readonly code: 'obligation-settings'; readonly settings: readonly string[]; readonly at?: Finding['at'] }
  | { readonly code: 'unknown-deadline'; readonly id: string; readonly nearest?: string }
  | { readonly code: 'unknown-mark'; readonly status: string }
  | { readonly code: 'reason-needed' }
  | { readonly code: 'mark-in-future'; readonly on: Day; readonly today: Day }
  | { readonly code: 'unknown-return-period'; readonly period: string; readonly known: readonly string[] }
  | { readonly code: 'period-sealed'; readonly period: Period; readonly on: Day }
  | { readonly code: 'period-not-over'; readonly period: Period; readonly last: Day }
  | { readonly code: 'earlier-period-open'; readonly period: Period; readonly earlier: Period }
  | { readonly code: 'book-altered'; readonly rank: string }
  | { readonly code: 'export-range'; readonly from: Day; readonly to: Day }
  | { readonly code: 'nothing-to-export'; readonly what: string }
  | { readonly code: 'fec-needs-siren' }

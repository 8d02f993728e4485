import type { Day } from '@tabellion/shared/calendar'
import type { Severity } from '@tabellion/shared/kernel'
import type { ColumnKey, SettingName } from '@tabellion/shared/ledger'
import type { Cents, Rate } from '@tabellion/shared/money'
import type { ExemptionReasonId } from '@tabellion/shared/regulation'

/** The cell that holds what is wrong; `document`: something we computed, no cell of the user's. */
export type Field =
  | { readonly tab: 'settings'; readonly setting: SettingName }
  | { readonly tab: 'clients'; readonly column: ColumnKey<'clients'> }
  | { readonly tab: 'sales'; readonly column: ColumnKey<'sales'>; readonly rowId: string }
  | { readonly tab: 'document' }

/**
 * Who refuses. `anyone`: it is wrong on paper too. `europe`: EN 16931 or the Factur-X schema. `france`: only the French rules
 * (BR-FR), which bind a micro-enterprise from 1 September 2027.
 */
export type Basis = 'anyone' | 'europe' | 'france'

/** The official rules' identifier stands beside each code; « none » is what they let through although it is wrong. */
export type PreflightProblem =
  /** BR-FR-01, BR-FR-02. */
  | { readonly code: 'wrong-document-number'; readonly text: string }
  /** BR-FR-03. */
  | { readonly code: 'date-out-of-range'; readonly date: Day }
  /** BR-FR-CO-07. */
  | { readonly code: 'due-before-issue'; readonly due: Day; readonly issued: Day }
  /** BR-29, none for BT-9 of a paid document. */
  | { readonly code: 'period-reversed'; readonly from: Day; readonly to: Day }
  | { readonly code: 'paid-after-issue'; readonly paid: Day; readonly issued: Day }
  /** BR-06 to BR-11. */
  | { readonly code: 'missing-party-text' }
  /** BR-FR-10, BR-FR-11, BR-FR-32; the key: none. */
  | { readonly code: 'missing-siren' }
  | { readonly code: 'wrong-siren' | 'wrong-siret' | 'wrong-vat-number'; readonly text: string }
  /** BR-FR-09; of a VAT number: none. */
  | { readonly code: 'siret-of-another' | 'vat-number-of-another'; readonly text: string; readonly siren: string }
  /** BR-S-02, BR-AE-02, BR-IC-02, BR-G-02. */
  | { readonly code: 'missing-vat-number' }
  /** BR-FR-12 and BR-FR-13; the form: none. */
  | { readonly code: 'missing-electronic-address' }
  | { readonly code: 'consumer-without-email' }
  /** BR-FR-25; the form: none. */
  | { readonly code: 'wrong-email'; readonly text: string }
  /** BR-16. */
  | { readonly code: 'document-without-line' }
  /** BR-25, BR-33. */
  | { readonly code: 'line-without-label' }
  /** None, BR-27, none. */
  | { readonly code: 'quantity-zero' | 'line-price-negative' | 'discount-too-large' | 'allowance-not-positive' }
  /** BR-CL-23. */
  | { readonly code: 'unknown-unit'; readonly unitCode: string }
  /** BR-FR-16. */
  | { readonly code: 'rate-not-french'; readonly rate: Rate }
  /** BR-S-05, BR-E-05 and their kin. */
  | { readonly code: 'rate-of-another-category'; readonly rate: Rate }
  /** BR-E-10, BR-AE-10, BR-IC-10, BR-G-10, BR-O-10. */
  | { readonly code: 'missing-exemption-reason'; readonly reason?: ExemptionReasonId }
  /** None: CGI art. 293 B. */
  | { readonly code: 'vat-charged-in-franchise'; readonly rate: Rate }
  /** BR-E-08 and its kin: one group, hence one reason, per category and rate. */
  | { readonly code: 'several-exemption-reasons'; readonly reasons: readonly ExemptionReasonId[] }
  /** BR-O-11 to BR-O-14. */
  | { readonly code: 'outside-scope-mixed' }
  /** BR-IC-11. */
  | { readonly code: 'missing-delivery-date' }
  /** None: the rules never multiply. */
  | { readonly code: 'wrong-line-amount'; readonly found: Cents; readonly expected: Cents }
  /** BR-CO-17 and BR-S-09 let it be a euro wrong; BR-CO-10 to BR-CO-16. `term` is its BT number. */
  | { readonly code: 'wrong-total'; readonly term: string; readonly found: Cents; readonly expected: Cents }
  /** None. */
  | { readonly code: 'document-not-positive' | 'negative-vat-base' | 'prepaid-exceeds-total' }
  /** None: CII-SR-470 and BR-61 only want an account. */
  | { readonly code: 'wrong-iban' | 'wrong-bic'; readonly text: string }
  /** BR-61, PEPPOL-EN16931-R061. */
  | { readonly code: 'incomplete-direct-debit' }
  /** BR-CO-25, which no schematron for CII asserts (1.3.16). */
  | { readonly code: 'missing-payment-terms' }
  /** BR-FR-05; an empty one: none. C. com. art. L441-9. */
  | { readonly code: 'missing-mention'; readonly subject: 'PMD' | 'PMT' | 'AAB' }
  /** BR-FR-CO-04, BR-FR-CO-05. */
  | { readonly code: 'missing-reference' | 'several-references' }
  /** BR-FR-01, BR-FR-02; the dates: none. */
  | { readonly code: 'wrong-reference'; readonly number: string; readonly date: Day }

/** As a check finds it. */
export type Found = PreflightProblem & { readonly field: Field; readonly basis: Basis }

/** As the verdict grades it. */
export type GradedProblem = Found & { readonly severity: Severity }
export type PreflightCode = PreflightProblem['code']

export const found = (problem: PreflightProblem, field: Field, basis: Basis = 'anyone'): Found => ({
  ...problem,
  field,
  basis,
})
export const setting = (name: SettingName): Field => ({ tab: 'settings', setting: name })
export const client = (column: ColumnKey<'clients'>): Field => ({ tab: 'clients', column })
export const sale = (column: ColumnKey<'sales'>, rowId: string): Field => ({ tab: 'sales', column, rowId })
export const computed: Field = { tab: 'document' }

export const isBlank = (text: string | undefined): boolean => text === undefined || text.trim() === ''

/** The law as dated data: each value with its article, its address, the day it was checked, and how sure we are. */
export { type Confidence, type DatedEntry, type DatedTable, inForce, isConfirmed, type Source } from './dated-table.ts'
export { cashCeiling } from './fr/cash.ts'
export {
  type EInvoicingStep,
  type EInvoicingStepId,
  eInvoicingBinds,
  eInvoicingCalendar,
  eInvoicingStep,
} from './fr/e-invoicing.ts'
export {
  deducedExemption,
  type ExemptionReason,
  type ExemptionReasonId,
  exemptionReason,
  exemptionReasons,
  exemptionText,
  readExemptionReason,
  type SaleSituation,
} from './fr/exemption-reasons.ts'
export {
  type Mention,
  type MentionContext,
  type MentionId,
  mentionsFor,
  nameWithEi,
  operationNature,
} from './fr/invoice-mentions.ts'
export {
  defaultPenaltyRate,
  formatPenaltyRate,
  type HalfYearRates,
  halfYearRates,
  latePenalty,
  type Penalty,
  type PenaltyPart,
  penaltyFloor,
  penaltyMargin,
  ratesOfHalfYear,
  recoveryFee,
} from './fr/late-payment.ts'
export { discountText, paymentNotes, penaltyText, recoveryFeeText } from './fr/payment-mentions.ts'
export {
  type PaymentCeilings,
  type PaymentTermProblem,
  paymentCeilings,
  paymentTermProblem,
  publicPaymentDays,
} from './fr/payment-terms.ts'
export { RETENTION_YEARS, taxRetentionYears } from './fr/retention.ts'
export { franchiseMention, franchiseMentionOn, type VatThreshold, vatThresholds } from './fr/vat-franchise.ts'
export { type VatRates, vatRates, vatRatesOf } from './fr/vat-rates.ts'

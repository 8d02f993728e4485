/** The law as dated data: each value with its article, its address, the day it was checked, and how sure we are. */
export { type Confidence, type DatedEntry, type DatedTable, inForce, isConfirmed, type Source } from './dated-table.ts'
export { type LawDue, lawDue, reviewDay } from './due.ts'
export {
  type AcreCohort,
  acreCohort,
  acreEnd,
  acrePeriodSource,
  acreRates,
  acreRequestDays,
  acreTurnoverCap,
} from './fr/acre.ts'
export { cashCeiling } from './fr/cash.ts'
export { type DelayCost, type DelayCostId, delayCost } from './fr/delay-costs.ts'
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
  type IncomeTaxCampaign,
  type IncomeTaxZone,
  incomeTaxCampaigns,
  incomeTaxZone,
} from './fr/income-tax-calendar.ts'
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
  owedRate,
  penaltyFloor,
  penaltyMargin,
  ratesOfHalfYear,
  recoveryFee,
} from './fr/late-payment.ts'
export {
  type ChamberCategory,
  chamberTax,
  chamberTaxExemption,
  flatIncomeTax,
  flatIncomeTaxIncomeCap,
  type TrainingCategory,
  trainingLevy,
} from './fr/levies.ts'
export { type MicroCeiling, microCeilings, otherThresholds, proratedLimit } from './fr/micro-ceilings.ts'
export {
  authorityNames,
  canBeLate,
  incomeTaxBoxes,
  obligationNames,
  obligationTitle,
  turnoverBoxes,
} from './fr/obligation-labels.ts'
export {
  type Authority,
  type Basis,
  type ObligationKind,
  type ObligationRule,
  type ObligationRuleId,
  obligationRule,
  obligationRules,
} from './fr/obligation-rules.ts'
export { discountText, paymentNotes, penaltyText, recoveryFeeText } from './fr/payment-mentions.ts'
export {
  type PaymentCeilings,
  type PaymentTermProblem,
  paymentCeilings,
  paymentTermProblem,
  publicPaymentDays,
} from './fr/payment-terms.ts'
export { type QuoteWords, quoteMentions } from './fr/quote-mentions.ts'
export {
  type DebtorKind,
  mediationText,
  noticeBasis,
  noticeSequel,
  orderToPayMonths,
  type Prescription,
  prescriptionDay,
  prescriptions,
  publicRoutes,
  smallClaimsCap,
} from './fr/recovery.ts'
export { type LawEntry, type LawTable, lawTables } from './fr/register.ts'
export { RETENTION_YEARS, taxRetentionYears } from './fr/retention.ts'
export {
  type OverseasPhase,
  overseasRates,
  SOCIAL_ACTIVITIES,
  type SocialActivity,
  socialRates,
} from './fr/social-rates.ts'
export { ca3Day, ca3Grid, SIMPLIFIED_VAT_ENDS, simplifiedEndSource, simplifiedInstalments } from './fr/vat-filing.ts'
export { franchiseMention, franchiseMentionOn, type VatThreshold, vatThresholds } from './fr/vat-franchise.ts'
export { type VatRates, vatRates, vatRatesOf } from './fr/vat-rates.ts'
export { type OwnValue, type OwnValues, ownAmounts, type ValueInForce, valueOn } from './own-values.ts'

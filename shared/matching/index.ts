/** Which invoices does this bank line pay, how sure is it, and why. */
export { spokenReasons, whyText } from './french.ts'
export type { Learnt } from './learnt.ts'
export { createMatcher, type LineMatch, type Matcher, type Proposal } from './matcher.ts'
export type {
  Allocation,
  BankLine,
  Confirmation,
  Decision,
  MatchClient,
  MatchInvoice,
  MatchLedger,
  MatchSeller,
  Processor,
} from './model.ts'
export { type Offer, offerOf } from './offer.ts'
export type { Training } from './page.ts'
export type { MatchReason, ReasonCode, ReasonFacts } from './reason.ts'
export { forgetNames, nameWords } from './refused-names.ts'
/** For training and measuring only: how a line was weighed. */
export type { Curve, Model, Weighing } from './weigh.ts'
export type { Code } from './weights.ts'

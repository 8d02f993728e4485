/** Which invoices does this bank line pay, how sure is it, and why. */
export type { Learnt } from './learnt.ts'
export { createMatcher, type LineMatch, type Matcher, type Proposal } from './matcher.ts'
export type {
  Allocation, BankLine, Confirmation, Decision, MatchClient, MatchInvoice, MatchLedger, MatchSeller, Processor,
} from './model.ts'
export type { MatchReason, ReasonCode, ReasonFacts } from './reason.ts'

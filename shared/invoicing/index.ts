/** From ledger rows to a draft, its mentions, its number, and the frozen document. EN 16931 names. */

export { buyerOf } from './buyer.ts'
export { type CreditInput, type CreditPart, type DraftedCredit, draftCredit } from './credit-note.ts'
export type { CreditRow } from './credit-parts.ts'
export type { CreditProblem } from './credit-problems.ts'
export type {
  ActivityNature,
  Address,
  Buyer,
  ClientType,
  DeductedDeposit,
  DocumentAllowance,
  DocumentContent,
  DocumentLine,
  DocumentNumber,
  DocumentStyle,
  DraftDocument,
  InvoiceKind,
  IssuedDocument,
  PaymentInstructions,
  PrecedingDocument,
  PrintedContent,
  PrintedDocument,
  QuoteDocument,
  QuoteTerms,
  Seller,
  SoldLine,
  TextLine,
  Totals,
  TradePreset,
  VatCategory,
  VatGroup,
  VatTreatment,
} from './document.ts'
export { type Drafted, type DraftInput, draftDocument, termText } from './draft.ts'
export { type Group, groupLines, nameKey } from './group.ts'
export { guessPattern } from './guess-pattern.ts'
export type { Client, LedgerLine, LineType, OpenDeposit, QuoteProfile, SellerProfile } from './input.ts'
export { invoiceName } from './invoice-name.ts'
export {
  formatNumber,
  gapsIn,
  highestRank,
  type NumberPattern,
  type PatternProblem,
  parsePattern,
  rankOf,
  type Series,
  takenOverRank,
} from './numbering.ts'
export type { DraftFinding, DraftProblem } from './problems.ts'
export { draftQuote, type QuoteDraft, type QuoteInput, sameQuote } from './quote.ts'
export { isLink } from './terms.ts'
export { soldLines, totalsOf, vatBreakdown } from './totals.ts'
export { unitCode } from './units.ts'
export { vatKey } from './vat.ts'

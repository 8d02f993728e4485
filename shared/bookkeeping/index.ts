/** The books of a micro-entrepreneur: receipts, purchases, turnover and its returns, thresholds, VAT, exports. Pure. */
export {
  type AllocatedGroup,
  type Allocation,
  allocateToGroups,
  type BookedDocument,
  type DocumentGroup,
  type GroupShare,
  ownGroups,
  paymentParts,
  shareOut,
} from './allocation.ts'
export { BOOK_HEADINGS, bookCsvRows, categoryLabels, csvText, printed, receiptCells, remarksOf } from './book-rows.ts'
export { bookedDocument } from './booked-document.ts'
export { FEC_HEADINGS, fecFileName, fecText } from './fec.ts'
export { type FranchiseVerdict, franchiseVerdict } from './franchise.ts'
export { type MicroVerdict, microVerdict } from './micro.ts'
export { type Payment, type PaymentPart, paymentAmount, type ReceiptCategory } from './payment.ts'
export { type Purchase, type PurchaseEntry, purchasesToAppend } from './purchase-register.ts'
export { entriesToAppend, netOf, type ReceiptEntry, returnOf, standingEntries } from './receipts-book.ts'
export { brokenSeals, type Seal, type SealProblem, sealPeriod } from './sealing.ts'
export { crossingDay, type DatedTurnover, type Gauge, type GaugeId, gauges } from './thresholds.ts'
export {
  type BookTotals,
  bookTotals,
  declaredReceipts,
  type TurnoverByNature,
  totalTurnover,
  turnover,
} from './turnover.ts'
export {
  estimateContributions,
  type PreparedReturn,
  type PreparedReturnProblem,
  prepareReturn,
} from './turnover-return.ts'
export {
  invoicedVat,
  type ReceivedShare,
  receivedVat,
  type ServicesDue,
  type VatDue,
  type VatSummary,
  vatDue,
  vatSummary,
} from './vat-summary.ts'
export { type Situation, whatIf, type YearTurnover } from './what-if.ts'

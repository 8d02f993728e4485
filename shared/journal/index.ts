/** The register of record: events appended to a hash chain, read back whatever their age. */
export type { MessageAnswered } from './bridge-events.ts'
export {
  appendRows,
  type ChainBreak,
  CONTINUATION,
  chainBreaks,
  EMPTY_JOURNAL,
  type Head,
  type JournalProblem,
  type JournalRow,
  readEvents,
  rowHash,
  type StoredEvent,
} from './chain.ts'
export {
  type BookedReceipt,
  type CellsRestored,
  type DebtWrittenOff,
  type DocumentIssued,
  type DocumentNotSent,
  type DocumentSent,
  eventKey,
  type InvoiceTakenOver,
  type JournalEvent,
  type JournalEventType,
  type LogoSet,
  type NumberReserved,
  type PaidDocument,
  type PaymentRecorded,
  type SchemaSet,
  type SendBegun,
  type WriteOffUndone,
} from './events.ts'
export {
  type JobEvent,
  type PlanAgreed,
  type PlanEnded,
  type PlansOffered,
  type QuoteDecided,
  type QuoteFiled,
  type QuoteMade,
  type RowsRecurred,
  type RowsRecurring,
  readVersionKey,
  versionKey,
} from './job-events.ts'
export type {
  BookedPurchase,
  DeadlineMarked,
  FilesExported,
  InvoiceReceived,
  PeriodSealed,
  PurchasesBooked,
} from './obligation-events.ts'
export type {
  DebtHandedOver,
  HandOverUndone,
  ReminderApproved,
  ReminderBegun,
  ReminderChannel,
  ReminderMade,
  ReminderNotSent,
  ReminderSent,
  RemindersWorded,
  WordedLetter,
} from './reminder-events.ts'
export type { StoredCells } from './stored-cells.ts'

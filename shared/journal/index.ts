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
export { eventKey } from './event-key.ts'
export type {
  CellsRestored,
  DebtWrittenOff,
  DocumentIssued,
  DocumentNotSent,
  DocumentSent,
  InvoiceTakenOver,
  JournalEvent,
  JournalEventType,
  LogoSet,
  NumberReserved,
  PaidDocument,
  PaymentRecorded,
  ReceiptEntry,
  SchemaSet,
  SendBegun,
  WriteOffUndone,
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
export type { OrderEvent, OrderReceived, OrderStep, OrderTaken } from './order-events.ts'
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

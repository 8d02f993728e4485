/** The workbook's one declaration, and cells to facts and back: by heading, never by position. */
export { type BankNames, readBankNames, withBankName } from './bank-names.ts'
export {
  type Cell,
  type CellProblem,
  dateSerial,
  isBlank,
  isTicked,
  readDate,
  readRate,
  readScaled,
  textOf,
} from './cell.ts'
export type { Column, ColumnKind, ColumnSource, Tab } from './column.ts'
export {
  type ColumnKey,
  columnOf,
  columnsOf,
  FIRST_DATA_ROW,
  HEADING_ROW,
  headingOf,
  type TabKey,
  tabKeys,
  tableKeys,
  tabs,
} from './columns.ts'
export {
  type ForeignClient,
  type ForeignClients,
  foreignClientHeadings,
  readForeignClients,
} from './foreign/clients.ts'
export { type ForeignRow, readForeignRows } from './foreign/csv.ts'
export {
  type ForeignGap,
  type ForeignInvoice,
  type ForeignInvoices,
  foreignInvoiceHeadings,
  readForeignInvoices,
} from './foreign/open-invoices.ts'
export { columnLetters, formulaAt, formulaDown, formulaOver, type Positions } from './formula.ts'
export {
  equalParts,
  type Instalment,
  type InstalmentStatus,
  instalmentStatus,
  instalmentsOf,
  nextInstalment,
  type PaymentPlan,
  readPlans,
  withPlans,
} from './instalments.ts'
export { listValues } from './lists.ts'
export { openDeposits } from './open-deposits.ts'
export type { LedgerFinding, LedgerProblem, WorkbookFinding } from './problems.ts'
export {
  invoicedOf,
  type QuoteEntry,
  type QuoteFacts,
  quoteCells,
  quotedLineStatus,
  quoteStatusOf,
  readQuotes,
} from './quotes.ts'
export { type BankRow, readBank, readBankRow } from './read-bank.ts'
export { type ClientBook, type ReadClient, readClient, readClients } from './read-clients.ts'
export { type RegisterEntry, readRegister } from './read-invoices.ts'
export {
  CLIENT_CREDIT,
  isClientCredit,
  numberKey,
  type PaymentRow,
  type PaymentSums,
  paymentSums,
  readPayment,
  readPayments,
} from './read-payments.ts'
export { type ProcessorTariff, readProcessors } from './read-processors.ts'
export { IDENTITY, type Logo, type ReadProfile, readProfile } from './read-profile.ts'
export { readQuoteProfile } from './read-quote-profile.ts'
export { type CatalogItem, isIssued, isToInvoice, type ReadLine, readCatalog, readLine } from './read-sales.ts'
export { nextRows, type RecurringLink, type RecurringRow } from './recurrence.ts'
export { documentDigest, type RegisterFacts, registerCells } from './register.ts'
export { type ClientInvoice, type ClientRelation, clientRelation, relationLabels } from './relation.ts'
export { isFormerDefault } from './settings/former.ts'
export { mailTokens } from './settings/mails.ts'
export { reminderTokens } from './settings/reminders.ts'
export type { SettingDeclaration } from './settings/setting.ts'
export {
  readSettings,
  type SettingName,
  type Settings,
  settingCell,
  settingDeclarations,
  settingNamed,
  wrongSetting,
} from './settings.ts'
export {
  type DocumentStatus,
  documentStatuses,
  type KnownOfPayments,
  type Settlement,
  settlements,
  staleLineStatuses,
  staleStatuses,
} from './settlement.ts'
export { type StatusFacts, statusOf, statusText } from './status.ts'
export { headingKey, type RecordOf, type Row, readTable, type Table, type TableProblem, tabTitle } from './table.ts'
export {
  type BankStatus,
  bankStatuses,
  type CreditReason,
  channels,
  clientTypes,
  creditReasons,
  type DeadlineStatus,
  deadlineStatuses,
  type InvoiceStatus,
  instalmentStatuses,
  invoiceKinds,
  invoiceStatuses,
  type LineStatus,
  lineStatuses,
  lineTypes,
  natures,
  type OrderStatus,
  orderStatuses,
  type PaymentMethod,
  paymentMethods,
  quoteStatuses,
  type RateStatus,
  type ReminderStatus,
  rateStatuses,
  reminderLevelLabels,
  reminderModes,
  reminderStatuses,
  trades,
  type Vocabulary,
} from './vocabulary.ts'

import type { Action } from './action.ts'
import { addSale } from './add-sale.ts'
import { confirmMatches } from './bank/confirm-matches.ts'
import { importStatement } from './bank/import-statement.ts'
import { matchStatement } from './bank/match-statement.ts'
import { ignoreLines, undoMatch } from './bank/set-aside.ts'
import { pairedBrowsers, revokeBrowser } from './bridge/browsers.ts'
import { connectExtension } from './bridge/connect-extension.ts'
import { exchangeBlock } from './bridge/exchange-block.ts'
import { changeSettings, readSettingsAction } from './change-settings.ts'
import { checkFile } from './check-file.ts'
import { checkInstallation } from './check-installation.ts'
import { clientCardAction } from './client-card.ts'
import { createCreditNoteAction } from './create-credit-note/index.ts'
import { daily } from './daily.ts'
import { duplicateInvoice } from './duplicate-invoice.ts'
import { exportAction } from './export.ts'
import { goTo } from './go-to.ts'
import { importClients } from './import-clients.ts'
import { importOpenInvoices } from './import-open-invoices.ts'
import { importSupplierInvoice } from './import-supplier-invoice.ts'
import { issueInvoicesAction } from './issue-invoices/index.ts'
import { previewInvoices } from './issue-invoices/preview.ts'
import { calendarFeed } from './obligations/calendar-feed.ts'
import { closePeriod } from './obligations/close-period.ts'
import { markDeadline } from './obligations/mark-deadline.ts'
import { prepareTurnoverReturn } from './obligations/prepare-turnover-return.ts'
import { refreshDeadlinesAction } from './obligations/refresh-deadlines.ts'
import { remindDeadlines } from './obligations/remind-deadlines.ts'
import { whatIfAction } from './obligations/what-if.ts'
import { ordersKey } from './orders/orders-key.ts'
import { quoteOrders } from './orders/quote-orders.ts'
import { cancelPlan, createPlan } from './plans/create-plan.ts'
import { offerPlans } from './plans/offer-plans.ts'
import { previewDocument, previewStyles } from './preview-document.ts'
import { createQuote } from './quotes/create-quote.ts'
import { acceptQuote, declineQuote } from './quotes/decide-quote.ts'
import { invoiceQuote } from './quotes/invoice-quote.ts'
import { listQuotes } from './quotes/list-quotes.ts'
import { requestDeposit } from './quotes/request-deposit.ts'
import { sendQuote } from './quotes/send-quote.ts'
import { recordPayment } from './record-payment.ts'
import { explainAmount } from './reminders/explain-amount.ts'
import { exportUnpaidFile } from './reminders/export-unpaid-file.ts'
import { formalNotice, postNotice } from './reminders/formal-notice.ts'
import { handOver } from './reminders/hand-over.ts'
import { prepareReminders } from './reminders/prepare-reminders.ts'
import { previewReminder } from './reminders/preview-reminder.ts'
import { postponeReminder, suspendReminders } from './reminders/put-off.ts'
import { sendReminders } from './reminders/send-reminders.ts'
import { repairTabs } from './repair-tabs.ts'
import { restore } from './restore.ts'
import { sampleData } from './sample-data.ts'
import { sendDocuments } from './send-documents.ts'
import { setLogo } from './set-logo.ts'
import { setup } from './setup.ts'
import { tickRows } from './tick-rows.ts'
import { today } from './today.ts'
import { useCredit } from './use-credit.ts'
import { verify } from './verify.ts'
import { writeOff } from './write-off.ts'

/** Every action, once: the menu, the sidebar's calls and the door's `run list` follow from it. */
export const actions: readonly Action[] = [
  today,
  issueInvoicesAction,
  previewInvoices,
  createQuote,
  listQuotes,
  sendQuote,
  acceptQuote,
  declineQuote,
  invoiceQuote,
  requestDeposit,
  quoteOrders,
  createPlan,
  offerPlans,
  cancelPlan,
  createCreditNoteAction,
  duplicateInvoice,
  sendDocuments,
  recordPayment,
  useCredit,
  writeOff,
  prepareReminders,
  sendReminders,
  previewReminder,
  postponeReminder,
  suspendReminders,
  formalNotice,
  postNotice,
  explainAmount,
  handOver,
  exportUnpaidFile,
  importClients,
  importOpenInvoices,
  importSupplierInvoice,
  refreshDeadlinesAction,
  markDeadline,
  prepareTurnoverReturn,
  closePeriod,
  whatIfAction,
  remindDeadlines,
  calendarFeed,
  exportAction,
  daily,
  checkFile,
  checkInstallation,
  verify,
  restore,
  setup,
  sampleData,
  setLogo,
  repairTabs,
  clientCardAction,
  addSale,
  tickRows,
  previewDocument,
  previewStyles,
  readSettingsAction,
  changeSettings,
  goTo,
  importStatement,
  matchStatement,
  confirmMatches,
  ignoreLines,
  undoMatch,
  connectExtension,
  pairedBrowsers,
  revokeBrowser,
  exchangeBlock,
  ordersKey,
]

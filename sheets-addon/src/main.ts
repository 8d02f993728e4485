/** Every export of this file becomes a global function of the script: menus, triggers and the sidebar find them by name. */
import { googlePorts } from './compose.ts'
import { numberPrompt } from './google/ask.ts'
import { importFromMenu, lineFromMenu, takeoverFromMenu } from './google/bank-menu.ts'
import { browsersFromMenu, connectFromMenu, exchangeFromMenu, orderKeyFromMenu } from './google/bridge-menu.ts'
import { onCellEdited } from './google/edit.ts'
import { fromMenu, installationFromMenu } from './google/menu.ts'
import { showMenu } from './google/menu-entries.ts'
import {
  exportFromMenu,
  feedFromMenu,
  markFromMenu,
  periodFromMenu,
  whatIfFromMenu,
} from './google/obligations-menu.ts'
import { openPage } from './google/pages.ts'
import { previewFromMenu } from './google/preview-menu.ts'
import { googleScreen } from './google/screen.ts'
import { answerGet, answerPost } from './google/web.ts'
import { runAction } from './run-action.ts'

export { openPage } from './google/pages.ts'

export const onOpen = (): void => showMenu()
export const onEdit = onCellEdited
export const menuToday = (): void => openPage('today')
export const menuIssueInvoices = (): void => openPage('issue')
export const menuClient = (): void => openPage('client')
/** Their twins for whoever has several Google accounts open, where no page can call the script (features C-24). */
export const plainToday = (): void => fromMenu('today')
export const plainIssueInvoices = (): void => fromMenu('issue-invoices')
export const plainClient = (): void => fromMenu('client-card')
export const plainSetup = (): void => fromMenu('setup')
export const menuPreview = (): void => previewFromMenu()
export const menuSendDocuments = (): void => fromMenu('send-documents')
export const menuCreateCreditNote = (): void => fromMenu('create-credit-note')
export const menuDuplicateInvoice = (): void => fromMenu('duplicate-invoice')
export const menuCreateQuote = (): void => fromMenu('create-quote')
export const menuSendQuote = (): void => fromMenu('send-quote')
export const menuAcceptQuote = (): void => fromMenu('accept-quote')
export const menuDeclineQuote = (): void => fromMenu('decline-quote')
export const menuRemakeQuote = (): void => fromMenu('create-quote', numberPrompt('Refaire un devis', 'quote'))
export const menuInvoiceQuote = (): void => fromMenu('invoice-quote')
export const menuQuoteOrders = (): void => fromMenu('quote-orders')
export const menuRequestDeposit = (): void => fromMenu('request-deposit')
export const menuCreatePlan = (): void => fromMenu('create-plan')
export const menuOfferPlans = (): void => fromMenu('offer-plans')
export const menuCancelPlan = (): void => fromMenu('cancel-plan')
export const menuRecordPayment = (): void => fromMenu('record-payment')
export const menuUseCredit = (): void => fromMenu('use-credit')
export const menuTakeover = (): void => openPage('takeover')
export const menuReceived = (): void => openPage('received')
export const menuImportStatement = (): void => openPage('import')
export const menuMatch = (): void => openPage('match')
export const menuQuotes = (): void => openPage('quotes')
export const menuPrepareReminders = (): void => openPage('reminders')
export const plainPrepareReminders = (): void => fromMenu('prepare-reminders')
export const menuPostponeReminder = (): void => fromMenu('postpone-reminder')
export const menuSuspendReminders = (): void => fromMenu('suspend-reminders')
export const menuSendReminders = (): void => fromMenu('send-reminders')
export const menuFormalNotice = (): void => fromMenu('formal-notice')
export const menuPostNotice = (): void => fromMenu('post-notice')
export const menuExplainAmount = (): void => fromMenu('explain-amount')
export const menuHandOver = (): void => fromMenu('hand-over')
export const menuWriteOff = (): void => fromMenu('write-off')
export const menuExportUnpaid = (): void => fromMenu('export-unpaid-file')
export const menuConfirmMatches = (): void => fromMenu('confirm-matches')
export const menuConnectExtension = (): void => openPage('connect')
export const menuReceiveOrders = (): void => openPage('orders')
export const plainReceiveOrders = (): void => orderKeyFromMenu()
export const plainMatch = (): void => fromMenu('match-statement')
export const plainMatchLine = (): void => lineFromMenu()
export const plainImportStatement = (): void => importFromMenu()
export const plainTakeover = (): void => takeoverFromMenu()
export const plainConnectExtension = (): void => connectFromMenu()
export const plainBrowsers = (): void => browsersFromMenu()
export const plainExchangeBlock = (): void => exchangeFromMenu()
export const menuPrepareReturn = (): void => openPage('duties')
export const plainPrepareReturn = (): void =>
  periodFromMenu('prepare-turnover-return', 'Préparer la déclaration Urssaf')
export const menuClosePeriod = (): void => periodFromMenu('close-period', 'Clôturer la période')
export const menuMarkDeadline = (): void => markFromMenu()
export const menuWhatIf = (): void => openPage('what-if')
export const plainWhatIf = (): void => whatIfFromMenu()
export const menuCalendarFile = (): void => exportFromMenu('calendar')
export const menuCalendarFeed = (): void => feedFromMenu('show')
export const menuRevokeFeed = (): void => feedFromMenu('revoke')
export const menuRefreshDeadlines = (): void => fromMenu('refresh-deadlines')
export const menuExportBook = (): void => exportFromMenu('receipts-book')
export const menuExportPurchases = (): void => exportFromMenu('purchases')
export const menuExportInvoices = (): void => exportFromMenu('invoices')
export const menuExportVat = (): void => exportFromMenu('vat')
export const menuExportDeadlines = (): void => exportFromMenu('deadlines')
export const menuExportFec = (): void => exportFromMenu('fec')
export const menuExportPlatform = (): void => exportFromMenu('platform')
export const menuExportArchive = (): void => exportFromMenu('archive')
export const menuCheckFile = (): void => fromMenu('check-file')
export const menuVerify = (): void => fromMenu('verify')
export const menuRestore = (): void => fromMenu('restore')
export const menuSetup = (): void => openPage('assistant')
export const menuSampleData = (): void => fromMenu('sample-data')
export const menuLogo = (): void => openPage('templates')
export const menuInstallation = (): void => installationFromMenu()
export const menuRepairTabs = (): void => fromMenu('repair-tabs')
export const menuHelp = (): void => {
  if (!googleScreen.show('help')) openPage('assistant')
}

/** The web app: the bridge to the extension, and the calendar feed. */
export const doPost = answerPost
export const doGet = answerGet

/** For the daily trigger (google/triggers.ts). Another run at work is no failure: the next morning catches up. */
export const runDaily = (): void => {
  const told = runAction(googlePorts, 'daily', {})
  if (!told.ok && told.error.code !== 'lock-held') throw new Error(told.error.message)
}

/** For the sidebar and the door. JSON in, JSON out: nothing else crosses that wire whole (ground truth 19). */
export const perform = (name: string, args: string): string =>
  JSON.stringify(runAction(googlePorts, name, JSON.parse(args)))

import { googlePorts } from '../compose.ts'
import { typeset } from '../messages/typography.ts'
import { runAction, type Told } from '../run-action.ts'
import { numberPrompt } from './ask.ts'
import { QUESTIONS } from './confirmations.ts'
import { creditNotePrompt, duplicatePrompt, sendPrompt } from './document-prompts.ts'
import { plannable, quoteThatIs, reading } from './judges.ts'
import { paymentPrompt } from './payment-prompt.ts'
import { planPrompt } from './plan-prompts.ts'
import { acceptPrompt, createQuotePrompt, declinePrompt, depositPrompt, ordersPrompt } from './quote-prompts.ts'
import { activeSpreadsheet } from './sheets.ts'
import { UNPAID_PROMPTS } from './unpaid-prompts.ts'

/** All of it is to be read: a dialog, never a toast. */
export function installationFromMenu(): void {
  const ui = SpreadsheetApp.getUi()
  const told = runAction(googlePorts, 'check-installation', {})
  if (!told.ok || told.outcome.installation === undefined) {
    show(ui, told)
    return
  }
  const lines = told.outcome.installation.map(({ mood, text }) => `${mood === 'good' ? '✓' : '✗'} ${text}`)
  // What there is to do comes first.
  const sorted = [...lines].sort((a, b) => Number(a.startsWith('✓')) - Number(b.startsWith('✓')))
  ui.alert('Vérifier mon installation', [told.outcome.message, '', ...sorted].join('\n'), ui.ButtonSet.OK)
}

/** Asking is the menu's alone: what leaves the house (a number) is confirmed before any lock is taken (ground truth 2). */
export function fromMenu(name: string, prompt = PROMPTS[name]): void {
  const ui = SpreadsheetApp.getUi()
  const args = prompt ? prompt(ui) : {}
  if (args === undefined) return
  const question = QUESTIONS[name]
  const said = question ? reading((workbook) => question.say(workbook, { ...args })) : ''
  // What cannot be read, or would do nothing, is the action's to say.
  const text = typeof said === 'string' ? said : ''
  if (question && text !== '') {
    const answer = ui.alert(question.title, typeset(`${text}\nContinuer ?`), ui.ButtonSet.OK_CANCEL)
    if (answer !== ui.Button.OK) return
  }
  show(ui, runAction(googlePorts, name, args))
}

/** What an action needs to know, asked one answer at a time; undefined when the person gave up. */
const PROMPTS: Readonly<Record<string, (ui: GoogleAppsScript.Base.Ui) => object | undefined>> = {
  'sample-data': sampleChoice,
  'record-payment': paymentPrompt,
  'create-credit-note': creditNotePrompt,
  'duplicate-invoice': duplicatePrompt,
  'send-documents': sendPrompt,
  'confirm-matches': () => ({ certain: true }),
  'create-quote': createQuotePrompt,
  'send-quote': numberPrompt('Envoyer un devis', 'quote'),
  'accept-quote': acceptPrompt,
  'decline-quote': declinePrompt,
  'invoice-quote': numberPrompt('Facturer le devis', 'quote', quoteThatIs('accepted')),
  'request-deposit': depositPrompt,
  'use-credit': numberPrompt('Imputer un crédit'),
  'quote-orders': ordersPrompt,
  'create-plan': planPrompt,
  'offer-plans': numberPrompt('Proposer 2, 3 ou 4 fois', 'invoice', plannable, { send: true }),
  'cancel-plan': numberPrompt('Annuler un échéancier'),
  ...UNPAID_PROMPTS,
}

function sampleChoice(ui: GoogleAppsScript.Base.Ui): { readonly business: string } | undefined {
  const answer = ui.alert(
    'Données d’exemple',
    'Oui : une graphiste en franchise. Non : un menuisier assujetti à la TVA.',
    ui.ButtonSet.YES_NO_CANCEL,
  )
  if (answer === ui.Button.YES) return { business: 'graphiste' }
  return answer === ui.Button.NO ? { business: 'menuisier' } : undefined
}

/** Good news is a toast; what must be read is a dialog. */
export function show(ui: GoogleAppsScript.Base.Ui, told: Told): void {
  if (!told.ok) {
    ui.alert('Rien n’a changé', told.error.message, ui.ButtonSet.OK)
    return
  }
  const { findings, lines, message } = told.outcome
  if (lines) {
    ui.alert('Facturation', [message, '', ...lines].join('\n'), ui.ButtonSet.OK)
    return
  }
  const serious = findings.filter((finding) => finding.severity !== 'info')
  if (serious.length === 0) {
    activeSpreadsheet().toast(message, 'Facturation', 8)
    return
  }
  const shown = serious.slice(0, 8).map((finding) => `• ${finding.message}`)
  const more =
    serious.length > shown.length ? [`… et ${serious.length - shown.length} autres, dans l’onglet Contrôles.`] : []
  ui.alert('Facturation', [message, '', ...shown, ...more].join('\n'), ui.ButtonSet.OK)
}

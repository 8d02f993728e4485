import { ask } from './ask.ts'
import { askNumber } from './document-prompts.ts'

type Ui = GoogleAppsScript.Base.Ui
type Args = Readonly<Record<string, unknown>>

/** What is done with an invoice that nobody pays, gentlest first. */
export const unpaidMenu = (ui: Ui): GoogleAppsScript.Base.Menu =>
  ui
    .createMenu('Impayés')
    .addItem('Envoyer les relances…', 'menuSendReminders')
    .addItem('Mettre en demeure…', 'menuFormalNotice')
    .addItem('Expliquer ce montant…', 'menuExplainAmount')
    .addItem('Confier au recouvrement…', 'menuHandOver')
    .addItem('Passer en irrécouvrable…', 'menuWriteOff')

const named =
  (title: string) =>
  (ui: Ui): Args | undefined => {
    const number = askNumber(ui, title, 'Le numéro de la facture')
    return number === undefined ? undefined : { number }
  }

function handOverPrompt(ui: Ui): Args | undefined {
  const title = 'Confier au recouvrement'
  const number = askNumber(ui, title, 'Le numéro de la facture')
  if (number === undefined) return undefined
  const collector = ask(ui, title, 'Le nom de la société ou du commissaire de justice :', (text) => text)
  if (collector === undefined) return undefined
  const commission = ask(ui, title, 'Sa commission, par exemple 12,5 % (vide : aucune) :', (text) => text || '0')
  return commission === undefined ? undefined : { number, collector, commission }
}

function writeOffPrompt(ui: Ui): Args | undefined {
  const title = 'Passer en irrécouvrable'
  const number = askNumber(ui, title, 'Le numéro de la facture')
  if (number === undefined) return undefined
  const reason = ask(ui, title, 'Pourquoi elle ne sera pas payée :', (text) => text || undefined)
  return reason === undefined ? undefined : { number, reason }
}

export const UNPAID_PROMPTS: Readonly<Record<string, (ui: Ui) => Args | undefined>> = {
  'formal-notice': named('Mettre en demeure'),
  'explain-amount': named('Expliquer ce montant'),
  'export-unpaid-file': named('Exporter le dossier d’impayé'),
  'hand-over': handOverPrompt,
  'write-off': writeOffPrompt,
}

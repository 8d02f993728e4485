import { activeCell } from './active-row.ts'
import { ask, askDay, askNumber, numberPrompt } from './ask.ts'
import { anyReminder, claimed, owed, reading } from './judges.ts'

type Ui = GoogleAppsScript.Base.Ui
type Args = Readonly<Record<string, unknown>>

function postedPrompt(ui: Ui): Args | undefined {
  const title = 'Mise en demeure postée'
  const number = askNumber(ui, title)
  if (number === undefined) return undefined
  const question = 'Le numéro du recommandé (vide : celui de l’onglet Relances, ou aucun) :'
  const registered = ask(ui, title, question, (text) => text)
  if (registered === undefined) return undefined
  const date = askDay(ui, title, 'Le jour de l’envoi')
  return date === undefined ? undefined : { number, date, ...(registered === '' ? {} : { registered }) }
}

function handOverPrompt(ui: Ui): Args | undefined {
  const title = 'Confier au recouvrement'
  const number = askNumber(ui, title, 'invoice', { judge: claimed })
  if (number === undefined) return undefined
  const collector = ask(ui, title, 'Le nom de la société ou du commissaire de justice :', (text) => text)
  if (collector === undefined) return undefined
  const commission = ask(ui, title, 'Sa commission, par exemple 12,5 % (vide : aucune) :', (text) => text || '0')
  return commission === undefined ? undefined : { number, collector, commission }
}

function writeOffPrompt(ui: Ui): Args | undefined {
  const title = 'Passer en irrécouvrable'
  const number = askNumber(ui, title, 'invoice', { judge: owed((due) => ({ code: 'nothing-due', number: due })) })
  if (number === undefined) return undefined
  const reason = ask(ui, title, 'Pourquoi elle ne sera pas payée :', (text) => text || undefined)
  return reason === undefined ? undefined : { number, reason }
}

/** The reminder of the active row of *Relances*, or by its ID. */
function postponePrompt(ui: Ui): Args | undefined {
  const title = 'Reporter une relance'
  const active = activeCell('reminders', 'id')
  const hint = active === undefined ? '' : ` (vide : ${active}, la ligne active)`
  const id = ask(ui, title, `L’ID de la relance, dans l’onglet Relances${hint} :`, (text) => {
    const named = text || active
    return named === undefined ? undefined : reading((workbook) => anyReminder(workbook, named))
  })
  if (id === undefined) return undefined
  const date = askDay(ui, title, 'Le jour où elle sera prévue')
  return date === undefined ? undefined : { id, date }
}

/** What is done with an invoice that nobody pays. */
export const UNPAID_PROMPTS: Readonly<Record<string, (ui: Ui) => Args | undefined>> = {
  'formal-notice': numberPrompt('Mettre en demeure', 'invoice', claimed),
  'post-notice': postedPrompt,
  'explain-amount': numberPrompt('Expliquer ce montant'),
  'export-unpaid-file': numberPrompt('Exporter le dossier d’impayé'),
  'postpone-reminder': postponePrompt,
  'suspend-reminders': numberPrompt('Ne plus relancer'),
  'hand-over': handOverPrompt,
  'write-off': writeOffPrompt,
}

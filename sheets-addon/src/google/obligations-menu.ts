import { firstDay, lastDay, parsePeriod, yearOf } from '@tabellion/shared/calendar'
import { parseEuros } from '@tabellion/shared/money'
import { googlePorts } from '../compose.ts'
import type { ExportKind } from '../exports/run.ts'
import { typeset } from '../messages/typography.ts'
import { runAction } from '../run-action.ts'
import { activeCell } from './active-row.ts'
import { ask, askDay } from './ask.ts'
import { googleClock } from './clock.ts'

type Ui = GoogleAppsScript.Base.Ui

/** Asks for a period of returns; empty is what the action chooses by itself. */
export function periodFromMenu(action: 'prepare-turnover-return' | 'close-period', title: string): void {
  const ui = SpreadsheetApp.getUi()
  const text = prompt(
    ui,
    title,
    'Le mois (2026-11) ou le trimestre (2026-Q4) ; laissez vide pour la dernière période finie :',
  )
  if (text === undefined) return
  tell(ui, title, action, text === '' ? {} : { period: text })
}

/** This year up to today, or another period whole: a year, a quarter, a month. */
export function exportFromMenu(what: ExportKind): void {
  const ui = SpreadsheetApp.getUi()
  const { today } = googleClock()
  if (what === 'calendar') {
    tell(ui, 'Ajouter à mon agenda', 'export', { what })
    return
  }
  const text = prompt(
    ui,
    'Rapports et exports',
    `L’année, le mois (2026-11) ou le trimestre (2026-Q4) ; vide : ${yearOf(today)}, jusqu’à aujourd’hui :`,
  )
  if (text === undefined) return
  const period = parsePeriod(text === '' ? String(yearOf(today)) : text)
  if (period === undefined || yearOf(firstDay(period)) < 2000) {
    ui.alert('Rapports et exports', typeset(`« ${text} » n’est pas une période. Rien n’a été fait.`), ui.ButtonSet.OK)
    return
  }
  const range = period === String(yearOf(today)) ? {} : { from: firstDay(period), to: lastDay(period) }
  tell(ui, 'Rapports et exports', 'export', { what, ...range })
}

/** The duty of the active row of *Échéances*. */
export function markFromMenu(): void {
  const ui = SpreadsheetApp.getUi()
  const title = 'Marquer l’échéance'
  const id = activeCell('deadlines', 'id')
  if (id === undefined) {
    ui.alert(title, typeset('Placez-vous sur une ligne de l’onglet Échéances, puis recommencez.'), ui.ButtonSet.OK)
    return
  }
  const answer = ui.alert(
    title,
    typeset('Oui : elle est faite. Non : elle est sans objet.'),
    ui.ButtonSet.YES_NO_CANCEL,
  )
  if (answer === ui.Button.YES) {
    const reference = prompt(ui, title, 'La référence de dépôt, si vous en avez une :')
    if (reference !== undefined)
      tell(ui, title, 'mark-deadline', { id, status: 'done', ...(reference === '' ? {} : { reference }) })
  } else if (answer === ui.Button.NO) {
    const reason = prompt(ui, title, 'Pourquoi elle est sans objet :')
    if (reason !== undefined) tell(ui, title, 'mark-deadline', { id, status: 'not-applicable', reason })
  }
}

export function whatIfFromMenu(): void {
  const ui = SpreadsheetApp.getUi()
  const question = 'Le chiffre d’affaires de plus, hors taxes, par exemple 3000 :'
  const amountCents = ask(ui, 'Et si ?', question, (text) => {
    const read = parseEuros(text)
    return read.ok ? read.value : undefined
  })
  if (amountCents === undefined) return
  const date = askDay(ui, 'Et si ?', 'Le jour')
  if (date !== undefined) tell(ui, 'Et si ?', 'what-if', { amountCents, date })
}

export function feedFromMenu(what: 'show' | 'revoke'): void {
  tell(SpreadsheetApp.getUi(), 'Lien secret vers mon agenda', 'calendar-feed', { do: what })
}

/** What these actions answer is to be read or copied: a dialog, never a toast. */
function tell(ui: Ui, title: string, action: string, args: object): void {
  const told = runAction(googlePorts, action, args)
  if (!told.ok) {
    ui.alert('Rien n’a changé', told.error.message, ui.ButtonSet.OK)
    return
  }
  const { findings, message } = told.outcome
  const lines = findings.slice(0, 8).map((finding) => `• ${finding.message}`)
  ui.alert(title, [message, ...(lines.length === 0 ? [] : ['', ...lines])].join('\n'), ui.ButtonSet.OK)
}

function prompt(ui: Ui, title: string, question: string): string | undefined {
  const response = ui.prompt(title, typeset(question), ui.ButtonSet.OK_CANCEL)
  return response.getSelectedButton() === ui.Button.OK ? response.getResponseText().trim() : undefined
}

import { type Day, formatDay, parseFrenchDay } from '@tabellion/shared/calendar'
import { typeset } from '../messages/typography.ts'
import { activeCell } from './active-row.ts'
import { googleClock } from './clock.ts'
import { anyDocument, anyOrder, type Judge, quoteThatIs, reading, type Wrong } from './judges.ts'

type Ui = GoogleAppsScript.Base.Ui
type Args = Readonly<Record<string, unknown>>

/** Asks until the answer can be read and will do, or the person gives up: then undefined. */
export function ask<Answer>(
  ui: Ui,
  title: string,
  question: string,
  read: (text: string) => Answer | Wrong | undefined,
): Answer | undefined {
  for (let text = question; ; ) {
    const response = ui.prompt(title, typeset(text), ui.ButtonSet.OK_CANCEL)
    if (response.getSelectedButton() !== ui.Button.OK) return undefined
    const answer = read(response.getResponseText().trim())
    if (answer === undefined) text = `Cette réponse ne se comprend pas. ${question}`
    else if (isWrong(answer)) text = `${answer.wrong} ${question}`
    else return answer
  }
}

const isWrong = <Answer>(answer: Answer | Wrong): answer is Wrong =>
  typeof answer === 'object' && answer !== null && 'wrong' in answer

const ASKED = {
  invoice: {
    what: 'Le numéro de la facture',
    judge: anyDocument,
    active: () =>
      activeCell('invoices', 'number') ??
      activeCell('sales', 'document') ??
      activeCell('plans', 'invoice') ??
      activeCell('reminders', 'invoice'),
  },
  order: { what: 'Le numéro de la commande', judge: anyOrder, active: () => activeCell('orders', 'order') },
  quote: {
    what: 'Le numéro du devis',
    judge: quoteThatIs('kept'),
    active: () => activeCell('quotes', 'number') ?? activeCell('sales', 'quote'),
  },
} as const

interface Asking {
  readonly judge?: Judge
  readonly what?: string
}

/** The number of a document, or that of the active row when the answer is left empty; undefined when the person gave up. */
export function askNumber(
  ui: Ui,
  title: string,
  kind: keyof typeof ASKED = 'invoice',
  { judge = ASKED[kind].judge, what = ASKED[kind].what }: Asking = {},
): string | undefined {
  const active = ASKED[kind].active()
  const hint = active === undefined ? '' : ` (vide : ${active}, la ligne active)`
  return ask(ui, title, `${what}${hint} :`, (text) => {
    const number = text || active
    return number === undefined ? undefined : reading((workbook) => judge(workbook, number))
  })
}

/** For the actions that need a number and nothing else. */
export const numberPrompt =
  (title: string, kind: keyof typeof ASKED = 'invoice', judge: Judge = ASKED[kind].judge, more: Args = {}) =>
  (ui: Ui): Args | undefined => {
    const number = askNumber(ui, title, kind, { judge })
    return number === undefined ? undefined : { number, ...more }
  }

/** A day; today when the answer is left empty. */
export function askDay(ui: Ui, title: string, what: string): Day | undefined {
  const { today } = googleClock()
  return ask(ui, title, `${what}, par exemple ${formatDay(today)} (vide : aujourd’hui) :`, (text) =>
    text === '' ? today : parseFrenchDay(text),
  )
}

import { formatDay, parseFrenchDay } from '@tabellion/shared/calendar'
import { type PaymentMethod, paymentMethods } from '@tabellion/shared/ledger'
import { parseEuros } from '@tabellion/shared/money'
import { typeset } from '../messages/typography.ts'
import { googleClock } from './clock.ts'

const TITLE = 'Enregistrer un paiement'

/** Asks for a payment one answer at a time, the usual ones by leaving the field empty; undefined when the person gave up. */
export function paymentPrompt(ui: GoogleAppsScript.Base.Ui): Readonly<Record<string, unknown>> | undefined {
  const { today } = googleClock()
  const methods = Object.values(paymentMethods.labels)
  const number = ask(ui, 'Le numéro de la facture payée :', (text) => (text === '' ? undefined : text))
  if (number === undefined) return undefined
  const amountCents = ask(ui, 'Le montant reçu, par exemple 450 ou 12,50 (négatif pour un remboursement) :', (text) => {
    const read = parseEuros(text)
    return read.ok ? read.value : undefined
  })
  if (amountCents === undefined) return undefined
  const date = ask(ui, `La date d’encaissement, par exemple ${formatDay(today)} (vide : aujourd’hui) :`, (text) =>
    text === '' ? today : parseFrenchDay(text),
  )
  if (date === undefined) return undefined
  const method = ask(
    ui,
    `Le mode de règlement : ${methods.join(', ')} (vide : Virement) :`,
    (text): PaymentMethod | undefined => (text === '' ? 'transfer' : paymentMethods.parse(text)),
  )
  return method === undefined ? undefined : { number, amountCents, date, method }
}

/** Asks until the answer can be read, or the person gives up. */
function ask<Answer>(
  ui: GoogleAppsScript.Base.Ui,
  question: string,
  read: (text: string) => Answer | undefined,
): Answer | undefined {
  for (let text = question; ; text = `Cette réponse ne se comprend pas. ${question}`) {
    const response = ui.prompt(TITLE, typeset(text), ui.ButtonSet.OK_CANCEL)
    if (response.getSelectedButton() !== ui.Button.OK) return undefined
    const answer = read(response.getResponseText().trim())
    if (answer !== undefined) return answer
  }
}

import { formatDay, parseFrenchDay } from '@tabellion/shared/calendar'
import { type PaymentMethod, paymentMethods } from '@tabellion/shared/ledger'
import { formatEuros, parseEuros } from '@tabellion/shared/money'
import { activeCell } from './active-row.ts'
import { ask, askNumber } from './ask.ts'
import { googleClock } from './clock.ts'

const TITLE = 'Enregistrer un paiement'

/** Asks for a payment one answer at a time, the usual ones by leaving the field empty; undefined when the person gave up. */
export function paymentPrompt(ui: GoogleAppsScript.Base.Ui): Readonly<Record<string, unknown>> | undefined {
  const { today } = googleClock()
  const methods = Object.values(paymentMethods.labels)
  const number = askNumber(ui, TITLE, 'invoice', 'Le numéro de la facture payée')
  if (number === undefined) return undefined
  const left = number === activeCell('invoices', 'number') ? activeCell('invoices', 'balanceDue') : undefined
  const due = left === undefined ? undefined : parseEuros(left)
  const rest = due?.ok && due.value > 0 ? due.value : undefined
  const amountCents = ask(
    ui,
    TITLE,
    rest === undefined
      ? 'Le montant reçu, par exemple 450 ou 12,50 (négatif pour un remboursement) :'
      : `Le montant reçu (vide : ${formatEuros(rest)}, tout ce qui reste dû ; négatif pour un remboursement) :`,
    (text) => {
      const read = parseEuros(text)
      return read.ok ? read.value : text === '' ? rest : undefined
    },
  )
  if (amountCents === undefined) return undefined
  const date = ask(
    ui,
    TITLE,
    `La date d’encaissement, par exemple ${formatDay(today)} (vide : aujourd’hui) :`,
    (text) => (text === '' ? today : parseFrenchDay(text)),
  )
  if (date === undefined) return undefined
  const method = ask(
    ui,
    TITLE,
    `Le mode de règlement : ${methods.join(', ')} (vide : Virement) :`,
    (text): PaymentMethod | undefined => (text === '' ? 'transfer' : paymentMethods.parse(text)),
  )
  return method === undefined ? undefined : { number, amountCents, date, method }
}

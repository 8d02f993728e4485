import { formatDay, parseFrenchDay } from '@tabellion/shared/calendar'
import { type PaymentMethod, paymentMethods, type RegisterEntry } from '@tabellion/shared/ledger'
import { formatEuros, parseEuros } from '@tabellion/shared/money'
import { refusalSentence } from '../messages/refusals.ts'
import { entryOf } from '../workbook/entry.ts'
import { ask, askNumber } from './ask.ts'
import { googleClock } from './clock.ts'
import { reading } from './judges.ts'

const TITLE = 'Enregistrer un paiement'

/** Asks for a payment one answer at a time, the usual ones by leaving the field empty; undefined when the person gave up. */
export function paymentPrompt(ui: GoogleAppsScript.Base.Ui): Readonly<Record<string, unknown>> | undefined {
  const { today } = googleClock()
  const methods = Object.values(paymentMethods.labels)
  const number = askNumber(ui, TITLE, 'invoice', { what: 'Le numéro de la facture payée' })
  if (number === undefined) return undefined
  const invoice = reading((workbook) => entryOf(workbook, number))
  const entry = 'wrong' in invoice ? undefined : invoice
  const due = entry && entry.kind !== 'credit' && entry.balanceDue > 0 ? entry.balanceDue : undefined
  const question =
    due === undefined
      ? 'Le montant reçu, par exemple 450 ou 12,50 (négatif pour un remboursement) :'
      : `Le montant reçu (vide : ${formatEuros(due)}, tout ce qui reste dû ; négatif pour un remboursement) :`
  const amountCents = ask(ui, TITLE, `${entry ? `${standing(entry)} ` : ''}${question}`, (text) => {
    const read = parseEuros(text)
    if (!read.ok) return text === '' ? due : undefined
    return entry?.kind === 'credit' && read.value > 0
      ? { wrong: refusalSentence({ code: 'credit-note-received', number }) }
      : read.value
  })
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

/** What there is to receive, before the amount is asked. */
function standing({ balanceDue, client, credited, kind, number, payable }: RegisterEntry): string {
  const what =
    kind === 'credit'
      ? 'un avoir, qui ne se règle pas : il se rembourse'
      : credited >= payable && credited > 0
        ? 'annulée par un avoir, il n’y a rien à recevoir'
        : balanceDue <= 0
          ? 'déjà réglée. Ce qui serait reçu de plus resterait au crédit du client'
          : `reste dû ${formatEuros(balanceDue)}`
  return `${number}, ${client} : ${what}.`
}

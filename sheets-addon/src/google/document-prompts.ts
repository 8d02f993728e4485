import { formatEuros, minus, parseEuros } from '@tabellion/shared/money'
import { refusalSentence } from '../messages/refusals.ts'
import { entryOf } from '../workbook/entry.ts'
import { ask, askNumber } from './ask.ts'
import { creditable, ours, reading } from './judges.ts'

type Ui = GoogleAppsScript.Base.Ui
type Args = Readonly<Record<string, unknown>>

/** *Créer un avoir…*: all that is left of an invoice, or an amount; undefined when the person gave up. */
export function creditNotePrompt(ui: Ui): Args | undefined {
  const title = 'Créer un avoir'
  const number = askNumber(ui, title, 'invoice', { judge: creditable, what: 'Le numéro de la facture à corriger' })
  if (number === undefined) return undefined
  const invoice = reading((workbook) => entryOf(workbook, number))
  const rest = 'wrong' in invoice ? undefined : minus(invoice.payable, invoice.credited)
  const all = rest === undefined ? '' : `, ${formatEuros(rest)}`
  const question = `Le montant TTC à annuler, par exemple 120,00 (vide : tout ce qui reste${all}) :`
  const amount = ask(ui, title, question, (text) => {
    const read = parseEuros(text)
    if (text === '') return 'all'
    if (!read.ok || read.value <= 0) return undefined
    return rest !== undefined && read.value > rest
      ? { wrong: refusalSentence({ code: 'credit-above-rest', number, asked: read.value, rest }) }
      : read.value
  })
  if (amount === undefined) return undefined
  const reason = ask(
    ui,
    title,
    'Le motif, imprimé sur l’avoir : Annulation, Retour, Ristourne, Geste commercial, Correction d’erreur, ou vos mots (vide : Annulation) :',
    (text) => text || 'Annulation',
  )
  if (reason === undefined) return undefined
  return { number, reason, ...(amount === 'all' ? {} : { amountCents: amount }) }
}

/** *Dupliquer une facture…*, or make one again in place of one that a credit note cancelled. */
export function duplicatePrompt(ui: Ui): Args | undefined {
  const title = 'Dupliquer une facture'
  const number = askNumber(ui, title, 'invoice', { judge: ours })
  if (number === undefined) return undefined
  const answer = ui.alert(
    title,
    'Remplace-t-elle une facture annulée par un avoir ? Oui : la nouvelle dira laquelle. Non : c’est une nouvelle vente.',
    ui.ButtonSet.YES_NO_CANCEL,
  )
  if (answer === ui.Button.YES) return { number, corrected: true }
  return answer === ui.Button.NO ? { number } : undefined
}

/** *Envoyer les documents…*: one document, or all that were not sent yet. */
export function sendPrompt(ui: Ui): Args | undefined {
  const number = ask(
    ui,
    'Envoyer les documents',
    'Le numéro du document (vide : tous ceux qui n’ont pas été envoyés). Le client le reçoit à son adresse de l’onglet Clients :',
    (text) => (text === '' ? '' : reading((workbook) => ours(workbook, text))),
  )
  if (number === undefined) return undefined
  return number === '' ? {} : { numbers: [number] }
}

import { parseEuros } from '@tabellion/shared/money'
import { ask, askNumber } from './ask.ts'

type Ui = GoogleAppsScript.Base.Ui
type Args = Readonly<Record<string, unknown>>

/** *Créer un avoir…*: all that is left of an invoice, or an amount; undefined when the person gave up. */
export function creditNotePrompt(ui: Ui): Args | undefined {
  const title = 'Créer un avoir'
  const number = askNumber(ui, title, 'invoice', 'Le numéro de la facture à corriger')
  if (number === undefined) return undefined
  const amount = ask(ui, title, 'Le montant TTC à annuler, par exemple 120,00 (vide : tout ce qui reste) :', (text) => {
    const read = parseEuros(text)
    return text === '' ? 'all' : read.ok && read.value > 0 ? read.value : undefined
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
  const number = askNumber(ui, title)
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
    (text) => text,
  )
  if (number === undefined) return undefined
  return number === '' ? {} : { numbers: [number] }
}

import { parseEuros } from '@tabellion/shared/money'
import { typeset } from '../messages/typography.ts'
import { ask, askDay, askNumber } from './ask.ts'
import { quoteThatIs } from './judges.ts'

type Ui = GoogleAppsScript.Base.Ui
type Args = Readonly<Record<string, unknown>>

/** *Créer un devis avec la sélection…*: the ticked rows; whether it leaves at once. */
export function createQuotePrompt(ui: Ui): Args | undefined {
  const title = 'Créer un devis'
  const text = typeset(
    'Les lignes cochées deviennent un devis par client et regroupement. L’envoyer aussi par e-mail ?',
  )
  const answer = ui.alert(title, text, ui.ButtonSet.YES_NO_CANCEL)
  if (answer === ui.Button.YES) return { send: true }
  return answer === ui.Button.NO ? {} : undefined
}

export function acceptPrompt(ui: Ui): Args | undefined {
  const title = 'Accepter un devis'
  const number = askNumber(ui, title, 'quote', { judge: quoteThatIs('undecided') })
  if (number === undefined) return undefined
  const date = askDay(ui, title, 'Le jour de l’accord')
  if (date === undefined) return undefined
  const proof = ask(ui, title, 'La preuve : un lien vers le devis signé, un e-mail (vide : sans) :', (text) => text)
  return proof === undefined ? undefined : { number, date, ...(proof === '' ? {} : { proof }) }
}

export function declinePrompt(ui: Ui): Args | undefined {
  const title = 'Devis refusé'
  const number = askNumber(ui, title, 'quote', { judge: quoteThatIs('undecided') })
  if (number === undefined) return undefined
  const reason = ask(ui, title, 'Pourquoi, pour votre mémoire (vide : sans) :', (text) => text)
  return reason === undefined ? undefined : { number, ...(reason === '' ? {} : { reason }) }
}

/** A share or an amount; empty is what the quote proposes. */
export function depositPrompt(ui: Ui): Args | undefined {
  const title = 'Demander un acompte'
  const quote = askNumber(ui, title, 'quote', { judge: quoteThatIs('accepted') })
  if (quote === undefined) return undefined
  const part = ask(
    ui,
    title,
    'Le montant TTC, par exemple 300, ou la part, par exemple 30 % (vide : ce que propose le devis) :',
    (text): Args | undefined => {
      if (text === '') return {}
      const share = /^(\d{1,3})\s*%$/.exec(text)
      if (share) return { percent: Number(share[1]) }
      const amount = parseEuros(text)
      return amount.ok ? { amountCents: amount.value } : undefined
    },
  )
  return part === undefined ? undefined : { quote, ...part }
}

/** One order, and whether its quote leaves at once. */
export function ordersPrompt(ui: Ui): Args | undefined {
  const title = 'Devis d’une commande'
  const order = askNumber(ui, title, 'order')
  if (order === undefined) return undefined
  const answer = ui.alert(title, 'L’envoyer aussi par e-mail ?', ui.ButtonSet.YES_NO_CANCEL)
  const send = answer === ui.Button.YES
  return send || answer === ui.Button.NO ? { orders: [order], send } : undefined
}

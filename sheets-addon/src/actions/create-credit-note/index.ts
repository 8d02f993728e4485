import { action } from '../action.ts'
import { creditArguments } from './request.ts'
import { createCreditNote } from './run.ts'

export const createCreditNoteAction = action({
  name: 'create-credit-note',
  menu: 'Créer un avoir…',
  what: 'Annule une facture émise, en tout ou en partie, par un avoir numéroté.',
  args: creditArguments,
  run: createCreditNote,
})

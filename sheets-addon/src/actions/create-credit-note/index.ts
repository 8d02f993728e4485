import type { Action } from '../action.ts'
import { createCreditNote } from './run.ts'

export const createCreditNoteAction: Action = {
  name: 'create-credit-note',
  menu: 'Créer un avoir…',
  what: 'Annule une facture émise, en tout ou en partie, par un avoir numéroté.',
  args: {
    properties: {
      number: { type: 'string', description: 'Le numéro de la facture à corriger.' },
      reason: {
        type: 'string',
        description:
          'Le motif, imprimé et obligatoire : Annulation, Retour, Ristourne, Geste commercial, Correction d’erreur, ou vos mots.',
      },
      lines: {
        type: 'array',
        description: 'Les lignes à annuler, {"id","quantity"?} ; par défaut tout ce qui reste.',
        items: { type: 'object' },
      },
      amountCents: { type: 'integer', description: 'Un montant TTC à annuler, en centimes, au lieu de lignes.' },
      key: { type: 'string', description: 'Un nom de votre choix : la même demande ne fait qu’un avoir.' },
    },
    required: ['number'],
  },
  run: createCreditNote,
}

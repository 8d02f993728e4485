import type { Action } from '../action.ts'
import { issueInvoices } from './run.ts'

export const issueInvoicesAction: Action = {
  name: 'issue-invoices',
  menu: 'Facturer les lignes cochées…',
  what: 'Numérote, fige et met en page les lignes cochées, une facture par client et regroupement.',
  args: {
    properties: {
      send: { type: 'boolean', description: 'Envoyer aussi chaque facture par e-mail.' },
      rows: {
        type: 'array',
        description: 'Les ID des lignes à facturer, cochées ou non ; par défaut les lignes cochées.',
        items: { type: 'string' },
      },
      issueDate: { type: 'string', description: 'La date d’émission ; par défaut aujourd’hui.', format: 'date' },
      strict: { type: 'boolean', description: 'Tout refuser si une seule ligne bloque.' },
      expected: {
        type: 'string',
        description: 'L’empreinte d’un aperçu (preview-invoices) : rien n’est émis si les lignes ont changé depuis.',
      },
      seconds: { type: 'integer', description: 'Arrêter les PDF après tant de secondes ; un autre passage les finit.' },
    },
  },
  run: issueInvoices,
}

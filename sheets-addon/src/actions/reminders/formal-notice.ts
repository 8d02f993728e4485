import { typeset } from '../../messages/typography.ts'
import { sayReminders } from '../../reminders/send.ts'
import type { Action } from '../action.ts'
import { saidSentence } from './told.ts'

/** features F-053: the letter of today, with today’s figures. It is said once: the PDF stays in the Drive. */
export const formalNotice: Action = {
  name: 'formal-notice',
  menu: 'Mettre en demeure…',
  what: 'Fait la mise en demeure d’une facture en retard : lettre PDF, pénalités et indemnité calculées à ce jour.',
  args: {
    type: 'object',
    additionalProperties: false,
    required: ['number'],
    properties: { number: { type: 'string', description: 'Le numéro de la facture.' } },
  },
  run: (ports, args) => {
    const said = sayReminders(ports, { kind: 'notice', number: String(args['number']).trim() })
    return {
      message: typeset(
        `Mise en demeure faite. ${saidSentence(said)} Notez le numéro du recommandé dans l’onglet Relances.`,
      ),
      findings: said.findings,
      sent: said.sent,
      files: said.files,
    }
  },
}

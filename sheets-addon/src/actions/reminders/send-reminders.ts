import { typeset } from '../../messages/typography.ts'
import { sayReminders } from '../../reminders/send.ts'
import { action } from '../action.ts'
import { ANYWAY, saidSentence } from './told.ts'

/** The user’s yes. Formal notices are never among many: each has its own. */
export const sendReminders = action({
  name: 'send-reminders',
  menu: 'Envoyer les relances…',
  what: 'Envoie les relances à valider, mises en demeure exceptées, ou celles dont on donne l’identifiant.',
  args: {
    properties: {
      ids: {
        type: 'array',
        description: 'Les ID de l’onglet Relances ; par défaut toutes celles à valider.',
        items: { type: 'string' },
      },
      text: { type: 'string', description: 'Avec un seul ID : votre texte, à la place de celui de Réglages.' },
      anyway: ANYWAY,
    },
  },
  run: (ports, args) => {
    const ids = args.ids
    const text = args.text === undefined || ids?.length !== 1 ? '' : args.text.trim()
    const said = sayReminders(
      ports,
      ids === undefined
        ? { kind: 'approved' }
        : { kind: 'ids', ids, anyway: args.anyway === true, ...(text === '' ? {} : { text }) },
    )
    return { message: typeset(saidSentence(said)), findings: said.findings, sent: said.sent, files: said.files }
  },
})

import { chooseReminders } from '../../reminders/choose.ts'
import { openDesk } from '../../reminders/desk.ts'
import { action } from '../action.ts'

/** What would leave, word for word: read, and changed if need be, before the yes. */
export const previewReminder = action({
  name: 'preview-reminder',
  menu: '',
  what: 'Montre le texte d’une relance avant son envoi. Rien ne part.',
  args: {
    required: ['id'],
    properties: { id: { type: 'string', description: 'Son ID dans l’onglet Relances.' } },
  },
  run: (ports, args) =>
    ports.lock.need(() => {
      const wanted = { kind: 'ids', ids: [args.id], anyway: true } as const
      const { chosen, findings } = chooseReminders(openDesk(ports), wanted, new Set())
      const letter = chosen[0]?.worded.letter
      return {
        message: letter ? letter.subject : 'Cette relance ne peut pas encore être écrite.',
        findings,
        ...(letter ? { letter: { subject: letter.subject, body: letter.body } } : {}),
      }
    }),
})

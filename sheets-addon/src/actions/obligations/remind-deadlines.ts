import { counted } from '../../messages/sentences.ts'
import { typeset } from '../../messages/typography.ts'
import { mailDigest } from '../../obligations/digest.ts'
import { action, noArguments } from '../action.ts'

/** What the daily run does about deadlines; asking for it twice a day sends nothing twice. */
export const remindDeadlines = action({
  name: 'remind-deadlines',
  menu: 'Envoyer les rappels d’échéances',
  what: 'Vous envoie un message des échéances à rappeler aujourd’hui, s’il y en a ; jamais deux fois pour la même étape.',
  args: noArguments,
  run: (ports) => {
    const { findings, told } = mailDigest(ports)
    const message =
      told === 0
        ? 'Aucun rappel à envoyer aujourd’hui.'
        : `Message envoyé : ${counted(told, 'échéance rappelée', 'échéances rappelées')}.`
    return { message: typeset(message), findings }
  },
})

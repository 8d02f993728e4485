import { blockOf, readBlock, readResponse } from '@tabellion/shared/exchange'
import { receive } from '../../bridge/receive.ts'
import { refuse } from '../../workbook/refusal.ts'
import { action } from '../action.ts'

/** Answers go back as one block, in the order of the requests. */
const MOST_MESSAGES = 200

/** The bridge without a web app (features D-09): the same messages, carried by the person. */
export const exchangeBlock = action({
  name: 'exchange-block',
  menu: 'Échanger par bloc collé…',
  what: 'Lit un bloc préparé par l’extension, fait ce qu’il demande et donne le bloc de réponses à lui rapporter.',
  args: {
    required: ['block'],
    properties: { block: { type: 'string', description: 'Le bloc, ou le contenu du fichier, tel quel.' } },
  },
  run: (ports, args) => {
    const read = readBlock('requests', args.block)
    if (!read.ok) return refuse(read.problem)
    const messages = read.value.slice(0, MOST_MESSAGES)
    const answers: string[] = []
    for (const message of messages) {
      if (ports.clock.timeIsUp()) break
      answers.push(receive(ports, message, 'block'))
    }
    const unread = answers.filter((answer) => {
      const response = readResponse(answer)
      return response === undefined || 'refused' in response
    }).length
    const left = read.value.length - answers.length
    return {
      message: [
        answers.length === 1 ? '1 message traité.' : `${answers.length} messages traités.`,
        unread === 0
          ? ''
          : ` ${unread === 1 ? '1 n’a pas été reconnu' : `${unread} n’ont pas été reconnus`} : ce navigateur n’est pas connecté à cette feuille, ou sa clé est révoquée.`,
        left === 0 ? '' : ` ${left} restent : collez de nouveau le même bloc.`,
        ' Rapportez le bloc de réponses à l’extension.',
      ].join(''),
      findings: [],
      block: blockOf('answers', answers),
    }
  },
})

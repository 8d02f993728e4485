import { type AddressProblem, readAddress } from '@tabellion/shared/exchange'
import { knownAddress } from '../../bridge/keys.ts'
import { typeset } from '../../messages/typography.ts'
import { calendarScope, feedSecret, makeFeedSecret, revokeFeedSecret } from '../../obligations/feed.ts'
import { refreshDeadlines } from '../../obligations/refresh.ts'
import { openWorkbook } from '../../workbook/open.ts'
import { refuse } from '../../workbook/refusal.ts'
import { action } from '../action.ts'

const SUBSCRIBE =
  'Abonnez votre agenda à ce lien. Qui l’a voit vos échéances : ne le donnez à personne. Tous les agendas ne savent pas le suivre : « Ajouter à mon agenda » fait un fichier.'
const DEPLOY =
  'Déployez d’abord l’application web (Extensions › Apps Script › Déployer), puis mettez ceci après son adresse :'

/** The secret link of the calendar feed: who has it reads the deadlines, so it can be revoked. */
export const calendarFeed = action({
  name: 'calendar-feed',
  menu: 'Lien secret vers mon agenda…',
  what: 'Donne le lien auquel un agenda s’abonne pour montrer vos échéances, en fait un nouveau, ou le révoque.',
  args: {
    required: ['do'],
    properties: {
      do: {
        type: 'string',
        description:
          'show : le lien, fait au besoin ; renew : un nouveau, l’ancien ne répond plus ; revoke : plus aucun.',
        enum: ['show', 'renew', 'revoke'],
      },
      url: { type: 'string', description: 'L’adresse de l’application web déployée, qui finit par /exec.' },
    },
  },
  run: (ports, args) => {
    const { secrets } = ports
    if (args.do === 'revoke') {
      revokeFeedSecret(secrets)
      return { message: typeset('Le lien ne répond plus. Votre agenda gardera un temps ce qu’il a lu.'), findings: [] }
    }
    const typed = (args.url ?? '').trim()
    const address = typed === '' ? undefined : readAddress(typed)
    if (address && !address.ok) return refuse(address.problem satisfies AddressProblem)
    const url = address?.ok ? address.value.url : knownAddress(secrets.read())
    const known = feedSecret(secrets)
    const secret = args.do === 'renew' || known === '' ? makeFeedSecret(secrets) : known
    ports.lock.need(() => {
      calendarScope(ports, openWorkbook(ports).properties())
      refreshDeadlines(ports, openWorkbook(ports), true)
      return true
    })
    const link = `${url ?? '…/exec'}?f=${secret}`
    const advice = url === undefined ? DEPLOY : SUBSCRIBE
    return { message: `${typeset(advice)} ${link}`, findings: [], feed: link }
  },
})

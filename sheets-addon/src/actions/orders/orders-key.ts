import { readAddress } from '@tabellion/shared/exchange'
import { hex } from '@tabellion/shared/kernel'
import { allKeys, isOrderKey, knownAddress, newKey, revoked, storedKey } from '../../bridge/keys.ts'
import { typeset } from '../../messages/typography.ts'
import type { Ports } from '../../ports.ts'
import { refuse } from '../../workbook/refusal.ts'
import { action, type Outcome } from '../action.ts'

/** What a site is given, once. */
export interface SiteOffer {
  readonly key: string
  readonly secret: string
  readonly url: string
}

/** A key that brings orders and can do nothing else: never that of a browser. */
export const ordersKey = action({
  name: 'orders-key',
  menu: 'Recevoir des commandes…',
  what: 'Donne à votre site une clé pour envoyer ses commandes à la feuille, la remplace ou la révoque.',
  args: {
    properties: {
      do: {
        type: 'string',
        description:
          'show : s’il y a une clé ; make : une nouvelle, montrée une fois, l’ancienne ne sert plus ; revoke : plus aucune.',
        enum: ['show', 'make', 'revoke'],
      },
      url: { type: 'string', description: 'L’adresse de l’application web déployée, qui finit par /exec.' },
    },
  },
  run: (ports, args) => {
    const told = (message: string): Outcome => ({ message: typeset(message), findings: [] })
    if (args.do === 'make') return make(ports, (args.url ?? '').trim())
    if (args.do === 'revoke') {
      revokeAll(ports)
      return told('La clé est révoquée : votre site ne peut plus envoyer de commande.')
    }
    const [key] = living(ports)
    if (key === undefined) return told('Aucun site n’a de clé pour envoyer des commandes.')
    const on = key.madeAt.slice(0, 10).split('-').reverse().join('/')
    return { ...told(`Votre site a une clé depuis le ${on}.`), ordersSince: key.madeAt }
  },
})

function make(ports: Ports, typed: string): Outcome {
  const { secrets, clock } = ports
  const pasted = typed || knownAddress(secrets.read()) || ''
  const address = readAddress(pasted)
  if (!address.ok) return refuse(address.problem)
  revokeAll(ports)
  const bytes = secrets.make()
  const { url } = address.value
  const key = newKey(bytes, clock.instant, url, ['order'])
  secrets.write(storedKey(key))
  return {
    message: typeset(
      'Cette clé ne se montre qu’une fois et ne sert qu’à envoyer des commandes. Gardez-la sur le serveur de votre site, jamais dans une page, où chacun la lirait.',
    ),
    findings: [],
    site: { key: key.kid, secret: hex(bytes), url },
  }
}

const living = ({ secrets }: Ports) =>
  allKeys(secrets.read()).filter((key) => isOrderKey(key) && key.secret !== undefined)

/** One key at a time: renewed, the one before is no good any more. */
function revokeAll(ports: Ports): void {
  for (const key of living(ports)) ports.secrets.write(storedKey(revoked(key, ports.clock.today)))
}

import { counted, enumerate } from '../../messages/sentences.ts'
import { typeset } from '../../messages/typography.ts'
import { action } from '../action.ts'
import { carryOrders } from './carry.ts'

export const quoteOrders = action({
  name: 'quote-orders',
  menu: 'Devis d’une commande…',
  what: 'Fait le devis de commandes reçues : leurs lignes vont dans Ventes, leur client dans Clients au besoin.',
  args: {
    properties: {
      orders: {
        type: 'array',
        description: 'Les numéros des commandes ; par défaut toutes celles qui attendent.',
        items: { type: 'string' },
      },
      send: { type: 'boolean', description: 'Envoyer aussi les devis par e-mail.' },
      automatic: {
        type: 'boolean',
        description: 'Seulement ce que Réglages laisse aller seul : devis, envoi, facture après l’accord.',
      },
    },
  },
  run: (ports, { automatic, orders, send }) => {
    const asked = automatic === true ? undefined : ({ which: orders ?? 'all', send: send === true } as const)
    const { billed, reviews, taken } = carryOrders(ports, asked)
    const quoted = taken.filter((order) => !reviews.has(order))
    const said = [
      quoted.length === 0
        ? 'Aucun devis créé.'
        : `Devis créé pour ${counted(quoted.length, 'commande', 'commandes')} : ${enumerate(quoted)}.`,
      ...[...reviews].map(([order, why]) => `${order} : ${why}`),
      ...billed.map(({ message }) => message),
    ]
    return { message: typeset(said.join(' ')), findings: billed.flatMap(({ findings }) => findings) }
  },
})

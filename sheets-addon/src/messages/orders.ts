import type { OrderProblem, OrderRefusal } from '../orders/problems.ts'
import { enumerate, quote, type Sentences, say } from './sentences.ts'
import { typeset } from './typography.ts'

const AGAIN = 'Corrigez, puis Facturation › Devis › Devis d’une commande.'

const sentences: Sentences<OrderProblem> = {
  'order-without-number': () => 'Écrivez un numéro dans la colonne Commande.',
  'order-too-long': ({ lines, most }) =>
    `Cette commande compte ${lines} lignes, ${most} au plus : partagez-la. ${AGAIN}`,
  'order-suspicious': ({ text }) =>
    `${quote(text)} ressemble à une formule ou à du code. Rien n’en est exécuté. Corrigez-le, ou gardez-le et passez par Facturation › Devis › Devis d’une commande.`,
  'order-clients-differ': ({ clients }) =>
    `Le SIRET, l’e-mail et le nom désignent plusieurs clients : ${enumerate(clients.map(quote))}. Gardez ce qui désigne le bon. ${AGAIN}`,
  'order-namesake': ({ client, email }) =>
    `${quote(client)} est dans l’onglet Clients avec une autre adresse que ${quote(email)}. Si c’est le même, videz l’e-mail ici ; sinon, distinguez le nom. ${AGAIN}`,
  'order-two-clients': () => `Ses lignes ne nomment pas toutes le même client. ${AGAIN}`,
  'order-conflict': ({ on }) =>
    `Attention : une autre commande est arrivée sous ce numéro le ${on} : elle est refusée. Si elle compte, saisissez-la sous un autre ; puis videz cette cellule.`,
  'order-not-sent': ({ number }) =>
    `Le devis ${number} n’est pas parti : vérifiez l’adresse du client, puis Facturation › Devis › Envoyer un devis.`,
}

/** For the cell *Contrôle* of *Commandes*. */
export const orderSentence = (problem: OrderProblem): string => typeset(say(sentences, problem))

export const orderRefusals: Sentences<OrderRefusal> = {
  'unknown-order': ({ order }) =>
    `Aucune commande à reprendre ne porte le n° ${quote(order)} dans l’onglet Commandes. Rien n’a changé.`,
}

import type { OrderProblem, OrderRefusal } from '../../sheets-addon/src/orders/problems.ts'
import type { Examples } from './example.ts'

export const orderExamples: Examples<OrderProblem> = {
  'order-without-number': ['Une ligne de Commandes sans numéro', {}],
  'order-too-long': ['Une commande de 80 lignes', { lines: 80, most: 50 }],
  'order-suspicious': ['Un nom en forme de formule', { text: '=HYPERLINK("https://x.example")' }],
  'order-clients-differ': [
    'L’e-mail d’un client et le nom d’un autre',
    { clients: ['Brasserie du Ponant', 'Éditions du Merle'] },
  ],
  'order-namesake': [
    'Le nom d’un client connu, avec une autre adresse',
    { client: 'Zoé Martel', email: 'zoe@exemple.example' },
  ],
  'order-two-clients': ['Deux clients sous un même numéro', {}],
  'order-conflict': ['Une autre commande sous un numéro déjà reçu', { on: '25/11/2026' }],
  'order-not-sent': ['Une commande sans adresse, dont le devis devait partir seul', { number: 'D2026-0004' }],
}

export const orderRefusalExamples: Examples<OrderRefusal> = {
  'unknown-order': ['Le devis d’une commande qui n’existe pas', { order: '1043' }],
}

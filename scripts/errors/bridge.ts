import { day } from '@tabellion/shared/calendar'
import { cents } from '@tabellion/shared/money'
import type { ConfirmProblem } from '../../sheets-addon/src/bank/confirm-plan.ts'
import type { BridgeRefusalProblem, QuestionFacts } from '../../sheets-addon/src/messages/bridge.ts'
import type { Examples } from './example.ts'

const number = 'F2026-0003'

export const bridgeExamples: Examples<BridgeRefusalProblem | { readonly code: 'wrong-body'; readonly path: string }> = {
  'clock-differs': ['Un ordinateur à l’heure d’été', { way: 'web', minutes: 60 }],
  'unknown-op': ['Une extension plus récente que la feuille', { op: 'forecast' }],
  'op-not-allowed': ['Une demande que ce navigateur n’a pas le droit de faire', { op: 'record' }],
  'pairing-expired': ['Un code d’appairage de la veille', {}],
  'id-reused': ['Un autre message sous le même identifiant', {}],
  redeploy: ['Un script poussé, jamais redéployé', {}],
  'wrong-order': ['Une commande dont une ligne n’a pas de quantité', { path: 'lines.0.quantity' }],
  'order-reused': ['Une autre commande sous un numéro déjà reçu', { order: '1042' }],
  'too-many-orders': ['La 201e commande d’une journée', { most: 200 }],
  'orders-wait': ['Une commande pendant que la feuille est abîmée', {}],
  'wrong-body': ['Un message mal formé', { path: 'allocations' }],
}

export const questionExamples: Examples<QuestionFacts> = {
  'unknown-invoice': ['Un paiement pour une facture effacée', { number }],
  'already-settled': ['Un paiement pour une facture payée depuis', { number, shown: cents(12_000) }],
  'invoice-credited': ['Un paiement pour une facture annulée depuis', { number, documents: ['AV2026-0001'] }],
  'balance-changed': ['Un reste dû qui a changé depuis', { number, shown: cents(12_000), now: cents(7000) }],
  'period-closed': [
    'Un paiement daté d’une période close',
    { period: '2026-Q3', periodName: '3e trimestre 2026', entersName: 'le 4e trimestre 2026' },
  ],
  'already-matched': ['Une ligne déjà rapprochée', { documents: [number], on: day('2026-11-20') }],
  'line-ignored': ['Une ligne marquée « À ignorer »', {}],
  'payment-refused': ['Un paiement que la feuille refuse', { why: 'Rien n’a été enregistré : le montant est zéro.' }],
  'unknown-payment': ['L’annulation d’un rapprochement inconnu', {}],
  'unknown-client': ['Un alias pour un client renommé', { client: 'Le Ponant' }],
}

export const confirmExamples: Examples<ConfirmProblem> = {
  'unknown-line': ['Une ligne effacée de Banque', {}],
  'line-already-matched': ['Une ligne déjà rapprochée', { numbers: [number] }],
  'line-overdrawn': ['500 € tirés d’une ligne de 450 €', { amount: cents(45_000), settled: cents(50_000) }],
  'unknown-document': ['Une proposition vers une facture effacée', { number }],
  'open-changed': ['Un reste dû changé depuis la proposition', { number, shown: cents(45_000), now: cents(20_000) }],
}

import { formatDay } from '@tabellion/shared/calendar'
import { formatEuros } from '@tabellion/shared/money'
import type { PaymentProblem } from '../payments/problems.ts'
import { enumerate, quote, type Sentences, say } from './sentences.ts'
import { of, that } from './typography.ts'

/** What keeps money from being recorded, or deserves a look once it is. */
export const paymentSentences: Sentences<PaymentProblem> = {
  'zero-payment': () =>
    'le montant est zéro. Écrivez ce qui a été reçu, ou un montant négatif pour ce qui a été rendu.',
  'missing-payment-date': () => 'il manque la date d’encaissement. Écrivez-la au format jj/mm/aaaa.',
  'missing-payment-amount': () => 'il manque le montant reçu. Écrivez par exemple 450 ou 12,50.',
  'missing-payment-method': () =>
    'il manque le mode de règlement, que le livre des recettes doit dire. Choisissez Virement, Chèque, Carte, Espèces, Prélèvement, Paiement en ligne ou Autre.',
  'missing-payment-invoice': () =>
    'il manque la facture réglée. Choisissez son numéro, ou « Crédit client » pour de l’argent gardé au client.',
  'credit-without-reference': () =>
    'un crédit client dit d’où il vient : écrivez dans Référence le numéro de la facture ou de l’avoir.',
  'unknown-invoice': ({ number }) =>
    `aucun document ne porte le n° ${quote(number)}. Choisissez un numéro de l’onglet Factures.`,
  'payment-in-future': ({ on, today }) =>
    `la date d’encaissement ${formatDay(on)} est après aujourd’hui, ${formatDay(today)}. Corrigez-la, ou attendez que l’argent soit arrivé : il s’enregistre ce jour-là.`,
  'payment-before-issue': ({ number, on, issued }) =>
    `l’encaissement du ${formatDay(on)} précède ${number}, émise le ${formatDay(issued)}. Vérifiez la date ; de l’argent reçu d’avance demande une facture d’acompte.`,
  'cash-above-cap': ({ number, cash, cap }) =>
    `${formatEuros(cash)} en espèces pour ${number} : la loi permet ${formatEuros(cap)} par dette (C. mon. fin., art. L112-6). Demandez un autre mode de règlement pour le reste.`,
  'invoice-credited': ({ number, notes }) =>
    `${number} est annulée par ${enumerate(notes)}, il n’y a rien à recevoir. Choisissez la facture qui la remplace ; si l’argent est bien pour elle, saisissez-le dans l’onglet Paiements, il comptera comme un trop-perçu à rendre.`,
  'credit-note-received': ({ number }) =>
    `${number} est un avoir : il ne se règle pas, il se rembourse. Écrivez un montant négatif.`,
  'refund-too-large': ({ number, most }) =>
    most === 0
      ? `il n’y a rien à rendre sur ${number}. Vérifiez le numéro et le montant.`
      : `${formatEuros(most)} au plus peuvent être rendus sur ${number}. Corrigez le montant.`,
  'more-than-due': ({ number, most }) =>
    most === 0
      ? `${number} n’a plus rien à recevoir. Choisissez une autre facture, ou remboursez le client.`
      : `il reste ${formatEuros(most)} dus sur ${number} : un crédit n’en règle pas davantage. Corrigez le montant.`,
  'credit-of-another': ({ number, client, other }) =>
    `le crédit ${of(number)} est à ${client}, il ne peut régler une facture ${of(other)}. Choisissez une facture du même client.`,
  'fee-out-of-range': ({ fee, amount }) =>
    `les frais retenus, ${formatEuros(fee)}, ne se comprennent pas pour ${formatEuros(amount)} reçus. Écrivez le montant brut dans Montant, et dans Frais retenus ce que l’intermédiaire a gardé.`,
  'already-settled': ({ number, amount }) =>
    `${number} était déjà réglée : ${formatEuros(amount)} sont gardés en crédit client. Vérifiez que ce paiement n’est pas saisi deux fois.`,
  'kept-for-client': ({ number, amount }) =>
    `${formatEuros(amount)} de plus que ce ${that(number)} demandait : gardés en crédit client, à rembourser ou à imputer sur une autre facture.`,
  'received-too-much': ({ number, excess }) =>
    `${formatEuros(excess)} de plus que ce ${that(number)} demandait. Rendez-les au client par un montant négatif, ou imputez-les sur une autre facture.`,
  'due-again': ({ number, due }) => `${number} redevient due : ${formatEuros(due)} à recevoir.`,
  'no-client-credit': ({ client }) =>
    `${client} n’a aucun crédit chez vous. Enregistrez ce qui a été reçu par Facturation › Enregistrer un paiement.`,
  'client-credit': ({ client, amount, numbers }) =>
    `${client} a ${formatEuros(amount)} de crédit, ${numbers.length === 1 ? `venu ${of(enumerate(numbers))}` : `venus ${of(enumerate(numbers))}`}. Une fois la facture émise, déduisez-le de ce qu’elle demande par Facturation › Factures et clients › Imputer un crédit.`,
  'cash-software': () =>
    'vous facturez la TVA et avez des clients particuliers : la loi veut alors que leurs règlements soient enregistrés dans un logiciel certifié ou attesté (CGI, art. 286, I, 3° bis), ce qu’un tableur modifiable ne peut pas être. L’amende est de 7 500 €. Gardez vos justificatifs et parlez-en à votre comptable ou au service des impôts.',
  'unknown-payment': () =>
    'ce rapprochement n’est pas enregistré dans ce fichier, il n’y a rien à annuler. Regardez l’onglet Paiements.',
  'credit-used': ({ number, amount }) =>
    `${formatEuros(amount)} de ce paiement étaient gardés en crédit client sur ${number} et ont servi depuis. Annulez d’abord leur imputation ou leur remboursement.`,
  'given-back-since': ({ number, amount }) =>
    `${formatEuros(amount)} ont été rendus au client sur ${number} depuis ce paiement. Annulez d’abord ce remboursement.`,
  'already-recorded': ({ number, receipt }) =>
    `ce paiement ${of(number)} était déjà enregistré, recette n° ${receipt} : il n’a pas été compté deux fois.`,
}

export const isPaymentProblem = (problem: { readonly code: string }): problem is PaymentProblem =>
  problem.code in paymentSentences

/** As the whole answer, when nothing was recorded. */
export function paymentRefusal(problem: PaymentProblem): string {
  const text = say(paymentSentences, problem)
  return `Rien n’a été enregistré : ${text}`
}

import { formatDay } from '@tabellion/shared/calendar'
import { formatEuros } from '@tabellion/shared/money'
import type { QuoteProblem, QuoteRefusal } from '../quotes/problems.ts'
import { enumerate, quote, type Sentences } from './sentences.ts'
import { of } from './typography.ts'

export const quoteRefusals: Sentences<QuoteRefusal> = {
  'unknown-quote': ({ number }) => `Aucun devis ne porte le n° ${quote(number)}. Vérifiez-le dans l’onglet Devis.`,
  'quote-expired': ({ number, on, validUntil }) =>
    `Le devis ${number} était valable jusqu’au ${formatDay(validUntil)} : il ne peut être accepté le ${formatDay(on)}. Rien n’a changé : faites-en une nouvelle version par Facturation › Devis › Refaire un devis.`,
  'quote-declined': ({ number }) =>
    `Le devis ${number} a été refusé, et ses lignes sont libres. Rien n’a changé : cochez-les, puis Facturation › Créer un devis avec la sélection.`,
  'quote-not-accepted': ({ number }) =>
    `Le devis ${number} n’est pas accepté. Rien n’a changé : dites d’abord quand il l’a été, par Facturation › Devis › Accepter un devis.`,
  'quote-billed': ({ number }) =>
    `Le devis ${number} n’a plus rien à facturer : toutes ses lignes le sont. Rien n’a changé.`,
  'quote-without-row': ({ number }) =>
    `Le devis ${number} n’a plus de ligne dans Ventes à mettre dans une nouvelle version. Rien n’a changé.`,
  'quote-already-accepted': ({ number, on }) =>
    `Le devis ${number} a déjà été accepté${on === undefined ? '' : ` le ${formatDay(on)}`}. Rien n’a changé : ce qui s’ajoute fait l’objet d’un autre devis.`,
  'quote-date': ({ number, on, from, today }) =>
    `Le ${formatDay(on)} ne convient pas au devis ${number} : du ${formatDay(from)}, jour du devis, au ${formatDay(today)}, aujourd’hui. Rien n’a changé.`,
  'deposit-above-rest': ({ number, asked, rest }) =>
    `Un acompte de ${formatEuros(asked)} dépasse ce qui reste à facturer du devis ${number}, ${formatEuros(rest)}. Rien n’a été émis : demandez moins.`,
  'deposit-missing': ({ number }) =>
    `Le devis ${number} ne propose pas d’acompte. Rien n’a été émis : écrivez Acompte % dans l’onglet Devis, ou donnez un pourcentage ou un montant.`,
  'deposit-not-positive': ({ number }) =>
    `L’acompte demandé sur ${number} doit être positif, et de 100 % au plus. Rien n’a été émis.`,
  'deposit-too-early': ({ number, from }) =>
    `Le devis ${number} a été signé hors établissement par un particulier : aucun paiement ne peut lui être demandé avant le ${formatDay(from)} (C. conso. art. L221-10). Rien n’a été émis.`,
}

export const quoteSentences: Sentences<QuoteProblem> = {
  'quote-accepted': ({ number }) =>
    `cette ligne est dans le devis ${number}, accepté : elle ne se met plus dans un devis. Décochez-la, ou facturez-la.`,
  'quote-waste-missing': ({ client }) =>
    `le devis ${of(client)} porte sur des travaux : il doit dire la gestion des déchets (C. env. art. L541-21-2-3). Remplissez « Déchets de chantier » si vos travaux en font.`,
  'quote-mediator-missing': ({ client }) =>
    `${client} est un particulier : nommez-lui votre médiateur (C. conso. art. L616-1). Remplissez « Médiateur de la consommation ».`,
  'same-patterns': ({ setting, other }) =>
    `« ${setting} » donne les mêmes numéros que « ${other} » : un devis et une facture se confondraient. Changez l’un des deux, par exemple D{AAAA}-{0000}.`,
  'deposit-kept': ({ number }) =>
    `le total ne couvre pas l’acompte du devis ${number} : seule une part en est déduite, le reste le sera ensuite.`,
  'deposit-deducted': ({ balances, lost, number }) =>
    `l’acompte ${number} est déjà déduit de ${enumerate(balances)} : annulé seul, ${formatEuros(lost)} de la vente ne sont plus demandés nulle part. Pour annuler la vente, créez aussi un avoir sur ${enumerate(balances)} ; pour en réduire le prix, c’est là qu’il faut le créer, pas sur l’acompte.`,
}

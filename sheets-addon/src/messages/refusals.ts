import { headingOf, tabTitle } from '@tabellion/shared/ledger'
import type { PaymentProblem } from '../payments/problems.ts'
import type { RefusalProblem } from '../workbook/refusal.ts'
import { annexSentences } from './annex.ts'
import { bankRefusals } from './bank.ts'
import { bridgeProblemSentences } from './bridge-refusals.ts'
import { creditSentences } from './credit.ts'
import { expenseRefusals } from './expenses.ts'
import { findingSentence } from './findings.ts'
import { importRefusals } from './imports.ts'
import { ledgerSentences } from './ledger.ts'
import { obligationRefusals } from './obligations.ts'
import { orderRefusals } from './orders.ts'
import { isPaymentProblem, paymentRefusal } from './payments.ts'
import { planRefusals } from './plans.ts'
import { quoteRefusals } from './quotes.ts'
import { reminderRefusals } from './reminders.ts'
import { enumerate, quote, type Sentences, say } from './sentences.ts'
import { of, typeset } from './typography.ts'

const frenchDay = (day: string): string => day.split('-').reverse().join('/')

const sentences: Sentences<Exclude<RefusalProblem, PaymentProblem>> = {
  ...annexSentences,
  ...obligationRefusals,
  ...bridgeProblemSentences,
  ...bankRefusals,
  ...expenseRefusals,
  ...quoteRefusals,
  ...orderRefusals,
  ...planRefusals,
  ...reminderRefusals,
  'missing-tab': ({ tab }) =>
    `L’onglet « ${tabTitle(tab)} » manque. S’il a changé de nom, Facturation › Réglages › Réparer les onglets le lui rend ; sinon il le recrée vide, et Fichier › Historique des versions rend ce qu’il contenait.`,
  'doubled-heading': ({ tab, heading }) =>
    `Onglet « ${tabTitle(tab)} » : deux colonnes s’appellent « ${heading} », on ne peut savoir laquelle lire. Renommez l’une des deux.`,
  'headings-lost': ({ tab }) =>
    `Onglet « ${tabTitle(tab)} » : la ligne des titres est introuvable. Rétablissez la ligne 3 par Fichier › Historique des versions, ou utilisez Facturation › Réglages › Réparer les onglets.`,
  'unreadable-event': ({ sequence }) =>
    `Onglet « _Journal », séquence ${sequence} : les données ne se lisent plus. Rien n’a été émis. Utilisez Facturation › Contrôles › Vérifier l’intégrité.`,
  'newer-event': ({ sequence }) =>
    `Onglet « _Journal », séquence ${sequence} : l’événement vient d’une version plus récente de Tabellion. Mettez le script à jour avant de continuer.`,
  'lock-held': () => 'Une autre action est en cours dans ce fichier. Rien n’a été écrit : recommencez dans une minute.',
  'missing-identity': ({ settings }) =>
    `Rien n’a été émis. Il manque dans Réglages ${enumerate(settings.map((name) => `« ${name} »`))}${settings.includes('SIRET') ? ' (14 chiffres, clé comprise)' : ''} : une facture doit le dire. Complétez cet onglet, ou lancez Facturation › Réglages › Assistant de démarrage.`,
  'unknown-row': ({ id }) => `Aucune ligne de Ventes ne porte l’identifiant ${quote(id)}. Rien n’a été émis.`,
  'unknown-number': ({ number }) =>
    `Aucun document ne porte le n° ${quote(number)}. Vérifiez-le dans l’onglet Factures.`,
  'taken-over-number': ({ number }) =>
    `${number} a été émise avec un autre outil : son document n’est pas ici. Faites-le avec cet outil.`,
  'credit-not-copied': ({ number }) =>
    `${number} est un avoir : il ne se copie pas. Donnez le numéro de la facture à refaire.`,
  'not-wholly-credited': ({ number }) =>
    `${number} n’est pas annulée : la refaire la facturerait deux fois. Créez d’abord son avoir total, ou choisissez Dupliquer.`,
  ...creditSentences,
  ...importRefusals,
  'payment-key-used': ({ key }) =>
    `Un autre paiement a déjà été enregistré sous le nom ${quote(key)}. Rien n’a été enregistré : donnez un autre nom à celui-ci.`,
  'missing-write-off-reason': ({ number }) =>
    `Il manque le motif : dites en quelques mots pourquoi ${quote(number)} ne sera pas payée. Rien n’a changé.`,
  'nothing-due': ({ number }) => `${number} n’a rien à recevoir : elle ne peut être irrécouvrable. Rien n’a changé.`,
  'issue-date-in-future': ({ issueDate, today }) =>
    `La date d’émission ${frenchDay(issueDate)} est après aujourd’hui, ${frenchDay(today)}. Rien n’a été émis : choisissez une date passée ou aujourd’hui.`,
  'issue-date-too-early': ({ issueDate, last, number }) =>
    `La date d’émission ${frenchDay(issueDate)} précède celle ${of(number)}, émise le ${frenchDay(last)} : les numéros se suivent dans l’ordre des dates. Rien n’a été émis : choisissez ${frenchDay(last)} ou plus tard.`,
  'findings-block': ({ count, first }) =>
    `Rien n’a été émis : ${count === 1 ? 'un point bloque' : `${count} points bloquent`} et tout devait passer. ${findingSentence(first)} Corrigez, puis recommencez.`,
  'preview-stale': () =>
    'Les lignes ont changé depuis l’aperçu. Rien n’a été émis : regardez le nouvel aperçu, puis recommencez.',
  'wrong-cell': ({ column, problem, tab }) =>
    `Rien n’a été ajouté. ${headingOf(tab, column)} : ${problem ? say(ledgerSentences, problem) : 'à remplir.'}`,
  'journal-cut': ({ expected, found }) =>
    `Le journal compte ${found} lignes, il en comptait ${expected} : le fichier a été ramené en arrière, ou des lignes ont été effacées. Rien n’a été émis. ${found === 0 ? 'Si « _Journal » a changé de nom, Facturation › Réglages › Réparer les onglets le lui rend ; sinon, rétablissez' : 'Rétablissez'} la version récente par Fichier › Historique des versions.`,
  'journal-altered': ({ row }) =>
    `Onglet « _Journal », ligne ${row} : la chaîne est rompue. Rien n’a été émis. Utilisez Facturation › Contrôles › Vérifier l’intégrité pour voir ce qui a changé.`,
  'register-behind': ({ number }) =>
    `Le n° ${number} a déjà été donné, mais ce fichier n’en a plus trace : il a été ramené en arrière. Rien n’a été émis. Rétablissez la version récente par Fichier › Historique des versions.`,
  'newer-schema': ({ found, known }) =>
    `Ce fichier a été mis à jour (schéma ${found}) et ce script est plus ancien (schéma ${known}). Rien n’a été écrit : mettez le script à jour.`,
  'unknown-action': ({ action, nearest }) =>
    `L’action ${quote(action)} n’existe pas.${nearest ? ` Vouliez-vous dire « ${nearest} » ?` : ''} « run list » les montre toutes.`,
  'wrong-argument': ({ argument, expected, nearest }) =>
    `L’argument « ${argument} » n’est pas valable.${nearest ? ` Vouliez-vous dire « ${nearest} » ?` : ''} Attendu : ${expected}.`,
  'unknown-setting': ({ setting, nearest }) =>
    `Le réglage ${quote(setting)} n’existe pas.${nearest ? ` Vouliez-vous dire « ${nearest} » ?` : ''}`,
  'workbook-not-empty': ({ tab }) =>
    `Les données d’exemple ne se mettent que dans un fichier vide, et l’onglet « ${tab} » ne l’est pas. Rien n’a été écrit : ouvrez un nouveau fichier.`,
  'image-unreadable': () =>
    'Ce fichier n’est pas une image PNG ou JPEG lisible. Rien n’a changé : choisissez un autre fichier.',
  'image-too-large': ({ bytes, most }) =>
    `Cette image pèse ${Math.round(bytes / 1000)} ko, ${Math.round(most / 1000)} ko au plus. Rien n’a changé : réduisez-la, ou enregistrez-la en JPEG.`,
  'image-cmyk': () =>
    'Cette image est en CMJN, un mode d’imprimerie que les factures électroniques n’acceptent pas. Rien n’a changé : enregistrez-la en RVB.',
  'image-too-small': ({ width, least }) =>
    `Cette image ne fait que ${width} pixels de large, ${least} au moins sont nécessaires à l’impression. Rien n’a changé : choisissez-en une plus grande.`,
  'drive-refused': ({ reason }) =>
    `Google Drive a refusé d’enregistrer le document (${reason}). Les numéros donnés le restent : relancez la même action, elle finira ce qui manque.`,
}

export const refusalSentence = (problem: RefusalProblem): string =>
  typeset(isPaymentProblem(problem) ? paymentRefusal(problem) : say(sentences, problem))

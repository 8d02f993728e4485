import { formatDay, formatPeriod, parsePeriod } from '@tabellion/shared/calendar'
import type { ContributionKind } from '@tabellion/shared/deadlines'
import type { CellProblem } from '@tabellion/shared/ledger'
import { formatEuros } from '@tabellion/shared/money'
import type { ObligationProblem, ObligationRefusal } from '../obligations/problems.ts'
import { enumerate, quote, type Sentences } from './sentences.ts'
import { of } from './typography.ts'

const LEVIES: Readonly<Record<ContributionKind, string>> = {
  social: 'cotisations sociales',
  training: 'formation professionnelle',
  chamber: 'taxe pour frais de chambre',
  'flat-income-tax': 'versement libératoire',
}

/** `2026-Q4` as people say it; what is no period stays as typed. */
const periodText = (text: string): string => {
  const period = parsePeriod(text)
  return period === undefined ? text : formatPeriod(period)
}

type Ceiling = Omit<Extract<ObligationProblem, { readonly code: 'micro-exceeded' }>, 'code'>
const ceiling = ({ limit, of, prorated }: Ceiling): string =>
  `les recettes ${of === 'services' ? 'de services ' : ''}dépassent le plafond de la micro-entreprise (${formatEuros(limit)}${prorated ? ', au prorata de la première année' : ''})`

/** What keeps deadlines, contributions or books from being told. */
export const obligationSentences: Sentences<Exclude<ObligationProblem, CellProblem>> = {
  'setting-needed': ({ setting, why }) => `il manque « ${setting} » : ${why}. Complétez-le dans Réglages.`,
  'setting-unreadable': ({ setting, text, expected }) =>
    `« ${setting} » vaut ${quote(text)}, qui ne se lit pas. Attendu : ${expected}.`,
  'end-before-start': ({ start, end }) =>
    `l’activité ne peut finir le ${formatDay(end)} et commencer le ${formatDay(start)}. Corrigez l’une des deux dates.`,
  'receipt-before-start': ({ rank, on, limit }) =>
    `la recette n° ${rank}, du ${formatDay(on)}, précède le début de l’activité (${formatDay(limit)}) : aucune déclaration ne la compte. Corrigez « Date de début » dans Réglages, ou la date du paiement.`,
  'receipt-after-end': ({ rank, on, limit }) =>
    `la recette n° ${rank}, du ${formatDay(on)}, suit la fin de l’activité (${formatDay(limit)}) : aucune déclaration ne la compte. Voyez votre comptable, ou corrigez « Date de fin ».`,
  'nature-not-declared': ({ rank, nature }) =>
    `la recette n° ${rank} est de nature « ${nature} », absente de vos réglages. Elle est comptée ; ajoutez cette nature à « Autres natures » si vous l’exercez.`,
  'rate-unknown': ({ kind, on }) =>
    `aucun taux connu au ${formatDay(on)} (${LEVIES[kind]}) : les cotisations ne sont pas estimées.`,
  'book-row-altered': ({ rank }) =>
    `la recette n° ${rank} ne dit plus ce qui a été enregistré. Utilisez Facturation › Contrôles › Restaurer ce qui a changé.`,
  'book-row-unknown': ({ rank }) =>
    `cette ligne${rank === '' ? '' : ` (n° ${rank})`} n’a pas été enregistrée par un paiement : elle ne compte dans aucune déclaration. Supprimez-la, et enregistrez le paiement.`,
  'book-row-missing': ({ rank, document }) =>
    `la recette n° ${rank}${document === '' ? '' : ` (${document})`} a disparu. Utilisez Facturation › Contrôles › Restaurer ce qui a changé.`,
  'earlier-turnover-open': ({ amount }) =>
    `${formatEuros(amount)} encaissés avant cet outil sont comptés dans cette déclaration : videz « Dont pas encore déclaré » une fois qu’elle est faite.`,
  'franchise-lost': ({ because, from, limit }) =>
    `${because === 'upper-crossed' ? `le seuil majoré de la franchise (${formatEuros(limit)}) est dépassé : la TVA est due depuis le ${formatDay(from)}, opération de ce jour comprise` : `le seuil de la franchise (${formatEuros(limit)}) était dépassé l’an dernier : la TVA est due depuis le ${formatDay(from)}`}. Demandez votre n° de TVA au service des impôts, changez « Régime de TVA » et « Régime depuis le », puis refaites avec TVA les factures émises depuis.`,
  'franchise-ends': ({ from, limit }) =>
    `le seuil de la franchise (${formatEuros(limit)}) est dépassé : vous facturez sans TVA jusqu’à la fin de l’année, avec TVA dès le ${formatDay(from)}. Demandez d’ici là votre n° de TVA au service des impôts.`,
  'micro-exceeded': (exceeded) =>
    `${ceiling(exceeded)} cette année, ce qui ne change rien seul : vous restez en micro-entreprise l’an prochain. Si elles le dépassent encore l’an prochain, vous en sortirez au 1er janvier d’après : parlez-en à un comptable. La TVA a ses propres seuils.`,
  'micro-lost': ({ from, ...exceeded }) =>
    `${ceiling(exceeded)} deux années de suite : le régime micro finit au ${formatDay(from)}, et les bénéfices s’imposent dès lors au réel, avec une comptabilité complète et des cotisations sur le bénéfice. Prenez un comptable, et prévenez le service des impôts et l’Urssaf.`,
  'purchase-incomplete': ({ missing }) =>
    `cet achat de marchandises n’est pas au registre : il manque ${enumerate(missing.map((heading) => `« ${heading} »`))}.`,
  'rate-override-unreadable': ({ text }) =>
    `${quote(text)} ne se lit pas : le barème reste suivi. Écrivez-le comme « Valeur du barème » à côté, avec sa date de début.`,
  'seal-broken': ({ period }) =>
    `la période ${periodText(period)} ne dit plus ce qui a été scellé. Rétablissez la version d’avant par Fichier › Historique des versions.`,
  'digest-unsure': ({ on }) =>
    `le message des échéances du ${formatDay(on)} est peut-être parti, peut-être non : il ne sera pas renvoyé. Voyez l’onglet Échéances.`,
  'digest-refused': ({ reason }) =>
    reason === 'quota'
      ? 'Google n’envoie plus de message aujourd’hui (quota atteint) : les rappels d’échéances partiront demain.'
      : `le message des échéances n’est pas parti (${reason}). Vérifiez « E-mail » dans Réglages : il repartira demain.`,
  'document-differs': ({ number }) =>
    `le PDF ${of(number)}, refait de son instantané, diffère de celui qui a été émis : il n’est pas dans le dossier. Utilisez Facturation › Contrôles › Vérifier l’intégrité.`,
  'no-facturx': ({ number }) =>
    `${number} n’est pas une facture électronique et n’est pas dans le dossier : la colonne Factur-X de l’onglet Factures dit pourquoi.`,
}

/** Why an action about obligations did not start. */
export const obligationRefusals: Sentences<ObligationRefusal> = {
  'obligation-settings': ({ settings }) =>
    `Il manque dans Réglages ${enumerate(settings.map((name) => `« ${name} »`))}, dont vos échéances dépendent. Rien n’a été écrit : complétez cet onglet, puis recommencez.`,
  'unknown-deadline': ({ id, nearest }) =>
    `Aucune échéance ne s’appelle ${quote(id)}.${nearest === undefined ? '' : ` Vouliez-vous dire « ${nearest} » ?`} Les noms sont dans la colonne ID de l’onglet Échéances.`,
  'unknown-mark': ({ status }) =>
    `${quote(status)} n’est pas un statut. Choisissez done (Fait), not-applicable (Sans objet) ou open (À faire).`,
  'reason-needed': () =>
    'Une échéance sans objet dit pourquoi. Rien n’a été écrit : ajoutez une raison, par exemple « exonérée la première année ».',
  'mark-in-future': ({ on, today }) =>
    `Le ${formatDay(on)} est après aujourd’hui, ${formatDay(today)} : rien ne peut y être déjà fait. Rien n’a été écrit : corrigez la date.`,
  'unknown-return-period': ({ period, known }) =>
    `${quote(period)} n’est pas une de vos périodes de déclaration. Rien n’a été écrit : choisissez ${enumerate(known.slice(-6), 'ou')}.`,
  'period-sealed': ({ period, on }) =>
    `La période ${periodText(period)} est close depuis le ${formatDay(on)}. Rien n’a changé : ce qui arrive encore s’inscrit dans la plus ancienne période ouverte.`,
  'period-not-over': ({ period, last }) =>
    `La période ${periodText(period)} finit le ${formatDay(last)} : elle ne peut être close avant. Rien n’a changé.`,
  'earlier-period-open': ({ period, earlier }) =>
    `La période ${periodText(period)} ne peut être close avant ${periodText(earlier)}, qui a des recettes. Rien n’a changé : commencez par celle-ci.`,
  'book-altered': ({ rank }) =>
    `Le livre des recettes ne dit plus ce qui a été enregistré (n° ${rank}). Rien n’a été scellé ni exporté. Utilisez Facturation › Contrôles › Vérifier l’intégrité, puis Restaurer.`,
  'export-range': ({ from, to }) =>
    `La fin, ${formatDay(to)}, précède le début, ${formatDay(from)}. Rien n’a été exporté : échangez les deux dates.`,
  'nothing-to-export': ({ what }) => `Il n’y a rien à exporter (${what}) entre ces deux dates. Rien n’a été écrit.`,
  'fec-needs-siren': () =>
    'Le nom d’un FEC contient votre SIREN, et « SIRET » manque dans Réglages ou n’est pas valable. Rien n’a été exporté : complétez-le.',
}

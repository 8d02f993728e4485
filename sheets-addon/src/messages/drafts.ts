import { formatDay } from '@tabellion/shared/calendar'
import type { DraftProblem } from '@tabellion/shared/invoicing'
import { grouped } from '@tabellion/shared/kernel'
import type { ExemptionReasonId } from '@tabellion/shared/regulation'
import { enumerate, quote, type Sentences } from './sentences.ts'
import { of } from './typography.ts'

/** Why the law of the place decides, whatever was typed. */
const REPLACED: Readonly<Partial<Record<ExemptionReasonId, string>>> = {
  franchise: 'vous êtes en franchise en base',
  'guyane-mayotte': 'votre entreprise est en Guyane ou à Mayotte, où la TVA ne s’applique pas',
  'eu-service': 'c’est un service vendu à un professionnel de l’Union européenne, qui en doit lui-même la TVA',
  'non-eu-service': 'c’est un service vendu à un client hors de l’Union européenne',
  'intra-community-supply': 'ce sont des marchandises livrées à un client de l’Union européenne',
  export: 'ce sont des marchandises exportées hors de l’Union européenne',
  'overseas-goods': 'ce sont des marchandises qui passent une frontière de TVA entre la métropole et l’outre-mer',
  disbursement: 'c’est un débours, hors de la base de la TVA',
}
const why = (reason: ExemptionReasonId, text: string): string =>
  `car ${REPLACED[reason] ?? 'la loi le veut'} (« ${text} »)`

/** What keeps a group of rows from being issued, or deserves a look: what, why, and how to mend it. */
export const draftSentences: Sentences<DraftProblem> = {
  'quote-line-type': () =>
    'un devis ne porte ni acompte ni solde : laissez Type de ligne vide. L’acompte se demande ensuite, par Facturation › Devis › Demander un acompte.',
  'missing-date': () =>
    'il manque la date du travail ou de la livraison, mention obligatoire. Écrivez-la au format jj/mm/aaaa.',
  'unlikely-date': ({ issued, on }) =>
    `le ${formatDay(on)} est loin du ${formatDay(issued)}, jour de la facture. Vérifiez l’année.`,
  'missing-label': () => 'il manque la désignation, mention obligatoire. Décrivez ce qui a été vendu.',
  'missing-quantity': () => 'il manque la quantité, mention obligatoire. Écrivez par exemple 1 ou 0,25.',
  'missing-price': () => 'il manque le prix unitaire, mention obligatoire. Écrivez par exemple 450 ou 12,50.',
  'missing-client': () => 'il manque le client. Choisissez un nom de l’onglet Clients.',
  'short-label': ({ text, least }) =>
    `la désignation ${quote(text)} compte moins de ${least} caractères. Précisez-la : la loi veut une dénomination précise.`,
  'text-too-long': ({ length, most }) =>
    `le texte compte ${grouped(length)} caractères, ${grouped(most)} au plus tiennent sur une facture. Raccourcissez-le, ou joignez une annexe.`,
  'quantity-not-positive': ({ text }) =>
    `la quantité ${text} n’est pas positive. Pour réduire une facture émise, utilisez Facturation › Factures et clients › Créer un avoir.`,
  'negative-price': ({ text }) =>
    `le prix ${text} est négatif. Pour une remise, écrivez un prix positif et le type de ligne « Remise ».`,
  'unknown-client': ({ client, nearest }) =>
    `${quote(client)} n’est pas dans l’onglet Clients.${nearest === undefined ? '' : ` Vouliez-vous dire ${quote(nearest)} ?`} Ajoutez sa fiche, ou corrigez le nom.`,
  'doubled-client': ({ client, rows }) =>
    `${quote(client)} a plusieurs fiches (lignes ${enumerate(rows.map(String))}) : on ne peut savoir laquelle prendre. Gardez-en une, ou distinguez leurs noms.`,
  'missing-client-type': ({ client }) =>
    `il manque le type ${of(client)}, dont dépendent les mentions. Choisissez Professionnel, Particulier, Administration, UE ou Hors UE.`,
  'missing-address': ({ client }) => `il manque l’adresse ${of(client)}, mention obligatoire. Complétez sa fiche.`,
  'missing-postcode': ({ client }) =>
    `il manque le code postal ${of(client)}, mention obligatoire. Complétez sa fiche.`,
  'wrong-client-postcode': ({ client, text }) =>
    `le code postal ${quote(text)} ${of(client)} n’a pas cinq chiffres. Corrigez-le (un zéro a pu disparaître), ou écrivez son pays.`,
  'missing-city': ({ client }) => `il manque la ville ${of(client)}, mention obligatoire. Complétez sa fiche.`,
  'missing-client-vat-number': ({ client }) =>
    `il manque le n° de TVA ${of(client)}, nécessaire à l’autoliquidation. Demandez-le-lui et vérifiez-le sur VIES.`,
  'wrong-client-vat-number': ({ client, text }) =>
    `le n° de TVA ${quote(text)} ${of(client)} n’est pas valable. Vérifiez-le auprès de lui ou sur VIES.`,
  'wrong-client-siret': ({ client, text }) =>
    `le SIRET ${quote(text)} ${of(client)} n’est pas valable (14 chiffres et une clé). Vérifiez-le sur annuaire-entreprises.data.gouv.fr.`,
  'wrong-client-siren': ({ client, text }) =>
    `le SIREN ${quote(text)} ${of(client)} n’est pas valable (9 chiffres et une clé). Vérifiez-le sur annuaire-entreprises.data.gouv.fr.`,
  'vat-in-franchise': ({ rate }) =>
    `un taux de ${rate.replace('.', ',')} % alors que vous êtes en franchise en base : la TVA facturée serait due. Videz la cellule, ou changez votre régime dans Réglages.`,
  'missing-vat-rate': () => 'il manque le taux de TVA. Choisissez-le, ou choisissez un motif d’exonération.',
  'zero-rate-without-reason': () =>
    'un taux de 0 % demande un motif d’exonération, imprimé sur la facture. Choisissez-le dans la colonne « Motif d’exonération ».',
  'rate-with-reason': ({ rate }) =>
    `un taux de ${rate.replace('.', ',')} % et un motif d’exonération se contredisent. Videz l’un des deux.`,
  'unknown-vat-rate': ({ rate, known }) =>
    `${rate.replace('.', ',')} % n’est pas un taux de TVA français à cette date. Choisissez ${enumerate(
      known.map((value) => `${value.replace('.', ',')} %`),
      'ou',
    )}.`,
  'rate-replaced': ({ rate, reason, text }) =>
    `le taux de ${rate.replace('.', ',')} % n’est pas appliqué, la ligne est facturée à 0 %, ${why(reason, text)}. Videz la cellule si c’est bien le cas ; sinon, corrigez la nature de la ligne, ou le type et l’adresse du client.`,
  'reason-replaced': ({ reason, text, typed }) =>
    `le motif « ${typed} » n’est pas imprimé, ${why(reason, text)}. Videz la cellule si c’est bien le cas ; sinon, corrigez la nature de la ligne, ou le type et l’adresse du client.`,
  'missing-reason-text': () =>
    'une « autre exonération » s’imprime en toutes lettres. Écrivez-la dans la colonne Détail, avec son article.',
  'reason-expired': () => 'la mention de cette exonération n’est pas connue à cette date. Mettez Tabellion à jour.',
  'mixed-line-types': ({ client }) =>
    `les lignes ${of(client)} mêlent un acompte et autre chose. Facturez l’acompte seul, puis le reste avec le type de ligne « Solde ».`,
  'credit-row-typed': () =>
    'un avoir ne se saisit pas dans Ventes. Utilisez Facturation › Factures et clients › Créer un avoir.',
  'allowance-too-large': ({ label }) => `la remise ${quote(label)} dépasse ce qui est facturé à son taux. Réduisez-la.`,
  'allowance-without-sale': () => 'une remise seule ne fait pas une facture. Cochez aussi les lignes qu’elle réduit.',
  'no-sold-line': ({ client }) => `aucune ligne ${of(client)} ne porte de montant. Cochez au moins une vente.`,
  'total-not-positive': ({ client }) =>
    `le total ${of(client)} n’est pas positif. Vérifiez les quantités, les prix et les remises.`,
  'balance-without-deposit': ({ client }) =>
    `aucune facture d’acompte à déduire pour ${client} sous ce regroupement. Corrigez le regroupement, ou choisissez le type de ligne « Vente ».`,
  'deposits-exceed-total': ({ client }) =>
    `les acomptes ${of(client)} dépassent le total de la facture de solde. Vérifiez ses lignes ; un acompte de trop se rend par un avoir.`,
  'several-references': ({ client, references }) =>
    `une facture ne porte qu’une référence client, et celle ${of(client)} en aurait ${references.length} (${enumerate(references.map(quote))}). Séparez-les par un regroupement.`,
  'term-too-long': ({ client, days, most }) =>
    `l’échéance ${of(client)} tombe ${days} jours après la facture, la loi en permet ${most} (C. com., art. L441-10). Raccourcissez son délai.`,
  'terms-not-accepted': ({ client }) =>
    `rien ne dit que ${client} a accepté vos conditions générales, qui ne l’engagent que s’il les a acceptées (C. civ., art. 1119). Faites-les accepter, puis notez-le dans sa fiche : « CGV acceptées le », « Version CGV » et « Preuve CGV ».`,
  'terms-outdated': ({ accepted, client, current }) =>
    `${accepted === '' ? `la fiche ${of(client)} ne dit pas quelle version de vos conditions générales il a acceptée` : `${client} a accepté la version ${quote(accepted)} de vos conditions générales`}, et vos factures portent ${quote(current)}. Faites accepter celle-ci, puis notez-la dans sa fiche.`,
  'many-lines': ({ client, lines }) =>
    `la facture ${of(client)} compte ${lines} lignes. Un regroupement par mois ou par projet la rendrait plus lisible.`,
  'missing-setting': ({ setting }) => `il manque « ${setting} », mention obligatoire. Complétez l’onglet Réglages.`,
  'wrong-setting': ({ setting, text, expected }) =>
    `« ${setting} » vaut ${quote(text)}, ce qui n’est pas valable. Attendu : ${expected}.`,
  'unprintable-characters': ({ characters }) =>
    `la police des documents n’a pas ${enumerate(characters.slice(0, 6).map(quote))}${characters.length > 6 ? ' ni d’autres' : ''}. Remplacez ${characters.length > 1 ? 'ces caractères' : 'ce caractère'} avant d’émettre.`,
}

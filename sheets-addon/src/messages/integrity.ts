import type { IntegrityProblem } from '../workbook/altered.ts'
import { enumerate, quote, type Sentences } from './sentences.ts'
import { of } from './typography.ts'

const MEND = {
  document: 'pour corriger une facture, créez un avoir',
  payment: 'pour corriger un paiement, enregistrez-en un autre de montant négatif',
  purchase: 'pour corriger un achat, corrigez Dépenses : le registre l’annulera et le reprendra',
} as const

/** What *Vérifier l'intégrité* finds. */
export const integritySentences: Sentences<IntegrityProblem> = {
  'cell-altered': ({ document, receipt, was, now }) =>
    `une cellule ${of(document)} a changé : ${was === '' ? 'elle était vide' : `elle valait ${quote(was)}`}, elle ${now === '' ? 'est vide' : `vaut ${quote(now)}`}. « Restaurer » la remet ; ${MEND[receipt ?? 'document']}.`,
  'row-missing': ({ document, what }) =>
    `la ligne ${of(document)}${what === '' ? '' : ` (${what})`} a disparu. « Restaurer » la remet depuis le journal.`,
  'row-added': ({ document }) =>
    `cette ligne porte ${document === '' ? 'un document' : document}, que le journal ne connaît pas. Supprimez-la si elle a été ajoutée ou copiée à la main.`,
  'row-doubled': ({ document, rows }) =>
    `une ligne ${of(document)} existe en double (lignes ${enumerate(rows.map(String))}). Supprimez la copie.`,
  'journal-broken': () =>
    'la chaîne du journal est rompue ici : une cellule a changé, ou une ligne a été ajoutée, supprimée ou déplacée. Rétablissez la version d’avant par Fichier › Historique des versions.',
  'journal-shortened': ({ expected, found }) =>
    `le journal compte ${found} lignes, il en comptait ${expected}. Rétablissez la version récente par Fichier › Historique des versions.`,
  'journal-unreadable': () =>
    'les données de cette ligne du journal ne se lisent plus. Rétablissez la version d’avant par Fichier › Historique des versions.',
}

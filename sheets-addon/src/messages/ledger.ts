import { type LedgerProblem, tabTitle } from '@tabellion/shared/ledger'
import { enumerate, quote, type Sentences } from './sentences.ts'

/** What a cell, a row or the shape of a tab gets wrong. */
export const ledgerSentences: Sentences<LedgerProblem> = {
  'unreadable-number': ({ text }) => `${quote(text)} n’est pas un nombre. Écrivez par exemple 1\u202f250,00.`,
  'ambiguous-number': ({ text }) =>
    `${quote(text)} peut se lire de deux façons. Écrivez la virgule pour les décimales : 1,5 ou 1\u202f500.`,
  'too-many-decimals': ({ text, places }) => `${quote(text)} a plus de ${places} décimales. Arrondissez-le.`,
  'unreadable-rate': ({ text }) =>
    `${quote(text)} n’est pas un taux. Écrivez par exemple 10 % ou 5,5 %, 100 % au plus.`,
  percentage: ({ text }) =>
    `${quote(text)} est un pourcentage, il faut ici un nombre. Choisissez Format › Nombre › Automatique pour cette cellule, puis tapez-le sans % : 450 ou 0,5 par exemple.`,
  'unreadable-date': ({ text }) => `${quote(text)} n’est pas une date. Écrivez jj/mm/aaaa, par exemple 05/11/2026.`,
  'unknown-choice': ({ text, choices }) =>
    `${quote(text)} n’est pas un choix possible. Choisissez ${enumerate(choices.slice(0, 6), 'ou')}.`,
  'unknown-item': ({ text }) =>
    `${quote(text)} n’est pas un code de l’onglet Articles. Corrigez-le, ou videz la cellule.`,
  'doubled-id': ({ rows }) =>
    `les lignes ${enumerate(rows.map(String))} portent le même identifiant caché : l’une est la copie de l’autre. Videz l’ID de la copie (colonne masquée), ou supprimez-la.`,
  'missing-tab': ({ tab }) =>
    `l’onglet « ${tabTitle(tab)} » manquait : il vient d’être recréé, vide. Remplissez-le, ou rétablissez-le par Fichier › Historique des versions.`,
  'renamed-tab': ({ tab }) =>
    `l’onglet « ${tabTitle(tab)} » avait changé de nom : il vient de reprendre le sien. Recommencez.`,
  'missing-column': ({ heading }) =>
    `la colonne « ${heading} » manquait : elle vient d’être recréée, vide. Remplissez-la, ou rétablissez-la par Fichier › Historique des versions.`,
}

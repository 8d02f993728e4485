import { formatDay } from '@tabellion/shared/calendar'
import type { ImportProblem, ImportRefusal } from '../imports/problems.ts'
import { enumerate, quote, type Sentences } from './sentences.ts'
import { of } from './typography.ts'

/** What a line of the file leaves out, and what to do. */
export const importSentences: Sentences<ImportProblem> = {
  'import-nameless': ({ line }) => `ligne ${line} du fichier : il manque le nom. Elle n’a pas été reprise.`,
  'import-known-client': ({ line, name }) =>
    `ligne ${line} du fichier : ${quote(name)} est déjà dans l’onglet Clients, sa fiche ne change pas.`,
  'import-same-siret': ({ line, name, other }) =>
    `ligne ${line} du fichier : ${quote(name)} a le SIRET de ${quote(other)}, c’est sans doute le même client. Il n’a pas été repris : ajoutez-le à la main s’il est un autre.`,
  'import-same-email': ({ line, name, other }) =>
    `ligne ${line} du fichier : ${quote(name)} a l’adresse e-mail de ${quote(other)}. Vérifiez qu’ils sont deux.`,
  'import-known-number': ({ line, number }) =>
    `ligne ${line} du fichier : ${number} est déjà dans l’onglet Factures, elle ne change pas.`,
  'import-settled': ({ line, number }) =>
    `ligne ${line} du fichier : ${number} n’a plus rien à recevoir, elle n’a pas été reprise.`,
  'import-unreadable': ({ line, column, text }) =>
    text === ''
      ? `ligne ${line} du fichier : il manque « ${column} ». Elle n’a pas été reprise : complétez le fichier et recommencez.`
      : `ligne ${line} du fichier, « ${column} » : ${quote(text)} ne se lit pas. Elle n’a pas été reprise : corrigez le fichier et recommencez.`,
  'import-no-vat': ({ line, number }) =>
    `ligne ${line} du fichier : il manque le montant HT ou la TVA ${of(number)}. Elle n’a pas été reprise : complétez le fichier et recommencez.`,
  'import-in-future': ({ line, number, on }) =>
    `ligne ${line} du fichier : ${number} serait émise le ${formatDay(on)}, après aujourd’hui. Elle n’a pas été reprise : corrigez sa date.`,
  'import-credit-note': ({ line, number }) =>
    `ligne ${line} du fichier : ${number} est un avoir, il n’a pas été repris. Ôtez-le du reste dû de sa facture.`,
  'import-client-missing': ({ clients }) =>
    `${clients.length === 1 ? 'un client n’est' : 'des clients ne sont'} pas dans l’onglet Clients : ${enumerate(clients.slice(0, 5).map(quote))}${clients.length > 5 ? '…' : ''}. Ajoutez leur fiche, ou reprenez vos clients d’abord.`,
}

export const importRefusals: Sentences<ImportRefusal> = {
  'import-empty': () => 'Ce fichier est vide. Rien n’a été repris : choisissez un fichier CSV.',
  'import-no-column': ({ needed, found }) =>
    `Ce fichier n’a pas de colonne ${enumerate(needed.map(quote))}. Rien n’a été repris. Ses colonnes : ${enumerate(found.slice(0, 12).map(quote))}. Dites lesquelles lire, ou renommez-les dans le fichier.`,
}

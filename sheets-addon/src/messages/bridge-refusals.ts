import type { BridgeProblem } from '../bridge/problems.ts'
import type { Sentences } from './sentences.ts'

const WHERE = 'Dans Extensions › Apps Script, Déployer › Gérer les déploiements'

export const bridgeProblemSentences: Sentences<BridgeProblem> = {
  'no-address': () =>
    `Ce n’est pas une adresse. ${WHERE}, copiez l’URL de l’application web : elle commence par https://script.google.com/macros/s/ et finit par /exec.`,
  'spreadsheet-address': () =>
    `C’est l’adresse de la feuille, il faut celle de son application web. ${WHERE}, copiez l’URL qui finit par /exec.`,
  'editor-address': () =>
    'C’est l’adresse de l’éditeur de scripts, il faut celle de l’application web. Là, par Déployer › Gérer les déploiements, copiez l’URL qui finit par /exec.',
  'test-address': () =>
    `Cette adresse finit par /dev : elle ne répond qu’à vous, dans ce navigateur. ${WHERE}, copiez celle qui finit par /exec.`,
  'other-address': () =>
    `Cette adresse n’est pas celle d’une application web de Google. ${WHERE}, copiez l’URL qui commence par https://script.google.com/macros/s/ et finit par /exec.`,
  'no-block': () =>
    'Aucun bloc de l’extension ne s’y trouve. Copiez-le en entier, de « ----- TABELLION » à « ----- FIN … ----- ».',
  'block-cut': () =>
    'Il manque une partie du bloc, ou elle a changé en route. Rien n’a été enregistré : copiez-le de nouveau en entier, ou prenez le fichier.',
  'block-of-another-version': () =>
    'Ce bloc vient d’une version plus récente de l’extension. Rien n’a été enregistré : mettez le script de la feuille à jour.',
  'block-goes-the-other-way': () =>
    'C’est un bloc de réponses, il va dans l’extension. Rien n’a été enregistré : ici se colle le bloc de demandes que l’extension prépare.',
  'no-spreadsheet': () =>
    'Google n’a pas donné la feuille au script déployé. Rien n’a été enregistré : réessayez ; si cela dure, échangez par fichier ou bloc collé.',
  'unknown-browser': () =>
    'Aucun navigateur n’a cette clé. Regardez la liste par Facturation › Réglages › Navigateurs connectés.',
}

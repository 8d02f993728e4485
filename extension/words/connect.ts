import { typeset } from '@tabellion/shared/kernel'
import type { ConnectProblem } from '../answers.ts'

const AGAIN = 'Copiez-le de nouveau en entier, d’un seul tenant, dans Facturation › Réglages › Connecter l’extension.'
const NEW_ONE = 'Faites un nouveau code dans Facturation › Réglages › Connecter l’extension.'

const sentences: Readonly<Record<ConnectProblem, string>> = {
  'not-a-pairing-code': `Ce n’est pas un code de connexion : il commence par « tabellion1. ». ${AGAIN}`,
  'pairing-code-cut': `Il manque une partie du code, ou elle a changé en route. ${AGAIN}`,
  'pairing-code-of-another-version':
    'Ce code vient d’une version plus récente de Tabellion. Mettez l’extension à jour, puis recommencez.',
  'pairing-code-address': `Ce code ne contient pas l’adresse d’une application web. ${NEW_ONE}`,
  unreachable:
    'La feuille n’a pas répondu. Vérifiez votre connexion, et que l’application web est déployée avec l’accès « Tout le monde ».',
  'not-understood': `La réponse n’est pas celle de votre feuille, ou vient d’une autre version. ${NEW_ONE}`,
  'unknown-key': `La feuille ne connaît pas cette clé : le code a expiré ou a été révoqué. ${NEW_ONE}`,
  'wrong-mac': `La feuille n’a pas reconnu ce code. ${NEW_ONE}`,
  'wrong-version': 'La feuille et l’extension n’ont pas la même version. Mettez les deux à jour.',
  unreadable: 'La feuille n’a pas compris l’extension. Mettez les deux à jour.',
  'too-large': 'La feuille n’a pas accepté le message. Mettez les deux à jour.',
  crashed:
    'Le script de la feuille s’est arrêté en route. Lancez Contrôler le fichier dans la feuille, puis recommencez.',
  'sheet-refused': `La feuille a refusé ce code : il a peut-être expiré, ou l’horloge de cet ordinateur est décalée. ${NEW_ONE}`,
  quota: 'Le navigateur n’a plus de place pour l’extension. Libérez de l’espace disque, puis recommencez.',
}

export const connectProblem = (code: ConnectProblem): string => typeset(sentences[code])

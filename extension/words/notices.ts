import { typeset } from '@tabellion/shared/kernel'
import type { Overview } from '../answers.ts'
import type { StandingRow } from '../store/rows.ts'

type Outcome = StandingRow['outcome']
type Notice = NonNullable<Overview['notice']>

const KEPT = 'Rien n’est perdu : ce que vous décidez est gardé ici et partira ensuite.'

/** What stands between this browser and the sheet, and what to do about it; undefined when nothing does. */
export function noticeOf(outcome: Outcome, url: string | undefined): Notice | undefined {
  const link = url === undefined ? {} : { link: url }
  switch (outcome.kind) {
    case 'fine':
      return outcome.redeploy
        ? warn(
            'La feuille répond avec une version ancienne de son script. Dans Apps Script : Déployer › Gérer les déploiements › Modifier › Nouvelle version.',
          )
        : undefined
    case 'unreachable':
      return {
        ...warn(
          `La feuille n’a pas répondu : pas de connexion, application web non déployée pour tous, ou quota de Google atteint. ${KEPT} Si cela dure, échangez par bloc, dans les options.`,
        ),
        ...link,
      }
    case 'not-understood':
      return bad(
        'La réponse n’est pas signée par votre feuille, ou vient d’une autre version. Mettez le script et l’extension à jour ; si cela dure, connectez de nouveau l’extension.',
      )
    case 'unsigned':
      return bad(UNSIGNED[outcome.code])
    case 'refused':
      return outcome.code === 'busy' ? warn(outcome.message) : bad(outcome.message)
    case 'quota':
      return bad('Le navigateur n’a plus de place pour l’extension. Libérez de l’espace disque, puis recommencez.')
  }
}

const UNSIGNED = {
  'unknown-key':
    'La feuille ne connaît plus ce navigateur : sa clé a été révoquée. Faites un nouveau code par Connecter l’extension, puis collez-le dans les options.',
  'wrong-mac': 'La feuille n’a pas reconnu la signature. Connectez de nouveau l’extension avec un nouveau code.',
  'wrong-version': 'La feuille et l’extension n’ont pas la même version. Mettez les deux à jour.',
  unreadable: 'La feuille n’a pas compris le message. Mettez le script et l’extension à jour.',
  'too-large': 'Le message est trop long pour la feuille. Rapprochez moins de lignes à la fois.',
  crashed: `Le script de la feuille s’est arrêté en route. ${KEPT} Si cela dure, lancez Contrôler le fichier dans la feuille.`,
} as const satisfies Record<Extract<Outcome, { kind: 'unsigned' }>['code'], string>

const warn = (text: string): Notice => ({ tone: 'warn', text: typeset(text) })
const bad = (text: string): Notice => ({ tone: 'bad', text: typeset(text) })

import { typeset } from '@tabellion/shared/kernel'
import type { Answers } from '../answers.ts'
import { counted } from './ui.ts'

type Problem = Extract<Answers['take-block'], { readonly problem: unknown }>['problem']

const AGAIN =
  'Dans la feuille, copiez toute la réponse, de « ----- TABELLION » à « ----- FIN … ----- », puis collez-la ici.'
const problems: Readonly<Record<Problem, string>> = {
  'no-block': typeset(`Ce texte n’est pas une réponse de la feuille. ${AGAIN}`),
  'block-cut': typeset(`Il manque une partie de la réponse, ou elle a changé en route. ${AGAIN}`),
  'block-of-another-version': typeset('La feuille et l’extension n’ont pas la même version. Mettez les deux à jour.'),
  'block-goes-the-other-way': typeset(
    'C’est le bloc de l’extension, pas la réponse de la feuille. Collez-le dans la feuille, puis rapportez ici ce qu’elle répond.',
  ),
  'not-connected': typeset('Cette extension n’est reliée à aucune feuille. Collez d’abord un code de connexion.'),
}

/** The exchange by hand. */
export const exchangeWords = {
  title: 'Échanger par bloc',
  instead: typeset('La feuille ne répond pas ? Échanger par bloc'),
  why: typeset(
    'Sans application web, c’est vous qui portez les messages : un bloc de texte va à la feuille, sa réponse revient ici. Le même bloc deux fois ne double rien.',
  ),
  prepare: 'Préparer ce qui attend',
  prepareIt: 'Préparer le bloc',
  blockHow: 'Il contient les lignes que vous avez rapprochées : ne le donnez qu’à votre feuille.',
  copy: 'Copier le bloc',
  save: 'Enregistrer dans un fichier',
  carry: 'Le coller dans la feuille',
  carryHow: typeset(
    'Facturation › Réglages › Connecter l’extension…, puis « Échanger par fichier ou bloc collé… » en bas du volet. Collez, cliquez sur « Traiter le bloc », puis copiez les réponses.',
  ),
  bring: 'Rapporter sa réponse',
  bringHow: 'La réponse de la feuille',
  take: 'Prendre la réponse',
  open: 'Ouvrir un fichier…',
  taken: (taken: number, left: number): string => {
    if (taken === 0) return typeset('Cette réponse était déjà ici : rien n’a changé.')
    const done = counted(taken, 'réponse prise.', 'réponses prises.')
    return left === 0
      ? `${done} La feuille et ce navigateur sont à jour.`
      : typeset(`${done} Il reste ${counted(left, 'envoi', 'envois')} : préparez un autre bloc.`)
  },
  problems,
} as const

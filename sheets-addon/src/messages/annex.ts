import type { AnnexProblem } from '../workbook/refusal.ts'
import type { Sentences } from './sentences.ts'

/** Said by `Code.js` alone: the other sentences are in the very file that is wanting. */
export const annexSentences: Sentences<AnnexProblem> = {
  'annex-differs': () =>
    'Le fichier annex.html ne va pas avec Code.gs : il en manque une partie, ou ils viennent de deux versions de Tabellion. Remplacez tous les fichiers du script par ceux de la même version, puis recommencez.',
  'annex-unreadable': () =>
    'Le fichier annex.html du script ne se lit pas. Recommencez ; s’il manque, ajoutez-le par Extensions › Apps Script, + › HTML, sous le nom « annex ».',
}

export const isAnnexProblem = (problem: { readonly code: string }): problem is AnnexProblem =>
  Object.hasOwn(annexSentences, problem.code)

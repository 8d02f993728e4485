import type { CreditProblem } from '@tabellion/shared/invoicing'
import { creditReasons } from '@tabellion/shared/ledger'
import { formatEuros, formatScaled, percentText } from '@tabellion/shared/money'
import { enumerate, quote, type Sentences } from './sentences.ts'
import { of } from './typography.ts'

const NOTHING = 'Rien n’a été émis'

/** Why a credit note cannot be made. */
export const creditSentences: Sentences<CreditProblem> = {
  'credit-of-a-credit': ({ number }) =>
    `${number} est un avoir : un avoir ne se corrige pas par un avoir. ${NOTHING} : refaites la facture, ou créez un avoir sur la facture elle-même.`,
  'missing-credit-reason': ({ number }) =>
    `Il manque le motif de l’avoir sur ${number}. ${NOTHING} : écrivez-le, par exemple ${enumerate(Object.values(creditReasons.labels), 'ou')}.`,
  'nothing-left-to-credit': ({ credits, number }) =>
    `${number} est déjà entièrement annulée${credits.length === 0 ? '' : ` par ${enumerate(credits)}`}. ${NOTHING}.`,
  'credit-above-rest': ({ asked, number, rate, rest }) =>
    `L’avoir demandé vaut ${formatEuros(asked)}, et il ne reste que ${formatEuros(rest)} à annuler sur ${number}${rate === undefined || rate === 0 ? '' : ` au taux de ${percentText(rate).replace('.', ',')} %`}. ${NOTHING} : réduisez-le.`,
  'credit-not-positive': ({ number }) =>
    `Un avoir sur ${number} doit avoir un montant positif. ${NOTHING} : donnez un montant, ou des lignes et leur quantité.`,
  'unknown-credit-line': ({ id, number }) =>
    `${number} n’a pas de ligne ${quote(id)}. ${NOTHING} : donnez l’identifiant d’une de ses lignes dans Ventes.`,
  'credit-line-twice': ({ id, number }) =>
    `La ligne ${quote(id)} ${of(number)} est demandée deux fois. ${NOTHING} : donnez sa quantité en une fois.`,
  'credit-line-without-price': ({ label, number }) =>
    `La ligne ${quote(label)} ${of(number)} ne s’annule pas seule : c’est un texte ou une remise, qui suit les autres lignes. ${NOTHING}.`,
  'credit-quantity-above-rest': ({ asked, label, number, rest }) =>
    `Il ne reste que ${formatScaled(rest, 4)} à annuler de ${quote(label)} sur ${number}, et vous en demandez ${formatScaled(asked, 4)}. ${NOTHING} : réduisez la quantité.`,
}

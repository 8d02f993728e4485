import { formatDay } from '@tabellion/shared/calendar'
import { formatEuros } from '@tabellion/shared/money'
import type { ConfirmProblem, LeftLine } from '../bank/confirm-plan.ts'
import type { BankRefusal } from '../bank/problems.ts'
import { enumerate, quote, type Sentences, say } from './sentences.ts'
import { of, typeset } from './typography.ts'

export const bankRefusals: Sentences<BankRefusal> = {
  'no-line-there': ({ line }) => `Aucune ligne de Banque n’a l’identifiant ${quote(line)}. Rien n’a changé.`,
}

const lefts: Sentences<ConfirmProblem> = {
  'unknown-line': () => 'elle n’est plus dans l’onglet Banque',
  'line-already-matched': ({ numbers }) =>
    `elle est déjà rapprochée ${of(enumerate(numbers))} : annulez d’abord ce rapprochement`,
  'line-overdrawn': ({ amount, settled }) =>
    `${formatEuros(settled)} ne se tirent pas d’une ligne de ${formatEuros(amount)} : corrigez les montants`,
  'unknown-document': ({ number }) => `aucun document ne porte le n° ${quote(number)}`,
  'open-changed': ({ number, shown, now }) =>
    shown === undefined
      ? `il reste ${formatEuros(now)} à payer sur ${number} : choisissez ce montant, ou une autre facture`
      : `il reste ${formatEuros(now)} à payer sur ${number}, ${formatEuros(shown)} étaient affichés : regardez la nouvelle proposition`,
}

/** « Ligne du 24/11/2026, 450,00 € : … » */
export function leftSentence({ row, problem }: LeftLine): string {
  const what = row ? `Ligne du ${formatDay(row.date)}, ${formatEuros(row.amount)} : ` : 'Une ligne : '
  return typeset(`${what}${say(lefts, problem)}.`)
}

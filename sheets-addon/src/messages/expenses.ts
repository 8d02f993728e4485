import { formatDay } from '@tabellion/shared/calendar'
import { formatEuros } from '@tabellion/shared/money'
import type { ExpenseProblem, ExpenseRefusal } from '../expenses/problems.ts'
import { arithmeticSentence } from './reception.ts'
import type { Sentences } from './sentences.ts'
import { quote } from './sentences.ts'
import { of } from './typography.ts'

/** What to look at in a supplier's invoice. */
export const expenseSentences: Sentences<ExpenseProblem> = {
  'wrong-amount': arithmeticSentence,
  'received-again': ({ number, on, supplier }) =>
    `la facture ${quote(number)} ${of(supplier)} a déjà été importée le ${formatDay(on)} : elle n’a pas été ajoutée une seconde fois.`,
  'received-differs': ({ before, now, number }) =>
    `la facture ${quote(number)} avait été importée pour ${formatEuros(before)}, ce fichier dit ${formatEuros(now)}. Rien n’a changé : demandez à votre fournisseur laquelle est la bonne.`,
  'received-typed': ({ row, supplier }) =>
    `la ligne ${row}, saisie à la main, a le même montant ${of(supplier)} : gardez l’une des deux.`,
  'received-foreign': ({ currency }) =>
    `cette facture est en ${currency} : écrivez dans « Montant TTC » ce qu’elle vous a coûté en euros.`,
  'received-for-another': ({ siren }) =>
    `cette facture est adressée à l’entreprise ${siren}, qui n’est pas la vôtre. Vérifiez qu’elle vous concerne.`,
}

/** Why it was not taken in. */
export const expenseRefusals: Sentences<ExpenseRefusal> = {
  'received-unread': ({ field }) =>
    `Ce fichier n’a pas été lu jusqu’au bout (${field}). Rien n’a été ajouté : choisissez-le de nouveau par Facturation › Banque et achats › Importer une facture reçue.`,
  'received-no-file': () =>
    'Le contenu du fichier n’est pas arrivé. Rien n’a été ajouté : choisissez-le de nouveau par Facturation › Banque et achats › Importer une facture reçue.',
  'received-too-large': ({ bytes, most }) =>
    `Ce fichier pèse ${Math.ceil(bytes / 1_000_000)} Mo, ${most / 1_000_000} Mo au plus. Rien n’a été ajouté : rangez-le dans votre Drive et saisissez la dépense à la main.`,
}

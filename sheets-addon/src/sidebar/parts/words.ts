import { grouped } from '@tabellion/shared/kernel'
import { type Cents, cents, formatEuros } from '@tabellion/shared/money'
import type { Answer } from './server.ts'

/** French spaces are typed here as they are printed: U+00A0 before `:` and inside « », U+202F before `; ? !`. */
export const euros = (amount: number): string => formatEuros(cents(amount) satisfies Cents)
export const frenchDay = (day: string): string => day.split('-').reverse().join('/')
/** « 1 facture », « 3 factures ». */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${grouped(count)} ${count < 2 ? one : many}`

export interface Explained {
  readonly title: string
  readonly text: string
}

/** Why the script did not answer, and what to do meanwhile (features C-24). */
export const unreachable = (answer: Extract<Answer, { kind: 'unreachable' }>): Explained =>
  answer.hadAnswered
    ? {
        title: 'Pas de réponse du fichier.',
        text: 'La connexion s’est interrompue, ou Google a arrêté le script. Réessayez : rien n’est jamais fait deux fois.',
      }
    : {
        title: 'Ce volet ne joint pas le fichier.',
        text: 'Plusieurs comptes Google sont sans doute ouverts dans ce navigateur. Tout reste possible par le menu Facturation › Sans le volet. Pour retrouver le volet, ouvrez le fichier dans une fenêtre où un seul compte est connecté.',
      }

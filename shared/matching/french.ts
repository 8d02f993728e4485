import { capitalized, type Sentences, say, typeset } from '@tabellion/shared/kernel'
import { type Cents, formatEuros, percentText } from '@tabellion/shared/money'
import type { MatchReason } from './reason.ts'

type Facts = MatchReason

const HOW: Readonly<Record<'whole' | 'short' | 'list' | 'sequence' | 'order' | 'slip', string>> = {
  whole: 'n° dans le libellé',
  short: 'n° abrégé dans le libellé',
  list: 'n° dans une liste du libellé',
  sequence: 'fin du n° dans le libellé',
  order: 'n° de commande ou de devis dans le libellé',
  slip: 'n° dans le libellé, à un chiffre près',
}

const days = (count: number): string => (Math.abs(count) === 1 ? '1 jour' : `${Math.abs(count)} jours`)
const euros = (amount: Cents): string => formatEuros(Math.abs(amount) as Cents)

/** Why a proposal is made, in a few words each; never a score (features C-11). */
const phrases: Sentences<Facts> = {
  'number-cited': ({ how }) => HOW[how],
  'date-cited': () => 'date de la facture dans le libellé',
  'month-named': () => 'mois de la facture dans le libellé',
  'payer-named': ({ share }) => (share >= 0.99 ? 'nom du client' : 'une partie du nom du client'),
  'payer-iban-known': () => 'compte déjà vu pour ce client',
  'payer-confirmed-before': ({ times }) => (times === 1 ? 'nom déjà confirmé' : `nom déjà confirmé ${times} fois`),
  'sum-exact': ({ invoices, creditNotes }) =>
    `somme exacte de ${invoices} factures${creditNotes === 0 ? '' : creditNotes === 1 ? ' moins un avoir' : ` moins ${creditNotes} avoirs`}`,
  'cents-apart': ({ difference }) => `à ${euros(difference)} près`,
  'bank-fee': ({ difference }) => `${euros(difference)} gardés par la banque`,
  'processor-fee': ({ difference }) => `${euros(difference)} gardés par le prestataire`,
  'late-fee': ({ difference }) => `${euros(difference)} de plus, comme des pénalités`,
  'paid-more': ({ difference }) => `${euros(difference)} de trop`,
  instalment: ({ number }) => `échéance n° ${number}`,
  'share-of-total': ({ rate }) => `${percentText(rate)} % du total`,
  discount: ({ rate }) => `escompte de ${percentText(rate)} %`,
  'without-vat': ({ rate }) => `montant sans la TVA à ${percentText(rate)} %`,
  'paid-before-issue': () => 'payée avant l’émission de la facture',
  'paid-on-time': () => 'payée à l’échéance',
  'paid-late': ({ days: count }) => `${days(count)} après l’échéance`,
  'usual-delay': () => 'délai habituel de ce client',
  'unusual-delay': () => 'délai inhabituel pour ce client',
  'oldest-of-equals': ({ equals }) => `la plus ancienne de ${equals + 1} semblables`,
  'amount-exact': () => 'montant exact',
  refund: () => 'remboursement',
  'taken-back': () => 'paiement repris par la banque',
  'paid-in-part': () => 'paiement partiel',
  'reason-in-words': () => 'le libellé dit pourquoi le montant diffère',
  consecutive: () => 'factures qui se suivent',
  'all-that-is-due': () => 'tout ce que doit ce client',
  'usual-means': () => 'moyen habituel de ce client',
  'means-asked-for': () => 'moyen demandé sur la facture',
  'other-number-cited': () => 'un autre n° est cité',
  'settled-number-cited': () => 'le n° cité est déjà payé',
  'other-month-named': () => 'un autre mois est nommé',
  'payer-unknown': () => 'payeur inconnu',
  'payer-unnamed': () => 'payeur non nommé',
  'other-payer': () => 'le nom est celui d’un autre',
  'refused-before': () => 'déjà écartée',
  'unusual-means': () => 'moyen inhabituel',
  'claimed-by-another-line': () => 'une autre ligne y prétend aussi',
}

/** However likely, these are asked, because something is left over or missing. */
const asks = ({ code, weight }: MatchReason): boolean => weight < 0 || code === 'paid-more' || code === 'without-vat'

const MOST_FOR = 4
const MOST_AGAINST = 2

/** What speaks for a proposal, then what speaks against it, each in a few words. */
export function spokenReasons(reasons: readonly MatchReason[]): {
  readonly pro: readonly string[]
  readonly contra: readonly string[]
} {
  const told = (list: readonly MatchReason[], most: number): string[] =>
    [...new Set(list.map((reason) => typeset(say(phrases, reason))))].slice(0, most)
  return {
    pro: told(
      reasons.filter((reason) => !asks(reason)).sort((a, b) => b.weight - a.weight),
      MOST_FOR,
    ),
    contra: told(
      reasons.filter(asks).sort((a, b) => a.weight - b.weight),
      MOST_AGAINST,
    ),
  }
}

/** « Montant exact, n° dans le libellé, 3 jours après l’échéance ; mais payeur inconnu. » */
export function whyText(reasons: readonly MatchReason[]): string {
  const { pro, contra } = spokenReasons(reasons)
  const text = [pro.join(', '), contra.length === 0 ? '' : `mais ${contra.join(', ')}`]
    .filter((part) => part !== '')
    .join(' ; ')
  return text === '' ? '' : typeset(`${capitalized(text)}.`)
}

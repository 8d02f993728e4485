import { type Day, formatDay } from '@tabellion/shared/calendar'
import type { Mention } from './invoice-mentions.ts'
import { conso, page } from './sources.ts'

export type QuoteMentionId = 'quote-validity' | 'quote-travel' | 'quote-waste' | 'quote-withdrawal'

/** What the seller says of the quote itself. */
export interface QuoteWords {
  readonly validUntil: Day
  /** What making the quote costs; empty: nothing. */
  readonly price: string
  readonly travel: string
  readonly waste: string
  /** Concluded away from the seller's premises or at a distance. */
  readonly offPremises: boolean
  /** To whom a withdrawal is addressed. */
  readonly seller: string
}

/** Compulsory at a consumer's for repairs and maintenance, and said to everybody: nothing in it harms. */
const detailedQuote = page(
  'Arrêté du 24/01/2017, art. 4',
  'https://www.economie.gouv.fr/particuliers/depannage-reparation-entretien-publicite-prix',
  '2026-10-10',
)
const waste = page(
  'C. env. art. L541-21-2-3 et D541-45-1',
  'https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000006074220/',
  '2026-10-10',
)

/** regulation §1.4: what a quote carries beside what every document does. */
export function quoteMentions(words: QuoteWords, consumer: boolean): readonly Mention[] {
  const { offPremises, price, seller, travel, validUntil, waste: handling } = words
  const mentions: Mention[] = [
    {
      id: 'quote-validity',
      text: `${price === '' ? 'Devis gratuit' : price.replace(/\.$/, '')}, valable jusqu’au ${formatDay(validUntil)}`,
      block: 'trade',
      source: detailedQuote,
    },
  ]
  if (travel !== '')
    mentions.push({
      id: 'quote-travel',
      text: `Frais de déplacement\u00a0: ${travel}`,
      block: 'trade',
      source: detailedQuote,
    })
  if (handling !== '')
    mentions.push({ id: 'quote-waste', text: `Gestion des déchets\u00a0: ${handling}`, block: 'trade', source: waste })
  if (consumer && offPremises)
    mentions.push({
      id: 'quote-withdrawal',
      text: [
        `Contrat conclu hors établissement ou à distance\u00a0: vous pouvez vous rétracter sans motif pendant quatorze jours (C. conso. art. L221-18) et aucun paiement ne vous est demandé avant sept jours (art. L221-10), sauf travaux urgents d’entretien ou de réparation à votre domicile.`,
        `Formulaire de rétractation, à renvoyer à ${seller} si vous le souhaitez\u00a0: «\u00a0Je vous notifie ma rétractation du contrat portant sur ce devis, accepté le … Nom, adresse, date et signature\u00a0».`,
      ].join('\n'),
      block: 'trade',
      source: conso('L221-5, L221-10 et L221-18', '2026-10-10'),
    })
  return mentions
}

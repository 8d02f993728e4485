import {
  contains,
  type Day,
  dateOf,
  formatDay,
  lastDay,
  monthName,
  monthOf,
  monthPeriod,
  yearOf,
} from '@tabellion/shared/calendar'
import type { PrintedContent, SoldLine, VatGroup, VatTreatment } from '@tabellion/shared/invoicing'
import { formatScaled, percentText, type Rate } from '@tabellion/shared/money'

// What the page says around the facts. Legal sentences are not here: they come with the document (regulation/fr).

export const TITLES: Readonly<Record<PrintedContent['kind'], string>> = {
  standard: 'Facture',
  deposit: 'Facture d’acompte',
  balance: 'Facture de solde',
  credit: 'Avoir',
  quote: 'Devis',
}

export const percentage = (rate: Rate): string => `${percentText(rate).replace('.', ',')}\u00a0%`

/** BT-146 and BT-148, with two decimals at least and six at most. */
export const unitPriceText = (line: SoldLine): string => `${formatScaled(line.unitPrice, 6, 2)}\u00a0€`

/**
 * Words that are known as units; symbols (h, km, m²), « mois » and what is not known stay as they are typed. From two on, French
 * takes the plural.
 */
const COUNTED =
  /^(minute|heure|demi-journée|journée|jour|nuit|semaine|an|séance|pièce|unité|litre|page|lot|personne|forfait|carton|boîte|bouteille|mot|visite|trajet|exemplaire|article)$/i

export function quantityText(line: SoldLine): string {
  const plural = Math.abs(line.quantity) >= 20_000 && COUNTED.test(line.unit)
  return `${formatScaled(line.quantity, 4)}\u00a0${line.unit}${plural ? 's' : ''}`
}

/** What stands in the VAT column. */
export function vatText(vat: VatTreatment): string {
  if (vat.category === 'S') return percentage(vat.rate)
  return vat.category === 'AE' ? 'autoliq.' : vat.category === 'O' ? 'hors champ' : 'exonéré'
}
const UNTAXED = {
  E: 'Exonéré',
  AE: 'Autoliquidation',
  K: 'Livraison intracommunautaire',
  G: 'Exportation',
  O: 'Hors champ de la TVA',
}
export const vatGroupText = ({ vat }: VatGroup): string =>
  vat.category === 'S' ? `TVA ${percentage(vat.rate)}` : UNTAXED[vat.category]

/** A day, a whole month by its name, or the two ends. */
export function periodText({ from, to }: { readonly from: Day; readonly to: Day }): string {
  if (from === to) return formatDay(from)
  const month = monthPeriod(from)
  if (dateOf(from) === 1 && to === lastDay(month)) return `${monthName(monthOf(from))} ${yearOf(from)}`
  return contains(month, to)
    ? `${String(dateOf(from)).padStart(2, '0')} au ${formatDay(to)}`
    : `${formatDay(from)} au ${formatDay(to)}`
}

/** « 3, 10 et 17 novembre 2026 » : each month named once. */
export function daysText(days: readonly Day[]): string {
  const months = new Map<string, Day[]>()
  for (const on of [...new Set(days)].sort()) months.set(monthPeriod(on), [...(months.get(monthPeriod(on)) ?? []), on])
  return listText(
    [...months.values()].map((group) => {
      const [first] = group
      if (first === undefined) return ''
      return `${listText(group.map((on) => (dateOf(on) === 1 ? '1er' : String(dateOf(on)))))} ${monthName(monthOf(first))} ${yearOf(first)}`
    }),
  )
}
export const listText = (items: readonly string[], last = 'et'): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`

export const DELIVERY: Readonly<Record<PrintedContent['operation'], string>> = {
  goods: 'Livraison',
  services: 'Prestation',
  mixed: 'Livraison et prestation',
}

/** « virement, chèque ou espèces »: the methods inside a sentence. */
export const methodsText = (methods: readonly string[]): string =>
  listText(
    methods.map((method) =>
      /^\p{Lu}\p{Ll}+(?!\p{L})/u.test(method) ? method.charAt(0).toLowerCase() + method.slice(1) : method,
    ),
    'ou',
  )

export function payableLabel({ kind, payment }: PrintedContent): string {
  if (kind === 'credit') return 'Total de l’avoir'
  if (kind === 'quote') return 'Total du devis'
  return payment.alreadyPaid ? 'Reste à payer' : 'Net à payer'
}

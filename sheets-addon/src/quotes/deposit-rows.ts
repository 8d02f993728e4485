import type { Day } from '@tabellion/shared/calendar'
import {
  type ActivityNature,
  type QuoteDocument,
  soldLines,
  type VatTreatment,
  vatKey,
} from '@tabellion/shared/invoicing'
import { columnsOf, lineTypes, natures, type Row } from '@tabellion/shared/ledger'
import { applyRate, type Cents, cents, percentText, type Rate, splitByWeight } from '@tabellion/shared/money'
import { exemptionReason } from '@tabellion/shared/regulation'

export interface DepositAsked {
  readonly quote: QuoteDocument
  /** VAT included. */
  readonly amount: Cents
  /** Said on the line when it is a share of the whole. */
  readonly rate?: Rate
  readonly today: Day
  readonly firstRow: number
  readonly newId: () => string
}

const BLANK = Object.fromEntries(columnsOf('sales').map(([key]) => [key, ''])) as Row<'sales'>['cells']

/** The ledger rows of a deposit: one for each VAT treatment and nature of the quote, in their proportions. */
export function depositRows({ quote, amount, rate, today, firstRow, newId }: DepositAsked): readonly Row<'sales'>[] {
  const share = rate === undefined ? '' : ` ${percentText(rate).replace('.', ',')} %`
  return partsOf(quote, amount).flatMap(({ vat, nature, net }, index) => {
    if (net <= 0) return []
    return [
      {
        row: firstRow + index,
        cells: {
          ...BLANK,
          toInvoice: false,
          date: today,
          client: quote.buyer.name,
          group: quote.groupKey ?? '',
          label: `Acompte${share} – devis ${quote.number}`,
          quantity: 1,
          unit: 'forfait',
          unitPrice: net / 100,
          detail: vat.reason === 'other' ? (vat.reasonText ?? '') : '',
          vatRate: vat.category === 'S' ? vat.rate / 100_000 : '',
          exemption: vat.reason === undefined ? '' : (exemptionReason(vat.reason).cell ?? ''),
          nature: natures.labels[nature],
          lineType: lineTypes.labels.deposit,
          quote: quote.number,
          clientReference: quote.orderReference ?? '',
          id: newId(),
        },
      },
    ]
  })
}

interface Part {
  readonly vat: VatTreatment
  readonly nature: ActivityNature
  readonly net: Cents
}

/** By VAT first, which a document rounds once per rate: the whole asked as a deposit is the whole of the quote, to the cent. */
function partsOf({ allowances, lines, vatGroups }: QuoteDocument, amount: Cents): readonly Part[] {
  const groups = vatGroups.filter(({ base }) => base > 0)
  const shares = splitByWeight(
    amount,
    groups.map(({ base, tax }) => base + tax),
  )
  return groups.flatMap(({ vat }, index) => {
    const nets = new Map<ActivityNature, number>()
    const add = (on: VatTreatment, nature: ActivityNature, net: number): void => {
      if (vatKey(on) === vatKey(vat)) nets.set(nature, (nets.get(nature) ?? 0) + net)
    }
    for (const { nature, net, vat: on } of soldLines(lines)) add(on, nature, net)
    for (const { amount: off, nature, vat: on } of allowances) add(on, nature, -off)
    const weights = [...nets].filter(([, net]) => net > 0)
    const parts = splitByWeight(
      netOf(shares[index] ?? cents(0), vat),
      weights.map(([, net]) => net),
    )
    return weights.map(([nature], at) => ({ vat, nature, net: parts[at] ?? cents(0) }))
  })
}

/** The amount before VAT whose sum with its VAT comes closest to what is asked, never above. */
function netOf(gross: Cents, { category, rate }: VatTreatment): Cents {
  if (category !== 'S') return gross
  const near = Math.floor((gross * 100_000) / (100_000 + rate)) + 1
  const with_ = (net: number): number => net + applyRate(cents(net), rate)
  let net = near
  while (net > 0 && with_(net) > gross) net -= 1
  return cents(net)
}

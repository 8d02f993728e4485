import type { Day } from '@tabellion/shared/calendar'
import {
  type ActivityNature,
  type QuoteDocument,
  soldLines,
  type VatTreatment,
  vatKey,
} from '@tabellion/shared/invoicing'
import { columnsOf, lineTypes, natures, type Row } from '@tabellion/shared/ledger'
import { applyRate, type Cents, cents, percentText, type Rate, splitByWeight, sum } from '@tabellion/shared/money'
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
  const parts = partsOf(quote)
  const shares = splitByWeight(
    amount,
    parts.map(({ gross }) => gross),
  )
  const share = rate === undefined ? '' : ` ${percentText(rate).replace('.', ',')} %`
  return parts.flatMap(({ vat, nature }, index) => {
    const net = netOf(shares[index] ?? cents(0), vat)
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
  readonly gross: Cents
}

function partsOf({ allowances, lines }: QuoteDocument): readonly Part[] {
  const parts = new Map<string, Part>()
  const add = (vat: VatTreatment, nature: ActivityNature, net: number): void => {
    const key = `${vatKey(vat)}|${nature}`
    const gross = cents(net + applyRate(cents(net), vat.rate))
    parts.set(key, { vat, nature, gross: sum([parts.get(key)?.gross ?? cents(0), gross]) })
  }
  for (const { nature, net, vat } of soldLines(lines)) add(vat, nature, net)
  for (const { amount, nature, vat } of allowances) add(vat, nature, -amount)
  return [...parts.values()].filter(({ gross }) => gross > 0)
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

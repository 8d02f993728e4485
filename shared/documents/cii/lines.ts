import type { SoldLine } from '@tabellion/shared/invoicing'
import { type Cents, plus } from '@tabellion/shared/money'
import { amount, date, priceText, quantityText, rateText } from './values.ts'
import { tax } from './vat.ts'
import { group, leaf, type XmlElement } from './xml.ts'

/** BG-25. */
export const tradeLine = (line: SoldLine, index: number): XmlElement | undefined =>
  group(
    'ram:IncludedSupplyChainTradeLineItem',
    group('ram:AssociatedDocumentLineDocument', leaf('ram:LineID', String(index + 1))), // BT-126
    group(
      'ram:SpecifiedTradeProduct',
      leaf('ram:SellerAssignedID', line.itemCode), // BT-155
      leaf('ram:Name', line.label), // BT-153
      leaf('ram:Description', line.detail), // BT-154
    ),
    group(
      'ram:SpecifiedLineTradeAgreement',
      // BT-146. The discount is an allowance of the line (BG-27), not of the price: a price has six decimals at most.
      group('ram:NetPriceProductTradePrice', leaf('ram:ChargeAmount', priceText(line.unitPrice))),
    ),
    group(
      'ram:SpecifiedLineTradeDelivery',
      leaf('ram:BilledQuantity', quantityText(line.quantity), { unitCode: line.unitCode }), // BT-129, BT-130
    ),
    group(
      'ram:SpecifiedLineTradeSettlement',
      tax('ram:ApplicableTradeTax', line.vat), // BG-30
      // BG-26. A deposit is not yet work done on a day.
      line.kind === 'deposit'
        ? undefined
        : group(
            'ram:BillingSpecifiedPeriod',
            date('ram:StartDateTime', line.date), // BT-134
            date('ram:EndDateTime', line.date), // BT-135
          ),
      lineAllowance(line),
      group('ram:SpecifiedTradeSettlementLineMonetarySummation', amount('ram:LineTotalAmount', line.net)), // BT-131
    ),
  )

/** BG-27. */
function lineAllowance({ discount, discountRate, net }: SoldLine): XmlElement | undefined {
  if (discount === 0) return undefined
  const base: Cents = plus(net, discount)
  return group(
    'ram:SpecifiedTradeAllowanceCharge',
    group('ram:ChargeIndicator', leaf('udt:Indicator', 'false')),
    leaf('ram:CalculationPercent', discountRate === undefined ? undefined : rateText(discountRate)), // BT-138
    amount('ram:BasisAmount', base), // BT-137
    amount('ram:ActualAmount', discount), // BT-136
    leaf('ram:ReasonCode', '95'), // BT-140, UNTDID 5189: discount
    leaf('ram:Reason', 'Remise'), // BT-139
  )
}

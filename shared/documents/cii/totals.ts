import type { IssuedDocument } from '@tabellion/shared/invoicing'
import { type Cents, cents, minus } from '@tabellion/shared/money'
import { isAlreadyPaid } from './frame.ts'
import { amount, amountText } from './values.ts'
import { group, leaf, type XmlElement } from './xml.ts'

/** BG-22. */
export function monetarySummation(document: IssuedDocument): XmlElement | undefined {
  const { totals } = document
  const prepaid: Cents = isAlreadyPaid(document) ? totals.gross : totals.prepaid
  return group(
    'ram:SpecifiedTradeSettlementHeaderMonetarySummation',
    amount('ram:LineTotalAmount', totals.lineTotal), // BT-106
    unlessZero('ram:AllowanceTotalAmount', totals.allowanceTotal), // BT-107
    amount('ram:TaxBasisTotalAmount', totals.net), // BT-109
    leaf('ram:TaxTotalAmount', amountText(totals.vat), { currencyID: 'EUR' }), // BT-110
    amount('ram:GrandTotalAmount', totals.gross), // BT-112
    unlessZero('ram:TotalPrepaidAmount', prepaid), // BT-113
    amount('ram:DuePayableAmount', minus(totals.gross, prepaid)), // BT-115
  )
}

const unlessZero = (name: string, value: Cents): XmlElement | undefined =>
  value === cents(0) ? undefined : amount(name, value)

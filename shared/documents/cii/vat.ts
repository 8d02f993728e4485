import type { Day } from '@tabellion/shared/calendar'
import type { DocumentContent, VatGroup, VatTreatment } from '@tabellion/shared/invoicing'
import { exemptionReason, exemptionText } from '@tabellion/shared/regulation'
import { amount, rateText } from './values.ts'
import { group, leaf, type XmlElement } from './xml.ts'

/** BT-8, list UNTDID 2005 as CII takes it: VAT is due when the money comes, or by option with the invoice. */
const TAX_POINT_CODES = { receipts: '72', debits: '5' } as const

/** BT-151 and BT-152 of a line, BT-95 and BT-96 of an allowance. */
export const tax = (name: string, vat: VatTreatment): XmlElement | undefined =>
  group(name, leaf('ram:TypeCode', 'VAT'), leaf('ram:CategoryCode', vat.category), rate(vat))

/** BG-23. */
export const vatBreakdown = ({ vat, base, tax }: VatGroup, document: DocumentContent): XmlElement | undefined =>
  group(
    'ram:ApplicableTradeTax',
    amount('ram:CalculatedAmount', tax), // BT-117
    leaf('ram:TypeCode', 'VAT'),
    leaf('ram:ExemptionReason', reasonText(vat, document.issueDate)), // BT-120
    amount('ram:BasisAmount', base), // BT-116
    leaf('ram:CategoryCode', vat.category), // BT-118
    leaf('ram:ExemptionReasonCode', vat.reason && exemptionReason(vat.reason).vatex), // BT-121
    // BT-8 speaks of VAT that is charged: nothing becomes due on the other categories.
    leaf(
      'ram:DueDateTypeCode',
      vat.category === 'S' ? document.vatPoint && TAX_POINT_CODES[document.vatPoint] : undefined,
    ),
    rate(vat), // BT-119
  )

/** BT-120: as frozen with the document, else as the law words it on the issue date. */
export const reasonText = ({ reason, reasonText }: VatTreatment, on: Day): string | undefined =>
  reasonText ?? (reason && exemptionText(reason, on))

/** Category O has no rate at all, not even zero (BR-O-05 to BR-O-07). */
const rate = (vat: VatTreatment): XmlElement | undefined =>
  leaf('ram:RateApplicablePercent', vat.category === 'O' ? undefined : rateText(vat.rate))

/** Every category O document is O throughout (BR-O-11). */
export const isOutsideScope = ({ vatGroups }: DocumentContent): boolean =>
  vatGroups.some(({ vat }) => vat.category === 'O')

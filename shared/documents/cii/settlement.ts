import type { DocumentAllowance, IssuedDocument } from '@tabellion/shared/invoicing'
import { paymentMeans, paymentTerms } from './payment.ts'
import { monetarySummation } from './totals.ts'
import { amount, date } from './values.ts'
import { tax, vatBreakdown } from './vat.ts'
import { group, leaf, type XmlElement } from './xml.ts'

/** Everything about money, in the order the schema imposes. */
export const settlement = (document: IssuedDocument): XmlElement | undefined =>
  group(
    'ram:ApplicableHeaderTradeSettlement',
    leaf('ram:CreditorReferenceID', document.payment.directDebit?.creditorId), // BT-90
    // BT-83: what the buyer quotes, and what we look for on the bank's page.
    document.kind === 'credit' ? undefined : leaf('ram:PaymentReference', document.number),
    leaf('ram:InvoiceCurrencyCode', 'EUR'), // BT-5
    paymentMeans(document),
    document.vatGroups.map((vatGroup) => vatBreakdown(vatGroup, document)),
    billingPeriod(document),
    document.allowances.map(documentAllowance),
    paymentTerms(document),
    monetarySummation(document),
    references(document),
  )

/** BG-14, when the work took more than a day. */
const billingPeriod = ({ delivery }: IssuedDocument): XmlElement | undefined =>
  delivery && delivery.from !== delivery.to
    ? group(
        'ram:BillingSpecifiedPeriod',
        date('ram:StartDateTime', delivery.from), // BT-73
        date('ram:EndDateTime', delivery.to), // BT-74
      )
    : undefined

/** BG-20. */
const documentAllowance = (allowance: DocumentAllowance): XmlElement | undefined =>
  group(
    'ram:SpecifiedTradeAllowanceCharge',
    group('ram:ChargeIndicator', leaf('udt:Indicator', 'false')),
    amount('ram:ActualAmount', allowance.amount), // BT-92
    leaf('ram:ReasonCode', '95'), // BT-98, UNTDID 5189: discount
    leaf('ram:Reason', allowance.label), // BT-97
    tax('ram:CategoryTradeTax', allowance.vat), // BT-95, BT-96
  )

/** BG-3: what a credit note reduces, what a corrective invoice replaces, the deposits that a balance deducts. */
const references = ({ deposits, preceding }: IssuedDocument): readonly (XmlElement | undefined)[] =>
  [...preceding, ...deposits].map(({ number, issueDate }) =>
    group(
      'ram:InvoiceReferencedDocument',
      leaf('ram:IssuerAssignedID', number), // BT-25
      date('ram:FormattedIssueDateTime', issueDate, 'qdt'), // BT-26
    ),
  )

import { toCii } from '@tabellion/shared/documents/cii'
import { randomOfKind, situations } from '@tabellion/shared/documents/fixtures'
import { invariant } from '@tabellion/shared/kernel'

/** One of our valid documents with one thing wrong, and the rule of the set that must refuse it. */
export interface Defect {
  readonly name: string
  readonly xml: string
  readonly set: 'EN 16931' | 'Factur-X' | 'BR-FR' | 'Mustang'
  readonly rule: string
}

const fixture = (name: string): string => {
  const document = situations[name]
  invariant(document, `there is a fixture ${name}`)
  return toCii(document)
}
const franchise = fixture('franchise-business')
const taxed = fixture('vat-allowances-two-rates')
const credit = fixture('franchise-credit')
const deposit = fixture('vat-deposit')
const balance = fixture('vat-balance')
const euService = fixture('eu-service')
const euGoods = fixture('eu-goods')
const corrective = toCii(randomOfKind('corrective', 1))

/** The whole element with its line, the first or every one. */
const element = (name: string, inside = '[\\s\\S]*?'): RegExp => new RegExp(`\\n *<${name}[ >]${inside}</${name}>`)
const note = (subject: string): RegExp =>
  new RegExp(
    `\\n *<ram:IncludedNote>\\s*<ram:Content>[^<]*</ram:Content>\\s*<ram:SubjectCode>${subject}</ram:SubjectCode>\\s*</ram:IncludedNote>`,
  )
const without =
  (part: RegExp) =>
  (xml: string): string =>
    xml.replace(part, '')
const twice =
  (part: RegExp) =>
  (xml: string): string =>
    xml.replace(part, (found) => found + found)
const instead =
  (from: string | RegExp, to: string) =>
  (xml: string): string =>
    xml.replace(from, to)
const everywhere =
  (from: string, to: string) =>
  (xml: string): string =>
    xml.replaceAll(from, to)
/** The nth amount of an element one cent more. */
const centMore =
  (name: string, from = /^/) =>
  (xml: string): string => {
    const start = xml.search(from)
    const tail = xml
      .slice(start)
      .replace(
        new RegExp(`(<ram:${name}[^>]*>)(\\d+)\\.(\\d\\d)<`),
        (_, open: string, whole: string, hundredths: string) => {
          const amount = String(Number(whole + hundredths) + 1).padStart(3, '0')
          return `${open}${amount.slice(0, -2)}.${amount.slice(-2)}<`
        },
      )
    return xml.slice(0, start) + tail
  }
const SETTLEMENT = /<ram:ApplicableHeaderTradeSettlement>/
const SUMMATION = /<ram:SpecifiedTradeSettlementHeaderMonetarySummation>/

type Row = readonly [name: string, xml: string, edit: (xml: string) => string, set: Defect['set'], rule: string]

const rows: readonly Row[] = [
  ['no-penalties', franchise, without(note('PMD')), 'BR-FR', 'BR-FR-05_BT-22_PMD'],
  ['no-recovery-fee', franchise, without(note('PMT')), 'BR-FR', 'BR-FR-05_BT-22_PMT'],
  ['no-discount-note', franchise, without(note('AAB')), 'BR-FR', 'BR-FR-05_BT-22_AAB'],
  ['recovery-fee-twice', franchise, twice(note('PMT')), 'BR-FR', 'BR-FR-06_BT-21_PMT'],
  ['treatment-unknown', franchise, instead('>B2B<', '>B2X<'), 'BR-FR', 'BR-FR-20_BT-21'],
  [
    'treatment-twice',
    franchise,
    (xml) => xml.replace(note('BAR'), (found) => found + found.replace('B2B', 'B2C')),
    'BR-FR',
    'BR-FR-31_BT-21',
  ],
  ['number-with-space', franchise, instead('<ram:ID>F2026-0042', '<ram:ID>F2026 0042'), 'BR-FR', 'BR-FR-02_BT-1'],
  ['number-of-36', franchise, instead('<ram:ID>F2026-0042', `<ram:ID>${'F'.repeat(36)}`), 'BR-FR', 'BR-FR-01_BT-1'],
  ['30-february', franchise, instead('>20261123<', '>20260230<'), 'BR-FR', 'BR-FR-03_BT-2'],
  ['type-326', franchise, instead('>380<', '>326<'), 'BR-FR', 'BR-FR-04_BT-3'],
  [
    'no-frame',
    franchise,
    without(element('ram:BusinessProcessSpecifiedDocumentContextParameter')),
    'BR-FR',
    'BR-FR-08_BT-23',
  ],
  ['frame-unknown', franchise, instead('>S1<', '>A1<'), 'BR-FR', 'BR-FR-08_BT-23'],
  ['frame-paid-with-balance-due', franchise, instead('>S1<', '>S2<'), 'BR-FR', 'BR-FR-CO-09_BT-23-1'],
  ['frame-balance-on-deposit', deposit, instead(/>B1</, '>B4<'), 'BR-FR', 'BR-FR-CO-08_BT-23'],
  [
    'siret-of-another',
    franchise,
    instead(/(<ram:GlobalID schemeID="0009">)\d{14}/, '$120000000800025'),
    'BR-FR',
    'BR-FR-09_BT-29',
  ],
  [
    'seller-without-siren',
    franchise,
    without(/\n *<ram:ID schemeID="0002">812345676<\/ram:ID>/),
    'BR-FR',
    'BR-FR-10_BT-30',
  ],
  [
    'buyer-without-siren',
    franchise,
    without(
      /\n *<ram:SpecifiedLegalOrganization>\s*<ram:ID schemeID="0002">912345675<\/ram:ID>\s*<\/ram:SpecifiedLegalOrganization>/,
    ),
    'BR-FR',
    'BR-FR-11_BT-47',
  ],
  [
    'siren-of-8',
    franchise,
    instead('schemeID="0002">912345675<', 'schemeID="0002">91234567<'),
    'BR-FR',
    'BR-FR-32-LEGALID',
  ],
  [
    'buyer-without-address',
    franchise,
    without(
      /\n *<ram:URIUniversalCommunication>\s*<ram:URIID schemeID="0225">912345675<\/ram:URIID>\s*<\/ram:URIUniversalCommunication>/,
    ),
    'BR-FR',
    'BR-FR-12_BT-49',
  ],
  [
    'seller-without-address',
    franchise,
    without(
      /\n *<ram:URIUniversalCommunication>\s*<ram:URIID schemeID="0225">812345676<\/ram:URIID>\s*<\/ram:URIUniversalCommunication>/,
    ),
    'BR-FR',
    'BR-FR-13_BT-34',
  ],
  [
    'business-by-email',
    franchise,
    instead('schemeID="0225">912345675<', 'schemeID="EM">a@b.example<'),
    'BR-FR',
    'BR-FR-21_BT-49',
  ],
  [
    'address-with-slash',
    franchise,
    instead('schemeID="0225">812345676<', 'schemeID="0225">812345676/A<'),
    'BR-FR',
    'BR-FR-23_BT-34',
  ],
  ['rate-of-19', taxed, everywhere('Percent>10.00<', 'Percent>19.00<'), 'BR-FR', 'BR-FR-16_BT-119'],
  ['rate-with-4-decimals', taxed, everywhere('Percent>10.00<', 'Percent>10.0000<'), 'BR-FR', 'BR-FR-DEC-04_BT-119'],
  [
    'corrective-without-reference',
    corrective,
    without(element('ram:InvoiceReferencedDocument')),
    'BR-FR',
    'BR-FR-CO-04_BT-4',
  ],
  ['credit-without-reference', credit, without(element('ram:InvoiceReferencedDocument')), 'BR-FR', 'BR-FR-CO-05_BT-3'],
  ['due-before-issue', franchise, instead('>20261223<', '>20261101<'), 'BR-FR', 'BR-FR-CO-07_BT-9'],
  ['dollars', franchise, everywhere('EUR', 'USD'), 'BR-FR', 'BR-FR-CO-12_BT-5'],
  [
    'vat-group-member',
    franchise,
    instead(/schemeID="0009">\d{14}/, 'schemeID="0231">500000005'),
    'BR-FR',
    'BR-FR-CO-14_BT-29-1',
  ],
  [
    'quantity-of-5-decimals',
    franchise,
    instead(/(<ram:BilledQuantity unitCode="\w+">)2</, '$12.00000<'),
    'BR-FR',
    'BR-FR-DEC-02_BT-129',
  ],
  [
    'price-of-7-decimals',
    franchise,
    instead('<ram:ChargeAmount>600.00<', '<ram:ChargeAmount>600.0000000<'),
    'BR-FR',
    'BR-FR-DEC-03_BT-146',
  ],
  [
    'no-exemption-reason',
    franchise,
    (xml) => without(element('ram:ExemptionReasonCode'))(without(element('ram:ExemptionReason'))(xml)),
    'EN 16931',
    'BR-E-10',
  ],
  [
    'franchise-without-tax-number',
    franchise,
    without(
      /\n *<ram:SpecifiedTaxRegistration>\s*<ram:ID schemeID="FC">[^<]*<\/ram:ID>\s*<\/ram:SpecifiedTaxRegistration>/,
    ),
    'EN 16931',
    'BR-E-02',
  ],
  ['reason-code-unknown', franchise, instead('VATEX-FR-FRANCHISE', 'VATEX-FR-293B'), 'EN 16931', 'BR-CL-22'],
  ['unit-unknown', franchise, instead('unitCode="DAY"', 'unitCode="JOUR"'), 'EN 16931', 'BR-CL-23'],
  ['sum-of-lines', franchise, centMore('LineTotalAmount', SUMMATION), 'EN 16931', 'BR-CO-10'],
  ['vat-breakdown', taxed, centMore('CalculatedAmount', SETTLEMENT), 'EN 16931', 'BR-CO-14'],
  ['grand-total', balance, centMore('GrandTotalAmount'), 'EN 16931', 'BR-CO-15'],
  ['amount-due', balance, centMore('DuePayableAmount'), 'EN 16931', 'BR-CO-16'],
  [
    'transfer-without-account',
    franchise,
    without(element('ram:PayeePartyCreditorFinancialAccount')),
    'EN 16931',
    'CII-SR-470',
  ],
  [
    'reverse-charge-without-buyer-number',
    euService,
    without(
      /\n *<ram:SpecifiedTaxRegistration>\s*<ram:ID schemeID="VA">DE[^<]*<\/ram:ID>\s*<\/ram:SpecifiedTaxRegistration>/,
    ),
    'EN 16931',
    'BR-AE-02',
  ],
  ['intra-community-without-destination', euGoods, without(element('ram:ShipToTradeParty')), 'EN 16931', 'BR-IC-12'],
  [
    'buyer-before-seller',
    franchise,
    (xml) =>
      xml.replace(
        /(\n *<ram:SellerTradeParty>[\s\S]*<\/ram:SellerTradeParty>)(\n *<ram:BuyerTradeParty>[\s\S]*<\/ram:BuyerTradeParty>)/,
        '$2$1',
      ),
    'Factur-X',
    'XSD',
  ],
  ['no-delivery', franchise, without(element('ram:ApplicableHeaderTradeDelivery')), 'Factur-X', 'XSD'],
  ['decimal-comma', franchise, instead('<ram:ChargeAmount>600.00<', '<ram:ChargeAmount>600,00<'), 'Factur-X', 'XSD'],
  // What the official rules let through and only a recount finds.
  [
    'vat-one-cent-wrong',
    taxed,
    (xml) =>
      ['CalculatedAmount', 'TaxTotalAmount', 'GrandTotalAmount', 'DuePayableAmount'].reduce(
        (text, name) => centMore(name, SETTLEMENT)(text),
        xml,
      ),
    'Mustang',
    'ARITHMETIC',
  ],
]

/** @throws when an edit finds nothing to change: our XML is then written differently, and the edit must follow. */
export const defects = (): readonly Defect[] =>
  rows.map(([name, xml, edit, set, rule]) => {
    const broken = edit(xml)
    invariant(broken !== xml, `the defect ${name} changes the document`)
    return { name, xml: broken, set, rule }
  })

import type { IssuedDocument } from '@tabellion/shared/invoicing'
import { frame, typeCode } from './frame.ts'
import { tradeLine } from './lines.ts'
import { positive } from './mirror.ts'
import { notes } from './notes.ts'
import { buyerParty, sellerParty, shipToParty } from './party.ts'
import { settlement } from './settlement.ts'
import { date } from './values.ts'
import { isOutsideScope } from './vat.ts'
import { demanded, group, leaf, writeXml, type XmlElement } from './xml.ts'

/** BT-24: Factur-X profile EN 16931. The PDF's metadata say the same in words, « EN 16931 ». */
export const GUIDELINE = 'urn:cen.eu:en16931:2017'

const UNCEFACT = 'urn:un:unece:uncefact:data:standard:'
const NAMESPACES = {
  'xmlns:rsm': `${UNCEFACT}CrossIndustryInvoice:100`,
  'xmlns:qdt': `${UNCEFACT}QualifiedDataType:100`,
  'xmlns:ram': `${UNCEFACT}ReusableAggregateBusinessInformationEntity:100`,
  'xmlns:udt': `${UNCEFACT}UnqualifiedDataType:100`,
} as const

/**
 * The document as CII D22B, Factur-X 1.09 profile EN 16931, under the French rules BR-FR Flux 2 (XP Z12-012). A pure function
 * of the frozen snapshot: the same document gives the same bytes. Whether the result is conformant is `einvoiceVerdict`'s word.
 */
export function toCii(document: IssuedDocument): string {
  const written = positive(document)
  return writeXml(
    demanded('rsm:CrossIndustryInvoice', context(written), exchangedDocument(written), transaction(written)),
    NAMESPACES,
  )
}

/** BG-2. */
const context = (document: IssuedDocument): XmlElement | undefined =>
  group(
    'rsm:ExchangedDocumentContext',
    group('ram:BusinessProcessSpecifiedDocumentContextParameter', leaf('ram:ID', frame(document))), // BT-23
    group('ram:GuidelineSpecifiedDocumentContextParameter', leaf('ram:ID', GUIDELINE)), // BT-24
  )

const exchangedDocument = (document: IssuedDocument): XmlElement | undefined =>
  group(
    'rsm:ExchangedDocument',
    leaf('ram:ID', document.number), // BT-1
    leaf('ram:TypeCode', typeCode(document)), // BT-3
    date('ram:IssueDateTime', document.issueDate), // BT-2
    notes(document)
      .filter(({ text }) => text.trim() !== '')
      .map(({ subject, text }) =>
        group('ram:IncludedNote', leaf('ram:Content', text), leaf('ram:SubjectCode', subject)),
      ), // BT-22, BT-21
  )

function transaction(document: IssuedDocument): XmlElement | undefined {
  const sold = document.lines.flatMap((line) => (line.kind === 'text' ? [] : [line]))
  return group(
    'rsm:SupplyChainTradeTransaction',
    sold.map(tradeLine),
    agreement(document),
    delivery(document),
    settlement(document),
  )
}

function agreement(document: IssuedDocument): XmlElement | undefined {
  const outsideScope = isOutsideScope(document)
  return group(
    'ram:ApplicableHeaderTradeAgreement',
    leaf('ram:BuyerReference', document.buyerReference), // BT-10
    sellerParty(document.seller, outsideScope),
    buyerParty(document.buyer, outsideScope),
    group('ram:SellerOrderReferencedDocument', leaf('ram:IssuerAssignedID', document.quoteNumber)), // BT-14
    group('ram:BuyerOrderReferencedDocument', leaf('ram:IssuerAssignedID', document.orderReference)), // BT-13
  )
}

/** The schema wants the element even for a deposit, which delivers nothing yet. */
const delivery = ({ buyer, delivery, vatGroups }: IssuedDocument): XmlElement =>
  demanded(
    'ram:ApplicableHeaderTradeDelivery',
    shipToParty(
      buyer,
      vatGroups.some(({ vat }) => vat.category === 'K'),
    ),
    group('ram:ActualDeliverySupplyChainEvent', date('ram:OccurrenceDateTime', delivery?.to)), // BT-72: completed
  )

import type { Address, Buyer, Seller } from '@tabellion/shared/invoicing'
import {
  buyerElectronicAddress,
  buyerSiren,
  type ElectronicAddress,
  sellerElectronicAddress,
} from './electronic-address.ts'
import { group, leaf, type XmlElement } from './xml.ts'

/** ICD schemes of the two French identifiers: Sirene's enterprise and its establishment. */
const SIREN = '0002'
const SIRET = '0009'

/** BG-4. `outsideScope`: category O forbids every VAT identifier, the seller's and the buyer's (BR-O-02 to BR-O-04). */
export function sellerParty(seller: Seller, outsideScope: boolean): XmlElement | undefined {
  return group(
    'ram:SellerTradeParty',
    leaf('ram:GlobalID', seller.siret, { schemeID: SIRET }), // BT-29
    leaf('ram:Name', seller.name), // BT-27
    leaf('ram:Description', legalInformation(seller)), // BT-33
    group(
      'ram:SpecifiedLegalOrganization',
      leaf('ram:ID', seller.siren, { schemeID: SIREN }), // BT-30
      leaf('ram:TradingBusinessName', seller.tradingName), // BT-28
    ),
    contact(seller.name, seller.phone, seller.email), // BG-6
    postalAddress(seller.address), // BG-5
    electronicAddress(sellerElectronicAddress(seller)), // BT-34
    outsideScope ? undefined : registration('VA', seller.vatNumber), // BT-31
    // BT-32: without a VAT number a franchise seller needs a tax identifier all the same (BR-E-02), and has only the SIREN.
    seller.franchise && !outsideScope ? registration('FC', seller.siren) : undefined,
  )
}

/** BG-7. */
export function buyerParty(buyer: Buyer, outsideScope: boolean): XmlElement | undefined {
  return group(
    'ram:BuyerTradeParty',
    leaf('ram:GlobalID', buyer.siret, { schemeID: SIRET }), // BT-46
    leaf('ram:Name', buyer.name), // BT-44
    group('ram:SpecifiedLegalOrganization', leaf('ram:ID', buyerSiren(buyer), { schemeID: SIREN })), // BT-47
    contact(buyer.contact, buyer.phone, buyer.email), // BG-9
    postalAddress(buyer.address), // BG-8
    electronicAddress(buyerElectronicAddress(buyer)), // BT-49
    outsideScope ? undefined : registration('VA', buyer.vatNumber), // BT-48
  )
}

/** BG-13 and BG-15. An intra-community supply needs it even when the goods go to the buyer's own address (BR-IC-12). */
export function shipToParty(buyer: Buyer, intraCommunity: boolean): XmlElement | undefined {
  const address = buyer.deliveryAddress ?? (intraCommunity ? buyer.address : undefined)
  return address && group('ram:ShipToTradeParty', leaf('ram:Name', buyer.name), postalAddress(address)) // BT-70
}

/** BT-33: the status that C. com. art. R526-27 makes compulsory, and the registry town of a trader. */
const legalInformation = ({ rcsTown }: Seller): string =>
  `Entrepreneur individuel (EI)${rcsTown ? ` – RCS ${rcsTown}` : ''}`

const contact = (person?: string, phone?: string, email?: string): XmlElement | undefined =>
  group(
    'ram:DefinedTradeContact',
    leaf('ram:PersonName', person), // BT-41, BT-56
    group('ram:TelephoneUniversalCommunication', leaf('ram:CompleteNumber', phone)), // BT-42, BT-57
    group('ram:EmailURIUniversalCommunication', leaf('ram:URIID', email)), // BT-43, BT-58
  )

const postalAddress = (address: Address): XmlElement | undefined =>
  group(
    'ram:PostalTradeAddress',
    leaf('ram:PostcodeCode', address.postcode), // BT-38, BT-53, BT-78
    leaf('ram:LineOne', address.line1), // BT-35, BT-50, BT-75
    leaf('ram:LineTwo', address.line2), // BT-36, BT-51, BT-76
    leaf('ram:CityName', address.city), // BT-37, BT-52, BT-77
    leaf('ram:CountryID', address.country), // BT-40, BT-55, BT-80
  )

const electronicAddress = (address: ElectronicAddress | undefined): XmlElement | undefined =>
  address && group('ram:URIUniversalCommunication', leaf('ram:URIID', address.id, { schemeID: address.scheme }))

const registration = (scheme: 'VA' | 'FC', id: string | undefined): XmlElement | undefined =>
  group('ram:SpecifiedTaxRegistration', leaf('ram:ID', id, { schemeID: scheme }))

// A supplier's invoice and credit note in UBL 2.1 as Peppol sends them, for the tests: nobody's, made for what it must show.

const NAMESPACES =
  'xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"'
const PROFILE = `<cbc:CustomizationID>urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0</cbc:CustomizationID>
  <cbc:ProfileID>S1</cbc:ProfileID>`
const SUPPLIER = `<cac:AccountingSupplierParty><cac:Party>
    <cac:PartyIdentification><cbc:ID schemeID="0009">83456789300013</cbc:ID></cac:PartyIdentification>
    <cac:PostalAddress><cbc:StreetName>2, quai de la Douane</cbc:StreetName><cbc:CityName>Brest</cbc:CityName><cbc:PostalZone>29200</cbc:PostalZone><cac:Country><cbc:IdentificationCode>FR</cbc:IdentificationCode></cac:Country></cac:PostalAddress>
    <cac:PartyTaxScheme><cbc:CompanyID>834567893</cbc:CompanyID><cac:TaxScheme><cbc:ID>LOC</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>
    <cac:PartyTaxScheme><cbc:CompanyID>FR25834567893</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>
    <cac:PartyLegalEntity><cbc:RegistrationName>Hébergement du Ponant SAS</cbc:RegistrationName><cbc:CompanyID schemeID="0002">834567893</cbc:CompanyID></cac:PartyLegalEntity>
  </cac:Party></cac:AccountingSupplierParty>`
const CUSTOMER = `<cac:AccountingCustomerParty><cac:Party>
    <cac:PostalAddress><cbc:StreetName>14 bis, rue de l’Abbé-Groult</cbc:StreetName><cbc:CityName>Paris</cbc:CityName><cbc:PostalZone>75015</cbc:PostalZone><cac:Country><cbc:IdentificationCode>FR</cbc:IdentificationCode></cac:Country></cac:PostalAddress>
    <cac:PartyLegalEntity><cbc:RegistrationName>Léonie Vasseur EI</cbc:RegistrationName><cbc:CompanyID schemeID="0002">812345676</cbc:CompanyID></cac:PartyLegalEntity>
  </cac:Party></cac:AccountingCustomerParty>`
const category = (name: string, rate: string): string =>
  `<cac:${name}><cbc:ID>S</cbc:ID><cbc:Percent>${rate}</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:${name}>`
const amount = (name: string, value: string): string => `<cbc:${name} currencyID="EUR">${value}</cbc:${name}>`

export const ublInvoice = `<?xml version="1.0" encoding="UTF-8"?>
<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" ${NAMESPACES}>
  ${PROFILE}
  <cbc:ID>FA-2026/118</cbc:ID><cbc:IssueDate>2026-11-12</cbc:IssueDate><cbc:DueDate>2026-12-12+01:00</cbc:DueDate>
  <cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>
  <cbc:Note>#PMT#Indemnité de 40 €</cbc:Note><cbc:Note>Merci</cbc:Note>
  <cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
  <cac:InvoicePeriod><cbc:StartDate>2026-10-01</cbc:StartDate><cbc:EndDate>2026-10-31</cbc:EndDate></cac:InvoicePeriod>
  <cac:OrderReference><cbc:ID>CMD-7</cbc:ID></cac:OrderReference>
  ${SUPPLIER}${CUSTOMER}
  <cac:PaymentMeans><cbc:PaymentMeansCode>58</cbc:PaymentMeansCode><cbc:PaymentID>FA-2026/118</cbc:PaymentID><cac:PayeeFinancialAccount><cbc:ID>FR76 3000 6000 0112 3456 7890 189</cbc:ID><cac:FinancialInstitutionBranch><cbc:ID>AGRIFRPP</cbc:ID></cac:FinancialInstitutionBranch></cac:PayeeFinancialAccount></cac:PaymentMeans>
  <cac:AllowanceCharge><cbc:ChargeIndicator>true</cbc:ChargeIndicator><cbc:AllowanceChargeReason>Frais</cbc:AllowanceChargeReason>${amount('Amount', '1.50')}${category('TaxCategory', '20')}</cac:AllowanceCharge>
  <cac:TaxTotal>${amount('TaxAmount', '11.54')}
    <cac:TaxSubtotal>${amount('TaxableAmount', '55.50')}${amount('TaxAmount', '11.10')}${category('TaxCategory', '20')}</cac:TaxSubtotal>
    <cac:TaxSubtotal>${amount('TaxableAmount', '8.00')}${amount('TaxAmount', '0.44')}${category('TaxCategory', '5.50')}</cac:TaxSubtotal>
  </cac:TaxTotal>
  <cac:LegalMonetaryTotal>${amount('LineExtensionAmount', '62.00')}${amount('TaxExclusiveAmount', '63.50')}${amount('TaxInclusiveAmount', '75.04')}${amount('ChargeTotalAmount', '1.50')}${amount('PrepaidAmount', '10.00')}${amount('PayableAmount', '65.04')}</cac:LegalMonetaryTotal>
  <cac:InvoiceLine><cbc:ID>1</cbc:ID><cbc:InvoicedQuantity unitCode="MON">1.5</cbc:InvoicedQuantity>${amount('LineExtensionAmount', '54.00')}
    <cac:AllowanceCharge><cbc:ChargeIndicator>false</cbc:ChargeIndicator>${amount('Amount', '6.00')}</cac:AllowanceCharge>
    <cac:Item><cbc:Name>Serveur dédié</cbc:Name>${category('ClassifiedTaxCategory', '20.00')}</cac:Item><cac:Price>${amount('PriceAmount', '40')}</cac:Price></cac:InvoiceLine>
  <cac:InvoiceLine><cbc:ID>2</cbc:ID><cbc:InvoicedQuantity unitCode="C62">250</cbc:InvoicedQuantity>${amount('LineExtensionAmount', '8.00')}
    <cac:Item><cbc:Name>Vis</cbc:Name>${category('ClassifiedTaxCategory', '5.5')}</cac:Item><cac:Price>${amount('PriceAmount', '3.20')}<cbc:BaseQuantity unitCode="C62">100</cbc:BaseQuantity></cac:Price></cac:InvoiceLine>
</Invoice>
`

export const ublCreditNote = `<?xml version="1.0" encoding="UTF-8"?>
<CreditNote xmlns="urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2" ${NAMESPACES}>
  ${PROFILE}
  <cbc:ID>AV-9</cbc:ID><cbc:IssueDate>2026-11-20</cbc:IssueDate><cbc:CreditNoteTypeCode>381</cbc:CreditNoteTypeCode>
  <cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
  <cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>FA-2026/118</cbc:ID><cbc:IssueDate>2026-11-12</cbc:IssueDate></cac:InvoiceDocumentReference></cac:BillingReference>
  ${SUPPLIER}${CUSTOMER}
  <cac:TaxTotal>${amount('TaxAmount', '2.00')}<cac:TaxSubtotal>${amount('TaxableAmount', '10.00')}${amount('TaxAmount', '2.00')}${category('TaxCategory', '20')}</cac:TaxSubtotal></cac:TaxTotal>
  <cac:LegalMonetaryTotal>${amount('LineExtensionAmount', '10.00')}${amount('TaxExclusiveAmount', '10.00')}${amount('TaxInclusiveAmount', '12.00')}${amount('PayableAmount', '12.00')}</cac:LegalMonetaryTotal>
  <cac:CreditNoteLine><cbc:ID>1</cbc:ID><cbc:CreditedQuantity unitCode="C62">1</cbc:CreditedQuantity>${amount('LineExtensionAmount', '10.00')}
    <cac:Item><cbc:Name>Geste commercial</cbc:Name>${category('ClassifiedTaxCategory', '20')}</cac:Item><cac:Price>${amount('PriceAmount', '10.00')}</cac:Price></cac:CreditNoteLine>
</CreditNote>
`

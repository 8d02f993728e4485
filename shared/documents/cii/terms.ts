/**
 * Where each business term of EN 16931 stands in CII, by local names from the root. `[@schemeID=0009]` and `[Path=value]` keep
 * the elements that hold that value; `A|B` is B where there is no A. Tests read documents back with this table, reception reads
 * other people's.
 */
const AGREEMENT = 'SupplyChainTradeTransaction/ApplicableHeaderTradeAgreement'
const DELIVERY = 'SupplyChainTradeTransaction/ApplicableHeaderTradeDelivery'
const SETTLEMENT = 'SupplyChainTradeTransaction/ApplicableHeaderTradeSettlement'
const SELLER = `${AGREEMENT}/SellerTradeParty`
const BUYER = `${AGREEMENT}/BuyerTradeParty`
const SHIP_TO = `${DELIVERY}/ShipToTradeParty`
const MEANS = `${SETTLEMENT}/SpecifiedTradeSettlementPaymentMeans`
const TERMS = `${SETTLEMENT}/SpecifiedTradePaymentTerms`
const SUMMATION = `${SETTLEMENT}/SpecifiedTradeSettlementHeaderMonetarySummation`

/** Terms that a document has once. */
export const ciiTerms = {
  'BT-1': 'ExchangedDocument/ID',
  'BT-2': 'ExchangedDocument/IssueDateTime/DateTimeString',
  'BT-3': 'ExchangedDocument/TypeCode',
  'BT-5': `${SETTLEMENT}/InvoiceCurrencyCode`,
  'BT-8': `${SETTLEMENT}/ApplicableTradeTax/DueDateTypeCode`,
  'BT-9': `${TERMS}/DueDateDateTime/DateTimeString`,
  'BT-10': `${AGREEMENT}/BuyerReference`,
  'BT-13': `${AGREEMENT}/BuyerOrderReferencedDocument/IssuerAssignedID`,
  'BT-14': `${AGREEMENT}/SellerOrderReferencedDocument/IssuerAssignedID`,
  'BT-20': `${TERMS}/Description`,
  'BT-23': 'ExchangedDocumentContext/BusinessProcessSpecifiedDocumentContextParameter/ID',
  'BT-24': 'ExchangedDocumentContext/GuidelineSpecifiedDocumentContextParameter/ID',
  'BT-27': `${SELLER}/Name`,
  'BT-28': `${SELLER}/SpecifiedLegalOrganization/TradingBusinessName`,
  'BT-29': `${SELLER}/GlobalID[@schemeID=0009]`,
  'BT-30': `${SELLER}/SpecifiedLegalOrganization/ID[@schemeID=0002]`,
  'BT-31': `${SELLER}/SpecifiedTaxRegistration/ID[@schemeID=VA]`,
  'BT-32': `${SELLER}/SpecifiedTaxRegistration/ID[@schemeID=FC]`,
  'BT-33': `${SELLER}/Description`,
  'BT-34': `${SELLER}/URIUniversalCommunication/URIID`,
  'BT-35': `${SELLER}/PostalTradeAddress/LineOne`,
  'BT-36': `${SELLER}/PostalTradeAddress/LineTwo`,
  'BT-37': `${SELLER}/PostalTradeAddress/CityName`,
  'BT-38': `${SELLER}/PostalTradeAddress/PostcodeCode`,
  'BT-40': `${SELLER}/PostalTradeAddress/CountryID`,
  'BT-42': `${SELLER}/DefinedTradeContact/TelephoneUniversalCommunication/CompleteNumber`,
  'BT-43': `${SELLER}/DefinedTradeContact/EmailURIUniversalCommunication/URIID`,
  'BT-44': `${BUYER}/Name`,
  'BT-46': `${BUYER}/GlobalID[@schemeID=0009]`,
  'BT-47': `${BUYER}/SpecifiedLegalOrganization/ID[@schemeID=0002]`,
  'BT-48': `${BUYER}/SpecifiedTaxRegistration/ID[@schemeID=VA]`,
  'BT-49': `${BUYER}/URIUniversalCommunication/URIID`,
  'BT-50': `${BUYER}/PostalTradeAddress/LineOne`,
  'BT-51': `${BUYER}/PostalTradeAddress/LineTwo`,
  'BT-52': `${BUYER}/PostalTradeAddress/CityName`,
  'BT-53': `${BUYER}/PostalTradeAddress/PostcodeCode`,
  'BT-55': `${BUYER}/PostalTradeAddress/CountryID`,
  'BT-56': `${BUYER}/DefinedTradeContact/PersonName`,
  'BT-72': `${DELIVERY}/ActualDeliverySupplyChainEvent/OccurrenceDateTime/DateTimeString`,
  'BT-73': `${SETTLEMENT}/BillingSpecifiedPeriod/StartDateTime/DateTimeString`,
  'BT-74': `${SETTLEMENT}/BillingSpecifiedPeriod/EndDateTime/DateTimeString`,
  'BT-75': `${SHIP_TO}/PostalTradeAddress/LineOne`,
  'BT-80': `${SHIP_TO}/PostalTradeAddress/CountryID`,
  'BT-81': `${MEANS}/TypeCode`,
  'BT-82': `${MEANS}/Information`,
  'BT-83': `${SETTLEMENT}/PaymentReference`,
  'BT-84': `${MEANS}/PayeePartyCreditorFinancialAccount/IBANID`,
  'BT-85': `${MEANS}/PayeePartyCreditorFinancialAccount/AccountName`,
  'BT-86': `${MEANS}/PayeeSpecifiedCreditorFinancialInstitution/BICID`,
  'BT-89': `${TERMS}/DirectDebitMandateID`,
  'BT-90': `${SETTLEMENT}/CreditorReferenceID`,
  'BT-91': `${MEANS}/PayerPartyDebtorFinancialAccount/IBANID`,
  'BT-106': `${SUMMATION}/LineTotalAmount`,
  'BT-107': `${SUMMATION}/AllowanceTotalAmount`,
  'BT-108': `${SUMMATION}/ChargeTotalAmount`,
  'BT-109': `${SUMMATION}/TaxBasisTotalAmount`,
  // BT-111 is the same element in another currency.
  'BT-110': `${SUMMATION}/TaxTotalAmount`,
  'BT-112': `${SUMMATION}/GrandTotalAmount`,
  'BT-113': `${SUMMATION}/TotalPrepaidAmount`,
  'BT-114': `${SUMMATION}/RoundingAmount`,
  'BT-115': `${SUMMATION}/DuePayableAmount`,
} as const

/** Groups that repeat. */
export const ciiGroups = {
  'BG-1': 'ExchangedDocument/IncludedNote',
  'BG-3': `${SETTLEMENT}/InvoiceReferencedDocument`,
  'BG-20': `${SETTLEMENT}/SpecifiedTradeAllowanceCharge[ChargeIndicator/Indicator=false]`,
  'BG-21': `${SETTLEMENT}/SpecifiedTradeAllowanceCharge[ChargeIndicator/Indicator=true]`,
  'BG-23': `${SETTLEMENT}/ApplicableTradeTax`,
  'BG-25': 'SupplyChainTradeTransaction/IncludedSupplyChainTradeLineItem',
} as const

/** Terms of a repeated group, from the group's own element. */
export const ciiGroupTerms = {
  'BT-21': 'SubjectCode',
  'BT-22': 'Content',
  'BT-25': 'IssuerAssignedID',
  'BT-26': 'FormattedIssueDateTime/DateTimeString',
  // Of an allowance and of a charge: BT-92 and BT-99, BT-95 and BT-102…
  'BT-92': 'ActualAmount',
  'BT-95': 'CategoryTradeTax/CategoryCode',
  'BT-96': 'CategoryTradeTax/RateApplicablePercent',
  'BT-97': 'Reason',
  'BT-116': 'BasisAmount',
  'BT-117': 'CalculatedAmount',
  'BT-118': 'CategoryCode',
  'BT-119': 'RateApplicablePercent',
  'BT-120': 'ExemptionReason',
  'BT-121': 'ExemptionReasonCode',
  'BT-126': 'AssociatedDocumentLineDocument/LineID',
  'BT-129': 'SpecifiedLineTradeDelivery/BilledQuantity',
  'BT-131': 'SpecifiedLineTradeSettlement/SpecifiedTradeSettlementLineMonetarySummation/LineTotalAmount',
  'BT-134': 'SpecifiedLineTradeSettlement/BillingSpecifiedPeriod/StartDateTime/DateTimeString',
  'BT-135': 'SpecifiedLineTradeSettlement/BillingSpecifiedPeriod/EndDateTime/DateTimeString',
  'BG-27': 'SpecifiedLineTradeSettlement/SpecifiedTradeAllowanceCharge[ChargeIndicator/Indicator=false]',
  'BG-28': 'SpecifiedLineTradeSettlement/SpecifiedTradeAllowanceCharge[ChargeIndicator/Indicator=true]',
  // Of a line's allowance and charge: BT-136 and BT-141.
  'BT-136': 'ActualAmount',
  'BT-138': 'CalculationPercent',
  'BT-146': 'SpecifiedLineTradeAgreement/NetPriceProductTradePrice/ChargeAmount',
  'BT-149': 'SpecifiedLineTradeAgreement/NetPriceProductTradePrice/BasisQuantity',
  'BT-151': 'SpecifiedLineTradeSettlement/ApplicableTradeTax/CategoryCode',
  'BT-152': 'SpecifiedLineTradeSettlement/ApplicableTradeTax/RateApplicablePercent',
  'BT-153': 'SpecifiedTradeProduct/Name',
  'BT-154': 'SpecifiedTradeProduct/Description',
  'BT-155': 'SpecifiedTradeProduct/SellerAssignedID',
} as const

export type CiiTerm = keyof typeof ciiTerms
export type CiiGroup = keyof typeof ciiGroups
export type CiiGroupTerm = keyof typeof ciiGroupTerms

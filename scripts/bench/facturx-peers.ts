import type { IssuedDocument, SoldLine } from '@tabellion/shared/invoicing'

/** What a library makes of an invoice. `draws`: it draws the page itself; otherwise it is given ours. */
export interface Peer {
  readonly name: string
  readonly draws: boolean
  xml(): Promise<string>
  facturX(page: Uint8Array): Promise<Uint8Array>
}

// Their types weigh half a megabyte each; these are the members we call.
interface Zugferd {
  zugferd(options: { readonly profile: unknown; readonly strict: boolean }): {
    create(data: unknown): {
      toXML(): Promise<string>
      embedInPdf(pdf: Uint8Array, options: unknown): Promise<Uint8Array>
    }
  }
}
interface Kit {
  readonly FacturX: {
    fromObject(data: unknown): Promise<{ getXML(): Promise<string>; getPDF(options: unknown): Promise<Uint8Array> }>
  }
  totalsCalculator(data: unknown): unknown
}
/** By a name the compiler does not follow. */
const load = async <Module>(name: string): Promise<Module> => (await import(name)) as Module

const decimal = (value: number, places: number): number => value / 10 ** places
const sold = ({ lines }: IssuedDocument): readonly SoldLine[] =>
  lines.filter((line): line is SoldLine => line.kind !== 'text')

/** node-zugferd 0.1.0: XML by fast-xml-parser, attachment by pdf-lib; `strict` would start Java for each invoice. */
export async function nodeZugferd(
  document: IssuedDocument,
  notes: readonly (readonly [string, string])[],
  reason: string,
): Promise<Peer> {
  const { zugferd } = await load<Zugferd>('node-zugferd')
  const { EN16931 } = await load<{ readonly EN16931: unknown }>('node-zugferd/profile/en16931')
  const invoicer = zugferd({ profile: EN16931, strict: false })
  const { buyer, seller, totals } = document
  const euros = (cents: number): string => decimal(cents, 2).toFixed(2)
  const vat = { typeCode: 'VAT', categoryCode: 'E', rateApplicablePercent: '0.00' }
  const address = ({ address: { city, country, line1, postcode } }: typeof buyer | typeof seller) => ({
    postCode: postcode,
    line1,
    city,
    countryCode: country,
  })
  const data = {
    businessProcessType: 'S1',
    specificationIdentifier: 'urn:cen.eu:en16931:2017',
    number: document.number,
    typeCode: '380',
    issueDate: new Date(`${document.issueDate}T12:00:00Z`),
    includedNote: notes.map(([subjectCode, content]) => ({ content, subjectCode })),
    transaction: {
      tradeAgreement: {
        seller: {
          name: seller.name,
          globalIdentifier: { value: seller.siret, schemeIdentifier: '0009' },
          organization: {
            registrationIdentifier: { value: seller.siren, schemeIdentifier: '0002' },
            tradingName: seller.tradingName,
          },
          postalAddress: address(seller),
          electronicAddress: { value: seller.siren, schemeIdentifier: '0225' },
          taxRegistration: { localIdentifier: seller.siren },
        },
        buyer: {
          name: buyer.name,
          globalIdentifier: { value: buyer.siret, schemeIdentifier: '0009' },
          organization: { registrationIdentifier: { value: buyer.siren, schemeIdentifier: '0002' } },
          postalAddress: address(buyer),
          electronicAddress: { value: buyer.siren, schemeIdentifier: '0225' },
          taxRegistration: { vatIdentifier: buyer.vatNumber },
        },
      },
      tradeDelivery: { information: { deliveryDate: new Date(`${document.delivery?.to}T12:00:00Z`) } },
      tradeSettlement: {
        remittanceInformation: document.number,
        currencyCode: 'EUR',
        paymentInstruction: {
          typeCode: '58',
          transfers: [{ paymentAccountIdentifier: document.payment.transfer?.iban, accountName: seller.name }],
        },
        vatBreakdown: [
          {
            calculatedAmount: '0.00',
            ...vat,
            exemptionReasonText: reason,
            exemptionReasonCode: 'VATEX-FR-FRANCHISE',
            basisAmount: euros(totals.net),
          },
        ],
        paymentTerms: { description: document.payment.terms, dueDate: new Date(`${document.dueDate}T12:00:00Z`) },
        monetarySummation: {
          lineTotalAmount: euros(totals.lineTotal),
          taxBasisTotalAmount: euros(totals.net),
          taxTotal: { amount: '0.00', currencyCode: 'EUR' },
          grandTotalAmount: euros(totals.gross),
          duePayableAmount: euros(totals.payable),
        },
      },
      line: sold(document).map((line, index) => ({
        identifier: String(index + 1),
        tradeProduct: { name: line.label },
        tradeAgreement: { netTradePrice: { chargeAmount: String(decimal(line.unitPrice, 6)) } },
        tradeDelivery: {
          billedQuantity: { amount: String(decimal(line.quantity, 4)), unitMeasureCode: line.unitCode },
        },
        tradeSettlement: { tradeTax: vat, monetarySummation: { lineTotalAmount: euros(line.net) } },
      })),
    },
  }
  return {
    name: 'node-zugferd 0.1.0',
    draws: false,
    xml: () => invoicer.create(data).toXML(),
    facturX: (page) => invoicer.create(data).embedInPdf(page, { metadata: { title: document.number } }),
  }
}

/** factur-x-kit 0.3.1: totals in floating point, page of its own template. */
export async function facturXKit(
  document: IssuedDocument,
  notes: readonly (readonly [string, string])[],
  reason: string,
): Promise<Peer> {
  const { FacturX, totalsCalculator } = await load<Kit>('factur-x-kit')
  const { buyer, seller } = document
  const day = (text: string | undefined) => {
    const [year, month, date] = (text ?? '').split('-').map(Number)
    return { year, month, day: date }
  }
  const party = ({
    address: { city, country, line1, postcode },
    name,
    siren,
    siret,
  }: typeof buyer | typeof seller) => ({
    name,
    specifiedLegalOrganization: { id: { id: siren, scheme: '0002' } },
    postalAddress: { postcode, addressLineOne: line1, city, country },
    universalCommunicationAddressURI: { id: siren, scheme: '0225' },
    siret,
  })
  const { siret: sellerSiret, ...sellerParty } = party(seller)
  const { siret: buyerSiret, ...buyerParty } = party(buyer)
  const data = totalsCalculator({
    businessProcessType: 'S1',
    document: {
      id: document.number,
      type: '380',
      dateOfIssue: day(document.issueDate),
      currency: 'EUR',
      notes: notes.map(([subject, content]) => ({ content, subject })),
    },
    seller: {
      ...sellerParty,
      globalId: [{ id: sellerSiret, scheme: '0009' }],
      taxIdentification: { localTaxId: seller.siren },
    },
    buyer: {
      ...buyerParty,
      globalId: { id: buyerSiret, scheme: '0009' },
      taxIdentification: { vatId: buyer.vatNumber },
    },
    invoiceLines: sold(document).map((line, index) => ({
      generalLineData: { lineId: String(index + 1) },
      productDescription: { name: line.label },
      productPriceAgreement: { productPricing: { basisPricePerItem: decimal(line.unitPrice, 6) } },
      delivery: { itemQuantity: { quantity: decimal(line.quantity, 4), unit: line.unitCode } },
      settlement: { tax: { categoryCode: 'E' } },
    })),
    delivery: { deliveryDate: day(document.delivery?.to) },
    paymentInformation: {
      paymentReference: document.number,
      paymentMeans: [
        { paymentType: '58', payeeBankAccount: { iban: document.payment.transfer?.iban, accountName: seller.name } },
      ],
      paymentTerms: { description: document.payment.terms, dueDate: day(document.dueDate) },
    },
    totals: { taxExemptionReason: [{ reason, categoryCode: 'E' }] },
  })
  return {
    name: 'factur-x-kit 0.3.1',
    draws: true,
    xml: async () => (await FacturX.fromObject(data)).getXML(),
    facturX: async () => (await FacturX.fromObject(data)).getPDF({ locale: 'fr-FR' }),
  }
}

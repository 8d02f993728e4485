import type { Address, PrintedDocument, QuoteTerms } from '@tabellion/shared/invoicing'
import { isCovered, settable } from './text.ts'

/** A fact that a user typed and the page prints. */
export type PrintedField =
  | 'seller.name'
  | 'seller.tradingName'
  | 'seller.address'
  | 'seller.contact'
  | 'seller.identifiers'
  | 'buyer.name'
  | 'buyer.contact'
  | 'buyer.address'
  | 'buyer.deliveryAddress'
  | 'buyer.identifiers'
  | 'line.label'
  | 'line.detail'
  | 'line.itemCode'
  | 'line.unit'
  | 'allowance.label'
  | 'creditReason'
  | 'orderReference'
  | 'quoteNumber'
  | 'payment'
  | 'mentions'
  | 'textBefore'
  | 'textAfter'
  | 'terms'
  | 'personalMessage'
  | 'termsVersion'

export interface MissingCharacter {
  readonly character: string
  readonly field: PrintedField
  /** The ledger row, when the field is a line's or an allowance's. */
  readonly rowId?: string
}

/**
 * The characters that the document's font lacks, once per field: to be told before a number is taken. A PDF writer drops them
 * without a word, and the invoice then names another client.
 */
export function missingCharacters(document: PrintedDocument): readonly MissingCharacter[] {
  return printedTexts(document).flatMap(({ field, rowId, text }) =>
    [...new Set(settable(text ?? '').replaceAll('\n', ''))]
      .filter((character) => !isCovered(character))
      .map((character) => ({ character, field, ...(rowId === undefined ? {} : { rowId }) })),
  )
}

interface PrintedText {
  readonly field: PrintedField
  readonly rowId?: string
  readonly text: string | undefined
}

function printedTexts(document: PrintedDocument): readonly PrintedText[] {
  const { buyer, payment, seller } = document
  const address = (of: Address | undefined): string =>
    of ? `${of.line1} ${of.line2 ?? ''} ${of.postcode} ${of.city}` : ''
  return [
    { field: 'seller.name', text: seller.name },
    { field: 'seller.tradingName', text: seller.tradingName },
    { field: 'seller.address', text: address(seller.address) },
    { field: 'seller.contact', text: `${seller.phone ?? ''} ${seller.email ?? ''} ${seller.website ?? ''}` },
    { field: 'seller.identifiers', text: `${seller.siret} ${seller.vatNumber ?? ''} ${seller.apeCode ?? ''}` },
    { field: 'buyer.name', text: buyer.name },
    { field: 'buyer.contact', text: buyer.contact },
    { field: 'buyer.address', text: address(buyer.address) },
    { field: 'buyer.deliveryAddress', text: address(buyer.deliveryAddress) },
    { field: 'buyer.identifiers', text: `${buyer.siret ?? ''} ${buyer.siren ?? ''} ${buyer.vatNumber ?? ''}` },
    ...document.lines.flatMap((line): PrintedText[] => [
      { field: 'line.label', rowId: line.rowId, text: line.label },
      { field: 'line.detail', rowId: line.rowId, text: line.detail },
      ...(line.kind === 'text'
        ? []
        : ([
            { field: 'line.itemCode', rowId: line.rowId, text: line.itemCode },
            { field: 'line.unit', rowId: line.rowId, text: line.unit },
          ] as const)),
    ]),
    ...document.allowances.map(({ label, rowId }): PrintedText => ({ field: 'allowance.label', rowId, text: label })),
    { field: 'quoteNumber', text: wordsOf(document.quote) },
    { field: 'creditReason', text: document.creditReason },
    { field: 'orderReference', text: document.orderReference },
    { field: 'quoteNumber', text: document.quoteNumber },
    {
      field: 'payment',
      text: [
        ...payment.methods,
        payment.terms,
        payment.alreadyPaid?.method,
        payment.transfer?.holder,
        payment.transfer?.iban,
        payment.transfer?.bic,
      ].join(' '),
    },
    { field: 'mentions', text: document.mentions.map(({ text }) => text).join(' ') },
    { field: 'textBefore', text: document.textBefore },
    { field: 'textAfter', text: document.textAfter },
    { field: 'terms', text: document.terms },
    { field: 'personalMessage', text: document.personalMessage },
    { field: 'termsVersion', text: document.termsVersion },
  ]
}

const wordsOf = (quote: QuoteTerms | undefined): string =>
  `${quote?.start ?? ''} ${quote?.duration ?? ''} ${quote?.place ?? ''}`

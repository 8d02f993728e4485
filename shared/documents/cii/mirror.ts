import type { DocumentContent, DocumentLine, Totals, VatGroup } from '@tabellion/shared/invoicing'
import { cents, negate, quantity } from '@tabellion/shared/money'

/** A credit note is negative in our books and positive in the XML, where BT-3 says that it reduces. Others come back as they are. */
export function positive<Document extends DocumentContent>(document: Document): Document {
  if (document.kind !== 'credit') return document
  return {
    ...document,
    lines: document.lines.map(mirrorLine),
    // BT-92 has no sign of its own.
    allowances: document.allowances.map((allowance) => ({ ...allowance, amount: cents(Math.abs(allowance.amount)) })),
    vatGroups: document.vatGroups.map(mirrorGroup),
    deposits: document.deposits.map((deposit) => ({
      ...deposit,
      gross: negate(deposit.gross),
      vat: negate(deposit.vat),
    })),
    totals: mirrorTotals(document.totals),
  }
}

const mirrorLine = (line: DocumentLine): DocumentLine =>
  line.kind === 'text'
    ? line
    : { ...line, quantity: quantity(-line.quantity), discount: negate(line.discount), net: negate(line.net) }

const mirrorGroup = (vatGroup: VatGroup): VatGroup => ({
  ...vatGroup,
  base: negate(vatGroup.base),
  tax: negate(vatGroup.tax),
})

const mirrorTotals = (totals: Totals): Totals => ({
  lineTotal: negate(totals.lineTotal),
  allowanceTotal: negate(totals.allowanceTotal),
  net: negate(totals.net),
  vat: negate(totals.vat),
  gross: negate(totals.gross),
  prepaid: negate(totals.prepaid),
  payable: negate(totals.payable),
})

import type { DocumentContent, SoldLine, VatTreatment } from '@tabellion/shared/invoicing'
import { type Cents, lineNet, minus, percent, type Rate, rate } from '@tabellion/shared/money'
import { exemptionReason } from '@tabellion/shared/regulation'
import { reasonText } from '../cii/vat.ts'
import { roundingOf } from './amounts.ts'
import { computed, type Field, type Found, found, isBlank, sale } from './problems.ts'

/** BR-FR-16: rates that French law knows or knew. */
const FRENCH_RATES: readonly Rate[] = [
  '0.9',
  '1.05',
  '1.75',
  '2.1',
  '5.5',
  '7',
  '8.5',
  '9.2',
  '9.6',
  '10',
  '13',
  '19.6',
  '20',
  '20.6',
].map(percent)
const WHOLE = rate(100_000)

/** BG-25 and BG-20. Amounts are looked at as the XML will bear them: a credit note's positive. */
export function lineProblems(document: DocumentContent): Found[] {
  const sold = document.lines.filter((line): line is SoldLine => line.kind !== 'text')
  const problems = sold.length === 0 ? [found({ code: 'document-without-line' }, computed)] : []
  for (const line of sold)
    problems.push(
      ...soldLineProblems(line, roundingOf(document)),
      ...vatProblems(line.vat, document, sale('vatRate', line.rowId)),
    )
  for (const { amount, label, rowId, vat } of document.allowances) {
    if (isBlank(label)) problems.push(found({ code: 'line-without-label' }, sale('label', rowId)))
    if (amount <= 0) problems.push(found({ code: 'allowance-not-positive' }, sale('unitPrice', rowId)))
    problems.push(...vatProblems(vat, document, sale('vatRate', rowId)))
  }
  return problems
}

function soldLineProblems(line: SoldLine, within: number): Found[] {
  const problems: Found[] = []
  if (isBlank(line.label)) problems.push(found({ code: 'line-without-label' }, sale('label', line.rowId)))
  if (line.quantity === 0) problems.push(found({ code: 'quantity-zero' }, sale('quantity', line.rowId)))
  if (line.unitPrice < 0) problems.push(found({ code: 'line-price-negative' }, sale('unitPrice', line.rowId)))
  if (line.discountRate !== undefined && line.discountRate > WHOLE)
    problems.push(found({ code: 'discount-too-large' }, sale('discount', line.rowId)))
  // Rec. 20 codes have two or three characters; which ones exist is the unit table's affair (invoicing/units.ts).
  if (!/^[A-Z0-9]{2,3}$/.test(line.unitCode))
    problems.push(found({ code: 'unknown-unit', unitCode: line.unitCode }, sale('unit', line.rowId)))
  const expected = lineNet(line.quantity, line.unitPrice, line.discountRate)
  const gross: Cents = lineNet(line.quantity, line.unitPrice)
  if (Math.abs(line.net - expected) > within)
    problems.push(found({ code: 'wrong-line-amount', found: line.net, expected }, sale('net', line.rowId)))
  else if (line.discount !== minus(gross, line.net) && (within === 0 || line.discountRate !== undefined))
    problems.push(
      found(
        { code: 'wrong-line-amount', found: line.discount, expected: minus(gross, line.net) },
        sale('discount', line.rowId),
      ),
    )
  return problems
}

function vatProblems(vat: VatTreatment, { issueDate, seller }: DocumentContent, field: Field): Found[] {
  if (vat.category === 'S') {
    if (seller.franchise) return [found({ code: 'vat-charged-in-franchise', rate: vat.rate }, field)]
    if (vat.rate === 0) return [found({ code: 'rate-of-another-category', rate: vat.rate }, field, 'europe')]
    return FRENCH_RATES.includes(vat.rate) ? [] : [found({ code: 'rate-not-french', rate: vat.rate }, field, 'france')]
  }
  if (vat.rate !== 0) return [found({ code: 'rate-of-another-category', rate: vat.rate }, field, 'europe')]
  if (vat.reason === undefined) return [found({ code: 'missing-exemption-reason' }, field)]
  if (exemptionReason(vat.reason).category !== vat.category || isBlank(reasonText(vat, issueDate)))
    return [found({ code: 'missing-exemption-reason', reason: vat.reason }, field)]
  return []
}

import type { DocumentContent, VatGroup, VatTreatment } from '@tabellion/shared/invoicing'
import { applyRate, type Cents, cents, minus, plus, sum } from '@tabellion/shared/money'
import { isAlreadyPaid } from '../cii/frame.ts'
import { client, computed, type Found, found } from './problems.ts'

/** BG-22 and BG-23 recomputed to the cent: the official rules let VAT be a euro wrong (BR-CO-17, BR-S-09). */
export function amountProblems(document: DocumentContent): Found[] {
  return [...groupProblems(document), ...totalProblems(document)]
}

function groupProblems(document: DocumentContent): Found[] {
  const { vatGroups } = document
  const problems: Found[] = []
  for (const group of vatGroups) {
    problems.push(
      ...differing('BT-116', group.base, baseOf(group.vat, document)),
      ...differing('BT-117', group.tax, applyRate(group.base, group.vat.rate), roundingOf(document)),
    )
    if (group.base < 0) problems.push(found({ code: 'negative-vat-base' }, computed))
    const rivals = vatGroups.filter((other) => categoryKey(other) === categoryKey(group))
    if (rivals.length > 1 && rivals[0] === group) {
      const reasons = rivals.flatMap(({ vat }) => vat.reason ?? [])
      problems.push(found({ code: 'several-exemption-reasons', reasons }, computed, 'europe'))
    }
    if (group.vat.category === 'K' && document.delivery === undefined)
      problems.push(found({ code: 'missing-delivery-date' }, computed, 'europe'))
  }
  if (vatGroups.length > 1 && vatGroups.some(({ vat }) => vat.category === 'O'))
    problems.push(found({ code: 'outside-scope-mixed' }, client('type'), 'europe'))
  return problems
}

const categoryKey = ({ vat }: VatGroup): string => `${vat.category} ${vat.rate}`
const sameTreatment = (a: VatTreatment, b: VatTreatment): boolean =>
  a.category === b.category && a.rate === b.rate && a.reason === b.reason && a.reasonText === b.reasonText

function baseOf(vat: VatTreatment, { allowances, lines }: DocumentContent): Cents {
  const sold = lines.flatMap((line) => (line.kind !== 'text' && sameTreatment(line.vat, vat) ? [line.net] : []))
  const taken = allowances.filter((allowance) => sameTreatment(allowance.vat, vat)).map(({ amount }) => amount)
  return minus(sum(sold), sum(taken))
}

function totalProblems(document: DocumentContent): Found[] {
  const { allowances, deposits, lines, totals, vatGroups } = document
  const lineTotal = sum(lines.flatMap((line) => (line.kind === 'text' ? [] : [line.net])))
  const allowanceTotal = sum(allowances.map(({ amount }) => amount))
  const deducted = sum(deposits.map(({ gross }) => gross))
  // What was paid before issue is BT-113 too, and the snapshot may or may not count it.
  const prepaid = isAlreadyPaid(document) && totals.prepaid === totals.gross ? totals.gross : deducted
  const problems = [
    ...differing('BT-106', totals.lineTotal, lineTotal),
    ...differing('BT-107', totals.allowanceTotal, allowanceTotal),
    ...differing('BT-109', totals.net, minus(totals.lineTotal, totals.allowanceTotal)),
    ...differing('BT-109', totals.net, sum(vatGroups.map(({ base }) => base))),
    ...differing('BT-110', totals.vat, sum(vatGroups.map(({ tax }) => tax))),
    ...differing('BT-112', totals.gross, plus(totals.net, totals.vat)),
    ...differing('BT-113', totals.prepaid, prepaid),
    ...differing('BT-115', totals.payable, minus(totals.gross, totals.prepaid)),
  ]
  if (totals.gross <= cents(0)) problems.push(found({ code: 'document-not-positive' }, computed))
  else if (totals.payable < 0) problems.push(found({ code: 'prepaid-exceeds-total' }, computed))
  return problems
}

/**
 * Credit notes sum to their invoice: the last one takes the rounding of the others, and one for an amount, VAT included, need
 * not be the product of a base. The official rules allow less than a euro.
 */
export const roundingOf = ({ kind }: DocumentContent): number => (kind === 'credit' ? 99 : 0)

const differing = (term: string, value: Cents, expected: Cents, within = 0): Found[] =>
  Math.abs(value - expected) <= within ? [] : [found({ code: 'wrong-total', term, found: value, expected }, computed)]

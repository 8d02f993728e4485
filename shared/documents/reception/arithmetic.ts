import { type Cents, cents, minus, plus, sum } from '@tabellion/shared/money'
import { type DecimalText, type ExactDecimal, exact, times, toCents } from './exact-decimal.ts'
import type { SupplierInvoice } from './supplier-invoice.ts'

/** An amount that does not follow from the others. The official rules let VAT be a euro wrong and never multiply a line. */
export interface ArithmeticProblem {
  readonly code: 'wrong-amount'
  /** What is wrong: BT-131 of a line, BT-106, BT-107, BT-108, BT-109, BT-110, BT-112, BT-115, BT-116 or BT-117 of a VAT group. */
  readonly term: string
  /** The line's number, or the group's category and rate. */
  readonly of?: string
  readonly found: Cents
  readonly expected: Cents
}

/** Everything recomputed to the cent, halves away from zero. Whatever the profile leaves out is not checked. */
export function recount(invoice: SupplierInvoice): readonly ArithmeticProblem[] {
  return [...lineProblems(invoice), ...groupProblems(invoice), ...totalProblems(invoice)]
}

function lineProblems({ lines }: SupplierInvoice): ArithmeticProblem[] {
  return lines.flatMap(({ allowance, id, net, price, priceQuantity, quantity }) => {
    if (!price || !quantity) return []
    const gross = toCents(times(exact(quantity), exact(price)), priceQuantity && exact(priceQuantity))
    return gross === undefined ? [] : differing('BT-131', net, minus(gross, allowance), id)
  })
}

function groupProblems({ allowances, lines, vat }: SupplierInvoice): ArithmeticProblem[] {
  const problems: ArithmeticProblem[] = []
  for (const group of vat) {
    const name = groupKey(group)
    // Without lines (BASIC WL) the base stands alone; two groups of one category and rate share their lines.
    if (lines.length > 0 && vat.filter((other) => groupKey(other) === name).length === 1) {
      const base = minus(
        sum(lines.filter((line) => groupKey(line) === name).map(({ net }) => net)),
        sum(allowances.filter((allowance) => groupKey(allowance) === name).map(({ amount }) => amount)),
      )
      problems.push(...differing('BT-116', group.base, base, name))
    }
    const tax = group.rate && toCents(times({ digits: BigInt(group.base), scale: 2 }, percent(exact(group.rate))))
    if (tax !== undefined) problems.push(...differing('BT-117', group.tax, tax, name))
  }
  return problems
}

function totalProblems({ allowances, lines, totals, vat }: SupplierInvoice): ArithmeticProblem[] {
  const { lineTotal, net, gross, payable } = totals
  const zero = cents(0)
  const taken = sum(allowances.map(({ amount }) => amount).filter((amount) => amount > 0))
  const added = sum(allowances.map(({ amount }) => cents(Math.max(0, -amount))))
  const detailed = lineTotal !== undefined
  return [
    ...(detailed && lines.length > 0 ? differing('BT-106', lineTotal, sum(lines.map((line) => line.net))) : []),
    ...(detailed ? differing('BT-107', totals.allowances ?? zero, taken) : []),
    ...(detailed ? differing('BT-108', totals.charges ?? zero, added) : []),
    ...(detailed
      ? differing('BT-109', net, minus(plus(lineTotal, totals.charges ?? zero), totals.allowances ?? zero))
      : []),
    ...(vat.length > 0 ? differing('BT-110', totals.vat, sum(vat.map(({ tax }) => tax))) : []),
    ...differing('BT-112', gross, plus(net, totals.vat)),
    ...differing('BT-115', payable, plus(minus(gross, totals.prepaid ?? zero), totals.rounding ?? zero)),
  ]
}

const differing = (term: string, found: Cents, expected: Cents, of?: string): ArithmeticProblem[] =>
  found === expected ? [] : [{ code: 'wrong-amount', term, found, expected, ...(of === undefined ? {} : { of }) }]

const percent = ({ digits, scale }: ExactDecimal): ExactDecimal => ({ digits, scale: scale + 2 })

/** `S 20`: the category and its rate; exempt categories have none or zero. */
const groupKey = ({ category, rate }: { readonly category?: string; readonly rate?: DecimalText }): string =>
  `${category ?? '?'} ${rate ?? '0'}`

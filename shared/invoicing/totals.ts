import { applyRate, type Cents, cents, minus, plus, sum } from '@tabellion/shared/money'
import type { DocumentAllowance, DocumentLine, SoldLine, Totals, VatGroup, VatTreatment } from './document.ts'
import { vatKey } from './vat.ts'

export const soldLines = (lines: readonly DocumentLine[]): SoldLine[] =>
  lines.filter((line): line is SoldLine => line.kind !== 'text')

/** BG-23: bases add up per category, rate and reason; VAT is computed once per group, never per line (BR-S-08, BR-S-09). */
export function vatBreakdown(lines: readonly DocumentLine[], allowances: readonly DocumentAllowance[]): VatGroup[] {
  const groups = new Map<string, { vat: VatTreatment; base: Cents }>()
  const add = (vat: VatTreatment, amount: Cents): void => {
    const key = vatKey(vat)
    groups.set(key, { vat, base: plus(groups.get(key)?.base ?? cents(0), amount) })
  }
  for (const line of soldLines(lines)) add(line.vat, line.net)
  for (const allowance of allowances) add(allowance.vat, minus(cents(0), allowance.amount))
  return [...groups.values()]
    .map(({ vat, base }) => ({ vat, base, tax: applyRate(base, vat.rate) }))
    .sort((a, b) => b.vat.rate - a.vat.rate)
}

/** BG-22 by BR-CO-10, 13, 14, 15 and 16. */
export function totalsOf(
  lines: readonly DocumentLine[],
  allowances: readonly DocumentAllowance[],
  groups: readonly VatGroup[],
  prepaid: Cents,
): Totals {
  const lineTotal = sum(soldLines(lines).map((line) => line.net))
  const allowanceTotal = sum(allowances.map((allowance) => allowance.amount))
  const net = minus(lineTotal, allowanceTotal)
  const vat = sum(groups.map((group) => group.tax))
  const gross = plus(net, vat)
  return { lineTotal, allowanceTotal, net, vat, gross, prepaid, payable: minus(gross, prepaid) }
}

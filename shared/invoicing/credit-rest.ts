import { type Cents, cents, minus, plus, type Quantity, quantity, sum } from '@tabellion/shared/money'
import type { DocumentAllowance, IssuedDocument, SoldLine, VatGroup, VatTreatment } from './document.ts'
import { soldLines } from './totals.ts'

/** What is still to be credited of one line of the invoice. */
export interface LineRest {
  readonly line: SoldLine
  readonly quantity: Quantity
  readonly net: Cents
}

/** What earlier credit notes left of an invoice. Every amount is positive. */
export interface CreditRest {
  /** The limit of the next credit note, whatever was paid: invoice − earlier credit notes. */
  readonly payable: Cents
  readonly lines: readonly LineRest[]
  readonly allowances: readonly DocumentAllowance[]
  /** By VAT treatment, a balance's whole lines. */
  readonly groups: readonly VatGroup[]
  /** As `groups`, less what the deposits of a balance have already billed. */
  readonly ownGroups: readonly VatGroup[]
  /** Some earlier credit note was for an amount, which belongs to no line. */
  readonly byAmount: boolean
}

/**
 * `earlier`: the credit notes on this invoice. `deducted`: of a balance, its deposits and the credit notes they had before
 * it, whose VAT it does not ask for again.
 */
export function creditRest(
  invoice: IssuedDocument,
  earlier: readonly IssuedDocument[],
  deducted: readonly IssuedDocument[],
): CreditRest {
  const credited = new Map<string, { readonly quantity: number; readonly net: Cents }>()
  const lineIds = new Set(soldLines(invoice.lines).map((line) => line.rowId))
  let byAmount = false
  for (const line of earlier.flatMap((credit) => soldLines(credit.lines))) {
    if (!lineIds.has(line.rowId)) byAmount = true
    const before = credited.get(line.rowId)
    credited.set(line.rowId, {
      quantity: (before?.quantity ?? 0) - line.quantity,
      net: minus(before?.net ?? cents(0), line.net),
    })
  }
  const groups = plusGroups(invoice.vatGroups, earlier)
  return {
    payable: plus(invoice.totals.payable, sum(earlier.map((credit) => credit.totals.payable))),
    lines: soldLines(invoice.lines).map((line) => ({
      line,
      quantity: quantity(line.quantity - (credited.get(line.rowId)?.quantity ?? 0)),
      net: minus(line.net, credited.get(line.rowId)?.net ?? cents(0)),
    })),
    allowances: invoice.allowances.map((allowance) => ({
      ...allowance,
      amount: plus(
        allowance.amount,
        sum(
          earlier.flatMap((credit) =>
            credit.allowances.filter(({ rowId }) => rowId === allowance.rowId).map(({ amount }) => amount),
          ),
        ),
      ),
    })),
    groups,
    ownGroups: plusGroups(
      groups,
      deducted.map((document) => ({ vatGroups: document.vatGroups.map(negated) })),
    ),
    byAmount,
  }
}

const negated = (group: VatGroup): VatGroup => ({
  ...group,
  base: cents(-group.base),
  tax: cents(-group.tax),
})

/** Groups with those of other documents added, whose signs say which way they count. */
function plusGroups(
  groups: readonly VatGroup[],
  others: readonly Pick<IssuedDocument, 'vatGroups'>[],
): readonly VatGroup[] {
  const added = others.flatMap((other) => other.vatGroups)
  return groups.map((group) => {
    const same = added.filter((other) => looseKey(other.vat) === looseKey(group.vat))
    return {
      ...group,
      base: plus(group.base, sum(same.map(({ base }) => base))),
      tax: plus(group.tax, sum(same.map(({ tax }) => tax))),
    }
  })
}

/** A deposit billed months ago may word the same reason otherwise. */
const looseKey = ({ category, rate, reason, reasonText }: VatTreatment): string =>
  `${category}|${rate}|${reason === 'other' ? reasonText : (reason ?? '')}`

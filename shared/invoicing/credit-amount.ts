import { latest } from '@tabellion/shared/calendar'
import { fail, ok, type Result } from '@tabellion/shared/kernel'
import {
  type Cents,
  cents,
  divideRounded,
  minus,
  negate,
  quantity,
  splitByWeight,
  sum,
  unitPrice,
} from '@tabellion/shared/money'
import type { CreditedParts } from './credit-parts.ts'
import type { CreditProblem } from './credit-problems.ts'
import type { CreditRest } from './credit-rest.ts'
import type { IssuedDocument, SoldLine, VatGroup } from './document.ts'
import { invoiceName } from './invoice-name.ts'
import { soldLines } from './totals.ts'
import { vatKey } from './vat.ts'

/** By amount, VAT included: one row, its VAT in proportion to what each rate still has. */
export function creditAmount(
  invoice: IssuedDocument,
  rest: CreditRest,
  amount: Cents,
  newId: () => string,
): Result<CreditedParts, CreditProblem> {
  const { number } = invoice
  if (amount <= 0) return fail({ code: 'credit-not-positive', number })
  if (amount > rest.payable) return fail({ code: 'credit-above-rest', number, asked: amount, rest: rest.payable })
  // A rate that is credited beyond what a balance asked for has nothing more to give.
  const groups = [rest.ownGroups, rest.groups]
    .map((candidates) => candidates.filter((group) => group.base + group.tax > 0))
    .find((candidates) => candidates.length > 0)
  if (groups === undefined) return fail({ code: 'nothing-left-to-credit', number, credits: [] })
  const shares = splitByWeight(
    amount,
    groups.map((group) => group.base + group.tax),
  )
  const id = newId()
  const label = `Avoir sur la ${invoiceName(invoice.kind)} ${number}`
  const parts = groups.flatMap((group, index) => {
    const share = shares[index] ?? cents(0)
    if (share === 0) return []
    const tax = taxIn(share, group)
    return [{ group, base: minus(share, tax), tax }]
  })
  const lines = parts.map(({ group, base }): SoldLine => {
    const model = modelOf(invoice, group)
    return {
      kind: invoice.kind === 'deposit' ? 'deposit' : 'sale',
      rowId: id,
      label,
      quantity: quantity(-10_000),
      unit: 'forfait',
      unitCode: 'C62',
      unitPrice: unitPrice(base * 10_000),
      discount: cents(0),
      net: negate(base),
      vat: group.vat,
      nature: model.nature,
      date: model.date,
    }
  })
  const net = sum(parts.map(({ base }) => base))
  const [only] = lines
  const single = lines.length === 1 && only ? { vat: only.vat } : {}
  return ok({
    lines,
    allowances: [],
    vatGroups: parts.map(({ group, base, tax }) => ({ vat: group.vat, base: negate(base), tax: negate(tax) })),
    deposits: [],
    rows: [
      {
        id,
        label,
        amounts: {
          quantity: quantity(-10_000),
          unitPrice: unitPrice(net * 10_000),
          net: negate(net),
          gross: negate(amount),
        },
        whole: {
          ...single,
          nature: only?.nature ?? 'servicesBnc',
          date: lines.map((line) => line.date).reduce(latest, only?.date ?? invoice.issueDate),
        },
      },
    ],
  })
}

/** The VAT in an amount that includes it, within what is left of base and VAT. */
function taxIn(share: Cents, { base, tax, vat }: VatGroup): Cents {
  const exact = Number(divideRounded(BigInt(share) * BigInt(vat.rate), BigInt(100_000 + vat.rate)))
  return cents(Math.min(tax, Math.max(exact, share - base)))
}

/** Of a rate's lines, the nature that weighs most and the last day. */
function modelOf(invoice: IssuedDocument, { vat }: VatGroup): Pick<SoldLine, 'nature' | 'date'> {
  const lines = soldLines(invoice.lines).filter((line) => vatKey(line.vat) === vatKey(vat))
  const [first] = lines
  if (first === undefined) return { nature: 'servicesBnc', date: invoice.issueDate }
  const weight = (nature: SoldLine['nature']): number =>
    lines.filter((line) => line.nature === nature).reduce((total, line) => total + line.net, 0)
  return {
    nature: lines.map((line) => line.nature).reduce((a, b) => (weight(b) > weight(a) ? b : a), first.nature),
    date: lines.map((line) => line.date).reduce(latest, first.date),
  }
}

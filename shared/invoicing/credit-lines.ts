import { fail, ok, type Result } from '@tabellion/shared/kernel'
import {
  applyRate,
  type Cents,
  cents,
  divideRounded,
  lineNet,
  minus,
  negate,
  plus,
  type Quantity,
  quantity,
  type Rate,
  sum,
  unitPrice,
} from '@tabellion/shared/money'
import type { CreditedParts, CreditRow } from './credit-parts.ts'
import type { CreditProblem } from './credit-problems.ts'
import type { CreditRest, LineRest } from './credit-rest.ts'
import type { DocumentAllowance, DocumentLine, IssuedDocument, SoldLine, VatGroup } from './document.ts'
import { vatBreakdown } from './totals.ts'
import { vatKey } from './vat.ts'

/** By line: `rest` is all that is left, with the deposits that a balance deducted. `whole`: nothing was credited before. */
export function creditLines(
  invoice: IssuedDocument,
  rest: CreditRest,
  asked: 'rest' | readonly { readonly id: string; readonly quantity?: Quantity }[],
  whole: boolean,
  newId: () => string,
): Result<CreditedParts, CreditProblem> {
  const chosen =
    asked === 'rest' ? ok(rest.lines.map((line) => ({ ...line, taken: line.quantity }))) : choose(invoice, rest, asked)
  if (!chosen.ok) return chosen
  const taken = chosen.value.filter((line) => line.taken !== 0).map(creditedLine)
  const lines = taken.map(({ credited }) => credited)
  const allowances = creditedAllowances(rest, taken)
  const vatGroups = vatBreakdown(lines, allowances).map((group) => withRest(group, rest.groups))
  const beyond = vatGroups.find((group) => negate(group.base) > (restOf(group, rest.groups)?.base ?? 0))
  if (beyond) {
    const left = restOf(beyond, rest.groups)
    return fail({
      code: 'credit-above-rest',
      number: invoice.number,
      asked: negate(plus(beyond.base, beyond.tax)),
      rest: plus(left?.base ?? cents(0), left?.tax ?? cents(0)),
      rate: beyond.vat.rate,
    })
  }
  const rows = new Map<string, CreditRow>([
    ...taken.map(({ credited }) => [credited.rowId, rowOf(credited, newId())] as const),
    ...allowances.map((allowance) => [allowance.rowId, allowanceRow(allowance, newId())] as const),
  ])
  const texts = whole && asked === 'rest' ? invoice.lines.filter((line) => line.kind === 'text') : []
  for (const text of texts) rows.set(text.rowId, { id: newId(), from: text.rowId, label: text.label })
  const byId = new Map<string, DocumentLine>([...lines, ...texts].map((line) => [line.rowId, line]))
  const order = [...invoice.lines, ...invoice.allowances].map((item) => item.rowId)
  return ok({
    lines: invoice.lines.flatMap((line) => byId.get(line.rowId) ?? []),
    allowances,
    vatGroups,
    deposits:
      asked === 'rest'
        ? invoice.deposits.map((deposit) => ({ ...deposit, gross: negate(deposit.gross), vat: negate(deposit.vat) }))
        : [],
    rows: order.flatMap((id) => rows.get(id) ?? []),
  })
}

interface ChosenLine extends LineRest {
  /** Positive. */
  readonly taken: Quantity
}

function choose(
  invoice: IssuedDocument,
  rest: CreditRest,
  asked: readonly { readonly id: string; readonly quantity?: Quantity }[],
): Result<readonly ChosenLine[], CreditProblem> {
  const { number } = invoice
  const chosen: ChosenLine[] = []
  for (const { id, quantity: wanted } of asked) {
    const found = rest.lines.find((candidate) => candidate.line.rowId === id)
    if (found === undefined) {
      const other = [...invoice.lines, ...invoice.allowances].find((item) => item.rowId === id)
      return other
        ? fail({ code: 'credit-line-without-price', number, label: other.label })
        : fail({ code: 'unknown-credit-line', number, id })
    }
    if (chosen.some((line) => line.line.rowId === id)) return fail({ code: 'credit-line-twice', number, id })
    const taken = wanted ?? found.quantity
    if (taken <= 0 && wanted !== undefined) return fail({ code: 'credit-not-positive', number })
    if (taken > found.quantity || found.quantity <= 0)
      return fail({
        code: 'credit-quantity-above-rest',
        number,
        label: found.line.label,
        asked: taken === 0 ? found.line.quantity : taken,
        rest: found.quantity,
      })
    chosen.push({ ...found, taken })
  }
  return chosen.length === 0 ? fail({ code: 'credit-not-positive', number }) : ok(chosen)
}

interface TakenLine {
  readonly credited: SoldLine
  readonly from: ChosenLine
  /** Positive. */
  readonly net: Cents
}

/** The last credit of a line takes what rounding left of it. */
function creditedLine(from: ChosenLine): TakenLine {
  const { line, taken } = from
  const exact = lineNet(taken, line.unitPrice, line.discountRate)
  const net = taken === from.quantity ? from.net : cents(Math.min(exact, from.net))
  const discount = line.discountRate === undefined ? cents(0) : minus(lineNet(taken, line.unitPrice), net)
  return {
    credited: { ...line, quantity: quantity(-taken), net: negate(net), discount: negate(discount) },
    from,
    net,
  }
}

/** An allowance follows the lines of its treatment: the share of those credited, the rest with the last of them. */
function creditedAllowances(rest: CreditRest, taken: readonly TakenLine[]): DocumentAllowance[] {
  return rest.allowances.flatMap((allowance) => {
    const same = rest.lines.filter(({ line }) => vatKey(line.vat) === vatKey(allowance.vat))
    const mine = taken.filter(({ credited }) => vatKey(credited.vat) === vatKey(allowance.vat))
    const left = sum(same.map(({ net }) => net))
    const net = sum(mine.map((line) => line.net))
    if (net === 0 || left === 0 || allowance.amount <= 0) return []
    const share = cents(Number(divideRounded(BigInt(allowance.amount) * BigInt(net), BigInt(left))))
    const amount = net === left ? allowance.amount : cents(Math.min(share, allowance.amount))
    return amount === 0 ? [] : [{ ...allowance, amount: negate(amount) }]
  })
}

/** VAT on the base, unless the base is all that is left: then all the VAT that is left. Never more than that. */
function withRest(group: VatGroup, left: readonly VatGroup[]): VatGroup {
  const same = restOf(group, left)
  if (same === undefined) return group
  const base = negate(group.base)
  const tax = base === same.base ? same.tax : cents(Math.min(applyRate(base, group.vat.rate), same.tax))
  return { ...group, tax: negate(tax) }
}

const restOf = (group: VatGroup, left: readonly VatGroup[]): VatGroup | undefined =>
  left.find((other) => vatKey(other.vat) === vatKey(group.vat))

function rowOf(line: SoldLine, id: string): CreditRow {
  const { net, vat } = line
  return {
    id,
    from: line.rowId,
    label: line.label,
    amounts: { quantity: line.quantity, unitPrice: line.unitPrice, net, gross: withTax(net, vat.rate) },
  }
}

/** What an allowance took off is not given back twice: its row is positive. */
function allowanceRow({ amount, label, rowId, vat }: DocumentAllowance, id: string): CreditRow {
  const net = negate(amount)
  return {
    id,
    from: rowId,
    label,
    amounts: { quantity: quantity(10_000), unitPrice: unitPrice(net * 10_000), net, gross: withTax(net, vat.rate) },
  }
}

const withTax = (net: Cents, rate: Rate): Cents => plus(net, applyRate(net, rate))

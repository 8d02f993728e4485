import type { Cents, Rate } from '@tabellion/shared/money'
import type { IndexedInvoice } from './invoice-index.ts'
import type { MatchSeller } from './model.ts'

/** How the amount of a line explains an invoice's balance. */
export type RelationCode =
  | 'exact'
  | 'penny'
  | 'pennies'
  | 'instalment'
  | 'equal-part'
  | 'share'
  | 'round-part'
  | 'part'
  | 'discount'
  | 'usual-discount'
  | 'round-fee'
  | 'fee'
  | 'without-vat'
  | 'flat-penalty'
  | 'interest'
  | 'rounded-up'
  | 'over'
  | 'net'
  | 'refund'
  | 'reversal'

export interface Relation {
  readonly code: RelationCode
  /** By how much the balance goes down. */
  readonly settles: number
  /** Facts for the explanation: a percentage in hundred-thousandths, a fee or an excess in cents, which instalment. */
  readonly rate?: Rate
  readonly difference?: number
  readonly instalment?: number
}

/** Banks keep at most this on a transfer from abroad. */
const MOST_FEE = 2_600
/** Percentages that people agree on, and numbers of equal parts. */
const SHARES = new Set([10, 15, 20, 25, 30, 33, 35, 40, 50, 60, 70, 75, 80])
const PARTS = new Set([3, 4, 5, 6, 10, 12])
const DISCOUNTS = new Set([1, 1.5, 2, 2.5, 3, 4, 5])

/** The first relation that holds, most telling first; undefined when the amount says nothing of this invoice. */
export function relationTo(
  amount: number,
  open: number,
  item: IndexedInvoice,
  on: number,
  seller: MatchSeller,
): Relation | undefined {
  if (open <= 0) return undefined
  const difference = amount - open
  if (difference === 0) return { code: 'exact', settles: open }
  if (Math.abs(difference) <= 2) return { code: 'penny', settles: open, difference }
  const total = item.total
  const untouched = open === total
  const planned = instalmentOf(amount, open, item)
  if (planned) return planned
  if (difference < 0) {
    const agreed = item.discount
    if (agreed && amount === total - share(total, agreed.rate) && untouched)
      return { code: 'discount', settles: open, rate: agreed.rate, difference }
  } else {
    const penalty = penaltyOf(difference, open, item, on, seller)
    if (penalty) return { ...penalty, settles: open, difference }
  }
  if (Math.abs(difference) <= 99) return { code: 'pennies', settles: open, difference }
  return difference < 0 ? lessThan(amount, open, total, seller) : moreThan(amount, open, difference)
}

/** The next instalment of the schedule, or the same amount again. */
function instalmentOf(amount: number, open: number, item: IndexedInvoice): Relation | undefined {
  const plan = item.instalments
  if (!plan) return undefined
  const paid = item.total - open
  let before = 0
  for (const [index, part] of plan.entries()) {
    if (before >= paid && part.amount === amount) return { code: 'instalment', settles: amount, instalment: index + 1 }
    before += part.amount
  }
  return undefined
}

function penaltyOf(
  excess: number,
  open: number,
  item: IndexedInvoice,
  on: number,
  seller: MatchSeller,
): { code: 'flat-penalty' | 'interest' } | undefined {
  const agreed = seller.latePenalty
  if (!agreed || on <= item.dueAt) return undefined
  if (excess === agreed.flat) return { code: 'flat-penalty' }
  if (excess > agreed.flat + share(open, agreed.yearly) * 5) return undefined
  // Counted up to the day the transfer was ordered, at most a long weekend before it was booked.
  for (let late = on - item.dueAt; late >= Math.max(1, on - item.dueAt - 4); late -= 1) {
    const interest = Math.round((open * agreed.yearly * late) / (100_000 * 365))
    if (Math.abs(excess - interest) <= 1 || Math.abs(excess - interest - agreed.flat) <= 1) return { code: 'interest' }
  }
  return undefined
}

function lessThan(amount: number, open: number, total: number, seller: MatchSeller): Relation {
  const missing = open - amount
  if (open === total) {
    const discount = Math.round((missing * 200) / total) / 2
    if (DISCOUNTS.has(discount) && percentOf(total, discount) === missing)
      return { code: 'usual-discount', settles: open, rate: (discount * 1_000) as Rate, difference: -missing }
    for (const vat of seller.vatRates ?? []) {
      if (vat > 0 && Math.abs(Math.round((total * 100_000) / (100_000 + vat)) - amount) <= 1)
        return { code: 'without-vat', settles: amount, rate: vat, difference: -missing }
    }
  }
  if (missing <= MOST_FEE && missing * 8 <= total)
    return { code: missing % 50 === 0 ? 'round-fee' : 'fee', settles: open, difference: -missing }
  if (open === total) {
    const part = Math.round((amount * 100) / total)
    if (SHARES.has(part) && Math.abs(percentOf(total, part) - amount) <= 1)
      return { code: 'share', settles: amount, rate: (part * 1_000) as Rate }
  }
  const count = Math.round(total / amount)
  if ((PARTS.has(count) && Math.abs(total - amount * count) < count + 1) || againTheSame(amount, total - open))
    return { code: 'equal-part', settles: amount }
  return { code: amount % 1_000 === 0 ? 'round-part' : 'part', settles: amount }
}

/** To the nearest cent. Plain numbers: this runs on every open invoice of a client, and a cent of an hypothesis is not a cent of an account. */
const share = (amount: number, rate: number): number => Math.round((amount * rate) / 100_000)
const percentOf = (total: number, percent: number): number => share(total, percent * 1_000)
const againTheSame = (amount: number, paid: number): boolean => paid > 0 && paid % amount <= Math.floor(paid / amount)

function moreThan(amount: number, open: number, excess: number): Relation | undefined {
  if ((amount % 1_000 === 0 && excess < 1_000) || (amount % 5_000 === 0 && excess < 5_000))
    return { code: 'rounded-up', settles: open, difference: excess }
  if (excess <= Math.max(6_500, open * 0.1) && excess < open) return { code: 'over', settles: open, difference: excess }
  return undefined
}

/** What a processor pays out for one invoice. */
export function netOf(gross: number, processor: { readonly rate: Rate; readonly fixed: Cents }): number {
  return gross - share(gross, processor.rate) - processor.fixed
}

/** 1 for hundreds of euros, 0 for an amount with cents. */
export const roundness = (amount: number): number =>
  amount % 10_000 === 0 ? 1 : amount % 1_000 === 0 ? 0.6 : amount % 100 === 0 ? 0.3 : 0

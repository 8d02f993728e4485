import type { Day } from '@tabellion/shared/calendar'
import { type Cents, cents, divideRounded, minus, plus, type Rate, splitByWeight, sum } from '@tabellion/shared/money'
import type { PaymentPart, ReceiptCategory } from './payment.ts'

/** One VAT breakdown of a document by rate and by what is sold; negative in a credit note. Rate and tax are 0 without VAT. */
export interface DocumentGroup {
  readonly category: ReceiptCategory
  readonly rate: Rate
  readonly base: Cents
  readonly tax: Cents
}
/** What the books need of an issued document. */
export interface BookedDocument {
  readonly number: string
  readonly kind: 'standard' | 'deposit' | 'balance' | 'credit'
  readonly issued: Day
  /** Last day of delivery or performance, when it is not the issue date. */
  readonly delivered?: Day
  readonly groups: readonly DocumentGroup[]
  /** Numbers of the deposits that a balance deducts. */
  readonly deducts?: readonly string[]
  /** Number of the invoice that a credit note corrects. */
  readonly corrects?: string
}
/** Money for one document, VAT included; negative when given back. */
export interface Allocation {
  readonly document: string
  readonly date: Day
  readonly amount: Cents
}
/** The share of one allocation that goes to one group. */
export interface AllocatedGroup {
  readonly allocation: Allocation
  readonly group: DocumentGroup
  readonly amount: Cents
  readonly vat: Cents
}

/** What a document itself asks for: a balance, or the credit note that takes it back, without what its deposits asked for. */
export function ownGroups(document: BookedDocument, documents: ReadonlyMap<string, BookedDocument>): DocumentGroup[] {
  const groups = new Map(document.groups.map((group) => [groupKey(group), group]))
  for (const number of document.deducts ?? [])
    for (const deposit of documents.get(number)?.groups ?? []) {
      const before = groups.get(groupKey(deposit))
      const take = document.kind === 'credit' ? plus : minus
      const base = take(before?.base ?? cents(0), deposit.base)
      groups.set(groupKey(deposit), { ...deposit, base, tax: take(before?.tax ?? cents(0), deposit.tax) })
    }
  return [...groups.values()].filter(({ base, tax }) => base !== 0 || tax !== 0)
}

/** What one group of a document has got so far. */
export interface GroupShare {
  readonly category: ReceiptCategory
  readonly rate: Rate
  readonly amount: Cents
}

/**
 * Splits an allocation over the groups of its document, in proportion to what they ask for (less what credit notes of that day
 * took off), and tells the VAT in each share. What was paid so far is split again with it, so that shares sum to the allocation
 * and that a document wholly paid has paid each of its groups to the cent; what is paid beyond bears no VAT.
 */
export function shareOut(
  allocation: Allocation,
  paid: readonly GroupShare[],
  documents: ReadonlyMap<string, BookedDocument>,
): AllocatedGroup[] {
  const document = documents.get(allocation.document)
  const groups = document ? ownGroups(document, documents) : []
  if (!document || groups.length === 0) return []
  const before = groups.map((group) =>
    sum(paid.filter((share) => groupKey(share) === groupKey(group)).map(({ amount }) => amount)),
  )
  const after = splitByWeight(
    plus(sum(before), allocation.amount),
    weightsOn(allocation.date, document, groups, documents),
  )
  return groups.map((group, index) => {
    const [was, is] = [before[index] ?? cents(0), after[index] ?? cents(0)]
    return { allocation, group, amount: minus(is, was), vat: minus(taxWithin(group, is), taxWithin(group, was)) }
  })
}

/** Splits allocations one after the other, by date. */
export function allocateToGroups(
  documents: readonly BookedDocument[],
  allocations: readonly Allocation[],
): AllocatedGroup[] {
  const byNumber = new Map(documents.map((document) => [document.number, document]))
  const paid = new Map<string, readonly GroupShare[]>()
  return [...allocations].sort(byDate).flatMap((allocation) => {
    const before = paid.get(allocation.document) ?? []
    const shares = shareOut(allocation, before, byNumber)
    paid.set(allocation.document, [...before, ...shares.map(shareOf)])
    return shares
  })
}
const shareOf = ({ amount, group: { category, rate } }: AllocatedGroup): GroupShare => ({ category, rate, amount })

function weightsOn(
  on: Day,
  document: BookedDocument,
  groups: readonly DocumentGroup[],
  documents: ReadonlyMap<string, BookedDocument>,
): number[] {
  const credited = creditedGroups(document, documents, on)
  const whole = groups.map((group) => Math.abs(gross(group)))
  const left = groups.map((group, index) =>
    Math.max((whole[index] ?? 0) - Math.abs(credited.get(groupKey(group)) ?? 0), 0),
  )
  if (left.some((weight) => weight > 0)) return left
  return whole.some((weight) => weight > 0) ? whole : groups.map(() => 1)
}

/** The parts of one payment for the receipts book. */
export function paymentParts(shares: readonly AllocatedGroup[]): PaymentPart[] {
  const parts = new Map<ReceiptCategory, PaymentPart>()
  for (const { amount, group, vat } of shares) {
    const before = parts.get(group.category)
    parts.set(group.category, {
      category: group.category,
      amount: plus(before?.amount ?? cents(0), amount),
      vat: plus(before?.vat ?? cents(0), vat),
    })
  }
  return [...parts.values()].filter(({ amount }) => amount !== 0)
}

const gross = ({ base, tax }: DocumentGroup): Cents => plus(base, tax)
const groupKey = ({ category, rate }: Pick<DocumentGroup, 'category' | 'rate'>): string => `${category} ${rate}`
const byDate = (a: Allocation, b: Allocation): number => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)

function creditedGroups(
  document: BookedDocument,
  documents: ReadonlyMap<string, BookedDocument>,
  on: Day,
): Map<string, Cents> {
  const credited = new Map<string, Cents>()
  for (const credit of documents.values())
    if (credit.kind === 'credit' && credit.corrects === document.number && credit.issued <= on)
      for (const group of credit.groups)
        credited.set(groupKey(group), plus(credited.get(groupKey(group)) ?? cents(0), gross(group)))
  return credited
}

/** The tax in the first `paid` cents of a group, never more than its own. */
function taxWithin(group: DocumentGroup, paid: Cents): Cents {
  const whole = gross(group)
  if (whole === 0 || Math.sign(paid) !== Math.sign(whole)) return cents(0)
  if (Math.abs(paid) >= Math.abs(whole)) return group.tax
  const size = BigInt(Math.abs(whole))
  return cents(Number(divideRounded(BigInt(group.tax) * BigInt(Math.abs(paid)), size)))
}

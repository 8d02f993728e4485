import { contains, type Day, type Period } from '@tabellion/shared/calendar'
import { type Cents, cents, minus, plus, type Rate } from '@tabellion/shared/money'
import { type Allocation, allocateToGroups, type BookedDocument, type DocumentGroup, ownGroups } from './allocation.ts'

/** VAT that falls due on a day: on delivery of goods, on receipt for services, on the debit by option. CGI art. 269, 2. */
export interface VatDue {
  readonly date: Day
  readonly document: string
  readonly rate: Rate
  readonly base: Cents
  readonly tax: Cents
  readonly why: 'delivery' | 'receipt' | 'debit'
}

/**
 * When each document's VAT falls due. Goods: at delivery, deposits on them at receipt (since 2023); services: at receipt, or when
 * invoiced if the seller opted for the debits. A credit note takes off what it corrects: on its own day for goods and debits, when
 * it is refunded for services, so that VAT never received is never returned.
 */
export function vatDue(
  documents: readonly BookedDocument[],
  allocations: readonly Allocation[],
  servicesDue: 'receipts' | 'debits',
): VatDue[] {
  const byNumber = new Map(documents.map((document) => [document.number, document]))
  const onReceipt = (document: BookedDocument, group: DocumentGroup): boolean =>
    isGoods(group) ? document.kind === 'deposit' : servicesDue === 'receipts'
  const invoiced = documents.flatMap((document) =>
    ownGroups(document, byNumber)
      .filter((group) => isTaxed(group) && !onReceipt(document, group))
      .map(({ base, category, rate, tax }): VatDue => {
        const goods = category === 'goods'
        const date = goods ? (document.delivered ?? document.issued) : document.issued
        return { date, document: document.number, rate, base, tax, why: goods ? 'delivery' : 'debit' }
      }),
  )
  const received = allocateToGroups(documents, allocations).flatMap(({ allocation, amount, group, vat }): VatDue[] => {
    const document = byNumber.get(allocation.document)
    if (!document || !isTaxed(group) || !onReceipt(document, group)) return []
    return [
      {
        date: allocation.date,
        document: document.number,
        rate: group.rate,
        base: minus(amount, vat),
        tax: vat,
        why: 'receipt',
      },
    ]
  })
  return [...invoiced, ...received].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}

const isGoods = ({ category }: DocumentGroup): boolean => category === 'goods'
const isTaxed = ({ rate }: DocumentGroup): boolean => rate > 0

export interface VatSummary {
  readonly period: Period
  /** Highest rate first. */
  readonly rates: readonly { readonly rate: Rate; readonly base: Cents; readonly tax: Cents }[]
  readonly tax: Cents
}

/** VAT of a period, by rate. */
export function vatSummary(due: readonly VatDue[], period: Period): VatSummary {
  const rates = new Map<Rate, { base: Cents; tax: Cents }>()
  for (const { base, date, rate, tax } of due) {
    if (!contains(period, date)) continue
    const before = rates.get(rate) ?? { base: cents(0), tax: cents(0) }
    rates.set(rate, { base: plus(before.base, base), tax: plus(before.tax, tax) })
  }
  const sorted = [...rates].map(([rate, sums]) => ({ rate, ...sums })).sort((a, b) => b.rate - a.rate)
  return { period, rates: sorted, tax: sorted.reduce((total, { tax }) => plus(total, tax), cents(0)) }
}

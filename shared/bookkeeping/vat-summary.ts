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

/** What a document got for one of its groups, VAT included; negative when given back. */
export interface ReceivedShare {
  readonly document: string
  readonly date: Day
  readonly category: DocumentGroup['category']
  readonly rate: Rate
  readonly amount: Cents
  readonly vat: Cents
}

/**
 * When each document's VAT falls due. Goods: at delivery, deposits on them at receipt (since 2023); services: at receipt, or when
 * invoiced if the seller opted for the debits. A credit note takes off what it corrects: on its own day for goods and debits, when
 * it is refunded for services, so that VAT never received is never returned.
 */
export function vatDue(
  documents: readonly BookedDocument[],
  allocations: readonly Allocation[],
  servicesDue: ServicesDue,
): VatDue[] {
  const shares = allocateToGroups(documents, allocations).map(({ allocation, amount, group, vat }) => ({
    document: allocation.document,
    date: allocation.date,
    category: group.category,
    rate: group.rate,
    amount,
    vat,
  }))
  return [...invoicedVat(documents, servicesDue), ...receivedVat(documents, shares, servicesDue)].sort(byDate)
}
export type ServicesDue = 'receipts' | 'debits'

/** VAT due whatever is paid: at delivery, or on the debits. */
export function invoicedVat(documents: readonly BookedDocument[], servicesDue: ServicesDue): VatDue[] {
  const byNumber = new Map(documents.map((document) => [document.number, document]))
  return documents
    .flatMap((document) =>
      ownGroups(document, byNumber)
        .filter(({ category, rate }) => rate > 0 && !isOnReceipt(document, category, servicesDue))
        .map(({ base, category, rate, tax }): VatDue => {
          const goods = category === 'goods'
          const date = goods ? (document.delivered ?? document.issued) : document.issued
          return { date, document: document.number, rate, base, tax, why: goods ? 'delivery' : 'debit' }
        }),
    )
    .sort(byDate)
}

/** VAT due as money comes, from the shares as they were booked: it sums with the receipts book to the cent. */
export function receivedVat(
  documents: readonly Pick<BookedDocument, 'kind' | 'number'>[],
  shares: readonly ReceivedShare[],
  servicesDue: ServicesDue,
): VatDue[] {
  const kinds = new Map(documents.map(({ kind, number }) => [number, kind]))
  return shares
    .flatMap(({ amount, category, date, document, rate, vat }): VatDue[] => {
      const kind = kinds.get(document)
      if (kind === undefined || rate <= 0 || !isOnReceipt({ kind }, category, servicesDue)) return []
      return [{ date, document, rate, base: minus(amount, vat), tax: vat, why: 'receipt' }]
    })
    .sort(byDate)
}

const isOnReceipt = (
  { kind }: Pick<BookedDocument, 'kind'>,
  category: DocumentGroup['category'],
  servicesDue: ServicesDue,
): boolean => (category === 'goods' ? kind === 'deposit' : servicesDue === 'receipts')
const byDate = (a: VatDue, b: VatDue): number => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)

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

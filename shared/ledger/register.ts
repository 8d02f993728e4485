import { formatDay, monthName, monthOf, yearOf } from '@tabellion/shared/calendar'
import type { IssuedDocument } from '@tabellion/shared/invoicing'
import { canonicalJson, sha256Hex } from '@tabellion/shared/kernel'
import { type Cents, cents, sum } from '@tabellion/shared/money'
import type { Cell } from './cell.ts'
import type { ColumnKey } from './columns.ts'
import { invoiceKinds, trades } from './vocabulary.ts'

/** Euros for people: the cell shows them, the core reads them back as cents. */
const euros = (amount: Cents): number => amount / 100

/** SHA-256 of everything the document says. */
export const documentDigest = (document: IssuedDocument): string => sha256Hex(canonicalJson(document))

export interface RegisterFacts {
  readonly id: string
  readonly fileUrl: string
  /** *Factur-X*: the verdict in words. */
  readonly facturX: string
}

/** The row of *Factures* that follows from an issued document: its ⚙ columns, all but the computed ones. */
export function registerCells(
  document: IssuedDocument,
  facts: RegisterFacts,
): Readonly<Partial<Record<ColumnKey<'invoices'>, Cell>>> {
  const { totals } = document
  const depositVat = sum(document.deposits.map((deposit) => deposit.vat))
  return {
    number: document.number,
    kind: invoiceKinds.labels[document.kind],
    client: document.buyer.name,
    subject: document.subject,
    issueDate: document.issueDate,
    dueDate: document.dueDate ?? '',
    gross: euros(totals.gross),
    status: document.kind === 'credit' ? 'Avoir émis' : 'Émise',
    file: facts.fileUrl,
    servicePeriod: servicePeriod(document),
    net: euros(totals.net),
    vat: euros(totals.vat),
    depositsDeducted: euros(totals.prepaid),
    payable: euros(totals.payable),
    sentOn: '',
    sentTo: '',
    netVat: euros(cents(totals.vat - depositVat)),
    originInvoice: document.preceding[0]?.number ?? '',
    quote: document.quoteNumber ?? '',
    group: document.groupKey ?? '',
    termsVersion: document.termsVersion ?? '',
    template: `${trades.labels[document.style.preset]} · mise en page ${document.style.layout}`,
    rates: lawChecked(document),
    facturX: facts.facturX,
    fingerprint: documentDigest(document),
    id: facts.id,
  }
}

/** « novembre 2026 » for a whole month's work, else the day or the two days. */
function servicePeriod({ delivery }: IssuedDocument): string {
  if (!delivery) return ''
  if (delivery.from === delivery.to) return formatDay(delivery.from)
  return delivery.from.slice(0, 7) === delivery.to.slice(0, 7)
    ? `${monthName(monthOf(delivery.from))} ${yearOf(delivery.from)}`
    : `du ${formatDay(delivery.from)} au ${formatDay(delivery.to)}`
}

/** The day the law behind the document's mentions was last compared with its source. */
const lawChecked = (document: IssuedDocument): string =>
  document.mentions
    .map((mention) => mention.source.checkedOn)
    .sort()
    .at(-1) ?? ''

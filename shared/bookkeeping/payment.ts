import type { Day } from '@tabellion/shared/calendar'
import type { ActivityNature } from '@tabellion/shared/invoicing'
import type { PaymentMethod } from '@tabellion/shared/ledger'
import { type Cents, sum } from '@tabellion/shared/money'

/** What the money paid for. Money advanced for the client is in the book, never in the turnover (CGI art. 267, II, 2°). */
export type ReceiptCategory = ActivityNature

/** VAT included, and the VAT in it: nothing in franchise. */
export interface PaymentPart {
  readonly category: ReceiptCategory
  readonly amount: Cents
  readonly vat: Cents
}

/** Money received, or given back when negative: gross, before what a platform keeps. */
export interface Payment {
  /** The row's ID: a payment is the same one as long as its key is. */
  readonly key: string
  readonly date: Day
  readonly parts: readonly [PaymentPart, ...PaymentPart[]]
  readonly method: PaymentMethod
  /** Kept by a platform: an expense, which never lowers the receipt. */
  readonly fee?: Cents
  /** Number of the invoice or note. */
  readonly document: string
  readonly client: string
  /** What was sold, in the book's column *Nature*. */
  readonly nature: string
  /** A client’s credit used for another document: no money moved. */
  readonly imputed?: true
}

export const paymentAmount = ({ parts }: Payment): Cents => sum(parts.map(({ amount }) => amount))

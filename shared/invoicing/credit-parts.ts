import type { Day } from '@tabellion/shared/calendar'
import type { Cents, Quantity, UnitPrice } from '@tabellion/shared/money'
import type { ActivityNature, DocumentContent, SoldLine } from './document.ts'

/** A row of type *Avoir* for the ledger. */
export interface CreditRow {
  readonly id: string
  /** The invoice's row it mirrors; absent when the credit is for an amount. */
  readonly from?: string
  readonly label: string
  /** Absent in a row of text. */
  readonly amounts?: {
    /** Negative, but for an allowance taken back. */
    readonly quantity: Quantity
    readonly unitPrice: UnitPrice
    readonly net: Cents
    readonly gross: Cents
  }
  /** Of a row for an amount: its rate, when there is only one, its nature and its day. */
  readonly whole?: { readonly vat?: SoldLine['vat']; readonly nature: ActivityNature; readonly date: Day }
}

/** The amounts of a credit note, negative, and the ledger rows that show them. */
export type CreditedParts = Pick<DocumentContent, 'lines' | 'allowances' | 'vatGroups' | 'deposits'> & {
  readonly rows: readonly CreditRow[]
}

import type { Day, Period } from '@tabellion/shared/calendar'
import type { Cell, PaymentMethod } from '@tabellion/shared/ledger'
import type { Cents } from '@tabellion/shared/money'

/** What the user said of a deadline: from here on no reminder speaks of it, whatever becomes of its row. */
export interface DeadlineMarked {
  readonly type: 'deadlineMarked'
  readonly v: 1
  /** The duty's own name: `urssaf-return/2026-Q4`. */
  readonly id: string
  readonly status: 'done' | 'not-applicable' | 'open'
  readonly on: Day
  readonly source: 'action' | 'typed'
  readonly doneOn?: Day
  /** The number that the administration gave. */
  readonly reference?: string
  readonly amount?: Cents
  /** Why it does not apply. */
  readonly reason?: string
}

/** A closed period of the *livre des recettes*: what comes for it later is entered late, in the oldest period still open. */
export interface PeriodSealed {
  readonly type: 'periodSealed'
  readonly v: 1
  readonly period: Period
  /** The last day that the period covers. */
  readonly last: Day
  readonly on: Day
  /** N° of its lines, whatever return they would fall in today. */
  readonly ranks: readonly number[]
  readonly total: Cents
  /** SHA-256 over the digest of the seal before and the entries of the period. */
  readonly digest: string
}

/** Files to keep, made from the journal: with the same content they are the same files, never made twice. */
export interface FilesExported {
  readonly type: 'exported'
  readonly v: 1
  readonly what: string
  readonly from: Day
  readonly to: Day
  readonly on: Day
  readonly content: string
  readonly folder: string
  readonly files: readonly { readonly id: string; readonly name: string }[]
}

/** Lines of the *registre des achats*, with the purchase they come from. */
export interface PurchasesBooked {
  readonly type: 'purchasesBooked'
  readonly v: 1
  readonly on: Day
  readonly entries: readonly { readonly entry: BookedPurchase; readonly cells: Readonly<Record<string, Cell>> }[]
}
export interface BookedPurchase {
  readonly rank: number
  readonly key: string
  readonly date: Day
  readonly supplier: string
  readonly document: string
  readonly nature: string
  readonly gross: Cents
  readonly method: PaymentMethod
  readonly reverses?: number
}

/** A supplier's e-invoice taken into *Dépenses*: its file is made once, its row stays known by its ID. */
export interface InvoiceReceived {
  readonly type: 'received'
  readonly v: 1
  /** Of the invoice, whatever the file. */
  readonly key: string
  readonly number: string
  readonly supplier: string
  readonly gross: Cents
  readonly on: Day
  /** The row of *Dépenses*. */
  readonly row: string
  readonly file: { readonly id: string; readonly name: string; readonly folder: string; readonly digest: string }
}

export type ObligationEvent = InvoiceReceived | DeadlineMarked | PeriodSealed | FilesExported | PurchasesBooked

/** A mark is found by its duty and says its status, so that looking for what is settled reads no data. */
export function obligationEventKey(event: ObligationEvent): string {
  switch (event.type) {
    case 'deadlineMarked':
      return `${event.id} ${event.status}`
    case 'periodSealed':
      return event.period
    case 'exported':
      return `${event.what} ${event.from} ${event.to} ${event.content}`
    case 'received':
      return event.key
    case 'purchasesBooked':
      return String(event.entries[0]?.entry.rank ?? 0)
  }
}

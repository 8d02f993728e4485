import type { Day } from '@tabellion/shared/calendar'
import type { StoredCells } from './stored-cells.ts'

type StoredRow = { readonly id: string; readonly cells: StoredCells }

/** An order that a site sent: from here on it is known, and its rows are written from this event. */
export interface OrderReceived {
  readonly type: 'ordered'
  readonly v: 1
  readonly order: string
  readonly on: Day
  /** Of what it says: the same order again is the same, another under its number is not. */
  readonly digest: string
  /** Rows of *Commandes*. */
  readonly rows: readonly StoredRow[]
}
/** An order, received or typed, made into lines of *Ventes*. */
export interface OrderTaken {
  readonly type: 'orderTaken'
  readonly v: 1
  readonly order: string
  readonly on: Day
  /** Rows of *Commandes*, by ID: those that come later under the number are doubles. */
  readonly from: readonly string[]
  /** The client's row, when nobody of *Clients* is meant. */
  readonly client?: StoredRow
  /** Rows of *Ventes*. */
  readonly rows: readonly StoredRow[]
  /** Its quote is mailed once made. */
  readonly send: boolean
}
/** Its rows are in *Commandes*, in *Ventes*, in a quote: what is deleted since stays deleted, and nothing is made again. */
export interface OrderStep {
  readonly type: 'orderListed' | 'orderSold' | 'orderQuoted'
  readonly v: 1
  readonly order: string
}

export type OrderEvent = OrderReceived | OrderTaken | OrderStep

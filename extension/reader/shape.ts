import type { Amount } from './amount.ts'
import type { ShownDay } from './day.ts'
import type { Piece } from './piece.ts'

/** A repeated element that shows an amount and says what it was for. */
export interface RowElement {
  readonly element: Element
  /** The boxes of the row: itself, or several that stand beside one another. */
  readonly parts: readonly Element[]
  readonly amounts: readonly Amount[]
  readonly days: readonly ShownDay[]
}
/** Rows that repeat one another. */
export interface RowList {
  /** The closest element around them all. */
  readonly root: Element
  readonly rows: readonly RowElement[]
}
/** What the page shows, told apart piece by piece. */
export interface Shown {
  readonly amounts: readonly Amount[]
  readonly days: ReadonlyMap<Piece, ShownDay>
  readonly pieces: readonly Piece[]
}

/** A date as the rows see it. */
export interface RowDay extends ShownDay {
  /** Whether it stands above several rows: in the smallest box with it, a label and an amount, labels part the amounts. */
  readonly isHeading: boolean
}

import type { Day } from '@tabellion/shared/calendar'

/** One movement as the page shows it: what may leave the page. */
export interface PageFacts {
  readonly date?: Day
  readonly valueDate?: Day
  /** Never negative: see `sign`. */
  readonly cents: number
  /** Undefined: neither a sign nor the column tells which way the money went. */
  readonly sign?: -1 | 1
  /** The texts of the row in reading order; the first says what it was for. */
  readonly texts: readonly string[]
  readonly isPending: boolean
  /** What the page calls this row, where rows have such a name: tells twins of a list shown in parts. */
  readonly key?: string
}

/** `empty`: the page says that there is nothing. `unreadable`: there is a list that could not be read. `none`: no list at all. */
export type PageState = 'rows' | 'empty' | 'unreadable' | 'none'

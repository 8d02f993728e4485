import type { Day } from '@tabellion/shared/calendar'

/** One movement as the page shows it: what may leave the page. */
export interface PageFacts {
  readonly date?: Day | undefined
  readonly valueDate?: Day | undefined
  /** Never negative: see `sign`. */
  readonly cents: number
  /** ISO 4217, where it is not the euro. */
  readonly currency?: string | undefined
  /** Undefined: neither a sign, nor the column, nor a word tells which way the money went. */
  readonly sign?: -1 | 1 | undefined
  /** The texts of the row in reading order; the first says what it was for. */
  readonly texts: readonly string[]
  readonly isPending: boolean
  /** What the page calls this row, where rows have such a name: tells twins of a list shown in parts. */
  readonly key?: string | undefined
}

/** `empty`: the page says that there is nothing. `unreadable`: there is a list that could not be read. `none`: no list at all. */
export type PageState = 'rows' | 'empty' | 'unreadable' | 'none'

/** What a row says: equal for the same row drawn again. */
export const saying = ({ date, sign, cents, texts }: PageFacts): string => [date, sign, cents, ...texts].join('|')

const MOST_TEXTS = 60
const LONGEST = 2_000
const LONGEST_KEY = 300

/** The facts alone, no longer than a message may be: a page can hold anything. */
export const boundedFacts = (row: PageFacts) => ({
  date: row.date,
  valueDate: row.valueDate,
  cents: row.cents,
  currency: row.currency,
  sign: row.sign,
  texts: row.texts.slice(0, MOST_TEXTS).map((text) => text.slice(0, LONGEST)),
  isPending: row.isPending,
  key: row.key?.slice(0, LONGEST_KEY),
})

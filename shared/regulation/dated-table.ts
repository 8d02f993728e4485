import type { Day } from '@tabellion/shared/calendar'

/** Where a value comes from. */
export interface Source {
  /** The article or page itself, e.g. `CSS art. D613-4`. */
  readonly text: string
  readonly url: string
  /** The last day someone read the source and compared. */
  readonly checkedOn: Day
}

/**
 * How sure we are: read in the official text; read in a file that quotes it with its identifier; read in secondary
 * pages; computed from an official rule; unsure or sources disagree (then `note` says what).
 */
export type Confidence = 'official' | 'reliable' | 'secondary' | 'computed' | 'uncertain'

export interface DatedEntry<Value> {
  readonly from: Day
  /** Last day in force, when its end is known. After it, without a newer entry, nothing is known. */
  readonly to?: Day
  /** Last day for which the value is sure; later it is the last one known, to be confirmed. */
  readonly confirmedTo?: Day
  /** From this day on someone must read the source again; a year after `checkedOn` when absent. */
  readonly reviewBy?: Day
  readonly value: Value
  readonly source: Source
  readonly confidence: Confidence
  readonly note?: string
}

/** Newest first, as people read a law's history. */
export type DatedTable<Value> = readonly [DatedEntry<Value>, ...DatedEntry<Value>[]]

/** The entry in force on `on`, or undefined where the table knows nothing. */
export function inForce<Value>(table: DatedTable<Value>, on: Day): DatedEntry<Value> | undefined {
  const entry = table.find((candidate) => candidate.from <= on)
  return entry && (entry.to === undefined || on <= entry.to) ? entry : undefined
}

/** Whether `entry` is known to hold on `on`, or is only the last value known (« à confirmer »). */
export const isConfirmed = (entry: DatedEntry<unknown>, on: Day): boolean =>
  entry.confirmedTo === undefined || on <= entry.confirmedTo

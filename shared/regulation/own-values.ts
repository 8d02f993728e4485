import type { Day } from '@tabellion/shared/calendar'
import type { Cents, Rate } from '@tabellion/shared/money'
import { type Confidence, type DatedTable, inForce, isConfirmed, type Source } from './dated-table.ts'

/** A value that the user put in place of the law's: it holds from its own day until the law has a newer one. */
export interface OwnValue<Value> {
  readonly from: Day
  readonly to?: Day
  readonly value: Value
}

/** By the key of the table in the register (`social.bncSsi`, `micro`). */
export interface OwnValues {
  readonly rates?: ReadonlyMap<string, readonly OwnValue<Rate>[]>
  /** In the order that the register prints them. */
  readonly amounts?: ReadonlyMap<string, readonly OwnValue<readonly Cents[]>[]>
}

export interface ValueInForce<Value> {
  readonly value: Value
  /** Of the law's entry: the user's value has none but themself. */
  readonly source?: Source
  readonly confidence: Confidence
  /** The last value known, not that of the day. */
  readonly toConfirm: boolean
  readonly changed?: true
}

/** What holds on that day: the user's own value where there is one, else the law's; undefined when nobody knows. */
export function valueOn<Value>(
  table: DatedTable<Value>,
  on: Day,
  own: readonly OwnValue<Value>[] = [],
): ValueInForce<Value> | undefined {
  const entry = inForce(table, on)
  const changed = own
    .filter(({ from, to }) => from <= on && (to === undefined || on <= to) && from >= (entry?.from ?? from))
    .reduce<OwnValue<Value> | undefined>((last, each) => (last && last.from > each.from ? last : each), undefined)
  if (changed) return { value: changed.value, confidence: 'uncertain', toConfirm: false, changed: true }
  return (
    entry && {
      value: entry.value,
      source: entry.source,
      confidence: entry.confidence,
      toConfirm: !isConfirmed(entry, on),
    }
  )
}

/** The user's amounts under this key, each set made a value by `make`; one of another size is not understood. */
export const ownAmounts = <Value>(
  own: OwnValues | undefined,
  key: string,
  make: (amounts: readonly Cents[]) => Value | undefined,
): readonly OwnValue<Value>[] =>
  (own?.amounts?.get(key) ?? []).flatMap(({ value, ...days }) => {
    const made = make(value)
    return made === undefined ? [] : [{ ...days, value: made }]
  })

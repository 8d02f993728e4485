import { count, type MultiMap, remove } from './multimap.ts'
import type { NumberParts, NumberReading } from './number.ts'

/** Looks up what a label cites. `Item` is an invoice (or the invoices of a quote, of an order). */
export interface NumberIndex<Item> {
  /** `head|sequence` → items. */
  readonly bySequence: MultiMap<string, Item>
  readonly byBareSequence: MultiMap<number, Item>
  /** Numbers with letters among their digits (`2026-A12-B`), whole. */
  readonly byWhole: MultiMap<string, Item>
  /** A written head → the heads it may stand for, with the number of items behind each. */
  readonly heads: Map<string, Map<string, number>>
  readonly headLengths: Map<number, number>
  readonly letters: Map<string, number>
}

export const emptyNumberIndex = <Item>(): NumberIndex<Item> => ({
  bySequence: new Map(),
  byBareSequence: new Map(),
  byWhole: new Map(),
  heads: new Map(),
  headLengths: new Map(),
  letters: new Map(),
})

export function addNumber<Item>(index: NumberIndex<Item>, parts: NumberParts, item: Item, insert: Change<Item>): void {
  eachKey(index, parts, item, insert, 1)
}

export function removeNumber<Item>(index: NumberIndex<Item>, parts: NumberParts, item: Item): void {
  eachKey(index, parts, item, remove, -1)
}

type Change<Item> = <Key>(map: MultiMap<Key, Item>, key: Key, item: Item) => void

function eachKey<Item>(
  index: NumberIndex<Item>,
  parts: NumberParts,
  item: Item,
  change: Change<Item>,
  by: 1 | -1,
): void {
  for (const reading of parts.readings) {
    if (reading.head) change(index.bySequence, sequenceKey(reading.head, reading.sequence), item)
    change(index.byBareSequence, reading.sequence, item)
    for (const written of [reading.head, reading.otherHead]) if (written) countHead(index, written, reading, by)
  }
  if (parts.whole !== parts.letters + parts.digits) change(index.byWhole, parts.whole, item)
  if (parts.letters) count(index.letters, parts.letters, by)
}

export const sequenceKey = (head: string, sequence: number): string => `${head}|${sequence}`

function countHead<Item>(index: NumberIndex<Item>, written: string, reading: NumberReading, by: 1 | -1): void {
  const meanings = index.heads.get(written) ?? new Map<string, number>()
  index.heads.set(written, meanings)
  count(meanings, reading.head, by)
  if (meanings.size === 0) index.heads.delete(written)
  count(index.headLengths, written.length, by)
}

import type { IndexedInvoice } from './invoice-index.ts'
import { changeInner, count, type MultiMap } from './multimap.ts'
import type { NumberParts } from './number.ts'

/** Looks up what a label cites. */
export interface NumberIndex {
  /** Head → sequence → invoices. */
  readonly bySequence: Map<string, MultiMap<number, IndexedInvoice>>
  readonly byBareSequence: MultiMap<number, IndexedInvoice>
  /** Numbers with letters among their digits (`2026-A12-B`), whole. */
  readonly byWhole: MultiMap<string, IndexedInvoice>
  /** A written head → the heads it may stand for, with the number of invoices behind each. */
  readonly heads: Map<string, Map<string, number>>
  readonly headLengths: Map<number, number>
  readonly letters: Map<string, number>
}

export const emptyNumberIndex = (): NumberIndex => ({
  bySequence: new Map(),
  byBareSequence: new Map(),
  byWhole: new Map(),
  heads: new Map(),
  headLengths: new Map(),
  letters: new Map(),
})

/** Adds an item to the list of a key, or takes it away. */
export type Change<Item> = <Key>(map: MultiMap<Key, Item>, key: Key, item: Item) => void

/** Adds an invoice by all that its number may be cited by, or takes it away. */
export function fileNumber(
  index: NumberIndex,
  { readings, letters, digits, whole }: NumberParts,
  item: IndexedInvoice,
  change: Change<IndexedInvoice>,
  by: 1 | -1,
): void {
  for (const { head, otherHead, sequence } of readings) {
    if (head) changeInner(index.bySequence, head, (sequences) => change(sequences, sequence, item))
    change(index.byBareSequence, sequence, item)
    for (const written of [head, otherHead])
      if (written) {
        changeInner(index.heads, written, (meanings) => count(meanings, head, by))
        count(index.headLengths, written.length, by)
      }
  }
  if (whole !== letters + digits) change(index.byWhole, whole, item)
  if (letters) count(index.letters, letters, by)
}

/** The invoices of this number; without a head, all that end with this sequence. */
export const withSequence = (index: NumberIndex, head: string, sequence: number): readonly IndexedInvoice[] =>
  (head ? index.bySequence.get(head)?.get(sequence) : index.byBareSequence.get(sequence)) ?? []

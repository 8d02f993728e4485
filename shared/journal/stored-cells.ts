import type { Cell } from '@tabellion/shared/ledger'

/** Cells as they were written, by column key: what *restore* puts back. */
export type StoredCells = Readonly<Record<string, Cell>>

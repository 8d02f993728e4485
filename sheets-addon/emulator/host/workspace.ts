/**
 * What one execution sees and has written. Writes wait here until `flush`: others see them only then (ground truth §1),
 * and a crash may lose them. When someone else has committed meanwhile, ours are played again on top of theirs.
 */
import type { Book } from './book.ts'

export type Change = (book: Book) => Book

/** The committed workbook, shared by all executions. */
export interface Store {
  committed: Book
}

export interface Workspace {
  /** What this execution sees: what is committed, then its own writes. */
  book(): Book
  /** `result`: what the change makes of the book now seen, when already known. */
  change(change: Change, result?: Book): void
  /** Commits the waiting writes. */
  flush(): void
  /** Forgets them. */
  drop(): void
  waiting(): number
}

export function openWorkspace(store: Store): Workspace {
  let base = store.committed
  let own = base
  let changes: Change[] = []

  function catchUp(): void {
    if (store.committed === base) return
    base = store.committed
    own = changes.reduce((book, change) => replay(book, change), base)
  }
  return {
    book() {
      catchUp()
      return own
    },
    change(change, result) {
      catchUp()
      own = result ?? change(own)
      changes.push(change)
    },
    flush() {
      catchUp()
      store.committed = own
      base = own
      changes = []
    },
    drop() {
      changes = []
      base = store.committed
      own = base
    },
    waiting: () => changes.length,
  }
}

/** A write whose sheet or cell is gone by now is lost in silence, as a late write is. */
function replay(book: Book, change: Change): Book {
  try {
    return change(book)
  } catch {
    return book
  }
}

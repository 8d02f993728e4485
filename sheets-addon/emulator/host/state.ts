/** The state as JSON: the workbook with its dresses run-length encoded by column, and what is kept beside it. */
import type { EmulatorState } from '../types.ts'
import type { Book, Content, Dress, Grid, Sheet } from './book.ts'
import { interned } from './dress.ts'
import type { Kept } from './world.ts'

interface SavedSheet extends Omit<Sheet, 'contents' | 'dresses'> {
  /** Absent when the contents are kept elsewhere (the door: CSV files). */
  readonly contents?: readonly (readonly (Content | null)[])[]
  readonly dresses: SavedDresses
}
interface SavedDresses {
  readonly table: readonly Dress[]
  /** Per column, runs of rows: `[how many, place in the table or -1]`. */
  readonly columns: readonly (readonly (readonly [number, number])[])[]
}
interface SavedBook extends Omit<Book, 'sheets'> {
  readonly sheets: readonly SavedSheet[]
}
export interface Rest {
  readonly kept: Kept
  readonly chance: number
  readonly menus: unknown
}

export function saveState(book: Book, rest: Rest, withContent: boolean): EmulatorState {
  const saved: SavedBook = { ...book, sheets: book.sheets.map((sheet) => saveSheet(sheet, withContent)) }
  // A copy: the running emulator goes on changing its own.
  return { version: 1, book: JSON.parse(JSON.stringify(saved)), rest: JSON.parse(JSON.stringify(rest)) }
}

export function loadState(state: EmulatorState): { readonly book: Book; readonly rest: Rest } {
  if (state.version !== 1) throw new Error(`emulator state version ${state.version}: only 1 is known`)
  const rest = JSON.parse(JSON.stringify(state.rest)) as Rest
  return { book: loadBook(state.book as SavedBook), rest }
}

/** A workbook never changes, so all the emulators that start from one state share it: tests start hundreds. */
const loaded = new WeakMap<SavedBook, Book>()
function loadBook(saved: SavedBook): Book {
  const known = loaded.get(saved)
  if (known) return known
  const copy = JSON.parse(JSON.stringify(saved)) as SavedBook
  const book: Book = { ...copy, sheets: copy.sheets.map(loadSheet) }
  loaded.set(saved, book)
  return book
}

function saveSheet({ contents, dresses, ...sheet }: Sheet, withContent: boolean): SavedSheet {
  return {
    ...sheet,
    ...(withContent ? { contents: contents.map((row) => Array.from(row ?? [], (content) => content ?? null)) } : {}),
    dresses: saveDresses(dresses, sheet.maxColumns),
  }
}

function loadSheet({ contents = [], dresses, ...sheet }: SavedSheet): Sheet {
  return {
    ...sheet,
    contents: contents.map((row) => (row.length === 0 ? undefined : row.map((content) => content ?? undefined))),
    dresses: loadDresses(dresses),
  }
}

function saveDresses(grid: Grid<Dress>, columns: number): SavedDresses {
  const places = new Map<Dress, number>()
  const runsOf = (column: number): (readonly [number, number])[] => {
    const runs: [number, number][] = []
    for (const row of grid) {
      const dress = row?.[column]
      let place = -1
      if (dress) {
        place = places.get(dress) ?? places.size
        places.set(dress, place)
      }
      const last = runs.at(-1)
      if (last?.[1] === place) last[0]++
      else runs.push([1, place])
    }
    if (runs.at(-1)?.[1] === -1) runs.pop()
    return runs
  }
  const saved = Array.from({ length: columns }, (_, column) => runsOf(column))
  return { table: [...places.keys()], columns: saved }
}

function loadDresses({ table, columns }: SavedDresses): Grid<Dress> {
  const dresses = table.map(interned)
  const grid: (Dress | undefined)[][] = []
  for (const [column, runs] of columns.entries()) {
    let row = 0
    for (const [count, place] of runs) {
      const dress = place < 0 ? undefined : dresses[place]
      for (const end = row + count; row < end; row++) {
        if (!dress) continue
        while (grid.length <= row) grid.push([])
        const cells = grid[row] ?? []
        while (cells.length < column) cells.push(undefined)
        cells[column] = dress
      }
    }
  }
  return grid
}

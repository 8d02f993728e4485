/** What Ctrl+Z takes back and Ctrl+Y does again: gestures of the person, whatever scripts wrote in between. */
import { type Area, type Book, type Sheet, withSheet } from './book.ts'
import { cellAt, mapBox } from './grid.ts'

interface Entry {
  /** The cells that changed; undefined for rows, columns, sizes, filters. */
  readonly area: Area | undefined
  readonly before: Book
  readonly after: Book
}

export interface History {
  /** Call once the gesture is done. */
  remember(entry: Entry): void
  /** The workbook without the last gesture; undefined when there is none. */
  undo(now: Book): { readonly book: Book; readonly area: Area | undefined } | undefined
  redo(now: Book): { readonly book: Book; readonly area: Area | undefined } | undefined
  readonly canUndo: boolean
  readonly canRedo: boolean
}

/** Google keeps about as many. */
const MOST = 200

export function createHistory(): History {
  const done: Entry[] = []
  const undone: Entry[] = []
  return {
    remember(entry) {
      done.push(entry)
      if (done.length > MOST) done.shift()
      undone.length = 0
    },
    undo(now) {
      const last = done.at(-1)
      if (!last) return undefined
      const book = turned(now, last, last.after, last.before)
      done.pop()
      undone.push({ ...last, after: now, before: book })
      return { book, area: last.area }
    },
    redo(now) {
      const last = undone.at(-1)
      if (!last) return undefined
      const book = turned(now, last, last.before, last.after)
      undone.pop()
      done.push({ ...last, before: now, after: book })
      return { book, area: last.area }
    },
    get canUndo() {
      return done.length > 0
    },
    get canRedo() {
      return undone.length > 0
    },
  }
}

/** Nothing was written since: the very workbook of then. Else only the cells of the gesture, on whatever there is now. */
function turned(now: Book, { area }: Entry, from: Book, to: Book): Book {
  if (now === from) return to
  if (!area) throw new Error('not faked: taking back a row or column change after other changes')
  const then = to.sheets.find(({ id }) => id === area.sheet)
  return then ? withSheet(now, area.sheet, (sheet) => restored(sheet, then, area)) : now
}

const restored = (sheet: Sheet, then: Sheet, area: Area): Sheet => ({
  ...sheet,
  contents: mapBox(sheet.contents, area, (_, i, j) => cellAt(then.contents, area.row + i, area.column + j)),
  dresses: mapBox(sheet.dresses, area, (_, i, j) => cellAt(then.dresses, area.row + i, area.column + j)),
})

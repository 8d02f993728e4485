/** What the page is shown: the book in short, one tab's shape, the rows on the screen. */
import { createHash } from 'node:crypto'
import type { Emulator, stored } from '../emulator/index.ts'
import { createTables, rowReader } from './cells.ts'
import type { BookState, Papers, Seen, SheetShape, Sight } from './protocol.ts'
import { shapeOf } from './shape.ts'

export interface Eyes {
  look(emulator: Emulator, around: Around, seen: Seen): Sight
}

/** What the desk knows beside the tab. */
export interface Around {
  readonly revision: number
  readonly book: BookState
  readonly papers: Papers
  /** Another text whenever the papers are others. */
  readonly papersDigest: string
}

export function createEyes(): Eyes {
  const tables = createTables()
  /** One answer's work serves the next, until the workbook changes. */
  let last:
    | {
        readonly book: stored.Book
        readonly instant: string
        readonly sheet: number
        shape: SheetShape
        digest: string
      }
    | undefined

  function shapeIn(emulator: Emulator, sheet: stored.Sheet): { readonly shape: SheetShape; readonly digest: string } {
    const book = emulator.screen.book()
    const instant = emulator.clock.instant()
    if (last?.book !== book || last.sheet !== sheet.id || last.instant !== instant) {
      const shape = shapeOf(emulator.screen, sheet)
      const digest = createHash('sha1').update(JSON.stringify(shape)).digest('base64url')
      last = { book, instant, sheet: sheet.id, shape, digest }
    }
    return last
  }

  return {
    look(emulator, { papers, ...around }, seen) {
      const sheet = sheetSeen(emulator, seen.sheet)
      const { shape, digest } = shapeIn(emulator, sheet)
      const read = rowReader(emulator.screen, sheet, tables)
      const rows: Record<number, string> = {}
      for (let row = 1; row <= sheet.frozenRows; row++) rows[row] = JSON.stringify(read(row))
      const end = Math.min(seen.last, sheet.maxRows)
      for (let row = Math.max(1, seen.first); row <= end; row++) rows[row] ??= JSON.stringify(read(row))
      return {
        ...around,
        ...(around.papersDigest === seen.papers ? {} : { papers }),
        sheet: sheet.id,
        ...(digest === seen.shape ? {} : { shape }),
        shapeDigest: digest,
        rows,
        styles: tables.styles.slice(seen.styles),
        rules: tables.rules.slice(seen.rules),
      }
    },
  }
}

/** The tab asked for, or the first one when it is gone or hidden. */
export function sheetSeen(emulator: Emulator, id: number): stored.Sheet {
  const { sheets } = emulator.screen.book()
  const sheet =
    sheets.find((candidate) => candidate.id === id && !candidate.hidden) ?? sheets.find(({ hidden }) => !hidden)
  if (!sheet) throw new Error('no visible tab')
  return sheet
}

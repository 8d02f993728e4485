import type { BookView } from './book-view.ts'
import { type Node, nodesOf } from './syntax.ts'

/** What a write touched: sheets, or the clock that TODAY and NOW ask. */
export type Changed = number | 'clock'

/** Which sheets read which, so that a write makes stale only what may see it. */
export interface Dependencies {
  /** A formula of that sheet was met. */
  met(sheet: number, reads: Reads): void
  /** The sheets among these, and those that read them, however far. */
  readersOf(changed: Iterable<Changed>): ReadonlySet<number>
}

/** What a formula's text says of where it looks: names of sheets and of ranges, as written. */
export interface Reads {
  readonly names: readonly string[]
  readonly clock: boolean
  /** INDIRECT finds its place as it is computed. */
  readonly anything: boolean
}

export function readsOf(formula: Node): Reads {
  const names = new Set<string>()
  const calls = new Set<string>()
  for (const node of nodesOf(formula)) {
    if (node.kind === 'reference' && node.sheet !== undefined) names.add(node.sheet)
    if (node.kind === 'name') names.add(node.name)
    if (node.kind === 'call') calls.add(node.name)
  }
  return { names: [...names], clock: calls.has('TODAY') || calls.has('NOW'), anything: calls.has('INDIRECT') }
}

export function createDependencies(book: BookView): Dependencies {
  const bySheet = new Map<number, { readonly names: Set<string>; clock: boolean; anything: boolean }>()

  const placeOf = (name: string): number | undefined => book.sheetId(name) ?? book.namedRange?.(name)?.sheet

  return {
    met(sheet, { anything, clock, names }) {
      const known = bySheet.get(sheet) ?? { names: new Set(), clock: false, anything: false }
      for (const name of names) known.names.add(name)
      known.clock ||= clock
      known.anything ||= anything
      bySheet.set(sheet, known)
    },
    readersOf(changed) {
      const stale = new Set<Changed>(changed)
      let before: number
      do {
        before = stale.size
        for (const [sheet, { anything, clock, names }] of bySheet)
          if (anything || (clock && stale.has('clock')) || [...names].some((name) => stale.has(placeOf(name) ?? -1)))
            stale.add(sheet)
      } while (stale.size > before)
      stale.delete('clock')
      return stale as ReadonlySet<number>
    },
  }
}

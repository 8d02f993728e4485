import type { BookView } from './book-view.ts'
import { type Node, nodesOf } from './syntax.ts'

/** What a write touched: sheets, or the clock that TODAY and NOW ask. */
export type Changed = number | 'clock'

/** What a formula's text says of where it looks. */
export interface Reads {
  /** Sheets and ranges, by their names as written. */
  readonly names: readonly string[]
  /** Other cells of its own sheet. */
  readonly own: boolean
  readonly clock: boolean
  /** INDIRECT finds its place as it is computed. */
  readonly anything: boolean
}

/** A formula, and the count of changes when its result was last computed. */
export interface Dependent {
  readonly sheet: number
  readonly reads: Reads
  readonly version: number
}

/** Which sheets read which, so that a write makes stale only what may see it. */
export interface Dependencies {
  met(formula: Dependent): void
  /** The sheets that may show something else now; undefined: all, since sheets or names came, went or were renamed. */
  changed(what?: Iterable<Changed>): ReadonlySet<number> | undefined
  /** Changes so far. */
  count(): number
  /** Nothing that it sees has changed since it was computed. */
  isFresh(formula: Dependent): boolean
}

export function readsOf(formula: Node, maySpill: boolean): Reads {
  const names = new Set<string>()
  const calls = new Set<string>()
  // What stands in its way decides whether it spills.
  let own = maySpill
  for (const node of nodesOf(formula)) {
    if (node.kind === 'reference' && node.sheet !== undefined) names.add(node.sheet)
    own ||= node.kind === 'reference' && node.sheet === undefined
    if (node.kind === 'name') names.add(node.name)
    if (node.kind === 'call') calls.add(node.name)
  }
  return { names: [...names], own, clock: calls.has('TODAY') || calls.has('NOW'), anything: calls.has('INDIRECT') }
}

export function createDependencies(book: BookView): Dependencies {
  const formulas = new Map<number, Map<string, Reads>>()
  const changedAt = new Map<Changed, number>()
  let count = 1
  let sources = new WeakMap<Reads, readonly Changed[]>()
  let everything = count
  /** Formulas filled down come one after the other. */
  let last: { readonly reads: Reads; readonly sheet: number } | undefined

  const placeOf = (name: string): number | undefined => book.sheetId(name) ?? book.namedRange?.(name)?.sheet

  /** The sheets named, and the clock; not its own. */
  function sourcesOf(reads: Reads): readonly Changed[] {
    let found = sources.get(reads)
    if (!found) {
      found = [...reads.names.flatMap((name) => placeOf(name) ?? []), ...(reads.clock ? (['clock'] as const) : [])]
      sources.set(reads, found)
    }
    return found
  }

  function readersOf(changed: Iterable<Changed>): ReadonlySet<Changed> {
    const stale = new Set(changed)
    let before: number
    do {
      before = stale.size
      for (const [sheet, kinds] of formulas)
        for (const reads of kinds.values())
          if (reads.anything || sourcesOf(reads).some((source) => stale.has(source))) stale.add(sheet)
    } while (stale.size > before)
    return stale
  }

  return {
    met({ reads, sheet }) {
      if (last?.reads === reads && last.sheet === sheet) return
      last = { reads, sheet }
      const kinds = formulas.get(sheet) ?? new Map<string, Reads>()
      kinds.set([...reads.names, reads.clock, reads.anything].join('\n'), reads)
      formulas.set(sheet, kinds)
    },
    changed(what) {
      count += 1
      if (what === undefined) {
        everything = count
        sources = new WeakMap()
        return undefined
      }
      const stale = readersOf(what)
      for (const source of stale) changedAt.set(source, count)
      return new Set([...stale].filter((source) => source !== 'clock'))
    },
    count: () => count,
    isFresh({ reads, sheet, version }) {
      if (version === count) return true
      if (version < everything || reads.anything) return false
      const since = (source: Changed): boolean => (changedAt.get(source) ?? 0) > version
      return !(reads.own && since(sheet)) && !sourcesOf(reads).some(since)
    },
  }
}

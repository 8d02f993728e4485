import { type PageFacts, type PageState, saying } from './facts.ts'

/** One reading of a page. */
export interface PageLook {
  /** Its address. */
  readonly place: string
  readonly state: PageState
  readonly rows: readonly PageFacts[]
  readonly assumedDebitLeft: boolean
}

/** The rows seen so far of a list that is shown in parts, in the order in which they were first seen. */
export interface Seen {
  readonly rows: ReadonlyMap<string, PageFacts>
  readonly state: PageState
  readonly assumedDebitLeft: boolean
  readonly place: string
  /** The address changed, and the rows have not yet. */
  readonly hasMoved: boolean
  /** Whether the page's own names of the rows (`data-id`…) name rows, not the places where rows are drawn. */
  readonly isNamed: boolean
  /** How many rows that say the same were shown together. */
  readonly together: ReadonlyMap<string, number>
  /** The name of each row shown last, by what it said. */
  readonly shown: ReadonlyMap<string, PageFacts>
}

export const nothingSeen = (place: string): Seen => ({
  rows: new Map(),
  state: 'none',
  assumedDebitLeft: false,
  place,
  hasMoved: false,
  isNamed: true,
  together: new Map(),
  shown: new Map(),
})

/**
 * Adds what is shown now. A list that draws only what is in view reuses its elements: a row is known by its name in the page
 * where these prove to be names, else by what it says, and twins by how many stood there together. Another list begins anew: the
 * address changed, and none of the rows are those seen before.
 */
export function accumulate(before: Seen, look: PageLook): Seen {
  const hasMoved = before.hasMoved || look.place !== before.place
  const isOther = hasMoved && !look.rows.some((row) => before.together.has(saying(row)))
  const seen = isOther ? nothingSeen(look.place) : { ...before, place: look.place, hasMoved }
  if (look.rows.length === 0) return seen.rows.size > 0 ? seen : { ...seen, state: look.state }
  const together = new Map(seen.together)
  for (const [says, count] of countsOf(look.rows)) together.set(says, Math.max(count, together.get(says) ?? 0))
  const isNamed = seen.isNamed && areNames(look.rows, seen.rows)
  const rows = new Map(isNamed || !seen.isNamed ? seen.rows : bySaying([...seen.rows.values()], together))
  const shown = isNamed
    ? new Map(look.rows.map((row) => [row.key ?? '', row]))
    : bySaying(look.rows, countsOf(look.rows))
  if (!isNamed) for (const name of replaced(seen.shown, shown)) rows.delete(name)
  for (const [name, row] of shown) rows.set(name, row)
  return {
    ...seen,
    rows,
    state: 'rows',
    assumedDebitLeft: seen.assumedDebitLeft || look.assumedDebitLeft,
    isNamed,
    together,
    shown,
  }
}

function countsOf(rows: readonly PageFacts[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const row of rows) counts.set(saying(row), (counts.get(saying(row)) ?? 0) + 1)
  return counts
}

/** Each row has a name of its own, and none that was another row's before. */
function areNames(shown: readonly PageFacts[], known: ReadonlyMap<string, PageFacts>): boolean {
  const names = new Set(shown.map(({ key }) => key))
  if (names.has(undefined) || names.size < shown.length) return false
  return shown.every((row) => {
    const before = known.get(row.key ?? '')
    return before === undefined || (isSameMoney(before, row) && before.texts.some((text) => row.texts.includes(text)))
  })
}

const isSameMoney = (a: PageFacts, b: PageFacts): boolean =>
  a.date === b.date && a.cents === b.cents && a.sign === b.sign

function bySaying(rows: readonly PageFacts[], together: ReadonlyMap<string, number>): Map<string, PageFacts> {
  const ranks = new Map<string, number>()
  const named = new Map<string, PageFacts>()
  for (const row of rows) {
    const says = saying(row)
    const rank = (ranks.get(says) ?? 0) + 1
    ranks.set(says, rank)
    if (rank <= (together.get(says) ?? 1)) named.set(`${says}|${rank}`, row)
  }
  return named
}

/** Rows that were shown and are no more, where the same money now says more: a detail came late. */
function* replaced(before: ReadonlyMap<string, PageFacts>, now: ReadonlyMap<string, PageFacts>): Iterable<string> {
  const come = [...now].filter(([name]) => !before.has(name)).map(([, row]) => row)
  for (const [name, row] of before) {
    if (now.has(name)) continue
    const at = come.findIndex(
      (one) =>
        isSameMoney(one, row) &&
        one.texts.length > row.texts.length &&
        row.texts.every((text) => one.texts.includes(text)),
    )
    if (at < 0) continue
    come.splice(at, 1)
    yield name
  }
}

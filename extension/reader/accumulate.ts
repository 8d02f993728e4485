import type { PageState } from './facts.ts'
import type { PageReading, PageRow } from './page.ts'

/** The rows seen so far of a list that is shown in parts, in the order in which they were first seen. */
export interface Seen {
  readonly rows: ReadonlyMap<string, PageRow>
  readonly state: PageState
  readonly assumedDebitLeft: boolean
  /** Whether the page's own names of the rows (`data-id`…) name rows, not the places where rows are drawn. */
  readonly isNamed: boolean
  /** How many rows that say the same were shown together. */
  readonly together: ReadonlyMap<string, number>
}

export const nothingSeen: Seen = {
  rows: new Map(),
  state: 'none',
  assumedDebitLeft: false,
  isNamed: true,
  together: new Map(),
}

/**
 * Adds what is shown now. A list that draws only what is in view reuses its elements: a row is known by its name in the page
 * where these prove to be names, else by what it says, and twins by how many stood there together.
 */
export function accumulate(seen: Seen, { rows: shown, state, assumedDebitLeft }: PageReading): Seen {
  if (shown.length === 0) return seen.rows.size > 0 ? seen : { ...seen, state }
  const together = new Map(seen.together)
  for (const [says, count] of countsOf(shown)) together.set(says, Math.max(count, together.get(says) ?? 0))
  const isNamed = seen.isNamed && areNames(shown, seen.rows)
  const rows = new Map(isNamed || !seen.isNamed ? seen.rows : bySaying([...seen.rows.values()], together))
  for (const [name, row] of isNamed ? shown.map((row) => [row.key ?? '', row] as const) : withRanks(shown, rows))
    rows.set(name, row)
  return { rows, state: 'rows', assumedDebitLeft: seen.assumedDebitLeft || assumedDebitLeft, isNamed, together }
}

/** What a row says: equal for the same row drawn again. */
export const saying = ({ date, sign, cents, texts }: PageRow): string => [date, sign, cents, ...texts].join('|')

function countsOf(rows: readonly PageRow[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const row of rows) counts.set(saying(row), (counts.get(saying(row)) ?? 0) + 1)
  return counts
}

/** Each row has a name of its own, and none that was another row's before. */
function areNames(shown: readonly PageRow[], known: ReadonlyMap<string, PageRow>): boolean {
  const names = new Set(shown.map(({ key }) => key))
  if (names.has(undefined) || names.size < shown.length) return false
  return shown.every((row) => {
    const before = known.get(row.key ?? '')
    return before === undefined || isSameMovement(before, row)
  })
}

const isSameMovement = (a: PageRow, b: PageRow): boolean =>
  a.date === b.date && a.cents === b.cents && a.sign === b.sign && a.texts.some((text) => b.texts.includes(text))

function bySaying(rows: readonly PageRow[], together: ReadonlyMap<string, number>): Map<string, PageRow> {
  const ranks = new Map<string, number>()
  const named = new Map<string, PageRow>()
  for (const row of rows) {
    const says = saying(row)
    const rank = (ranks.get(says) ?? 0) + 1
    ranks.set(says, rank)
    if (rank <= (together.get(says) ?? 1)) named.set(`${says}|${rank}`, row)
  }
  return named
}

/** The names of rows by what they say; a row whose element says more than before (a detail came late) keeps its name. */
function* withRanks(
  shown: readonly PageRow[],
  known: ReadonlyMap<string, PageRow>,
): Iterable<readonly [string, PageRow]> {
  const before = new Map([...known].map(([name, row]) => [row.element, [name, row] as const]))
  for (const [name, row] of bySaying(shown, countsOf(shown))) {
    const [oldName, old] = before.get(row.element) ?? []
    yield [old !== undefined && oldName !== undefined && !known.has(name) && saysMore(old, row) ? oldName : name, row]
  }
}

const saysMore = (old: PageRow, row: PageRow): boolean =>
  isSameMovement(old, row) && old.texts.every((text) => row.texts.includes(text))

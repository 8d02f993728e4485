import { headingKey } from '../table.ts'
import type { ForeignRow } from './csv.ts'

/** What a column of ours is called elsewhere, and what its cells look like where nothing says what they are. */
export interface Wanted<Key extends string> {
  readonly key: Key
  /** As people read it. */
  readonly heading: string
  readonly names: readonly string[]
  readonly shape?: RegExp
}

export interface Guessed<Key extends string> {
  /** Index in the file’s rows. */
  readonly at: ReadonlyMap<Key, number>
  /** What was understood, in the file’s order, to be shown. */
  readonly columns: readonly { readonly from: string; readonly to: string }[]
  readonly unread: readonly string[]
  readonly rows: readonly ForeignRow[]
}

/**
 * Which column is which: as `told` (empty: none of ours), by its heading, else by what its cells look like. A file whose first row names nothing has
 * no headings: its columns are named by their rank.
 */
export function guessColumns<Key extends string>(
  rows: readonly ForeignRow[],
  wanted: readonly Wanted<Key>[],
  told: Readonly<Record<string, string>> = {},
): Guessed<Key> {
  const first = rows[0]?.cells ?? []
  const named = first.map((cell) => keyOf(cell, wanted))
  const tellings = new Map(Object.entries(told).map(([from, to]) => [headingKey(from), to]))
  const known = first.filter((cell, index) => named[index] !== undefined || tellings.has(headingKey(cell))).length
  // Data hold digits and addresses of mail, which titles seldom do.
  const hasHeadings = known >= 2 || (known === 1 && !first.some((cell) => /@|^\W*\d/.test(cell)))
  const headings = first.map((cell, index) => (hasHeadings && cell !== '' ? cell : `colonne ${index + 1}`))
  const body = hasHeadings ? rows.slice(1) : rows
  const at = new Map<Key, number>()
  const taken = new Set<number>()
  const take = (key: Key | undefined, index: number): void => {
    if (key === undefined || at.has(key) || taken.has(index)) return
    at.set(key, index)
    taken.add(index)
  }
  for (const [index, heading] of headings.entries()) {
    const to = tellings.get(headingKey(heading))
    if (to === undefined) continue
    take(wanted.find((each) => headingKey(each.heading) === headingKey(to))?.key, index)
    // Said to be nothing of ours: not guessed either.
    taken.add(index)
  }
  if (hasHeadings) for (const [index, key] of named.entries()) take(key, index)
  for (const { key, shape } of wanted) {
    if (shape === undefined || at.has(key)) continue
    const index = headings.findIndex((_, column) => !taken.has(column) && looksLike(body, column, shape))
    if (index >= 0) take(key, index)
  }
  const keyAt = new Map([...at].map(([key, index]) => [index, key]))
  const headingOf = new Map(wanted.map(({ key, heading }) => [key, heading]))
  return {
    at,
    columns: headings.flatMap((from, index) => {
      const key = keyAt.get(index)
      return key === undefined ? [] : [{ from, to: headingOf.get(key) ?? key }]
    }),
    unread: headings.filter((_, index) => !keyAt.has(index)),
    rows: body,
  }
}

/** The key whose name the heading is, or begins with: « Adresse (ligne 1) » is an address, « Nom du contact » no name. */
function keyOf<Key extends string>(heading: string, wanted: readonly Wanted<Key>[]): Key | undefined {
  const text = plain(heading)
  if (text === '') return undefined
  let best: { readonly key: Key; readonly length: number } | undefined
  for (const { key, heading: own, names } of wanted)
    for (const name of [own, ...names].map(plain)) {
      const length = text === name ? 1000 : text.startsWith(`${name} `) ? name.length : 0
      if (length > (best?.length ?? 0)) best = { key, length }
    }
  return best?.key
}

const plain = (text: string): string =>
  headingKey(text)
    .replace(/n°|\bno\b|\bnum\b/g, 'numero')
    .replace(/[-_.:*()/]+/g, ' ')
    .replace(/ +/g, ' ')
    .trim()

/** Most of its filled cells, and at least one. */
function looksLike(rows: readonly ForeignRow[], column: number, shape: RegExp): boolean {
  const filled = rows.map(({ cells }) => cells[column] ?? '').filter((cell) => cell !== '')
  return filled.length > 0 && filled.filter((cell) => shape.test(cell)).length >= filled.length * 0.8
}

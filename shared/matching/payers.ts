import { type ClientName, type NameIndex, START, wordWeight } from './name-index.ts'
import type { Run } from './text.ts'

/** How much of a client's name a line shows: `share` of its weight (0..1) and the weight itself. */
export interface NameSeen {
  readonly clientId: string
  readonly share: number
  readonly weight: number
  /** Letters runs that bear the name. */
  readonly at: ReadonlySet<number>
  /** No other client has a word that was seen. */
  readonly alone?: boolean
}

const LONGEST = 40

/** Clients whose name, or part of it, stands in the runs. */
export function findNames(runs: readonly Run[], index: NameIndex): Map<string, NameSeen> {
  const hits = new Map<ClientName, Map<string, { quality: number; at: number }>>()
  const best = new Map<string, NameSeen>()
  runs.forEach((run, at) => {
    if (run.digits) {
      const clientId =
        run.text.length === 9 || run.text.length === 14 ? index.bySiren.get(run.text.slice(0, 9)) : undefined
      if (clientId !== undefined) keepBest(best, { clientId, share: 1, weight: 8, at: new Set([at]) })
      return
    }
    const note = (name: ClientName, word: string, quality: number) => {
      const words = hits.get(name) ?? new Map<string, { quality: number; at: number }>()
      hits.set(name, words)
      if ((words.get(word)?.quality ?? 0) < quality) words.set(word, { quality, at })
    }
    for (const name of index.byWord.get(run.text) ?? []) note(name, run.text, 1)
    noteParts(run.text, index, note)
    for (const seen of startingAt(runs, at, index)) keepBest(best, seen)
  })
  for (const [name, words] of hits) {
    let weight = 0
    let total = 0
    for (const word of name.words) {
      const full = wordWeight(index, word)
      total += full
      const hit = words.get(word)
      if (hit) weight += full * hit.quality
      else if (initialOf(runs, word, words)) weight += full * 0.5
    }
    keepBest(best, {
      clientId: name.clientId,
      share: total > 0 ? weight / total : 0,
      weight,
      at: new Set([...words.values()].map((hit) => hit.at)),
      alone: [...words.keys()].every((word) => index.byWord.get(word)?.length === 1),
    })
  }
  return best
}

/** Names of which a word stands in a run cut or in the plural, or two words with their blank lost, in whatever order: DUPONTMARIE. */
function noteParts(
  text: string,
  index: NameIndex,
  note: (name: ClientName, word: string, quality: number) => void,
): void {
  if (text.length < START) return
  for (const word of index.wordsByStart.get(text.slice(0, START))?.keys() ?? []) {
    // COPROPR for COPROPRIETAIRES; a plural.
    if (word !== text && (word.startsWith(text) || text === `${word}S`))
      for (const name of index.byWord.get(word) ?? []) note(name, word, 0.85)
    const second = text.slice(word.length)
    if (second.length < 2 || !text.startsWith(word)) continue
    for (const name of index.byWord.get(second) ?? [])
      if (name.words.includes(word)) {
        note(name, word, 0.95)
        note(name, second, 0.95)
      }
  }
}

function keepBest(best: Map<string, NameSeen>, seen: NameSeen): void {
  const known = best.get(seen.clientId)
  if (!known || seen.share > known.share || (seen.share === known.share && seen.weight > known.weight))
    best.set(seen.clientId, seen)
}

/** `PICARD F`: the other word's initial, beside a word of the name. */
function initialOf(runs: readonly Run[], word: string, words: ReadonlyMap<string, { at: number }>): boolean {
  for (const { at } of words.values())
    for (const beside of [at - 1, at + 1]) {
      const run = runs[beside]
      if (run && !run.digits && run.text.length === 1 && word.startsWith(run.text) && run.field === runs[at]?.field)
        return true
    }
  return false
}

/** Names whose letters follow from run `at` on, blanks ignored: glued, broken by a line end, or cut. */
function startingAt(runs: readonly Run[], at: number, index: NameIndex): NameSeen[] {
  const start = lettersFrom(runs, at, START).slice(0, START)
  const candidates = start.length < START ? undefined : index.byStart.get(start)
  if (!candidates) return []
  const letters = lettersFrom(runs, at, LONGEST)
  return candidates.flatMap((name) => {
    let length = 0
    while (length < name.compact.length && name.compact[length] === letters[length]) length += 1
    const { to, whole } = endingRun(runs, at, length)
    const part = length / name.compact.length
    const long = length >= 9
    // The bank's width: the name stops with a run. Half a name tells half.
    if (part === 1 ? !whole && !long : !whole || !long || part < 0.4) return []
    const share = part === 1 ? 1 : Math.min(0.95, 0.15 + part)
    const weight = share * totalWeight(index, name)
    return [{ clientId: name.clientId, share, weight, at: range(at, to) }]
  })
}

/** Letters and digits from run `at` on, of the same field, until there are this many. */
function lettersFrom(runs: readonly Run[], at: number, length: number): string {
  let joined = ''
  for (let to = at; joined.length < length && runs[to]?.field === runs[at]?.field; to += 1) joined += runs[to]?.text
  return joined
}

/** The run in which `length` letters from run `at` end, and whether they end with it. */
function endingRun(runs: readonly Run[], at: number, length: number): { to: number; whole: boolean } {
  let left = length
  let to = at
  while (left > 0) {
    const run = runs[to]
    if (!run) break
    left -= run.text.length
    to += 1
  }
  return { to, whole: left === 0 }
}

const totalWeight = (index: NameIndex, name: ClientName): number =>
  name.words.reduce((sum, word) => sum + wordWeight(index, word), 0)
const range = (from: number, to: number): Set<number> =>
  new Set(Array.from({ length: to - from }, (_, offset) => from + offset))

import { type ClientName, type NameIndex, START, wordWeight } from './name-index.ts'
import type { Run } from './text.ts'

/** How much of a client's name a line shows: `share` of its weight (0..1) and the weight itself. */
export interface NameSeen {
  readonly clientId: string
  readonly share: number
  readonly weight: number
  /** How many words the name has. */
  readonly words: number
  /** Letters runs that bear the name. */
  readonly at: ReadonlySet<number>
  /** No other client has a word that was seen. */
  readonly alone?: boolean
}

const PREFIX = 4
const LONGEST = 40

/** Clients whose name, or part of it, stands in the runs. */
export function findNames(runs: readonly Run[], index: NameIndex): Map<string, NameSeen> {
  const hits = new Map<ClientName, Map<string, { quality: number; at: number }>>()
  const note = (name: ClientName, word: string, quality: number, at: number) => {
    const words = hits.get(name) ?? new Map<string, { quality: number; at: number }>()
    hits.set(name, words)
    if ((words.get(word)?.quality ?? 0) < quality) words.set(word, { quality, at })
  }
  const best = new Map<string, NameSeen>()
  for (const [at, run] of runs.entries()) {
    if (run.digits) {
      const clientId =
        run.text.length === 9 || run.text.length === 14 ? index.bySiren.get(run.text.slice(0, 9)) : undefined
      if (clientId !== undefined) keepBest(best, { clientId, share: 1, weight: 8, words: 2, at: new Set([at]) })
      continue
    }
    for (const name of index.byWord.get(run.text) ?? []) note(name, run.text, 1, at)
    if (run.text.length >= PREFIX)
      for (const word of index.wordsByStart.get(run.text.slice(0, PREFIX))?.keys() ?? [])
        if (word !== run.text && near(word, run))
          for (const name of index.byWord.get(word) ?? []) note(name, word, 0.85, at)
    for (const [name, words] of gluedIn(run.text, index)) for (const word of words) note(name, word, 0.95, at)
    for (const [name, share, to] of startingAt(runs, at, index))
      keepBest(best, {
        clientId: name.clientId,
        share,
        weight: share * totalWeight(index, name),
        words: name.words.length,
        at: range(at, to),
      })
  }
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
      words: name.words.length,
      at: new Set([...words.values()].map((hit) => hit.at)),
      alone: [...words.keys()].every((word) => index.byWord.get(word)?.length === 1),
    })
  }
  return best
}

/** Names of which two words stand in one run, blanks lost, in whatever order: DUPONTMARIE. */
function* gluedIn(text: string, index: NameIndex): Iterable<[ClientName, [string, string]]> {
  if (text.length < START + 2) return
  for (const first of index.wordsByStart.get(text.slice(0, START))?.keys() ?? []) {
    const second = text.slice(first.length)
    if (second.length < 2 || !text.startsWith(first)) continue
    for (const name of index.byWord.get(second) ?? []) if (name.words.includes(first)) yield [name, [first, second]]
  }
}

function keepBest(best: Map<string, NameSeen>, seen: NameSeen): void {
  const known = best.get(seen.clientId)
  if (!known || seen.share > known.share || (seen.share === known.share && seen.weight > known.weight))
    best.set(seen.clientId, seen)
}

/** A cut word (COPROPR for COPROPRIETAIRES), a plural, or one letter wrong in a long word. */
function near(word: string, run: Run): boolean {
  if (word.startsWith(run.text)) return true
  return run.text.startsWith(word) && run.text.length - word.length === 1 && run.text.endsWith('S')
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
function* startingAt(runs: readonly Run[], at: number, index: NameIndex): Iterable<[ClientName, number, number]> {
  const first = runs[at]
  if (!first) return
  let joined = first.text
  let to = at + 1
  const joinUpTo = (length: number) => {
    for (; joined.length < length && runs[to]?.field === first.field; to += 1) joined += runs[to]?.text ?? ''
  }
  joinUpTo(START)
  const candidates = index.byStart.get(joined.slice(0, START))
  if (!candidates || joined.length < START) return
  joinUpTo(LONGEST)
  for (const name of candidates) {
    let length = 0
    while (length < name.compact.length && name.compact[length] === joined[length]) length += 1
    const end = endingRun(runs, at, length)
    if (length === name.compact.length) {
      if (end.whole || length >= 9) yield [name, 1, end.to]
    } else if (length >= 9 && end.whole) {
      // The bank's width: the name stops with a run. Half a name tells half.
      const share = length / name.compact.length
      if (share >= 0.4) yield [name, Math.min(0.95, 0.15 + share), end.to]
    }
  }
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

import type { MatchClient } from './model.ts'
import { add, count, type MultiMap, remove } from './multimap.ts'
import { compact, fold, type Run, runsOf } from './text.ts'
import { classesOf } from './vocabulary.ts'

/** One name of a client: its own, or a « nom en banque ». Titles, legal forms and small words do not count. */
export interface ClientName {
  readonly clientId: string
  readonly words: readonly string[]
  /** With its small words: found even when blanks are lost, or cut at the bank's width. */
  readonly compact: string
}

export interface NameIndex {
  readonly byClient: Map<string, ClientName[]>
  readonly byWord: MultiMap<string, ClientName>
  /** First four letters → whole words: a cut or shortened word is still found. */
  readonly wordsByStart: Map<string, Map<string, number>>
  readonly byStart: MultiMap<string, ClientName>
  readonly bySiren: Map<string, string>
}

export const emptyNameIndex = (): NameIndex => ({
  byClient: new Map(),
  byWord: new Map(),
  wordsByStart: new Map(),
  byStart: new Map(),
  bySiren: new Map(),
})

/** Letters that a name, or a word of it, is looked up by. */
export const START = 4

export function addClient(index: NameIndex, client: MatchClient): void {
  const names = [client.name, ...(client.bankNames ?? [])]
    .map((name) => readName(client.id, name))
    .filter((name) => name.words.length > 0)
  index.byClient.set(client.id, names)
  if (client.siren) index.bySiren.set(client.siren, client.id)
  for (const name of names) eachKey(index, name, add, 1)
}

export function removeClient(index: NameIndex, client: MatchClient): void {
  for (const name of index.byClient.get(client.id) ?? []) eachKey(index, name, remove, -1)
  index.byClient.delete(client.id)
  if (client.siren) index.bySiren.delete(client.siren)
}

function eachKey(index: NameIndex, name: ClientName, change: typeof add, by: 1 | -1): void {
  for (const word of new Set(name.words)) {
    change(index.byWord, word, name)
    const start = word.slice(0, START)
    const words = index.wordsByStart.get(start) ?? new Map<string, number>()
    index.wordsByStart.set(start, words)
    count(words, word, by)
    if (words.size === 0) index.wordsByStart.delete(start)
  }
  if (name.compact.length >= START) change(index.byStart, name.compact.slice(0, START), name)
}

export function readName(clientId: string, name: string): ClientName {
  const runs = runsOf(fold(name.replace(/\(.*?\)/g, ' ')), 0)
  const kept = runs.filter((run) => !isForm(run, runs.length))
  const words = kept.filter((run) => run.text.length > 1 && !classesOf(run.text).has('stop')).map((run) => run.text)
  const fallback = words.length > 0 ? words : runs.map((run) => run.text)
  return {
    clientId,
    words: fallback,
    compact: compact((kept.length > 0 ? kept : runs).map((run) => run.text).join('')),
  }
}

/** SARL, M., Mme… unless that is all there is. */
function isForm(run: Run, length: number): boolean {
  const classes = classesOf(run.text)
  return length > 1 && (classes.has('legalForm') || classes.has('title'))
}

/**
 * How much a word tells: the rarer among the clients the more, as term frequency adjusts a linkage (Winkler); words of many firms'
 * names are common even in a ledger of three clients. Never below a small floor: all words together must still make the name.
 */
export function wordWeight(index: NameIndex, word: string): number {
  const bearers = index.byWord.get(word)?.length ?? 1
  const rarity = Math.log((index.byClient.size + 30) / bearers)
  const generic = classesOf(word).has('common') ? 0.45 : 1
  return Math.max(0.3, rarity * generic * (word.length <= 2 ? 0.6 : 1))
}

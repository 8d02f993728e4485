import type { LineKind } from './kind.ts'
import type { Allocation, BankLine } from './model.ts'
import { add, count, type MultiMap, remove } from './multimap.ts'
import type { Reading } from './reading.ts'

/** What one confirmation taught. Everything else in the memory is counted from these, so that an undo takes back exactly that. */
export interface Lesson {
  readonly line: BankLine
  readonly allocations: readonly Allocation[]
  /** Who paid; empty when the line paid no invoice. */
  readonly clientIds: readonly string[]
  /** The payer's words, sorted, when they are not simply the client's own name. */
  readonly alias: string | undefined
  readonly iban: string | undefined
  readonly kind: LineKind
  /** Days between the due date and the payment. */
  readonly delays: readonly number[]
}

/** A name seen in the bank, and who was confirmed behind it ('' = no invoice). */
export interface Alias {
  readonly words: readonly string[]
  readonly clients: Map<string, number>
}

export interface Habits {
  readonly kinds: Map<LineKind, number>
  lines: number
  delays: number
  delaySum: number
}

export interface Memory {
  readonly lessons: Map<string, Lesson>
  readonly aliases: Map<string, Alias>
  readonly aliasesByWord: MultiMap<string, string>
  readonly ibans: Map<string, Map<string, number>>
  readonly habits: Map<string, Habits>
  /** Lines seen and decided, by amount in cents: duplicates, second payments, money taken back. */
  readonly byAmount: MultiMap<number, Lesson>
  /** Names and IBANs the user told us to forget: `name:…`, `iban:…`. */
  readonly forgotten: Set<string>
  /** By line: what was refused. */
  readonly refusals: Map<string, readonly Refusal[]>
}

export interface Refusal {
  /** The invoices proposed. */
  readonly invoices: string
  /** Payer's words and client. */
  readonly payers: readonly string[]
  /** Days since 1970. */
  readonly at: number
}

export const emptyMemory = (forgotten: readonly string[] = []): Memory => ({
  lessons: new Map(),
  aliases: new Map(),
  aliasesByWord: new Map(),
  ibans: new Map(),
  habits: new Map(),
  byAmount: new Map(),
  forgotten: new Set(forgotten),
  refusals: new Map(),
})

export const NOBODY = ''

export function learn(memory: Memory, lesson: Lesson): void {
  unlearn(memory, lesson.line.id)
  memory.lessons.set(lesson.line.id, lesson)
  apply(memory, lesson, 1)
}

/** Takes back what the line taught. */
export function unlearn(memory: Memory, lineId: string): Lesson | undefined {
  const lesson = memory.lessons.get(lineId)
  if (!lesson) return undefined
  memory.lessons.delete(lineId)
  apply(memory, lesson, -1)
  return lesson
}

function apply(memory: Memory, lesson: Lesson, by: 1 | -1): void {
  const change = by === 1 ? add : remove
  change(memory.byAmount, lesson.line.amount, lesson)
  const payers = lesson.clientIds.length > 0 ? lesson.clientIds : [NOBODY]
  if (lesson.alias !== undefined) {
    const alias = memory.aliases.get(lesson.alias) ?? {
      words: lesson.alias.split(' '),
      clients: new Map<string, number>(),
    }
    if (by === 1 && !memory.aliases.has(lesson.alias)) {
      memory.aliases.set(lesson.alias, alias)
      for (const word of alias.words) add(memory.aliasesByWord, word, lesson.alias)
    }
    for (const payer of payers) count(alias.clients, payer, by)
    if (alias.clients.size === 0) {
      memory.aliases.delete(lesson.alias)
      for (const word of alias.words) remove(memory.aliasesByWord, word, lesson.alias)
    }
  }
  if (lesson.iban !== undefined) {
    const owners = memory.ibans.get(lesson.iban) ?? new Map<string, number>()
    memory.ibans.set(lesson.iban, owners)
    for (const payer of payers) count(owners, payer, by)
    if (owners.size === 0) memory.ibans.delete(lesson.iban)
  }
  for (const clientId of lesson.clientIds) {
    const habits = memory.habits.get(clientId) ?? { kinds: new Map(), lines: 0, delays: 0, delaySum: 0 }
    memory.habits.set(clientId, habits)
    habits.lines += by
    count(habits.kinds, lesson.kind, by)
    for (const delay of lesson.delays) {
      habits.delays += by
      habits.delaySum += by * delay
    }
    if (habits.lines === 0) memory.habits.delete(clientId)
  }
}

/** How far a line's payer is one the user has confirmed. `share` of the known name's words, `times` it was confirmed. */
export interface KnownPayer {
  readonly clientId: string
  readonly share: number
  readonly times: number
  /** How many clients (or nobody) were confirmed behind the same name. */
  readonly shared: number
}

/** Clients (and NOBODY) whose confirmed names stand in these words. */
export function recallNames(memory: Memory, words: readonly string[]): KnownPayer[] {
  const weights = new Map<string, number>()
  for (const word of words)
    for (const key of memory.aliasesByWord.get(word) ?? [])
      weights.set(key, (weights.get(key) ?? 0) + wordRarity(memory, word))
  const best = new Map<string, KnownPayer>()
  for (const [key, weight] of weights) {
    const alias = memory.aliases.get(key)
    if (!alias || memory.forgotten.has(`name:${key}`)) continue
    const share = weight / alias.words.reduce((sum, word) => sum + wordRarity(memory, word), 0)
    if (share < 0.6) continue
    for (const [clientId, times] of alias.clients) {
      const known = best.get(clientId)
      if (!known || share > known.share || (share === known.share && times > known.times))
        best.set(clientId, { clientId, share, times, shared: alias.clients.size })
    }
  }
  return [...best.values()]
}

const wordRarity = (memory: Memory, word: string): number =>
  Math.max(0.3, Math.log((memory.aliases.size + 20) / (memory.aliasesByWord.get(word)?.length ?? 1)))

/** The one client behind an IBAN; none when several are, as with a payment processor's: C-14. */
export function ownerOf(memory: Memory, iban: string | undefined): string | undefined {
  if (iban === undefined || memory.forgotten.has(`iban:${iban}`)) return undefined
  const owners = [...(memory.ibans.get(iban)?.keys() ?? [])].filter((owner) => owner !== NOBODY)
  return owners.length === 1 ? owners[0] : undefined
}

/** Days in which a refusal loses two thirds of its weight on the payer's name. */
const FADING = 45

export function refusalWeight({ refusals }: Memory, { nameWords, at }: Reading, clientId: string): number {
  if (refusals.size === 0) return 0
  const key = refusalKey(nameWords, clientId)
  const days = [...refusals.values()]
    .flat()
    .flatMap((refusal) => (refusal.payers.includes(key) ? [Math.max(0, at - refusal.at)] : []))
  return days.length === 0 ? 0 : Math.exp(-Math.min(...days) / FADING)
}

export const refusalKey = (nameWords: readonly string[], clientId: string): string =>
  `${nameWords.join(' ')}|${clientId}`

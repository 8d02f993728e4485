import { daysBetween } from '@tabellion/shared/calendar'
import type { Memory } from './memory.ts'
import type { BankLine } from './model.ts'
import { fold, runsOf } from './text.ts'
import { classesOf } from './vocabulary.ts'

export interface Copies {
  /** Copy → the line it repeats. */
  readonly of: ReadonlyMap<string, string>
  /** Line → its copy. */
  readonly by: ReadonlyMap<string, string>
  /** Copies that need no look: the other line speaks for both. */
  readonly dropped: ReadonlySet<string>
}

/**
 * Pairs of lines that are one operation. On one page the longer text is kept as the original, whichever comes first: a copy is often cut.
 * A line decided before stays the original; only if it was said to pay nothing is its copy still looked at.
 */
export function findCopies(memory: Memory, ordered: readonly BankLine[]): Copies {
  const of = new Map<string, string>()
  const by = new Map<string, string>()
  const dropped = new Set<string>()
  const seen = new Map<number, BankLine[]>()
  const free = (line: BankLine) => !of.has(line.id) && !by.has(line.id)
  const pair = (original: BankLine, copy: BankLine) => {
    of.set(copy.id, original.id)
    by.set(original.id, copy.id)
  }
  for (const line of ordered) {
    const decided = (memory.byAmount.get(line.amount) ?? []).find(
      (lesson) => free(lesson.line) && sameOperation(lesson.line, line),
    )
    const earlier = seen.get(line.amount) ?? []
    if (decided) {
      pair(decided.line, line)
      if (decided.clientIds.length > 0) dropped.add(line.id)
    } else {
      const same = earlier.find((other) => free(other) && sameOperation(other, line))
      if (same) {
        const [original, copy] = lengthOf(line) > lengthOf(same) ? [line, same] : [same, line]
        pair(original, copy)
        dropped.add(copy.id)
      }
    }
    seen.set(line.amount, [...earlier, line])
  }
  return { of, by, dropped }
}

const lengthOf = (line: BankLine): number =>
  line.label.length + (line.counterparty?.length ?? 0) + (line.reference?.length ?? 0)

/** A page shows an operation up to a long weekend before the file books it. */
const DAYS_APART = 4

/**
 * The same operation read twice, once from the page and once from a file: same amount, days apart at most, texts that say the same once the
 * bank's own words are gone. Two equal lines of one source are two operations (C-17).
 */
export function sameOperation(a: BankLine, b: BankLine): boolean {
  if (
    a.amount !== b.amount ||
    a.id === b.id ||
    a.source === undefined ||
    b.source === undefined ||
    a.source === b.source
  )
    return false
  if (a.account !== undefined && b.account !== undefined && a.account !== b.account) return false
  if (Math.abs(daysBetween(a.bookedOn, b.bookedOn)) > DAYS_APART) return false
  const [short, long] = [wordsOf(a), wordsOf(b)].sort((one, other) => lettersOf(one) - lettersOf(other))
  if (!short || !long) return false
  // Money that leaves is often the same from month to month: only the very same words.
  if (a.amount < 0 && own(short).length !== own(long).length) return false
  return sameWords(short, long)
}

const lettersOf = (words: readonly Word[]): number => words.reduce((sum, { text }) => sum + text.length, 0)
const own = (words: readonly Word[]): Word[] => words.filter(({ bank }) => !bank)

function wordsOf(line: BankLine): Word[] {
  const fields = [line.label, line.counterparty ?? '', line.reference ?? '']
  const runs = fields.flatMap((field, index) => runsOf(fold(field), index))
  const words = new Map<string, Word>()
  for (const { text, digits, last } of runs)
    words.set(text, {
      text,
      bank: !digits && classesOf(text).has('bank'),
      last: last || (words.get(text)?.last ?? false),
    })
  return [...words.values()]
}

interface Word {
  readonly text: string
  /** The bank's own: it need not stand in the other text, but what is cut may be one. */
  readonly bank: boolean
  /** It ends its field: it may be cut. */
  readonly last: boolean
}

/** The shorter text's words stand in the longer, the last one perhaps cut; a number that does not is another operation's. */
function sameWords(short: readonly Word[], long: readonly Word[]): boolean {
  const telling = own(short)
  if (telling.length === 0) return own(long).length === 0
  const stands = ({ text, last }: Word) =>
    long.some((other) => other.text === text || ((last || text.length >= 2) && other.text.startsWith(text)))
  if (telling.some((word) => word.text.length >= 3 && /^\d/.test(word.text) && !stands(word))) return false
  return telling.filter(stands).length / telling.length >= 0.8
}

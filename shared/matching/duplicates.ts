import { daysBetween } from '@tabellion/shared/calendar'
import type { BankLine } from './model.ts'
import { fold, runsOf } from './text.ts'
import { classesOf } from './vocabulary.ts'

/** A page shows an operation up to a long weekend before the file books it. */
const DAYS_APART = 4

/**
 * The same operation read twice, once from the page and once from a file: same amount, days apart at most, texts that say the same once the
 * bank's own words are gone. Two equal lines of one source are two operations (C-17).
 */
export function sameOperation(a: BankLine, b: BankLine): boolean {
  if (a.amount !== b.amount || a.id === b.id || a.source === undefined || b.source === undefined || a.source === b.source) return false
  if (a.account !== undefined && b.account !== undefined && a.account !== b.account) return false
  if (Math.abs(daysBetween(a.bookedOn, b.bookedOn)) > DAYS_APART) return false
  return sameWords(wordsOf(a), wordsOf(b))
}

function wordsOf(line: BankLine): string[] {
  const fields = [line.label, line.counterparty ?? '', line.reference ?? '']
  const words = fields.flatMap((field, index) => runsOf(fold(field), index)).filter((run) => run.digits || !classesOf(run.text).has('bank')).map((run) => run.text)
  return [...new Set(words)]
}

/** The shorter text's words stand in the longer, the last one perhaps cut. */
function sameWords(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length === 0) return long.length === 0
  let found = 0
  for (const word of short) if (long.some((other) => other === word || (word.length >= 2 && other.startsWith(word)))) found += 1
  return found / short.length >= 0.8
}

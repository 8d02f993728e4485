import { type Day, monthOf, yearOf } from '@tabellion/shared/calendar'
import { fail, ok, type Result } from '@tabellion/shared/kernel'
import type { DocumentNumber } from './document.ts'

/** Invoices, deposits and balances share one series; credit notes and quotes have their own (features E.14). */
export type Series = 'invoices' | 'credits' | 'quotes'

export type PatternProblem =
  | { readonly code: 'no-counter' | 'several-counters' | 'empty-pattern' }
  | { readonly code: 'unknown-token'; readonly token: string }
  | { readonly code: 'forbidden-character'; readonly character: string }
  | { readonly code: 'too-long'; readonly length: number }
  /** A month with no year: two Januaries would share their numbers. */
  | { readonly code: 'month-without-year' }

type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'year4' | 'year2' | 'month' }
  | { readonly kind: 'counter'; readonly width: number }

/** `F{AAAA}-{0000}`, read. */
export interface NumberPattern {
  readonly text: string
  readonly parts: readonly Part[]
  /** The counter starts again with the year only when the pattern names the year (BOI 136 of 2003-08-07). */
  readonly yearly: boolean
}

/** BR-FR-01: at most 35 characters. */
const MOST_CHARACTERS = 35

/** Reads a pattern: tokens `{AAAA} {AA} {MM} {0000}`; other characters `A-Z a-z 0-9 - _ / +` (BR-FR-02). */
export function parsePattern(text: string): Result<NumberPattern, PatternProblem> {
  if (text === '') return fail({ code: 'empty-pattern' })
  const parts: Part[] = []
  for (const piece of text.match(/\{[^}]*\}?|[^{]+/g) ?? []) {
    if (!piece.startsWith('{')) {
      const forbidden = /[^A-Za-z0-9\-_/+]/.exec(piece)
      if (forbidden) return fail({ code: 'forbidden-character', character: forbidden[0] })
      parts.push({ kind: 'text', text: piece })
    } else if (piece === '{AAAA}') parts.push({ kind: 'year4' })
    else if (piece === '{AA}') parts.push({ kind: 'year2' })
    else if (piece === '{MM}') parts.push({ kind: 'month' })
    else if (/^\{0+\}$/.test(piece)) parts.push({ kind: 'counter', width: piece.length - 2 })
    else return fail({ code: 'unknown-token', token: piece })
  }
  const counters = parts.filter((part) => part.kind === 'counter').length
  if (counters !== 1) return fail({ code: counters === 0 ? 'no-counter' : 'several-counters' })
  const yearly = parts.some((part) => part.kind === 'year4' || part.kind === 'year2')
  if (!yearly && parts.some((part) => part.kind === 'month')) return fail({ code: 'month-without-year' })
  const pattern = { text, parts, yearly }
  const length = formatNumber(pattern, 1, '2026-12-31' as Day).length
  return length > MOST_CHARACTERS ? fail({ code: 'too-long', length }) : ok(pattern)
}

/** The number with this rank on that day. The zeros are the least width: the counter grows past 9999. */
export function formatNumber(pattern: NumberPattern, rank: number, on: Day): DocumentNumber {
  return assemble(pattern, on, {
    text: (text) => text,
    month: String(monthOf(on)).padStart(2, '0'),
    counter: (width) => String(rank).padStart(width, '0'),
  }) as DocumentNumber
}

/** The rank of a number of this series in the counting of `on`'s year; undefined for any other number. */
export function rankOf(pattern: NumberPattern, number: string, on: Day): number | undefined {
  const expression = assemble(pattern, on, {
    text: (text) => text.replace(/[-/+]/g, '\\$&'),
    month: '(?:0[1-9]|1[0-2])',
    counter: () => '(\\d+)',
  })
  const match = new RegExp(`^${expression}$`).exec(number.trim())
  return match ? Number(match[1]) : undefined
}

interface Writing {
  readonly text: (text: string) => string
  readonly month: string
  readonly counter: (width: number) => string
}
function assemble(pattern: NumberPattern, on: Day, writing: Writing): string {
  let written = ''
  for (const part of pattern.parts) {
    if (part.kind === 'text') written += writing.text(part.text)
    else if (part.kind === 'counter') written += writing.counter(part.width)
    else if (part.kind === 'month') written += writing.month
    else written += String(yearOf(on)).slice(part.kind === 'year4' ? 0 : 2)
  }
  return written
}

/**
 * The rank that a number of an earlier tool leaves to continue from: its counter read by the pattern, else its last run of
 * digits (« FAC-2026-11 » under the pattern `F{AAAA}-{0000}`). Zero when a yearly pattern has left that number's year behind;
 * undefined when it has no digit.
 */
export function takenOverRank(pattern: NumberPattern, number: string, on: Day): number | undefined {
  const rank = rankOf(pattern, number, on)
  if (rank !== undefined) return rank
  const digits = /(\d+)\D*$/.exec(number)?.[1]
  if (digits === undefined) return undefined
  const year = /(?:^|\D)(20\d{2})(?=\D)/.exec(number)?.[1]
  return pattern.yearly && year !== undefined && Number(year) !== yearOf(on) ? 0 : Number(digits)
}

/**
 * The highest rank of this series among `taken`, at least `floor`; the next number is one more. `taken` holds the numbers of
 * the register, the journal and the properties, since each alone may have been cut or rolled back (architecture §3).
 */
export function highestRank(pattern: NumberPattern, taken: Iterable<string>, on: Day, floor: number): number {
  let highest = floor
  for (const number of taken) highest = Math.max(highest, rankOf(pattern, number, on) ?? 0)
  return highest
}

/** Ranks missing below the highest taken one: a gap, which the law forbids (CGI ann. II art. 242 nonies A, I-7°). */
export function gapsIn(pattern: NumberPattern, taken: Iterable<string>, startsAfter: number, on: Day): number[] {
  const ranks = new Set<number>()
  for (const number of taken) {
    const rank = rankOf(pattern, number, on)
    if (rank !== undefined) ranks.add(rank)
  }
  const gaps: number[] = []
  for (let rank = startsAfter + 1; rank < Math.max(0, ...ranks); rank++) if (!ranks.has(rank)) gaps.push(rank)
  return gaps
}

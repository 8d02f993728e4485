import { type Day, yearOf } from '@tabellion/shared/calendar'
import { parsePattern } from './numbering.ts'

/**
 * The pattern that the last number of an earlier tool seems to follow: `F2026-011` gives `F{AAAA}-{000}`. Undefined when it has
 * no counter to go on from, or characters that an e-invoice's number may not have (BR-FR-02).
 */
export function guessPattern(last: string, today: Day): string | undefined {
  const match = /^(.*?)(\d+)$/.exec(last.trim())
  if (!match) return undefined
  const [, head = '', run = ''] = match
  const dated = readDate(head, run, today)
  const pattern = `${dated.head}{${'0'.repeat(dated.counter.length)}}`
  return parsePattern(pattern).ok ? pattern : undefined
}

/** A year (and month) at the head of the counter's own digits, as in `202600012`, or anywhere before them. */
function readDate(head: string, run: string, today: Day): { readonly head: string; readonly counter: string } {
  const years = [yearOf(today), yearOf(today) - 1].map(String)
  const glued = years.find((year) => run.startsWith(year) && run.length > 5)
  if (glued !== undefined) {
    const rest = run.slice(4)
    const monthly = rest.length > 4 && isMonth(rest.slice(0, 2))
    return monthly ? { head: `${head}{AAAA}{MM}`, counter: rest.slice(2) } : { head: `${head}{AAAA}`, counter: rest }
  }
  const year = years.find((candidate) => new RegExp(`(^|\\D)${candidate}`).test(head))
  if (year !== undefined) return { head: withMonth(head.replace(year, '{AAAA}')), counter: run }
  // Two digits are a year only where they stand alone: « FA-26-012 », not « A26012 ».
  const short = years
    .map((candidate) => candidate.slice(2))
    .find((two) => new RegExp(`(^|\\D)${two}(?=\\D)`).test(head))
  if (short !== undefined) return { head: withMonth(head.replace(short, '{AA}')), counter: run }
  return { head, counter: run }
}

/** « 2026-11- » or « 202611- »: two digits right after the year that can be a month. */
const withMonth = (head: string): string =>
  head.replace(/(\{AA(?:AA)?\}[-_/+]?)(\d{2})(?!\d)/, (whole, year: string, digits: string) =>
    isMonth(digits) ? `${year}{MM}` : whole,
  )

const isMonth = (digits: string): boolean => Number(digits) >= 1 && Number(digits) <= 12

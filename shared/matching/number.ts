import type { Day } from '@tabellion/shared/calendar'
import { compact, fold, type Run, runsOf } from './text.ts'

/** A number taken apart: the *sequence* counts, the *head* is every digit that comes before it (year, month, client code…). */
export interface NumberReading {
  readonly head: string
  /** The head with its year written in two digits instead of four, or four instead of two. */
  readonly otherHead: string | undefined
  readonly sequence: number
  /** The sequence as printed, with its zeros. */
  readonly sequenceText: string
}

export interface NumberParts {
  /** One reading, or two when a date part may also be the start of the sequence (`20260112`, issued in January). */
  readonly readings: readonly NumberReading[]
  /** Letters before the first digit. */
  readonly letters: string
  /** The whole number, letters and digits only. */
  readonly whole: string
  readonly digits: string
}

/**
 * Read from the number itself and its day of issue, never from a known pattern. `FA-2026-0012` → 2026 | 12;
 * `26070012` issued in July 2026 → 2607 | 12; `12/2026` → 2026 | 12; `FAC000123` → no head | 123.
 */
export function readNumber(number: string, issuedOn: Day): NumberParts | undefined {
  const folded = fold(number)
  const runs = runsOf(folded, 0)
  const digits = runs.filter((run) => run.digits)
  if (digits.length === 0) return undefined
  const year = issuedOn.slice(0, 4)
  const position = sequencePosition(digits, year)
  const run = digits[position]?.text ?? ''
  const others = digits.filter((_, index) => index !== position).map((part) => part.text)
  const leads = others.length === 0 ? dateLeads(run, issuedOn) : ['']
  const first = runs[0]
  return {
    readings: leads.map((lead) => {
      const head = others.join('') + lead
      const sequenceText = run.slice(lead.length)
      return { head, otherHead: otherYear(head, year), sequence: Number(sequenceText), sequenceText }
    }),
    letters: first && !first.digits ? first.text : '',
    whole: compact(folded),
    digits: digits.map((part) => part.text).join(''),
  }
}

/** The last run, unless it is the year (`012/2026`, `0012-26`). */
function sequencePosition(digits: readonly Run[], year: string): number {
  const last = digits.length - 1
  if (last === 0) return 0
  const first = digits[0]?.text ?? ''
  const tail = digits[last]?.text ?? ''
  if (tail === year) return last - 1
  if (tail === year.slice(2) && first !== year && first !== tail && first.length >= 3) return last - 1
  return last
}

/** The date parts that may start a single run of digits: year (4 or 2 digits), then month, then day. */
function dateLeads(run: string, issuedOn: Day): string[] {
  const month = issuedOn.slice(5, 7)
  for (const year of [issuedOn.slice(0, 4), issuedOn.slice(2, 4)]) {
    if (!run.startsWith(year) || run.length < year.length + 2) continue
    const leads = [year]
    const withMonth = year + month
    if (run.startsWith(withMonth) && run.length >= withMonth.length + 2) leads.unshift(withMonth)
    const withDay = withMonth + issuedOn.slice(8, 10)
    if (run.startsWith(withDay) && run.length >= withDay.length + 1) leads.unshift(withDay)
    return leads.slice(0, 2)
  }
  return ['']
}

function otherYear(head: string, year: string): string | undefined {
  if (head.startsWith(year)) return head.slice(2)
  if (head.startsWith(year.slice(2))) return `${year.slice(0, 2)}${head}`
  return undefined
}

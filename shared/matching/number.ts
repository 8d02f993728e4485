import type { Day } from '@tabellion/shared/calendar'
import { fold, isDigits, textsOf } from './text.ts'

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
  const runs = textsOf(fold(number))
  const numbers = runs.filter(isDigits)
  if (numbers.length === 0) return undefined
  const year = issuedOn.slice(0, 4)
  const digits = numbers.join('')
  const [run = ''] = numbers.splice(sequencePosition(numbers, year), 1)
  const others = numbers.join('')
  const leads = others === '' ? dateLeads(run, issuedOn) : ['']
  const [first = ''] = runs
  return {
    readings: leads.map((lead) => {
      const head = others + lead
      const sequenceText = run.slice(lead.length)
      return { head, otherHead: otherYear(head, year), sequence: Number(sequenceText), sequenceText }
    }),
    letters: isDigits(first) ? '' : first,
    whole: runs.join(''),
    digits,
  }
}

/** The last run, unless it is the year (`012/2026`, `0012-26`). */
function sequencePosition(numbers: readonly string[], year: string): number {
  const last = numbers.length - 1
  const [first = ''] = numbers
  const tail = numbers[last] ?? ''
  const short = tail === year.slice(2) && first !== year && first !== tail && first.length >= 3
  return last > 0 && (tail === year || short) ? last - 1 : last
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

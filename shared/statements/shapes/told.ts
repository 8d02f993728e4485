import { day } from '@tabellion/shared/calendar'
import { utf8Bytes } from '@tabellion/shared/kernel'
import { readStatements, transactionsOf } from '../index.ts'

/** A statement written by hand, and what a person reads in it. */
export interface Shape {
  readonly name: string
  readonly file: string | Uint8Array
  /** `day amount label`, then `pending` or a currency other than the euro; or `refused: code`. */
  readonly told: readonly string[]
  /** Codes of the problems a person would name. */
  readonly problems?: readonly string[]
}

/** What the readers make of a file, one text a row. */
export function told(file: string | Uint8Array): { readonly rows: readonly string[]; readonly problems: string[] } {
  const bytes = typeof file === 'string' ? utf8Bytes(file) : file
  const read = readStatements(bytes, { today: day('2026-03-31') })
  if (!read.ok) {
    const { problem } = read
    return { rows: [`refused: ${problem.code}${'what' in problem ? ` ${problem.what}` : ''}`], problems: [] }
  }
  const understood = read.value.map(transactionsOf)
  return {
    rows: understood.flatMap(({ transactions }) =>
      transactions.map(({ date, amountCents, label, pending, currency }) =>
        [date, (amountCents / 100).toFixed(2), label, pending ? 'pending' : '', currency === 'EUR' ? '' : currency]
          .filter((part) => part !== '')
          .join(' '),
      ),
    ),
    problems: understood.flatMap(({ problems }) => problems.map(({ code }) => code)),
  }
}

/** A text in a single-byte encoding, by the place of its letters above ASCII. */
export const inBytes = (text: string, letters: Readonly<Record<string, number>>): Uint8Array =>
  Uint8Array.from(text, (letter) => letters[letter] ?? letter.charCodeAt(0))

import { type Citation, type CitedHow, rangeOf } from './citation.ts'
import { followList } from './citation-list.ts'
import { introduction, narrow } from './introduction.ts'
import type { IndexedInvoice } from './invoice-index.ts'
import { type NumberIndex, withSequence } from './number-index.ts'
import type { Run } from './text.ts'
import { classesOf } from './vocabulary.ts'

/** Sequences without their head, weighed by the word before them. */
export function sequencesAlone(
  runs: readonly Run[],
  index: NumberIndex,
  dates: ReadonlySet<number>,
  used: Set<number>,
  cited: Citation[],
): void {
  for (const [at, run] of runs.entries()) {
    if (!run.digits || used.has(at) || dates.has(at) || run.text.length > 9) continue
    const next = runs[at + 1]
    const broken = next?.digits && next.gap === ' ' && next.field === run.field ? run.text + next.text : undefined
    const whole = broken !== undefined && isWhole(broken, withSequence(index, '', Number(broken)))
    const text = whole ? broken : run.text
    const all = withSequence(index, '', Number(text))
    if (all.length === 0) continue
    const introduced = introduction(runs, at, index)
    const invoices = narrow(all, introduced)
    const before = runs[at - 1]
    const word = before && !before.digits && before.field === run.field ? before.text : ''
    const citation = {
      how: aloneHow(text, invoices, introduced, word),
      invoices,
      from: at,
      to: at + (whole ? 2 : 1),
      head: '',
      afterUnknownWord: introduced === undefined && word.length >= 3 && classesOf(word).size === 0,
    }
    cited.push(citation)
    for (const index of rangeOf(citation)) used.add(index)
    if (citation.how === 'worded') followList(runs, index, dates, citation, used, cited)
  }
}

/** All the digits of a number that has no year or client in it, too many to be an accident. */
const isWhole = (text: string, invoices: readonly IndexedInvoice[]): boolean =>
  text.length >= 5 &&
  invoices.some(({ parts }) => parts?.readings.some((reading) => reading.head === '' && reading.sequenceText === text))

function aloneHow(
  text: string,
  invoices: readonly IndexedInvoice[],
  introduced: string | undefined,
  word: string,
): CitedHow {
  const printed = invoices
    .flatMap((item) => item.parts?.readings ?? [])
    .filter((reading) => reading.sequenceText === text)
  if (introduced !== undefined)
    return text.length >= 4 && printed.some((reading) => reading.head === '') ? 'full' : 'worded'
  if (classesOf(word).has('otherNumber')) return 'elsewhere'
  if (isWhole(text, invoices)) return 'digits'
  if (text.startsWith('0') && printed.length > 0) return 'zeros'
  return text.length >= 4 ? 'long' : 'bare'
}

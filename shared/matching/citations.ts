import { type Citation, type CitedHow, clearness, rangeOf } from './citation.ts'
import { sequencesAlone } from './citation-alone.ts'
import { followList } from './citation-list.ts'
import { introduction, narrow } from './introduction.ts'
import type { IndexedInvoice, InvoiceIndex } from './invoice-index.ts'
import { type NumberIndex, withSequence } from './number-index.ts'
import type { Run } from './text.ts'

const LONGEST = 4

/** Every invoice number written in one line. `dates`: runs that read as a date are no sequence. */
export function findCitations(
  runs: readonly Run[],
  { numbers, orders }: Pick<InvoiceIndex, 'numbers' | 'orders'>,
  dates: ReadonlySet<number>,
): Citation[] {
  const written = withHead(runs, numbers).sort(
    (a, b) => clearness(a.how) - clearness(b.how) || b.to - b.from - (a.to - a.from) || a.from - b.from,
  )
  const used = new Set<number>()
  const cited: Citation[] = []
  for (const citation of written) {
    const at = rangeOf(citation)
    if (at.some((index) => used.has(index))) continue
    for (const index of at) used.add(index)
    if (citation.invoices.length > 0) cited.push(citation)
  }
  for (const citation of [...cited].sort((a, b) => a.from - b.from))
    followList(runs, numbers, dates, citation, used, cited)
  sequencesAlone(runs, numbers, dates, used, cited)
  wholeNumbers(runs, orders, 'order', cited)
  return cited
}

/** Runs of digits that follow each other, as one span; each way it splits into a known head and a sequence. */
function withHead(runs: readonly Run[], index: NumberIndex): Citation[] {
  const found: Citation[] = []
  wholeNumbers(runs, index.byWhole, 'full', found)
  for (const [from, first] of runs.entries()) {
    if (!first.digits) continue
    let digits = ''
    for (let to = from; to < Math.min(runs.length, from + LONGEST); to += 1) {
      const run = runs[to]
      if (!run?.digits || run.field !== first.field) break
      digits += run.text
      for (const length of index.headLengths.keys()) {
        if (digits.length <= length || digits.length > length + 8) continue
        // Most heads are none: looked up before anything is made of them.
        const head = digits.slice(0, length)
        if (index.heads.has(head))
          readAs(runs, index, { from, to: to + 1, head, rest: digits.slice(length), swapped: false }, found)
        const tail = to - from < 2 ? digits.slice(-length) : ''
        if (index.heads.has(tail))
          readAs(runs, index, { from, to: to + 1, head: tail, rest: digits.slice(0, -length), swapped: true }, found)
      }
    }
  }
  return found
}

/** Numbers looked up whole, letters and all: `2026-A12-B`, order numbers. */
function wholeNumbers(
  runs: readonly Run[],
  index: ReadonlyMap<string, IndexedInvoice[]>,
  how: CitedHow,
  found: Citation[],
): void {
  if (index.size === 0) return
  for (const [from, first] of runs.entries()) {
    let whole = ''
    let digits = false
    for (let to = from; to <= from + LONGEST; to += 1) {
      const run = runs[to]
      if (run?.field !== first.field) break
      whole += run.text
      digits ||= run.digits
      const invoices = digits ? index.get(whole) : undefined
      if (invoices) found.push({ how, invoices, from, to: to + 1, head: '' })
    }
  }
}

interface Split {
  readonly from: number
  readonly to: number
  readonly head: string
  readonly rest: string
  readonly swapped: boolean
}

function readAs(runs: readonly Run[], index: NumberIndex, split: Split, found: Citation[]): void {
  const { from, to, rest, swapped } = split
  const fused = to - from === 1
  for (const head of index.heads.get(split.head)?.keys() ?? []) {
    const exactHead = head === split.head
    const letters = introduction(runs, from, index)
    const introduced = letters !== undefined
    const invoices = narrow(withSequence(index, head, Number(rest)), letters)
    const printed = invoices[0]?.parts?.readings.find((reading) => reading.head === head)?.sequenceText
    if (printed === undefined) {
      // A number of the series that the ledger does not have: its digits are no other invoice's sequence.
      if (exactHead && !swapped && introduced && rest.length >= 2 && rest.length <= 5)
        found.push({ how: 'elsewhere', invoices: [], from, to, head })
      continue
    }
    const padded = printed === rest
    // Across a line break only the number's very digits count; elsewhere the sequence is a run of its own.
    if (!fused && runs[swapped ? from : to - 1]?.text !== rest && !(padded && onlyBlanks(runs, split))) continue
    const long = rest.length + split.head.length >= 5
    const zeros = padded || rest === `0${printed}` || !rest.startsWith('0')
    if (!introduced && !(long && zeros)) continue
    if (swapped && (fused || split.head.length < 4) && !(padded && (introduced || split.head.length === 4))) continue
    if (!swapped && !exactHead && split.head.length < 4 && !padded && !introduced) continue
    const how = swapped ? 'swapped' : !exactHead && split.head.length < 4 ? 'short-year' : padded ? 'full' : 'unpadded'
    found.push({ how, invoices, from, to, head })
  }
}

const onlyBlanks = (runs: readonly Run[], { from, to }: Split): boolean =>
  runs.slice(from + 1, to).every(({ gap }) => /^[ \n-]*$/.test(gap))

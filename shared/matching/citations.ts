import { type Index, introduction, narrow } from './introduction.ts'
import type { IndexedInvoice, InvoiceIndex } from './invoice-index.ts'
import { sequenceKey } from './number-index.ts'
import type { Run } from './text.ts'
import { classesOf } from './vocabulary.ts'

/**
 * How an invoice is cited, clearest first. *full*: head and sequence; *unpadded*: without its zeros, or with one more; *listed*: in a list, after one with
 * its head; *short-year*: 26 for 2026; *swapped*: sequence before year; *order*: the client's order number or the quote's; *ranged*: inside « 12 à 15 »;
 * *worded*: the sequence after « facture n° »; *zeros*: the sequence alone with its zeros; *long*, *bare*: alone, of four digits or more, of fewer;
 * *elsewhere*: after another noun (« dossier 12 »).
 */
export const CITED = [
  'full',
  'unpadded',
  'listed',
  'short-year',
  'swapped',
  'order',
  'ranged',
  'worded',
  'zeros',
  'long',
  'bare',
  'elsewhere',
] as const
export type CitedHow = (typeof CITED)[number]

export const clearness = (how: CitedHow): number => CITED.indexOf(how)
/** No doubt about which invoice is meant. */
export const isPlain = ({ how }: Citation): boolean => clearness(how) <= clearness('order')

export interface Citation {
  readonly how: CitedHow
  /** Usually one; a sequence alone may be that of several years' invoices; none when the ledger has no such number. */
  readonly invoices: readonly IndexedInvoice[]
  /** Indexes of runs, end excluded. */
  readonly from: number
  readonly to: number
  readonly head: string
  /** A word that is no known name and says nothing of invoices stands right before: it may be the number of anything. */
  readonly afterUnknownWord?: boolean
}

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
    const at = range(citation)
    if (at.some((index) => used.has(index))) continue
    for (const index of at) used.add(index)
    if (citation.invoices.length > 0) cited.push(citation)
  }
  for (const citation of [...cited].sort((a, b) => a.from - b.from)) follow(runs, numbers, citation, used, cited)
  sequencesAlone(runs, numbers, dates, used, cited)
  wholeNumbers(runs, orders, 'order', cited)
  return cited
}

const range = ({ from, to }: { from: number; to: number }): number[] =>
  Array.from({ length: to - from }, (_, offset) => from + offset)

/** Runs of digits that follow each other, as one span; each way it splits into a known head and a sequence. */
function withHead(runs: readonly Run[], index: Index): Citation[] {
  const found: Citation[] = []
  wholeNumbers(runs, index.byWhole, 'full', found)
  for (const [from, first] of runs.entries()) {
    let digits = ''
    for (let to = from; to < Math.min(runs.length, from + LONGEST); to += 1) {
      const run = runs[to]
      if (!run?.digits || run.field !== first.field) break
      digits += run.text
      for (const length of index.headLengths.keys()) {
        if (digits.length <= length || digits.length > length + 8) continue
        const span = { from, to: to + 1 }
        readAs(
          runs,
          index,
          { ...span, head: digits.slice(0, length), rest: digits.slice(length), swapped: false },
          found,
        )
        if (to - from < 2)
          readAs(
            runs,
            index,
            { ...span, head: digits.slice(-length), rest: digits.slice(0, -length), swapped: true },
            found,
          )
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
    for (let to = from; to < Math.min(runs.length, from + LONGEST + 1) && runs[to]?.field === first.field; to += 1) {
      whole += runs[to]?.text
      const invoices = index.get(whole)
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

function readAs(runs: readonly Run[], index: Index, split: Split, found: Citation[]): void {
  const { from, to, rest, swapped } = split
  const fused = to - from === 1
  for (const head of index.heads.get(split.head)?.keys() ?? []) {
    const exactHead = head === split.head
    const letters = introduction(runs, from, index)
    const introduced = letters !== undefined
    const invoices = narrow(index.bySequence.get(sequenceKey(head, Number(rest))) ?? [], letters)
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

/** A list after a number: « F2026-002/005/007 », « FACT 12, 13 et 15 », « 12 à 15 ». */
function follow(runs: readonly Run[], index: Index, first: Citation, used: Set<number>, cited: Citation[]): void {
  const { head } = first
  const lookUp = (sequence: number) =>
    (head
      ? index.bySequence.get(sequenceKey(head, sequence))
      : narrow(index.byBareSequence.get(sequence) ?? [], undefined)) ?? []
  let previous = first.invoices[0]?.parts?.readings.find((reading) => !head || reading.head === head)?.sequence ?? 0
  let ranged = false
  for (let at = first.to; at < runs.length; at += 1) {
    const run = runs[at]
    if (!run || run.field !== runs[first.from]?.field || used.has(at)) return
    if (!run.digits) {
      const classes = classesOf(run.text)
      if (!classes.has('link') && !classes.has('invoice') && !index.letters.has(run.text)) return
      ranged = classes.has('until')
      continue
    }
    const sequence = Number(run.text)
    const invoices = lookUp(sequence)
    if (run.text.length > 6 || run.gap.length > 4 || invoices.length === 0) return
    const place = { from: at, to: at + 1, head }
    if (ranged && sequence - previous <= 15)
      for (let inside = previous + 1; inside < sequence; inside += 1)
        cited.push({ ...place, how: 'ranged', invoices: lookUp(inside) })
    cited.push({ ...place, how: first.how === 'worded' ? 'worded' : 'listed', invoices })
    used.add(at)
    previous = sequence
    ranged = false
  }
}

/** Sequences without their head, weighed by the word before them. */
function sequencesAlone(
  runs: readonly Run[],
  index: Index,
  dates: ReadonlySet<number>,
  used: Set<number>,
  cited: Citation[],
): void {
  for (const [at, run] of runs.entries()) {
    if (!run.digits || used.has(at) || dates.has(at) || run.text.length > 9) continue
    const all = index.byBareSequence.get(Number(run.text))
    if (!all) continue
    const introduced = introduction(runs, at, index)
    const invoices = narrow(all, introduced)
    const before = runs[at - 1]
    const word = before && !before.digits && before.field === run.field ? before.text : ''
    const citation = {
      how: aloneHow(run.text, invoices, introduced, word),
      invoices,
      from: at,
      to: at + 1,
      head: '',
      afterUnknownWord: word.length >= 3 && classesOf(word).size === 0,
    }
    cited.push(citation)
    used.add(at)
    if (citation.how === 'worded') follow(runs, index, citation, used, cited)
  }
}

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
  if (text.startsWith('0') && printed.length > 0) return 'zeros'
  return text.length >= 4 ? 'long' : 'bare'
}

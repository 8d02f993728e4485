import type { IndexedInvoice, InvoiceIndex } from './invoice-index.ts'
import { type NumberIndex, sequenceKey } from './number-index.ts'
import type { Run } from './text.ts'
import { classesOf, type WordClass } from './vocabulary.ts'

/**
 * How an invoice number is written in a label, strongest first. *full*: head and sequence; *unpadded*: without its zeros, or with one more;
 * *short-year*: 26 for 2026; *swapped*: sequence before year; *listed*: in a list, after one with its head; *ranged*: inside « 12 à 15 »;
 * *worded*: the sequence after « facture n° »; *zeros*: the bare sequence with its zeros; *long*, *bare*: the bare sequence of four digits or more, of fewer;
 * *elsewhere*: the sequence after another noun (« dossier 12 »); *misread*: letters O and I for 0 and 1; *odd*: another count of zeros.
 */
export type CitedHow =
  | 'full'
  | 'unpadded'
  | 'short-year'
  | 'swapped'
  | 'listed'
  | 'ranged'
  | 'worded'
  | 'zeros'
  | 'long'
  | 'bare'
  | 'elsewhere'
  | 'misread'
  | 'odd'
  | 'order'
  | 'quote'

export interface Citation {
  readonly how: CitedHow
  /** Usually one; a bare sequence may be several years' invoices. */
  readonly invoices: readonly IndexedInvoice[]
  readonly written: string
  /** Indexes of runs, end excluded. */
  readonly from: number
  readonly to: number
  /** A word that is no one's name and says nothing of invoices stands right before: it may be the number of anything. */
  readonly afterUnknownWord?: boolean
}

export interface Citations {
  readonly cited: readonly Citation[]
  /** Written like one of the ledger's numbers, but no such invoice. */
  readonly unknown: readonly string[]
  /** Runs that are part of a number. */
  readonly used: ReadonlySet<number>
}

type Index = NumberIndex<IndexedInvoice>
interface Found extends Citation {
  readonly rank: number
  readonly head: string
}

const MAX_SPAN = 4
const AMBIGUOUS = 12

/** Every invoice number written in the runs of one line. `dates` are runs that read as a date: they are no bare sequence. */
export function findCitations(runs: readonly Run[], index: Index, dates: ReadonlySet<number>): Citations {
  const candidates = headed(runs, index)
  candidates.sort((a, b) => a.rank - b.rank || b.to - b.from - (a.to - a.from) || a.from - b.from)
  const used = new Set<number>()
  const cited: Found[] = []
  const unknown: string[] = []
  for (const found of candidates) {
    if (anyUsed(used, found)) continue
    for (let at = found.from; at < found.to; at += 1) used.add(at)
    if (found.invoices.length > 0) cited.push(found)
    else unknown.push(found.written)
  }
  for (const first of [...cited].sort((a, b) => a.from - b.from)) follow(runs, index, first, used, cited)
  bareSequences(runs, index, dates, used, cited)
  return { cited, unknown, used }
}

const anyUsed = (used: ReadonlySet<number>, { from, to }: { from: number; to: number }): boolean => {
  for (let at = from; at < to; at += 1) if (used.has(at)) return true
  return false
}

/** Numbers written with their head, in any order and with any separators; whole numbers with letters inside. */
function headed(runs: readonly Run[], index: Index): Found[] {
  const found: Found[] = []
  for (let from = 0; from < runs.length; from += 1) {
    let digits = ''
    let whole = ''
    for (let to = from + 1; to <= runs.length && to - from <= MAX_SPAN + 2; to += 1) {
      const run = runs[to - 1]
      if (!run || run.field !== runs[from]?.field) break
      whole += run.text
      if (to - from >= 2) {
        const invoices = index.byWhole.get(whole)
        if (invoices) found.push({ how: 'full', invoices, written: whole, from, to, rank: 0, head: '' })
      }
      if (digits === '' && to - from > 1) continue
      if (!run.digits) {
        digits = ''
        continue
      }
      digits += run.text
      if (to - from <= MAX_SPAN && digits.length <= 16) readSpan(runs, index, { from, to, digits }, found)
    }
  }
  return found
}

interface Span {
  readonly from: number
  readonly to: number
  readonly digits: string
}

function readSpan(runs: readonly Run[], index: Index, span: Span, found: Found[]): void {
  for (const length of index.headLengths.keys()) {
    if (span.digits.length <= length) continue
    readAs(
      runs,
      index,
      span,
      { head: span.digits.slice(0, length), rest: span.digits.slice(length), swapped: false },
      found,
    )
    if (span.to - span.from <= 2)
      readAs(
        runs,
        index,
        span,
        { head: span.digits.slice(-length), rest: span.digits.slice(0, -length), swapped: true },
        found,
      )
  }
}

function readAs(
  runs: readonly Run[],
  index: Index,
  span: Span,
  split: { head: string; rest: string; swapped: boolean },
  found: Found[],
): void {
  const meanings = index.heads.get(split.head)
  if (!meanings || split.rest.length > 8) return
  const fused = span.to - span.from === 1
  const natural = fused || joinsAtSequence(runs, span, split)
  const before = contextBefore(runs, span.from, index)
  const sequence = Number(split.rest)
  for (const head of meanings.keys()) {
    const exactHead = head === split.head
    const invoices = index.bySequence.get(sequenceKey(head, sequence)) ?? []
    const printed = invoices[0]?.parts?.readings.find((reading) => reading.head === head)?.sequenceText
    const padded = printed === split.rest
    // A number cut by a line break: only exactly its own digits, joined by blanks.
    if (!natural && !(padded && blanksOnly(runs, span))) continue
    const written = (before.letters ? `${before.letters} ` : '') + span.digits
    const base = { written, from: span.from, to: span.to, head }
    if (printed === undefined) {
      const sure =
        exactHead &&
        !split.swapped &&
        head.length >= 2 &&
        (before.letters !== '' || before.invoice) &&
        split.rest.length >= 2 &&
        split.rest.length <= 5
      if (sure && natural) found.push({ ...base, how: 'full', invoices: [], rank: 9 })
      continue
    }
    const zeros = padZeros(split.rest, printed)
    if (zeros === 'odd' && !before.letters && !before.invoice) continue
    const labelled = before.letters !== '' || before.invoice
    const narrowed = narrow(invoices, before.letters)
    if (split.swapped) {
      if (split.head.length < 4 && (fused || (!labelled && zeros !== 'exact'))) continue
      if (fused && zeros !== 'exact') continue
      found.push({ ...base, how: 'swapped', invoices: narrowed, rank: 5 })
    } else if (!exactHead && split.head.length < 4) {
      if (!labelled && (zeros !== 'exact' || span.digits.length < 5)) continue
      found.push({ ...base, how: 'short-year', invoices: narrowed, rank: zeros === 'exact' ? 3 : 4 })
    } else if (!labelled && span.digits.length < 5) {
    } else {
      const how = zeros === 'exact' ? 'full' : zeros === 'odd' ? 'odd' : 'unpadded'
      found.push({
        ...base,
        how,
        invoices: narrowed,
        rank: zeros === 'exact' ? (natural ? 0 : 1) : zeros === 'odd' ? 6 : 2,
      })
    }
  }
}

/** The sequence is a run of its own: `2026/07/003`, `003-2026`. */
const joinsAtSequence = (runs: readonly Run[], { from, to }: Span, { rest, swapped }: { rest: string; swapped: boolean }): boolean => runs[swapped ? from : to - 1]?.text === rest

const blanksOnly = (runs: readonly Run[], { from, to }: Span): boolean => {
  for (let at = from + 1; at < to; at += 1) if (!/^[ \n-]*$/.test(runs[at]?.gap ?? '')) return false
  return true
}

function padZeros(rest: string, printed: string): 'exact' | 'other' | 'odd' {
  if (rest === printed) return 'exact'
  const bare = rest.replace(/^0+/, '')
  if (rest === bare || rest === `0${printed}`) return 'other'
  return 'odd'
}

/** Letters of a known prefix, or a word for « invoice », right before a number (glued words included: FACTFA2026…). */
function contextBefore(runs: readonly Run[], from: number, index: Index): { letters: string; invoice: boolean } {
  const before = runs[from - 1]
  if (!before || before.digits || before.field !== runs[from]?.field) return { letters: '', invoice: false }
  const classes = classesOf(before.text)
  if (index.letters.has(before.text)) return { letters: before.text, invoice: true }
  if (classes.has('invoice')) return { letters: '', invoice: true }
  for (const letters of index.letters.keys())
    if (
      letters.length >= 2 &&
      before.text.endsWith(letters) &&
      classesOf(before.text.slice(0, -letters.length)).size > 0
    )
      return { letters, invoice: true }
  if (classes.has('number') || classes.has('stop')) return { letters: '', invoice: namesInvoice(runs, from - 1) }
  return { letters: '', invoice: false }
}

/** Is the number at `from` introduced by a word for invoice, « n° » or « du » between them allowed? */
function namesInvoice(runs: readonly Run[], from: number): boolean {
  for (let at = from - 1; at >= Math.max(0, from - 2); at -= 1) {
    const run = runs[at]
    if (!run || run.digits || run.field !== runs[from]?.field) return false
    const classes = classesOf(run.text)
    if (classes.has('invoice')) return true
    if (!classes.has('number') && !classes.has('stop')) return false
  }
  return false
}

/** `AV` before the number chooses the credit note, `FA` the invoice. */
function narrow(invoices: readonly IndexedInvoice[], letters: string): readonly IndexedInvoice[] {
  if (invoices.length < 2 || letters === '') return invoices
  const same = invoices.filter((invoice) => invoice.parts?.letters === letters)
  return same.length > 0 ? same : invoices
}

/** A list after a number: « F2026-002/005/007 », « FACT 12, 13 et 15 », « 12 à 15 ». */
function follow(runs: readonly Run[], index: Index, first: Found, used: Set<number>, cited: Found[]): void {
  const width = Math.max(4, first.invoices[0]?.parts?.readings[0]?.sequenceText.length ?? 0)
  let previous = first.invoices[0]?.parts?.readings.find((reading) => reading.head === first.head)?.sequence
  let ranged = false
  for (let at = first.to; at < runs.length; at += 1) {
    const run = runs[at]
    if (!run || run.field !== runs[first.from]?.field) return
    if (!run.digits) {
      const classes = classesOf(run.text)
      if (!classes.has('link') && !classes.has('invoice') && !index.letters.has(run.text)) return
      ranged = ['A', 'AU', 'TO', 'BIS', 'JUSQU'].includes(run.text)
      continue
    }
    if (used.has(at)) return
    if (run.text.length > width || run.gap.length > 4) return
    const sequence = Number(run.text)
    const invoices = lookup(index, first.head, sequence)
    if (invoices.length === 0 || previous === undefined) return
    const base = { written: run.text, from: at, to: at + 1, rank: 0, head: first.head }
    if (ranged && sequence > previous && sequence - previous <= 15)
      for (let inside = previous + 1; inside < sequence; inside += 1) {
        const between = lookup(index, first.head, inside)
        if (between.length > 0) cited.push({ ...base, how: 'ranged', invoices: between })
      }
    cited.push({ ...base, how: first.how === 'worded' ? 'worded' : 'listed', invoices })
    used.add(at)
    previous = sequence
    ranged = false
  }
}

function lookup(index: Index, head: string, sequence: number): readonly IndexedInvoice[] {
  return (
    (head ? index.bySequence.get(sequenceKey(head, sequence)) : undefined) ??
    (head ? [] : recent(index.byBareSequence.get(sequence) ?? []))
  )
}

const recent = (invoices: readonly IndexedInvoice[]): readonly IndexedInvoice[] =>
  invoices.length <= AMBIGUOUS
    ? invoices
    : [...invoices].sort((a, b) => (a.invoice.issuedOn < b.invoice.issuedOn ? 1 : -1)).slice(0, AMBIGUOUS)

/** Sequences without their head, weighed by the word before them. */
function bareSequences(
  runs: readonly Run[],
  index: Index,
  dates: ReadonlySet<number>,
  used: Set<number>,
  cited: Found[],
): void {
  for (const [at, run] of runs.entries()) {
    if (!run.digits || used.has(at) || dates.has(at) || run.text.length > 9) continue
    const all = index.byBareSequence.get(Number(run.text))
    if (!all) continue
    const before = contextBefore(runs, at, index)
    const how = bareHow(runs, at, before, all)
    const found = {
      how,
      invoices: recent(narrow(all, before.letters)),
      written: run.text,
      from: at,
      to: at + 1,
      rank: 0,
      head: '',
    }
    cited.push(found)
    used.add(at)
    if (how === 'worded') follow(runs, index, found, used, cited)
  }
}

function bareHow(
  runs: readonly Run[],
  at: number,
  before: { letters: string; invoice: boolean },
  all: readonly IndexedInvoice[],
): CitedHow {
  const run = runs[at]
  const text = run?.text ?? ''
  const printed = all.some((item) =>
    item.parts?.readings.some((reading) => reading.sequenceText === text && reading.head === ''),
  )
  if (printed && text.length >= 4 && (before.letters !== '' || before.invoice)) return 'full'
  if (before.letters !== '' || before.invoice || run?.gap.includes('#')) return 'worded'
  const previous = runs[at - 1]
  if (previous && !previous.digits && previous.field === run?.field && isNoun(classesOf(previous.text), runs, at))
    return 'elsewhere'
  if (text.startsWith('0') && all.some((item) => item.parts?.readings.some((reading) => reading.sequenceText === text)))
    return 'zeros'
  return text.length >= 4 ? 'long' : 'bare'
}

function afterUnknownWord(runs: readonly Run[], at: number): boolean {
  const previous = runs[at - 1]
  return previous !== undefined && !previous.digits && previous.field === runs[at]?.field && previous.text.length >= 3 && classesOf(previous.text).size === 0
}

function isNoun(classes: ReadonlySet<WordClass>, runs: readonly Run[], at: number): boolean {
  if (classes.has('otherNumber') || classes.has('quote') || classes.has('social')) return true
  if (!classes.has('number')) return false
  const noun = runs[at - 2]
  return (
    noun !== undefined && !noun.digits && (classesOf(noun.text).has('otherNumber') || classesOf(noun.text).has('quote'))
  )
}

/** Order and quote numbers: the client's own order number whole, a quote by its letters or after « devis ». */
export function findOrders(runs: readonly Run[], index: Pick<InvoiceIndex, 'orders' | 'quotes'>): Citation[] {
  const found: Citation[] = []
  for (let from = 0; from < runs.length && index.orders.size > 0; from += 1) {
    let whole = ''
    for (let to = from + 1; to <= Math.min(runs.length, from + 4); to += 1) {
      const run = runs[to - 1]
      if (!run || run.field !== runs[from]?.field) break
      whole += run.text
      const invoices = index.orders.get(whole)
      if (invoices) found.push({ how: 'order', invoices, written: whole, from, to })
    }
  }
  for (const citation of findCitations(runs, index.quotes, new Set()).cited) {
    const introduced = [runs[citation.from - 1], runs[citation.from - 2]].some((run) => run && !run.digits && classesOf(run.text).has('quote'))
    const letters = runs[citation.from - 1]?.text
    const invoices = citation.invoices.filter((item) => introduced || (letters !== undefined && letters === item.quoteParts?.letters))
    if (invoices.length > 0) found.push({ ...citation, how: 'quote', invoices })
  }
  return found
}

import { dayOf, ordinal } from '@tabellion/shared/calendar'
import { type Citation, type Citations, findCitations, findOrders } from './citations.ts'
import type { InvoiceIndex } from './invoice-index.ts'
import type { BankLine, MatchSeller, Processor } from './model.ts'
import type { NameIndex } from './name-index.ts'
import { asDigits, type NumberText } from './near-number.ts'
import { findNames, type NameSeen } from './payers.ts'
import { compact, fold, type Run, runsOf } from './text.ts'
import { classesOf, monthNamed, type WordClass } from './vocabulary.ts'

/** What kind of operation the words describe. */
export type LineKind = 'transfer' | 'cheque' | 'terminal' | 'cash' | 'payout' | 'card' | 'interest' | 'own'

/** Everything a line says, read once, before any balance is looked at. */
export interface Reading {
  readonly line: BankLine
  /** Days since 1970. */
  readonly at: number
  readonly runs: readonly Run[]
  readonly classes: ReadonlySet<WordClass>
  readonly kind: LineKind
  readonly citations: Citations
  /** Order and quote numbers. */
  readonly orders: readonly Citation[]
  readonly names: ReadonlyMap<string, NameSeen>
  readonly months: ReadonlySet<number>
  /** Days since 1970 of the dates written in the text. */
  readonly dates: ReadonlySet<number>
  /** Words that look like a name. */
  readonly nameWords: readonly string[]
  /** Name-like words that belong to no client. */
  readonly strangers: number
  readonly processor: Processor | undefined
  readonly cheques: number | undefined
  /** Space-separated pieces with digits, for numbers with a slip. */
  readonly numberTexts: readonly NumberText[]
}

export interface Known {
  readonly seller: MatchSeller
  readonly invoices: InvoiceIndex
  readonly names: NameIndex
}

export function readLine(line: BankLine, known: Known): Reading {
  const fields = distinctFields(line)
  const runs = fields.flatMap((field, index) => runsOf(field, index))
  const at = ordinal(line.bookedOn)
  const classes = new Set<WordClass>()
  for (const run of runs) if (!run.digits) for (const wordClass of classesOf(run.text)) classes.add(wordClass)
  if (line.operation)
    for (const run of runsOf(fold(line.operation), 0))
      for (const wordClass of classesOf(run.text)) classes.add(wordClass)
  const { dates, dateRuns } = findDates(runs, at)
  const names = findNames(runs, known.names)
  const citations = withMisread(findCitations(runs, known.invoices.numbers, dateRuns), fields, known)
  const processor = findProcessor(runs, known.seller.processors ?? [])
  const own =
    known.seller.names.some((name) => bearsName(runs, name)) ||
    (line.iban !== undefined && (known.seller.ibans ?? []).includes(line.iban))
  const nameWords = findNameWords(line, runs)
  return {
    line,
    at,
    runs,
    classes,
    names,
    citations,
    orders: findOrders(runs, known.invoices),
    dates,
    processor,
    nameWords,
    kind: kindOf(line, classes, own, processor !== undefined),
    months: new Set(runs.flatMap((run) => (run.digits ? [] : (monthNamed(run.text) ?? [])))),
    strangers: countStrangers(runs, nameWords, names),
    cheques: classes.has('cheque') ? countCheques(runs) : undefined,
    numberTexts: numberTexts(fields, citations),
  }
}

/** Letters O and I typed for figures 0 and 1, beside figures: `F2O26-OO12`. */
function withMisread(citations: Citations, fields: readonly string[], known: Known): Citations {
  const corrected = fields.map((field) => field.replace(/(?<=\d)[OI]+|[OI]+(?=\d)/g, (letters) => letters.replaceAll('O', '0').replaceAll('I', '1')))
  if (corrected.every((field, index) => field === fields[index])) return citations
  const already = new Set(citations.cited.flatMap((citation) => citation.invoices))
  const misread = findCitations(corrected.flatMap((field, index) => runsOf(field, index)), known.invoices.numbers, new Set()).cited
    .filter((citation) => ['full', 'unpadded', 'short-year', 'swapped'].includes(citation.how) && citation.invoices.every((item) => !already.has(item)))
    .map((citation): Citation => ({ ...citation, how: 'misread', from: -1, to: -1 }))
  return { ...citations, cited: [...citations.cited, ...misread] }
}

/** The label, then the counterparty and the reference unless the label already holds them. */
function distinctFields(line: BankLine): string[] {
  const fields = [fold(line.label)]
  for (const extra of [line.counterparty, line.reference]) {
    if (!extra) continue
    const folded = fold(extra)
    const whole = compact(folded)
    if (whole !== '' && !fields.some((field) => compact(field).includes(whole))) fields.push(folded)
  }
  return fields
}

function kindOf(line: BankLine, classes: ReadonlySet<WordClass>, own: boolean, payout: boolean): LineKind {
  const cheque = classes.has('cheque')
  if (cheque && !classes.has('reject')) return 'cheque'
  if (classes.has('terminal') || (classes.has('card') && classes.has('remittance') && !classes.has('refund')))
    return 'terminal'
  if (classes.has('card') && !classes.has('reject')) return 'card'
  if (payout) return 'payout'
  if (own) return 'own'
  if (classes.has('cash')) return 'cash'
  if (classes.has('interest') && !classes.has('invoice')) return 'interest'
  return line.amount > 0 && classes.has('remittance') && !classes.has('payment') && onlyBoilerplate(classes)
    ? 'cash'
    : 'transfer'
}

/** « Dépôt », alone: a deposit of cash or cheques, not a transfer. */
const onlyBoilerplate = (classes: ReadonlySet<WordClass>): boolean =>
  [...classes].every((wordClass) => ['remittance', 'bank', 'stop', 'deposit', 'number', 'link'].includes(wordClass))

/** Every word of the name stands in the line. */
function bearsName(runs: readonly Run[], name: string): boolean {
  const words = runsOf(fold(name), 0).filter((run) => run.text.length > 1)
  return words.length > 0 && words.every((word) => runs.some((run) => run.text === word.text))
}

function findProcessor(runs: readonly Run[], processors: readonly Processor[]): Processor | undefined {
  return processors.find((processor) => {
    const words = runsOf(fold(processor.name), 0)
    const joined = words.map((word) => word.text).join('')
    return (
      words.length > 0 &&
      (words.every((word) => runs.some((run) => run.text === word.text)) || runs.some((run) => run.text === joined))
    )
  })
}

/** Dates written in the text, and the runs they are written with. Only days around the line's own: 121026 may be a contract. */
function findDates(runs: readonly Run[], at: number): { dates: Set<number>; dateRuns: Set<number> } {
  const dates = new Set<number>()
  const dateRuns = new Set<number>()
  const note = (year: string, month: string, date: string, used: readonly number[]) => {
    const on = dayOf(Number(year.length === 2 ? `20${year}` : year), Number(month), Number(date))
    if (on === undefined) return
    const count = ordinal(on)
    if (count < at - 500 || count > at + 60) return
    dates.add(count)
    for (const index of used) dateRuns.add(index)
  }
  for (const [index, run] of runs.entries()) {
    if (!run.digits) continue
    const text = run.text
    if (text.length === 6) note(text.slice(4), text.slice(2, 4), text.slice(0, 2), [index])
    if (text.length === 8) {
      note(text.slice(4), text.slice(2, 4), text.slice(0, 2), [index])
      note(text.slice(0, 4), text.slice(4, 6), text.slice(6), [index])
    }
    const second = runs[index + 1]
    const third = runs[index + 2]
    if (
      !second?.digits ||
      !third?.digits ||
      !/^[/.\- ]$/.test(second.gap) ||
      second.gap !== third.gap ||
      third.field !== run.field
    )
      continue
    const used = [index, index + 1, index + 2]
    if (text.length <= 2 && second.text.length <= 2 && (third.text.length === 2 || third.text.length === 4))
      note(third.text, second.text, text, used)
    if (text.length === 4 && second.text.length <= 2 && third.text.length <= 2)
      note(text, second.text, third.text, used)
  }
  return { dates, dateRuns }
}

const NAME_CLASSES: ReadonlySet<WordClass> = new Set(['common', 'social', 'treasury', 'processor', 'salary'])

/** A word without a class is a name, or part of one. */
function isNameWord(run: Run): boolean {
  if (run.digits || run.text.length < 2) return false
  const classes = classesOf(run.text)
  if (classes.size === 0) return run.text.length >= 3 && monthNamed(run.text) === undefined
  for (const wordClass of classes) if (NAME_CLASSES.has(wordClass)) return true
  return false
}

function findNameWords(line: BankLine, runs: readonly Run[]): string[] {
  const source = line.counterparty ? runsOf(fold(line.counterparty), 0) : runs
  return [...new Set(source.filter(isNameWord).map((run) => run.text))]
}

function countStrangers(
  runs: readonly Run[],
  nameWords: readonly string[],
  names: ReadonlyMap<string, NameSeen>,
): number {
  const explained = new Set<string>()
  for (const seen of names.values())
    if (seen.share >= 0.5) for (const at of seen.at) explained.add(runs[at]?.text ?? '')
  return nameWords.filter((word) => !explained.has(word)).length
}

/** « DE 3 CHQ », « NB 3 »: a small number beside the cheques. */
function countCheques(runs: readonly Run[]): number | undefined {
  for (const [index, run] of runs.entries()) {
    if (!run.digits || run.text.length > 3 || Number(run.text) === 0) continue
    const beside = [runs[index - 1]?.text, runs[index + 1]?.text]
    if (
      beside.some(
        (word) => word !== undefined && (classesOf(word).has('cheque') || /^(?:NB|NBR|NBRE|NOMBRE|QTE)$/.test(word)),
      )
    )
      return Number(run.text)
  }
  return undefined
}

function numberTexts(fields: readonly string[], citations: Citations): NumberText[] {
  const known = citations.cited
    .filter(({ how }) => how === 'full' || how === 'unpadded')
    .map(({ written }) => written.replace(/\D/g, ''))
  const texts: NumberText[] = []
  const note = (text: string) => {
    if (text.length < 4 || text.length > 24) return
    const digits = text.replace(/\D/g, '')
    texts.push({ text: asDigits(text), letters: /^[A-Z]*/.exec(text)?.[0] ?? '', known: known.some((number) => digits.includes(number)) })
  }
  for (const field of fields) {
    const pieces = field.split(/[\s|]+/).filter((piece) => /\w/.test(piece))
    for (const [index, piece] of pieces.entries()) {
      if (!/\d/.test(piece)) continue
      const text = compact(piece)
      note(text)
      const next = pieces[index + 1]
      if (next !== undefined && /\d/.test(next) && text.length + next.length <= 16) note(text + compact(next))
    }
  }
  return texts
}

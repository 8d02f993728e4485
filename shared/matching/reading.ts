import { ordinal } from '@tabellion/shared/calendar'
import type { Citation } from './citation.ts'
import { findCitations } from './citations.ts'
import { findDates } from './dates.ts'
import { kindOf, type LineKind } from './kind.ts'
import type { BankLine, Processor } from './model.ts'
import { findNames, type NameSeen } from './payers.ts'
import type { State } from './state.ts'
import { compact, fold, type Run, runsOf, textsOf } from './text.ts'
import { classesOf, monthNamed, type WordClass } from './vocabulary.ts'

/** Everything a line says, read once, before any balance is looked at. */
export interface Reading {
  readonly line: BankLine
  /** Days since 1970. */
  readonly at: number
  readonly classes: ReadonlySet<WordClass>
  readonly kind: LineKind
  readonly processor: Processor | undefined
  readonly citations: readonly Citation[]
  readonly names: ReadonlyMap<string, NameSeen>
  /** Words that look like a name, and how many of them belong to no client. */
  readonly nameWords: readonly string[]
  readonly strangers: number
  readonly months: ReadonlySet<number>
  /** Days since 1970 of the dates written in the text. */
  readonly dates: ReadonlySet<number>
  /** How many cheques a deposit says it holds. */
  readonly cheques: number | undefined
  /** Pieces with digits that are no number of the ledger as they stand. */
  readonly numberTexts: readonly string[]
}

export function readLine(line: BankLine, state: State): Reading {
  const fields = distinctFields(line)
  const { letters } = state.invoices.numbers
  const runs = fields.flatMap((field, index) => runsOf(field, index))
  const texts = new Set(runs.map(({ text }) => text))
  const at = ordinal(line.bookedOn)
  const { dates, dateRuns } = findDates(runs, at)
  const citations = findCitations(runs, state.invoices, dateRuns)
  const names = findNames(runs, state.names)
  const spoken = wordsOfNames(runs, names)
  const classes = new Set<WordClass>()
  const note = (text: string) => {
    for (const wordClass of classesOf(text)) classes.add(wordClass)
  }
  // « Martin Voyages » goes nowhere, and AV before a number is its series.
  for (const [index, run] of runs.entries())
    if (!run.digits && !spoken.has(run) && !(runs[index + 1]?.digits && letters.has(run.text))) note(run.text)
  if (line.operation) textsOf(fold(line.operation)).forEach(note)
  const nameWords = findNameWords(line, runs).filter((word) => !letters.has(word))
  const processor = state.seller.processors?.[state.processorNames.findIndex((name) => bearsName(texts, name))]
  const own =
    state.ownNames.some((name) => bearsName(texts, name)) ||
    (line.iban !== undefined && (state.seller.ibans?.includes(line.iban) ?? false))
  return {
    line,
    at,
    classes,
    processor,
    citations,
    names,
    nameWords,
    dates,
    kind: kindOf(line, classes, { own, payout: processor !== undefined, named: nameWords.length > 0 }),
    strangers: countStrangers(spoken, nameWords),
    months: new Set([...texts].flatMap((text) => monthNamed(text) ?? [])),
    cheques: classes.has('cheque') ? countCheques(runs) : undefined,
    numberTexts: numberTexts(fields, runs, citations),
  }
}

/** The label, then the counterparty and the reference unless it already holds them; letters O and I beside figures are figures (`F2O26-OO12`). */
function distinctFields(line: BankLine): string[] {
  const fields: string[] = []
  for (const text of [line.label, line.counterparty, line.reference]) {
    if (!text) continue
    const folded = fold(text).replace(/(?<=\d)[OI]+|[OI]+(?=\d)/g, (letters) =>
      letters.replaceAll('O', '0').replaceAll('I', '1'),
    )
    const whole = compact(folded)
    if (!fields.some((field) => compact(field).includes(whole))) fields.push(folded)
  }
  return fields
}

/** Every word of the name stands in the line, or all of them in one. */
const bearsName = (texts: ReadonlySet<string>, name: readonly string[]): boolean =>
  name.length > 0 && (name.every((word) => texts.has(word)) || texts.has(name.join('')))

/** A word without a class is a name, or part of one; so are words of many firms' names, and of institutions. */
function findNameWords(line: BankLine, runs: readonly Run[]): string[] {
  const words = (line.counterparty ? runsOf(fold(line.counterparty), 0) : runs).filter(({ digits, text }) => {
    if (digits || text.length < 2) return false
    const classes = classesOf(text)
    return classes.size === 0
      ? text.length >= 3 && monthNamed(text) === undefined
      : classes.has('common') || classes.has('institution')
  })
  return [...new Set(words.map(({ text }) => text))]
}

/** The runs that make half of a client's name or more. */
function wordsOfNames(runs: readonly Run[], names: ReadonlyMap<string, NameSeen>): Set<Run> {
  const spoken = new Set<Run>()
  for (const { share, at } of names.values())
    if (share >= 0.5)
      for (const index of at) {
        const run = runs[index]
        if (run) spoken.add(run)
      }
  return spoken
}

function countStrangers(spoken: ReadonlySet<Run>, nameWords: readonly string[]): number {
  const explained = new Set([...spoken].map(({ text }) => text))
  return nameWords.filter((word) => !explained.has(word)).length
}

/** « DE 3 CHQ », « NB 3 »: a small number beside the cheques. */
function countCheques(runs: readonly Run[]): number | undefined {
  for (const [at, { digits, text }] of runs.entries()) {
    if (!digits || text.length > 3 || Number(text) === 0) continue
    for (const beside of [runs[at - 1], runs[at + 1]])
      if (beside && (classesOf(beside.text).has('cheque') || /^NB|^NOMBRE/.test(beside.text))) return Number(text)
  }
  return undefined
}

/** Pieces between blanks, and two that follow each other (a number broken by a line end). */
function numberTexts(fields: readonly string[], runs: readonly Run[], citations: readonly Citation[]): string[] {
  const cited = citations
    .filter(({ how }) => how === 'full' || how === 'unpadded' || how === 'digits')
    .map(({ from, to }) =>
      runs
        .slice(from, to)
        .map(({ text }) => text)
        .join(''),
    )
  const texts: string[] = []
  for (const field of fields) {
    const pieces = field
      .split(/[\s|]+/)
      .map(compact)
      .filter((piece) => piece !== '')
    for (const [index, piece] of pieces.entries()) {
      if (!/\d/.test(piece)) continue
      const next = pieces[index + 1]
      for (const text of next && /\d/.test(next) ? [piece, piece + next] : [piece])
        if (text.length >= 4 && text.length <= 20 && !cited.some((number) => text.includes(number))) texts.push(text)
    }
  }
  return texts
}

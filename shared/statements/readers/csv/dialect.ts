import { isDayWithoutYear } from '../../table/dated.ts'
import { isHeadingRow } from '../../table/heading.ts'
import { hasDatedAmount, type Rows } from '../../table/sections.ts'
import { type PartedCells, partCells } from './cells.ts'

const DELIMITERS = [
  [';', 'semicolon'],
  [',', 'comma'],
  ['\t', 'tab'],
  ['|', 'pipe'],
] as const
/** The dialect is decided on the beginning: a long preamble, then some hundred rows. */
const SAMPLE = 40_000

/** A text whose delimiter is known. */
export interface CsvText {
  readonly text: string
  readonly delimiter: string
  /** The delimiter's name. */
  readonly name: string
  readonly parse: (text: string, quotes?: 'plain') => PartedCells
  /** Whole rows from the beginning of the text. */
  readonly sample: Rows
}

/** Finds the delimiter that gives dated amounts; undefined: none does, so that the text is no statement in CSV. */
export function openCsv(source: string): CsvText | undefined {
  const text = unwrap(source)
  const beginning = text.slice(0, text.length > SAMPLE ? text.lastIndexOf('\n', SAMPLE) + 1 || SAMPLE : text.length)
  let best: CsvText | undefined
  let bestScore = 0
  for (const [delimiter, name] of DELIMITERS) {
    if (!beginning.includes(delimiter)) continue
    // Quotes that part every cell well are no letters of labels.
    let isWellQuoted = false
    for (const quotes of quotesOf(beginning)) {
      if (isWellQuoted && quotes === undefined) continue
      const parse = (part: string, plain?: 'plain'): PartedCells =>
        partCells(part, delimiter, lineEndOf(part), plain === undefined ? quotes : undefined)
      const { rows, broken } = parse(beginning)
      // A cell may be cut with the sample.
      isWellQuoted = broken <= (beginning.length < text.length ? 1 : 0)
      const score = scoreOf(rows, broken) + (quotes === '"' ? 0.5 : 0)
      if (score > bestScore + 0.5 || (best === undefined && score > 0.5)) {
        best = { text, delimiter, name, parse, sample: rows }
        bestScore = score
      }
    }
  }
  return best
}

const quotesOf = (text: string): readonly (string | undefined)[] =>
  text.includes('"') ? ['"', undefined] : /^'[^']*'[;,|\t]/m.test(text) ? ['"', "'"] : ['"']

/** Rows that hold a date and an amount count; headings alone make an empty statement; quotes that part nothing are a loss. */
function scoreOf(rows: Rows, broken: number): number {
  const dated = countDated(rows)
  const headings = rows.some(isHeadingRow)
  return dated === 0 && !headings ? 0 : dated * 2 + (headings ? 1 : 0) - Math.min(broken, dated)
}

export const countDated = (rows: Rows): number =>
  rows.reduce(
    (count, row) => count + (row.length > 1 && (hasDatedAmount(row) || row.some(isDayWithoutYear)) ? 1 : 0),
    0,
  )

/**
 * Excel's `sep=;`, a whole line in quotes (`"01/02/2026;VIR;12,00"`), `="12,00"` in every cell and blanks around quotes taken off;
 * line ends made one where they begin mixed.
 */
function unwrap(source: string): string {
  const even =
    source.length < SAMPLE || evenLineEnds(source.slice(0, SAMPLE)) !== source.slice(0, SAMPLE)
      ? evenLineEnds(source)
      : source
  const head = even.slice(0, 2_000)
  const formulas = count(head, '="') > count(head, '\n')
  const closed = formulas ? even.replace(/(^|[;,|\t])=(?=")/gm, '$1') : even
  const spaced = /[;,|\t] +"/.test(head)
    ? closed.replace(/(^|[;,|\t]) +"/gm, '$1"').replace(/" +($|[;,|\t])/gm, '"$1')
    : closed
  const text = spaced.replace(/^sep=.\r?\n/i, '')
  const lines = text.slice(0, 2_000).split(/\r?\n/).slice(0, -1)
  const isWrapped =
    lines.length > 1 && lines.every((line) => line === '' || /^"(?:[^"]|"")*[;\t](?:[^"]|"")*"$/.test(line))
  return isWrapped ? text.replace(/^"(.*)"(?=\r?$)/gm, (_, line: string) => line.replaceAll('""', '"')) : text
}

/** The text as it is where its lines all end alike, with line feeds alone where they do not. */
export function evenLineEnds(text: string): string {
  const returns = count(text, '\r')
  if (returns === 0) return text
  return returns === count(text, '\r\n') && returns === count(text, '\n') ? text : text.replace(/\r\n?/g, '\n')
}

const lineEndOf = (text: string): '\r\n' | '\n' => (text.includes('\r\n') ? '\r\n' : '\n')

export function count(text: string, part: string): number {
  let found = 0
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) found += 1
  return found
}

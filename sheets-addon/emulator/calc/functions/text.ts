import { type CellValue, errors, isError } from '../cell-value.ts'
import { numberFromText, toText } from '../coerce.ts'
import { displayText, patterned } from '../display.ts'
import type { Evaluation } from '../evaluation.ts'
import { grid, type Value } from '../matrix.ts'
import { boolean, cell, number, optional, rest, text, value } from './parameters.ts'
import { allValues, type FunctionRule, type FunctionTable, pure, reading } from './rule.ts'

/** Characters that a cell holds (G: limits). */
const LONGEST_TEXT = 50_000

const onText = (of: (value: string) => CellValue): FunctionRule => pure([text], of)

/** The texts of all values joined; the first error wins. */
function joined(evaluation: Evaluation, given: readonly Value[], separator: string, skipsEmpty = false): CellValue {
  const texts: string[] = []
  for (const each of allValues(evaluation, given)) {
    const piece = toText(each, evaluation)
    if (isError(piece)) return piece
    if (piece !== '' || !skipsEmpty) texts.push(piece)
  }
  return texts.join(separator)
}

const concatenate = reading([value, rest(value)], (evaluation, first, others) =>
  joined(evaluation, [first, ...others], ''),
)

function found(position: number): CellValue {
  return position < 0 ? errors.value : position + 1
}

/** SEARCH takes `?`, `*` and `~` like the conditions of COUNTIF. */
function search(wanted: string, within: string, start: number): CellValue {
  if (start < 1) return errors.value
  const pattern = wanted.replace(/~([*?~])|([*?])|[.+^${}()|[\]\\]/g, (all, escaped: string, joker: string) =>
    escaped ? `\\${escaped}` : joker ? (joker === '*' ? '.*?' : '.') : `\\${all}`,
  )
  return found(within.slice(start - 1).search(new RegExp(pattern, 'isu')) + (start - 1 || 0))
}

function substitute(source: string, wanted: string, replacement: string, occurrence: number | undefined): CellValue {
  if (wanted === '') return source
  if (occurrence === undefined) return source.replaceAll(wanted, () => replacement)
  const pieces = source.split(wanted)
  if (occurrence < 1 || occurrence >= pieces.length) return source
  return [pieces.slice(0, occurrence).join(wanted), pieces.slice(occurrence).join(wanted)].join(replacement)
}

/** SPLIT cuts at every character of the delimiter unless told otherwise, and makes numbers of what reads as one. */
function split(evaluation: Evaluation, source: string, delimiter: string, each: boolean, dropsEmpty: boolean): Value {
  if (delimiter === '' || source === '') return errors.value
  const marks = each ? [...delimiter] : [delimiter]
  let pieces: string[] = [source]
  for (const mark of marks) pieces = pieces.flatMap((piece) => piece.split(mark))
  const kept = dropsEmpty ? pieces.filter((piece) => piece !== '') : pieces
  return grid([kept.map((piece) => pieceValue(piece, evaluation))])
}

function pieceValue(piece: string, evaluation: Evaluation): CellValue {
  const read = numberFromText(piece, evaluation)
  return piece === '' ? null : isError(read) ? piece : read
}

const capitalised = (source: string): string =>
  source
    .toLowerCase()
    .replace(/(^|[^\p{L}])(\p{L})/gu, (_, before: string, first: string) => before + first.toUpperCase())

export const textFunctions: FunctionTable = {
  LEFT: pure([text, optional(number, 1)], (source, count) => (count < 0 ? errors.value : source.slice(0, count))),
  RIGHT: pure([text, optional(number, 1)], (source, count) =>
    count < 0 ? errors.value : source.slice(Math.max(0, source.length - Math.trunc(count))),
  ),
  MID: pure([text, number, number], (source, start, count) =>
    start < 1 || count < 0 ? errors.value : source.slice(start - 1, start - 1 + count),
  ),
  LEN: onText((source) => source.length),
  TRIM: onText((source) => source.replace(/ +/g, ' ').replace(/^ | $/g, '')),
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what CLEAN removes.
  CLEAN: onText((source) => source.replace(/[\u0000-\u001f]/g, '')),
  UPPER: onText((source) => source.toUpperCase()),
  LOWER: onText((source) => source.toLowerCase()),
  PROPER: onText(capitalised),
  EXACT: pure([text, text], (a, b) => a === b),
  FIND: pure([text, text, optional(number, 1)], (wanted, within, start) =>
    start < 1 ? errors.value : found(within.indexOf(wanted, start - 1)),
  ),
  SEARCH: pure([text, text, optional(number, 1)], search),
  SUBSTITUTE: pure([text, text, text, optional(number)], substitute),
  REPLACE: pure([text, number, number, text], (source, start, count, replacement) =>
    start < 1 || count < 0
      ? errors.value
      : source.slice(0, start - 1) + replacement + source.slice(start - 1 + Math.trunc(count)),
  ),
  REPT: pure([text, number], (source, count) =>
    count < 0 || source.length * count > LONGEST_TEXT ? errors.value : source.repeat(count),
  ),
  CHAR: pure([number], (code) =>
    code >= 1 && code < 0x110000 ? String.fromCodePoint(Math.trunc(code)) : errors.number,
  ),
  CODE: pure([text], (source) => source.codePointAt(0) ?? errors.value),
  CONCATENATE: concatenate,
  CONCAT: concatenate,
  JOIN: reading([text, value, rest(value)], (evaluation, separator, first, others) =>
    joined(evaluation, [first, ...others], separator),
  ),
  TEXTJOIN: reading([text, boolean, value, rest(value)], (evaluation, separator, skipsEmpty, first, others) =>
    joined(evaluation, [first, ...others], separator, skipsEmpty),
  ),
  SPLIT: reading([text, text, optional(boolean, true), optional(boolean, true)], split),
  // Patterns are US-style here too; what live Google makes of « jj/mm/aaaa » in TEXT is unknown.
  TEXT: reading([cell, text], (evaluation, given, format) =>
    typeof given === 'number' || given === null
      ? (patterned(given ?? 0, format, evaluation.locale) ?? errors.value)
      : displayText(given, format, evaluation.locale),
  ),
  VALUE: reading([cell], (evaluation, given) =>
    typeof given === 'string' ? numberFromText(given, evaluation) : typeof given === 'number' ? given : errors.value,
  ),
  TO_TEXT: pure([text], (source) => source),
  T: pure([cell], (given) => (typeof given === 'string' ? given : '')),
  N: pure([cell], (given) => (typeof given === 'number' ? given : given === true ? 1 : 0)),
  // What the cell shows; the link itself is not a value.
  HYPERLINK: pure([text, optional(cell)], (address, label) => (label === undefined ? address : label)),
  // A drawing: its cell reads as empty text.
  SPARKLINE: pure([value, optional(value)], () => ''),
}

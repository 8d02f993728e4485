/// <reference path="../../papaparse.d.ts" />
import Papa from 'papaparse/papaparse.min.js'

export interface PartedCells {
  readonly rows: readonly (readonly string[])[]
  /** Quotes that neither open nor close a cell. */
  readonly broken: number
  /** A quote was never closed: its cell holds the rest of the text. */
  readonly isOpen: boolean
}

/** A character that no text holds: papaparse has no way to say « no quotes ». */
const NO_QUOTE = '\u0000'

/** Parts a text into cells as RFC 4180 has it. `quote` undefined: quotes are letters. */
export function partCells(text: string, delimiter: string, lineEnd: string, quote: string | undefined): PartedCells {
  const { data, errors } = Papa.parse(text, { delimiter, newline: lineEnd, quoteChar: quote ?? NO_QUOTE })
  return { rows: data, broken: errors.length, isOpen: errors.some(({ code }) => code === 'MissingQuotes') }
}

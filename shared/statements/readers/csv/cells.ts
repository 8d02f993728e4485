export interface PartedCells {
  readonly rows: readonly (readonly string[])[]
  /** Quotes that neither open nor close a cell. */
  readonly broken: number
  /** A quote was never closed: its cell holds the rest of the text. */
  readonly isOpen: boolean
}

/** Parts a text into cells as RFC 4180 has it; blanks may stand around quotes. `quote` undefined: quotes are letters. */
export function partCells(text: string, delimiter: string, lineEnd: string, quote: string | undefined): PartedCells {
  if (quote === undefined || !text.includes(quote)) {
    const rows = text === '' ? [] : text.split(lineEnd).map((line) => line.split(delimiter))
    return { rows, broken: 0, isOpen: false }
  }
  const next = (part: string, from: number): number => {
    const found = text.indexOf(part, from)
    return found < 0 ? text.length : found
  }
  const rows: string[][] = []
  let row: string[] = []
  let broken = 0
  let at = 0
  let cellEnd = next(delimiter, 0)
  let rowEnd = next(lineEnd, 0)
  for (;;) {
    const open = skipBlanks(text, at)
    let to = Math.min(cellEnd, rowEnd)
    if (text.charAt(open) !== quote) row.push(text.slice(at, to))
    else {
      let close = open
      for (;;) {
        close = text.indexOf(quote, close + 1)
        if (close < 0) {
          row.push(text.slice(open + 1))
          rows.push(row)
          return { rows, broken: broken + 1, isOpen: true }
        }
        if (text.charAt(close + 1) === quote) {
          close += 1
          continue
        }
        to = skipBlanks(text, close + 1)
        if (to === text.length || text.startsWith(delimiter, to) || text.startsWith(lineEnd, to)) break
        broken += 1
      }
      row.push(text.slice(open + 1, close).replaceAll(quote + quote, quote))
      if (cellEnd < to) cellEnd = next(delimiter, to)
      if (rowEnd < to) rowEnd = next(lineEnd, to)
    }
    if (to === cellEnd && to < text.length) {
      at = to + delimiter.length
      cellEnd = next(delimiter, at)
      continue
    }
    rows.push(row)
    row = []
    if (to === text.length) return { rows, broken, isOpen: false }
    at = to + lineEnd.length
    rowEnd = next(lineEnd, at)
  }
}

function skipBlanks(text: string, from: number): number {
  let at = from
  while (text.charCodeAt(at) === 32) at += 1
  return at
}

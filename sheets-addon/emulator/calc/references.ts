/** One end of a reference; a part left out is open (`K4:K` has no last row, `5:5` no columns). */
export interface Corner {
  readonly column: number | undefined
  readonly row: number | undefined
  readonly columnFixed: boolean
  readonly rowFixed: boolean
}

/** `Factures!$A4`, `'Livre des recettes'!B4:B`, `D:D`, `5:7`. Rows and columns count from 1. */
export interface Reference {
  readonly sheet: string | undefined
  readonly from: Corner
  readonly to: Corner | undefined
}

export interface Rectangle {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

export function columnNumber(letters: string): number {
  let number = 0
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64
  return number
}

export function columnLetters(number: number): string {
  let letters = ''
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return letters
}

const corner = /^(\$?)([A-Z]{1,3})?(\$?)(\d+)?$/i

function parseCorner(text: string): Corner | undefined {
  const match = corner.exec(text)
  if (!match) return undefined
  const [, first = '', letters, second = '', digits] = match
  if (letters === undefined && digits === undefined) return undefined
  return {
    column: letters === undefined ? undefined : columnNumber(letters),
    row: digits === undefined ? undefined : Number(digits),
    columnFixed: letters !== undefined && first === '$',
    rowFixed: letters === undefined ? first === '$' : second === '$',
  }
}

/** Reads one reference token; undefined when it is none. */
export function parseReference(text: string): Reference | undefined {
  const bang = text.lastIndexOf('!')
  const sheet = bang < 0 ? undefined : unquoteSheet(text.slice(0, bang))
  const [first = '', last] = text.slice(bang + 1).split(':')
  const from = parseCorner(first)
  const to = last === undefined ? undefined : parseCorner(last)
  if (!from || (last !== undefined && !to)) return undefined
  return { sheet, from, to }
}

export const unquoteSheet = (name: string): string =>
  name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name

/** Google quotes every name that could be read as something else. */
export const quoteSheet = (name: string): string =>
  /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name) ? name : `'${name.replaceAll("'", "''")}'`

const writeCorner = (at: Corner): string =>
  (at.column === undefined ? '' : (at.columnFixed ? '$' : '') + columnLetters(at.column)) +
  (at.row === undefined ? '' : (at.rowFixed ? '$' : '') + at.row)

export const writeReference = ({ sheet, from, to }: Reference): string =>
  (sheet === undefined ? '' : `${quoteSheet(sheet)}!`) + writeCorner(from) + (to ? `:${writeCorner(to)}` : '')

/** The cells meant, corners put in order; an open side is Infinity. */
export function rectangleOf({ from, to = from }: Reference): Rectangle {
  const rows = span(from.row, to.row)
  const columns = span(from.column, to.column)
  return { top: rows[0], bottom: rows[1], left: columns[0], right: columns[1] }
}

function span(first: number | undefined, last: number | undefined): readonly [number, number] {
  if (first === undefined || last === undefined) return [first ?? last ?? 1, Number.POSITIVE_INFINITY]
  return first <= last ? [first, last] : [last, first]
}

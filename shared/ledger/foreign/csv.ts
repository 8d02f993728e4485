/** Rows of a text file of another tool: `;`, `,` or tabs between cells, quotes as RFC 4180. Blank lines are left out. */
export interface ForeignRow {
  /** The line of the file it begins on, from 1. */
  readonly line: number
  readonly cells: readonly string[]
}

const DELIMITERS = [';', ',', '\t', '|']

export function readForeignRows(text: string): readonly ForeignRow[] {
  const bare = text.replace(/^\ufeff/, '').replace(/^sep=.\r?\n/i, '')
  const sample = bare.slice(0, 20_000)
  let best: { readonly delimiter: string; readonly score: number } = { delimiter: ';', score: 0 }
  for (const delimiter of DELIMITERS) {
    const score = evenness(rowsOf(sample, delimiter).slice(0, 30))
    if (score > best.score) best = { delimiter, score }
  }
  return rowsOf(bare, best.delimiter)
}

/** Cells that stand in columns: the width of the first row, as often as it comes back. */
function evenness(rows: readonly ForeignRow[]): number {
  const width = rows[0]?.cells.length ?? 0
  return width < 2 ? 0 : width * rows.filter(({ cells }) => cells.length === width).length
}

function rowsOf(text: string, delimiter: string): ForeignRow[] {
  const rows: ForeignRow[] = []
  let cells: string[] = []
  let cell = ''
  let quoted = false
  let line = 1
  let begins = 1
  const endRow = (): void => {
    cells.push(cell.trim())
    if (cells.some((value) => value !== '')) rows.push({ line: begins, cells })
    cells = []
    cell = ''
    begins = line
  }
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? ''
    if (character === '\n') line += 1
    if (quoted) {
      if (character !== '"') cell += character
      else if (text[at + 1] === '"') {
        cell += '"'
        at += 1
      } else quoted = false
    } else if (character === '"' && cell.trim() === '') {
      quoted = true
      cell = ''
    } else if (character === delimiter) {
      cells.push(cell.trim())
      cell = ''
    } else if (character === '\n') endRow()
    else if (character !== '\r') cell += character
  }
  endRow()
  return rows
}

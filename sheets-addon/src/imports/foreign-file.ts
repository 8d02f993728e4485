import type { ForeignRow } from '@tabellion/shared/ledger'
import type { Arguments, ArgumentsSchema } from '../actions/arguments.ts'
import { refuse } from '../workbook/refusal.ts'

/** Arguments of an action that takes in the rows of another tool's file. */
export const fileArguments: ArgumentsSchema = {
  properties: {
    file: { type: 'string', description: 'Le fichier CSV.' },
    rows: {
      type: 'array',
      description: 'Ses lignes, que la porte lit du fichier : {"line","cells"}.',
      items: { type: 'object' },
    },
    columns: {
      type: 'object',
      description: 'Les colonnes que l’on devine mal : titre dans le fichier, titre ici.',
      additionalProperties: { type: 'string' },
    },
    preview: { type: 'boolean', description: 'Montrer ce qui serait repris, sans rien écrire.' },
  },
}

export interface ForeignFile {
  readonly rows: readonly ForeignRow[]
  readonly told: Readonly<Record<string, string>>
  readonly isPreview: boolean
}

const MOST_ROWS = 20_000
const MOST_CELLS = 200
/** What a cell of the sheet bears, less a margin. */
const MOST_CHARACTERS = 40_000

/** Whoever parted the file into cells, they come from outside: each is looked at again. */
export function readForeignFile(args: Arguments): ForeignFile {
  const rows = (args['rows'] ?? []) as readonly unknown[]
  if (rows.length === 0) refuse({ code: 'import-empty' })
  const wrong = rows.length > MOST_ROWS ? MOST_ROWS : rows.findIndex((row) => !isRow(row))
  if (wrong >= 0)
    refuse({ code: 'wrong-argument', argument: `rows[${wrong}]`, expected: `{"line","cells"}, ${MOST_ROWS} au plus` })
  return {
    rows: rows as readonly ForeignRow[],
    told: (args['columns'] ?? {}) as Readonly<Record<string, string>>,
    isPreview: args['preview'] === true,
  }
}

function isRow(row: unknown): row is ForeignRow {
  const { line, cells } = row as Readonly<Record<string, unknown>>
  return (
    Number.isSafeInteger(line) &&
    Array.isArray(cells) &&
    cells.length <= MOST_CELLS &&
    cells.every((cell) => typeof cell === 'string' && cell.length <= MOST_CHARACTERS)
  )
}

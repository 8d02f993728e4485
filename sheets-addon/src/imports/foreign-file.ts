import type { ForeignRow } from '@tabellion/shared/ledger'
import type { ArgumentsSchema, Given } from '../actions/arguments.ts'
import { refuse } from '../workbook/refusal.ts'

/** Arguments of an action that takes in the rows of another tool's file. */
export const fileArguments = {
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
} as const satisfies ArgumentsSchema

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
export function readForeignFile(args: Given<typeof fileArguments>): ForeignFile {
  const rows: readonly object[] = args.rows ?? []
  if (rows.length === 0) refuse({ code: 'import-empty' })
  const wrong = rows.length > MOST_ROWS ? MOST_ROWS : rows.findIndex((row) => !isRow(row))
  if (wrong >= 0)
    refuse({ code: 'wrong-argument', argument: `rows[${wrong}]`, expected: `{"line","cells"}, ${MOST_ROWS} au plus` })
  return {
    rows: rows.filter(isRow),
    told: args.columns ?? {},
    isPreview: args.preview === true,
  }
}

function isRow(row: object): row is ForeignRow {
  const { line, cells } = row as Readonly<Record<string, unknown>>
  return (
    Number.isSafeInteger(line) &&
    Array.isArray(cells) &&
    cells.length <= MOST_CELLS &&
    cells.every((cell) => typeof cell === 'string' && cell.length <= MOST_CHARACTERS)
  )
}

import { type ForeignRow, readForeignRows } from '@tabellion/shared/ledger'
import { decodeText } from '@tabellion/shared/statements/text'
import type { Arguments, ArgumentsSchema } from '../actions/arguments.ts'
import { fromBase64 } from '../workbook/logo.ts'
import { refuse } from '../workbook/refusal.ts'

/** Arguments of an action that reads a file of another tool. */
export const fileArguments: ArgumentsSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    file: { type: 'string', description: 'Le fichier CSV.' },
    data: { type: 'string', description: 'Ses octets en base 64 ; la porte les lit du fichier.' },
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

export function readForeignFile(args: Arguments): ForeignFile {
  const rows = readForeignRows(decodeText(fromBase64(String(args['data'] ?? ''))).text)
  if (rows.length === 0) refuse({ code: 'import-empty' })
  return {
    rows,
    told: (args['columns'] ?? {}) as Readonly<Record<string, string>>,
    isPreview: args['preview'] === true,
  }
}

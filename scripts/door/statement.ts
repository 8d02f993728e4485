import { readFile } from 'node:fs/promises'
import { type ReadOptions, readStatements, statementSentence } from '@tabellion/shared/statements'
import { DoorRefusal, print, readFlags, typedPath } from './cli.ts'
import { todayOf } from './paris.ts'
import { statementJson } from './statement-json.ts'

/** `statement FILE… [--today D] [--date-order dmy|mdy]`: one JSON object per file and line, in order; 2 when any was refused. */
export async function statement(argv: readonly string[]): Promise<number> {
  const { flags, operands } = readFlags(argv, {
    today: { value: true, what: 'le jour de la lecture, AAAA-MM-JJ' },
    'date-order': { value: true, what: 'dmy (jour puis mois) ou mdy (mois puis jour), quand le fichier ne le dit pas' },
  })
  if (operands.length === 0) throw new DoorRefusal('missing-file', 'Indiquez au moins un fichier de relevé.')
  const options = readOptions(flags)
  let code = 0
  for (const file of operands) {
    const told = await readFileAsJson(file, options)
    print(told)
    if ('error' in told) code = 2
  }
  return code
}

function readOptions(flags: Readonly<Record<string, string>>): ReadOptions {
  const today = todayOf(flags)
  const order = flags['date-order']
  if (order !== undefined && order !== 'dmy' && order !== 'mdy')
    throw new DoorRefusal('wrong-date-order', `« ${order} » n’est pas un ordre de date. Écrivez dmy ou mdy.`)
  return { today, utf8: strictUtf8, ...(order !== undefined && { dateOrder: order }) }
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
function strictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}

async function readFileAsJson(file: string, options: ReadOptions): Promise<object> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(typedPath(file))
  } catch {
    return {
      file,
      error: { code: 'no-such-file', message: `Le fichier « ${file} » n’existe pas ou n’a pu être ouvert.` },
    }
  }
  const read = readStatements(bytes, options)
  if (!read.ok) return { file, error: { code: read.problem.code, message: statementSentence(read.problem) } }
  return { file, ...statementJson(read.value) }
}

import type { Told } from '../../sheets-addon/src/run-action.ts'
import { DoorRefusal, type ExitCode, print, readFlags, typedPath } from './cli.ts'
import { csvRow } from './run.ts'
import { openFolder } from './workbook.ts'

/** `verify --workbook DIR`: every document against the journal, the journal against itself. Writes nothing. */
export async function verify(argv: readonly string[]): Promise<ExitCode> {
  const { flags } = readFlags(argv, { workbook: { value: true, required: true, what: 'le dossier du classeur' } })
  const { emulator } = await openFolder(typedPath(flags['workbook'] ?? ''), new Date().toISOString())
  const execution = emulator.run('perform', ['verify', '{}'], { context: 'rpc' })
  if (execution.error) throw new Error(execution.error.message)
  const told = JSON.parse(String(execution.result)) as Told
  if (!told.ok) throw new DoorRefusal(told.error.code, told.error.message)
  const { verdict, findings } = told.outcome
  if (verdict?.ok) {
    print(verdict)
    return 0
  }
  print({ ok: false, findings: findings.map(csvRow) })
  return 2
}

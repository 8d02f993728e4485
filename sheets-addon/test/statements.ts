import { day } from '@tabellion/shared/calendar'
import { readStatementFile, sentStatement } from '../src/bank/statement-file.ts'

/** What page and door make of a downloaded statement, for `import-statement`. */
export function statementArguments(text: string, file = 'releve.csv'): object {
  const read = readStatementFile(Buffer.from(text), { today: day('2026-12-10') })
  if (!read.ok) throw new Error(read.problem.code)
  return { file, ...sentStatement(read.value) }
}

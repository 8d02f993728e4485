import { type BankLineSent, readAnswer, readBody } from '@tabellion/shared/exchange'
import type { Workbook } from '../workbook/open.ts'

/** A line of the bank confirmed in the extension, and the ID that it has in *Banque*. */
export interface ConfirmedLine {
  readonly line: BankLineSent
  readonly operation: string
  readonly why: string
}

/** Those that the journal took in after `sequence`: what was confirmed is there before it stands in any tab. */
export function confirmedLines(workbook: Workbook, sequence: number): readonly ConfirmedLine[] {
  const { rows } = workbook.journal()
  const after = new Set(rows.flatMap((row) => (row.type === 'answered' && row.sequence > sequence ? [row.key] : [])))
  if (after.size === 0) return []
  return workbook
    .events(({ type, key }) => type === 'answered' && after.has(key))
    .flatMap(({ event }): ConfirmedLine[] => {
      if (event.type !== 'answered' || event.op !== 'record') return []
      const body = readBody('record', event.body)
      const answer = readAnswer('record', event.answer)
      if (!body.ok || answer?.status !== 'done') return []
      return [{ line: body.value.line, operation: answer.result.operation, why: body.value.why }]
    })
}

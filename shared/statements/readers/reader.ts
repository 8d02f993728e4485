import type { Day } from '@tabellion/shared/calendar'
import type { Result } from '@tabellion/shared/kernel'
import type { DateOrder, StatementProblem } from '../problem.ts'
import type { Reading } from '../statement.ts'

export interface ReadContext {
  readonly today: Day
  /** The user's answer when the file could not tell. */
  readonly dateOrder?: DateOrder | undefined
  /** The text of a part of a workbook. */
  readonly decode: (bytes: Uint8Array) => string
}

/** One format: says whether a text is of it, by its content alone, and reads it. Of the files of other formats it recognises none. */
export interface Reader {
  readonly recognises: (text: string) => boolean
  readonly read: (text: string, context: ReadContext) => Result<Reading, StatementProblem>
}

import { identify } from './identity.ts'
import type { RowProblem } from './problem.ts'
import { doubtfulSigns } from './sign.ts'
import type { Statement, Transaction } from './statement.ts'

export interface Understood {
  readonly transactions: readonly Transaction[]
  /** Those of the statement, and each row whose sign its kind contradicts. */
  readonly problems: readonly RowProblem[]
}

/** The rows of a statement with what their labels say and an id each: the second half of reading, for who needs more than the sums. */
export function transactionsOf(statement: Statement): Understood {
  const { transactions, problems } = doubtfulSigns(identify(statement.lines))
  return { transactions, problems: [...statement.problems, ...problems] }
}

import type { StatementProblem } from '@tabellion/shared/statements'

/** Why nothing was done with a statement or a line. One sentence each in messages/bank.ts. */
export type BankRefusal =
  | { readonly code: 'statement-refused'; readonly problem: StatementProblem }
  | { readonly code: 'no-line-there'; readonly line: string }

/** What banks give: statement files read by content, labels understood, each transaction identified, known and read compared. */
export { type BankId, bankNamedIn } from './bank.ts'
export { type Comparable, type Diff, diff, type SameBecause } from './diff.ts'
export { identify } from './identity.ts'
export { type LabelFacts, readLabel } from './label.ts'
export type { Assumption, ColumnRole, DateOrder, ForeignFile, RowProblem, StatementProblem } from './problem.ts'
export { type ReadOptions, readStatements } from './read.ts'
export type { Account, Format, Kind, Statement, StatementLine, Transaction, TransactionId } from './statement.ts'
export { transactionsOf, type Understood } from './transactions.ts'

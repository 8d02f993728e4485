import type { BankLineSent } from '@tabellion/shared/exchange'
import { fail, ok, type Result } from '@tabellion/shared/kernel'
import { maskedIban } from '@tabellion/shared/party'
import {
  assumptionSentence,
  type ReadOptions,
  readStatements,
  rowSentence,
  type StatementProblem,
  type Transaction,
  transactionsOf,
} from '@tabellion/shared/statements'

/** A statement as it goes to the script. Read where the file is, in the page or at the door: `Code.js` has no reader. */
export interface StatementFile {
  readonly lines: readonly BankLineSent[]
  /** Read, and no lines of *Banque*: not booked yet, or in another currency. */
  readonly pending: number
  readonly foreign: number
  readonly problems: readonly { readonly line: number; readonly message: string }[]
  /** What the file did not say. */
  readonly assumed: readonly string[]
}

const MOST_PROBLEMS = 50

export function readStatementFile(bytes: Uint8Array, options: ReadOptions): Result<StatementFile, StatementProblem> {
  const read = readStatements(bytes, options)
  if (!read.ok) return fail(read.problem)
  const understood = read.value.map(transactionsOf)
  const transactions = understood.flatMap((statement) => statement.transactions)
  return ok({
    lines: linesOf(transactions),
    pending: transactions.filter(({ pending }) => pending).length,
    foreign: transactions.filter(({ pending, currency }) => !pending && currency !== 'EUR').length,
    problems: understood
      .flatMap(({ problems }) => problems)
      .slice(0, MOST_PROBLEMS)
      .map((problem) => ({ line: 'line' in problem ? problem.line : 0, message: rowSentence(problem) })),
    assumed: [...new Set(read.value.flatMap(({ assumed }) => assumed.map(assumptionSentence)))],
  })
}

/** As `import-statement` takes it. */
export const sentStatement = ({ lines, pending, foreign, problems }: StatementFile): object => ({
  lines,
  aside: { pending, foreign, problems: problems.length },
})

/** Booked lines in euros. The members of an archive may overlap: the same line of the same account is one. */
function linesOf(transactions: readonly Transaction[]): readonly BankLineSent[] {
  const lines = new Map<string, BankLineSent>()
  for (const transaction of transactions) {
    const { id, date, amountCents, label, pending, currency, account, valueDate } = transaction
    if (pending || currency !== 'EUR' || lines.has(id)) continue
    const iban = transaction.counterpartyIban === undefined ? undefined : maskedIban(transaction.counterpartyIban)
    lines.set(id, {
      id,
      date,
      amountCents,
      label: label.slice(0, 500),
      ...(valueDate === undefined ? {} : { valueDate }),
      ...(transaction.counterparty === undefined ? {} : { counterparty: transaction.counterparty.slice(0, 200) }),
      ...(transaction.reference === undefined ? {} : { reference: transaction.reference.slice(0, 200) }),
      ...(iban === undefined ? {} : { maskedIban: iban }),
      ...(account === undefined ? {} : { account: maskedIban(account) ?? account.slice(0, 60) }),
    })
  }
  return [...lines.values()]
}

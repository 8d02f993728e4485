import { invariant } from '@tabellion/shared/kernel'
import {
  assumptionSentence,
  type RowProblem,
  rowSentence,
  type Statement,
  type Transaction,
  transactionsOf,
} from '@tabellion/shared/statements'

export interface Told {
  readonly transactions: readonly object[]
  readonly problems: readonly { readonly code: string; readonly message: string; readonly line?: number }[]
}

/** Several statements come from an archive: they are told as one, each transaction once. */
export function statementJson(statements: readonly Statement[]): Told {
  const [first] = statements
  invariant(first !== undefined, 'a file that is not refused gives a statement')
  const seen = new Set<string>()
  const transactions: Transaction[] = []
  const problems: RowProblem[] = []
  let twice = 0
  for (const one of statements) {
    const understood = transactionsOf(one)
    for (const transaction of understood.transactions) {
      if (seen.has(transaction.id)) twice += 1
      else transactions.push(transaction)
      seen.add(transaction.id)
    }
    problems.push(...understood.problems)
  }
  const members = statements.flatMap(({ member }) => member ?? [])
  const assumed = statements.flatMap((one) => one.assumed)
  const told = {
    format: first.format,
    dialect: first.dialect,
    encoding: first.encoding,
    ...(members.length > 0 && { members }),
    accounts: statements.flatMap(({ accounts }) => accounts),
    transactions: transactions.map(transactionJson),
    assumed: [...assumed, ...(twice === 0 ? [] : [{ code: 'kept-once', count: twice } as const])].map(
      assumptionSentence,
    ),
    problems: problems.map((problem) => ({
      code: problem.code,
      message: rowSentence(problem),
      ...('line' in problem && { line: problem.line }),
    })),
  }
  return told
}

/** In the order of door.md §4; what it does not name comes after. */
function transactionJson(transaction: Transaction): object {
  const { id, account, line, statedKind: _, bookedOn: __, ...rest } = transaction
  const {
    date,
    valueDate,
    operationDate,
    amountCents,
    currency,
    label,
    rawLabel,
    counterparty,
    reference,
    endToEndId,
    kind,
    pending,
    ...more
  } = rest
  return {
    date,
    valueDate,
    operationDate,
    amountCents,
    currency,
    label,
    rawLabel,
    counterparty,
    reference,
    endToEndId,
    kind,
    pending,
    account,
    id,
    ...more,
    line,
  }
}

import { readFile } from 'node:fs/promises'
import { parseDay } from '@tabellion/shared/calendar'
import { invariant } from '@tabellion/shared/kernel'
import {
  type ReadOptions,
  type RowProblem,
  readStatements,
  type Statement,
  type Transaction,
  transactionsOf,
} from '@tabellion/shared/statements'
import { assumptionSentence, rowSentence, statementSentence } from '../../sheets-addon/src/messages/statements.ts'
import { DoorRefusal, print, readFlags, typedPath } from './cli.ts'
import { parisToday } from './paris.ts'

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
  const typed = flags['today']
  const today = typed === undefined ? parisToday() : parseDay(typed)
  if (today === undefined)
    throw new DoorRefusal('wrong-day', `« ${typed} » n’est pas un jour. Écrivez par exemple 2026-01-31.`)
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

/** Several statements come from an archive: they are told as one, each transaction once. */
function statementJson(statements: readonly Statement[]): object {
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
  return {
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

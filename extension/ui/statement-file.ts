import type { Day } from '@tabellion/shared/calendar'
import {
  assumptionSentence,
  type DateOrder,
  readStatements,
  rowSentence,
  statementSentence,
  transactionsOf,
} from '@tabellion/shared/statements'
import type { FileLine } from '../messages.ts'

export type FileReading =
  | {
      readonly ok: true
      readonly format: string
      readonly lines: readonly FileLine[]
      readonly assumed: readonly string[]
      readonly problems: readonly string[]
    }
  | { readonly ok: false; readonly text: string; readonly asksOrder: boolean }

/** Read where the file is: only its lines go to the worker. Loaded when a file comes, since its readers weigh more than the popup. */
export function readFile(bytes: Uint8Array, today: Day, dateOrder?: DateOrder): FileReading {
  const read = readStatements(bytes, { today, ...(dateOrder && { dateOrder }) })
  if (!read.ok)
    return { ok: false, text: statementSentence(read.problem), asksOrder: read.problem.code === 'date-order-unknown' }
  const understood = read.value.map(transactionsOf)
  const transactions = understood.flatMap((statement) => statement.transactions)
  return {
    ok: true,
    format: read.value[0]?.format ?? 'text',
    lines: transactions
      .filter(({ pending, currency }) => !pending && currency === 'EUR')
      .map((line) => ({
        id: line.id,
        date: line.date,
        ...(line.valueDate !== undefined && { valueDate: line.valueDate }),
        amountCents: line.amountCents,
        currency: line.currency,
        label: line.label.slice(0, 4_000),
        ...(line.counterparty !== undefined && { counterparty: line.counterparty.slice(0, 500) }),
        ...(line.counterpartyIban !== undefined && { iban: line.counterpartyIban.slice(0, 60) }),
        ...(line.reference !== undefined && { reference: line.reference.slice(0, 500) }),
        ...(line.account !== undefined && { account: line.account.slice(0, 100) }),
      })),
    assumed: read.value.flatMap(({ assumed }) => assumed.map(assumptionSentence)),
    problems: understood.flatMap(({ problems }) => problems.map(rowSentence)),
  }
}

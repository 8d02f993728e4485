import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Day } from '@tabellion/shared/calendar'
import { expenseOf, readSupplierInvoice, writeExpense } from '@tabellion/shared/documents/reception'
import { readForeignRows } from '@tabellion/shared/ledger'
import { statementSentence } from '@tabellion/shared/statements'
import { decodeText } from '@tabellion/shared/statements/text'
import { readStatementFile, type StatementFile, sentStatement } from '../../sheets-addon/src/bank/statement-file.ts'
import { receptionSentence } from '../../sheets-addon/src/messages/reception.ts'
import { DoorRefusal, typedPath } from './cli.ts'

type Args = Readonly<Record<string, unknown>>
export interface Given {
  readonly args: Args
  /** What reading a statement has to say, beside what the action says of its lines. */
  readonly statement?: Omit<StatementFile, 'lines'>
}

/** Actions that are given a file: the door reads it, as the sidebar's page does in the browser. */
export function withFile(action: string, args: Args, today: Day): Given {
  const read = READERS[action]
  if (read === undefined || typeof args['file'] !== 'string') return { args }
  const path = typedPath(args['file'])
  let bytes: Uint8Array
  try {
    bytes = readFileSync(path)
  } catch {
    throw new DoorRefusal(
      'unreadable-file',
      `Le fichier « ${args['file']} » ne se lit pas. Vérifiez son nom et son dossier.`,
    )
  }
  return read(bytes, { ...args, file: basename(path) }, today)
}

const dataOf = (bytes: Uint8Array, args: Args): Args => ({ ...args, data: Buffer.from(bytes).toString('base64') })

const rowsOf = (bytes: Uint8Array, args: Args): Given => ({
  args: { ...args, rows: readForeignRows(decodeText(bytes).text) },
})

const READERS: Readonly<Record<string, (bytes: Uint8Array, args: Args, today: Day) => Given>> = {
  'set-logo': (bytes, args) => ({ args: dataOf(bytes, args) }),
  'import-supplier-invoice': (bytes, args) => {
    const read = readSupplierInvoice(bytes)
    if (!read.ok) throw new DoorRefusal(read.problem.code, receptionSentence(read.problem))
    return { args: { ...dataOf(bytes, args), invoice: writeExpense(expenseOf(read.value)) } }
  },
  'import-clients': rowsOf,
  'import-open-invoices': rowsOf,
  'import-statement': (bytes, args, today) => {
    const { dateOrder } = args
    // Any other order is the action's to refuse.
    const order = dateOrder === 'dmy' || dateOrder === 'mdy' ? dateOrder : undefined
    const read = readStatementFile(bytes, { today, ...(order === undefined ? {} : { dateOrder: order }) })
    if (!read.ok) throw new DoorRefusal('statement-refused', statementSentence(read.problem))
    const { lines: _, ...statement } = read.value
    return { args: { ...args, ...sentStatement(read.value) }, statement }
  },
}

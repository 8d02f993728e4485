import { yearOf } from '@tabellion/shared/calendar'
import type { ReceivedExpense } from '@tabellion/shared/documents/reception'
import type { InvoiceReceived } from '@tabellion/shared/journal'
import { type Finding, sha256Hex } from '@tabellion/shared/kernel'
import { headingKey, paymentMethods, readScaled, readSettings, type Table, textOf } from '@tabellion/shared/ledger'
import { cents, formatEuros } from '@tabellion/shared/money'
import { parseSiret, sirenOf } from '@tabellion/shared/party'
import type { Ports } from '../ports.ts'
import { journalHeld } from '../workbook/append.ts'
import { openWorkbook, type Workbook } from '../workbook/open.ts'
import { schemaEvents } from '../workbook/schema.ts'
import { appendRecords, positionsOf } from '../workbook/write.ts'
import type { ExpenseProblem } from './problems.ts'

export interface Received {
  readonly event: InvoiceReceived
  /** In *Dépenses*. */
  readonly row: number
  readonly added: boolean
  readonly findings: readonly Finding<ExpenseProblem>[]
}

/** Under the lock: the row of *Dépenses*, and the id of its file in the journal before the file exists. */
export function receive(ports: Ports, expense: ReceivedExpense, bytes: Uint8Array): Received {
  const workbook = openWorkbook(ports)
  const table = workbook.table('expenses')
  const known = receivedBefore(workbook, expense.key)
  const event = known ?? newEvent(ports, expense, bytes)
  const present = table.rows.find(({ cells }) => textOf(cells.id) === event.row)
  const row = present?.row ?? table.nextRow
  // A row that was deleted comes back when its invoice does.
  const add = (): void => {
    if (!present) appendRecords(ports.sheets, table, [recordOf(expense, event)], positionsOf(table))
  }
  if (known === undefined)
    journalHeld(ports, workbook, { events: [...schemaEvents(workbook.journal()), event], write: add })
  else if (!present) {
    add()
    ports.sheets.flush()
  }
  return {
    event,
    row,
    added: !present,
    findings: problemsOf(expense, event, workbook, table, present !== undefined).map((problem) => ({
      ...problem,
      severity: problem.code === 'received-again' ? 'info' : 'fix',
      at: { tab: 'expenses', row },
    })),
  }
}

function receivedBefore(workbook: Workbook, key: string): InvoiceReceived | undefined {
  if (!workbook.journal().keys('received').includes(key)) return undefined
  const [stored] = workbook.events((row) => row.type === 'received' && row.key === key)
  return stored?.event.type === 'received' ? stored.event : undefined
}

function newEvent({ clock, files, ids }: Ports, expense: ReceivedExpense, bytes: Uint8Array): InvoiceReceived {
  const { date, gross, key, number, supplier } = expense
  const word = (text: string): string =>
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/[^A-Za-z0-9]+/g, '-')
      .slice(0, 50)
      .replace(/^-+|-+$/g, '')
  return {
    type: 'received',
    v: 1,
    key,
    number,
    supplier,
    gross,
    on: clock.today,
    row: ids.next(),
    file: {
      id: files.newIds(1)[0] ?? '',
      name: `${[date, word(supplier), word(number)].filter(Boolean).join('_')}.${typeOf(bytes).ending}`,
      folder: `Facturation/${yearOf(date)}/Justificatifs`,
      digest: sha256Hex(bytes),
    },
  }
}

/** By its first bytes, whatever its name says. */
export const typeOf = (bytes: Uint8Array): { readonly ending: 'pdf' | 'xml'; readonly type: string } =>
  bytes[0] === 0x25 && bytes[1] === 0x50
    ? { ending: 'pdf', type: 'application/pdf' }
    : { ending: 'xml', type: 'application/xml' }

const inEuros = (amount: number): number => amount / 100

function recordOf(expense: ReceivedExpense, { file, row }: InvoiceReceived) {
  const { currency, date, description, gross, method, number, supplier, vat } = expense
  const isEuro = currency === 'EUR'
  const amount = isEuro ? '' : ` (${formatEuros(gross).replace('€', currency)})`
  return {
    date,
    supplier,
    description: `${number}${amount}${description === '' ? '' : ` – ${description}`}`,
    ...(isEuro ? { gross: inEuros(gross), vat: inEuros(vat) } : {}),
    ...(method === undefined ? {} : { method: paymentMethods.labels[method] }),
    receipt: `https://drive.google.com/file/d/${file.id}/view`,
    id: row,
  }
}

function problemsOf(
  expense: ReceivedExpense,
  event: InvoiceReceived,
  workbook: Workbook,
  table: Table<'expenses'>,
  again: boolean,
): readonly ExpenseProblem[] {
  const { buyerSiren, currency, doubts, gross, number, supplier } = expense
  if (event.gross !== gross) return [{ code: 'received-differs', number, before: event.gross, now: gross }]
  if (again) return [{ code: 'received-again', number, supplier, on: event.on }]
  const siret = parseSiret(readSettings(workbook.table('settings')).text('SIRET'))
  const typed = table.rows.find(({ cells }) => {
    const amount = readScaled(cells.gross, 2)
    return (
      amount.ok &&
      amount.value !== undefined &&
      cents(amount.value) === gross &&
      headingKey(textOf(cells.supplier)) === headingKey(supplier) &&
      !textOf(cells.receipt).startsWith('https://drive.google.com/')
    )
  })
  return [
    ...doubts,
    ...(currency === 'EUR' ? [] : [{ code: 'received-foreign', currency } as const]),
    ...(typed === undefined ? [] : [{ code: 'received-typed', row: typed.row, supplier } as const]),
    ...(buyerSiren !== undefined && siret.ok && sirenOf(siret.value) !== buyerSiren
      ? [{ code: 'received-for-another', siren: buyerSiren } as const]
      : []),
  ]
}

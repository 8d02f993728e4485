import type { Day } from '@tabellion/shared/calendar'
import { nameKey } from '@tabellion/shared/invoicing'
import {
  isClientCredit,
  numberKey,
  type PaymentMethod,
  type PaymentRow,
  paymentMethods,
  readClients,
  readRegister,
  type Settings,
} from '@tabellion/shared/ledger'
import type { Finding } from '../workbook/finding.ts'
import type { Workbook } from '../workbook/open.ts'
import { paymentOf } from './books.ts'
import type { PaymentFinding } from './problems.ts'
import type { PaymentRequest } from './request.ts'

/**
 * Rows that a person typed and nobody recorded: something of theirs in it, no receipt number, and an ID that the journal does not
 * know, unless it is the copy of a recorded row.
 */
export function typedRows(rows: readonly PaymentRow[], paid: ReadonlySet<string>): readonly PaymentRow[] {
  const receipted = new Set(rows.flatMap((row) => (row.receiptNumber === undefined ? [] : [row.id])))
  return rows.filter(
    (row) =>
      row.receiptNumber === undefined &&
      (row.amount !== undefined || row.date !== undefined || row.invoice !== '' || row.findings.length > 0) &&
      (row.id === '' || receipted.has(row.id) || paymentOf(row.id, paid) === undefined),
  )
}

/** The row’s own ID where it is one of a kind, else a new one. */
export function nameRows(
  rows: readonly PaymentRow[],
  all: readonly PaymentRow[],
  newId: () => string,
): ReadonlyMap<number, string> {
  const taken = new Map<string, number>()
  for (const { id } of all) taken.set(id, (taken.get(id) ?? 0) + 1)
  return new Map(
    rows.flatMap(({ id, row }) => (id === '' || (taken.get(id) ?? 0) > 1 ? [[row, newId()] as const] : [])),
  )
}

/**
 * How money comes when *Mode de règlement* is empty: as the client prefers, or in the only way that *Réglages* offers. Otherwise
 * nobody knows, and the book must say it.
 */
export function methodFinder(workbook: Workbook, settings: Settings): (row: PaymentRow) => PaymentMethod | undefined {
  const offered = settings
    .text('Modes de règlement')
    .split(/[,;\n]/)
    .map((method) => method.trim())
    .filter((method) => method !== '')
  const only = offered.length === 1 ? paymentMethods.parse(offered[0] ?? '') : undefined
  let preferred: ReadonlyMap<string, PaymentMethod | undefined> | undefined
  return (row) => {
    if (row.method !== undefined) return row.method
    preferred ??= preferredMethods(workbook)
    return preferred.get(numberKey(numberOf(row))) ?? only
  }
}

function preferredMethods(workbook: Workbook): ReadonlyMap<string, PaymentMethod | undefined> {
  const table = workbook.tableIfAny('clients')
  const clients = table ? readClients(table).byName : undefined
  return new Map(
    readRegister(workbook.table('invoices')).map(({ number, client }) => [
      numberKey(number),
      paymentMethods.parse(clients?.get(nameKey(client))?.client.preferredMethod ?? ''),
    ]),
  )
}

/** The document that a row is about, be it kept for its client. */
export const numberOf = ({ invoice, reference }: Pick<PaymentRow, 'invoice' | 'reference'>): string =>
  isClientCredit(invoice) ? reference : invoice

export interface ReadTyped {
  readonly requests: readonly PaymentRequest[]
  /** What keeps a row from being recorded. */
  readonly findings: readonly Finding[]
}

/**
 * Rows typed in *Paiements* as requests under their own ID. A row whose date is still to come waits for it. `methodOf` says how
 * the money comes when the cell does not: undefined when that cannot be known.
 */
export function readTyped(
  rows: readonly PaymentRow[],
  methodOf: (row: PaymentRow) => PaymentMethod | undefined,
  today: Day,
): ReadTyped {
  const requests: PaymentRequest[] = []
  const findings: Finding[] = []
  for (const row of rows) {
    const wrong = row.findings.length > 0 ? row.findings : missingIn(row, methodOf)
    if (wrong.length > 0) {
      findings.push(...wrong)
      continue
    }
    const { id, date, amount, reference, fee } = row
    const method = methodOf(row)
    if (date === undefined || amount === undefined || method === undefined) continue
    if (date > today) {
      const at = { tab: 'payments', row: row.row, column: 'date' }
      const finding: PaymentFinding = { code: 'payment-in-future', on: date, today, severity: 'fix', at }
      findings.push(finding)
      continue
    }
    requests.push({
      payment: id,
      on: date,
      method,
      reference,
      source: 'typed',
      ...(fee === undefined || fee === 0 ? {} : { fee }),
      allocations: [{ number: numberOf(row), amount }],
      typed: row,
    })
  }
  return { requests, findings }
}

function missingIn(row: PaymentRow, methodOf: (row: PaymentRow) => PaymentMethod | undefined): PaymentFinding[] {
  const findings: PaymentFinding[] = []
  const say = (column: string, code: (typeof MISSING)[number]): void => {
    findings.push({ code, severity: 'blocking', at: { tab: 'payments', row: row.row, column } })
  }
  if (row.date === undefined) say('date', 'missing-payment-date')
  if (row.invoice === '') say('invoice', 'missing-payment-invoice')
  if (isClientCredit(row.invoice) && row.reference === '') say('reference', 'credit-without-reference')
  if (row.amount === undefined) say('amount', 'missing-payment-amount')
  if (methodOf(row) === undefined) say('method', 'missing-payment-method')
  return findings
}

const MISSING = [
  'missing-payment-date',
  'missing-payment-invoice',
  'missing-payment-amount',
  'missing-payment-method',
  'credit-without-reference',
] as const

import type { Day } from '@tabellion/shared/calendar'
import type { Result } from '@tabellion/shared/kernel'
import { type Cents, cents, sum } from '@tabellion/shared/money'
import { type Cell, type CellProblem, isBlank, readDate, readScaled, textOf } from './cell.ts'
import type { ColumnKey } from './columns.ts'
import type { LedgerFinding, LedgerProblem } from './problems.ts'
import { headingKey, type Row, type Table } from './table.ts'
import { type PaymentMethod, paymentMethods } from './vocabulary.ts'

/** What *Facture* says of money that no invoice asks for any more: *Référence* then names the document it came with. */
export const CLIENT_CREDIT = 'Crédit client'
export const isClientCredit = (invoice: string): boolean => headingKey(invoice) === headingKey(CLIENT_CREDIT)

/** A row of *Paiements* as numbers and days. */
export interface PaymentRow {
  readonly row: number
  readonly id: string
  /** *Facture*: a number, or *Crédit client*. */
  readonly invoice: string
  readonly reference: string
  readonly date?: Day
  /** Gross: what extinguishes the debt. Negative when given back. */
  readonly amount?: Cents
  readonly method?: PaymentMethod
  readonly fee?: Cents
  readonly operation: string
  /** Set once: the row is recorded, and frozen. */
  readonly receiptNumber?: number
  /** Cells that cannot be read. */
  readonly findings: readonly LedgerFinding[]
}

export function readPayment({ row, cells }: Row<'payments'>): PaymentRow {
  const findings: LedgerFinding[] = []
  const say = (column: ColumnKey<'payments'>, problem: LedgerProblem): void => {
    findings.push({ ...problem, severity: 'blocking', at: { tab: 'payments', row, column } })
  }
  const read = <Value>(
    column: ColumnKey<'payments'>,
    reader: (cell: Cell) => Result<Value | undefined, CellProblem>,
  ): Value | undefined => {
    const result = reader(cells[column])
    if (!result.ok) say(column, result.problem)
    return result.ok ? result.value : undefined
  }
  const date = read('date', readDate)
  const amount = read('amount', (cell) => readScaled(cell, 2))
  const fee = read('fee', (cell) => readScaled(cell, 2))
  const method = paymentMethods.parse(textOf(cells.method))
  if (method === undefined && !isBlank(cells.method))
    say('method', {
      code: 'unknown-choice',
      text: textOf(cells.method),
      choices: Object.values(paymentMethods.labels),
    })
  const receipt = readScaled(cells.receiptNumber, 0)
  return {
    row,
    id: textOf(cells.id),
    invoice: textOf(cells.invoice),
    reference: textOf(cells.reference),
    operation: textOf(cells.operation),
    ...(date === undefined ? {} : { date }),
    ...(amount === undefined ? {} : { amount: cents(amount) }),
    ...(fee === undefined ? {} : { fee: cents(fee) }),
    ...(method === undefined ? {} : { method }),
    ...(isBlank(cells.receiptNumber) ? {} : { receiptNumber: receipt.ok ? (receipt.value ?? 0) : 0 }),
    findings,
  }
}

export const readPayments = (table: Table<'payments'>): readonly PaymentRow[] => table.rows.map(readPayment)

/** Sums of *Paiements*: what each number received, and what each one’s client has left over with us. */
export interface PaymentSums {
  received(number: string): Cents
  clientCredit(number: string): Cents
}

export function paymentSums(rows: readonly Pick<PaymentRow, 'invoice' | 'reference' | 'amount'>[]): PaymentSums {
  const received = new Map<string, Cents[]>()
  const credits = new Map<string, Cents[]>()
  for (const { invoice, reference, amount } of rows) {
    if (amount === undefined) continue
    const [sums, number] = isClientCredit(invoice) ? [credits, reference] : [received, invoice]
    const key = numberKey(number)
    sums.set(key, [...(sums.get(key) ?? []), amount])
  }
  return {
    received: (number) => sum(received.get(numberKey(number)) ?? []),
    clientCredit: (number) => sum(credits.get(numberKey(number)) ?? []),
  }
}

/** Numbers are compared as the sheet’s own SUMIFS compares them: without case. */
export const numberKey = (number: string): string => number.trim().toUpperCase()

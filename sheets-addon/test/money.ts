import type { Cell } from '@tabellion/shared/ledger'
import { expect } from 'vitest'
import type { Emulator } from '../emulator/index.ts'
import { done, freshWorkbook, rows, sale, TODAY, type } from './workshop.ts'

/** What stories about money say and look at. */
export const pay = (number: string, euros: number, more: object = {}) => ({
  number,
  date: TODAY,
  amountCents: Math.round(euros * 100),
  method: 'transfer',
  ...more,
})
/** One invoice of 450 €. */
export function invoiced(settings: Readonly<Record<string, string>> = {}): Emulator {
  const emulator = freshWorkbook(settings)
  sale(emulator, 'Brasserie du Ponant')
  done(emulator, 'issue-invoices')
  return emulator
}
export const pick = (emulator: Emulator, tab: Parameters<typeof rows>[1], ...keys: readonly string[]): Cell[][] =>
  rows(emulator, tab).map((row) => keys.map((key) => row[key] ?? ''))
export const register = (emulator: Emulator): Cell[][] =>
  pick(emulator, 'invoices', 'number', 'received', 'credited', 'balanceDue', 'status')
export const money = (emulator: Emulator): Cell[][] =>
  pick(emulator, 'payments', 'invoice', 'client', 'amount', 'reference', 'receiptNumber')
export const book = (emulator: Emulator): Cell[][] =>
  pick(emulator, 'receiptsBook', 'rank', 'document', 'category', 'amount', 'method')
export const codes = ({
  findings,
}: {
  readonly findings: readonly { readonly code: string; readonly severity: string }[]
}) => findings.map(({ code, severity }) => `${severity} ${code}`)
/** What must hold whatever was recorded. */
export function expectBalanced(emulator: Emulator): void {
  const total = (tab: 'payments' | 'receiptsBook') =>
    Math.round(100 * rows(emulator, tab).reduce((sum, row) => sum + Number(row['amount']), 0))
  expect(total('payments')).toBe(total('receiptsBook'))
  for (const row of rows(emulator, 'invoices'))
    expect(Number(row['balanceDue'])).toBeCloseTo(
      Number(row['payable']) - Number(row['received']) - Number(row['credited']),
      2,
    )
  expect(done(emulator, 'verify').findings).toEqual([])
}

export const typedPayment = (emulator: Emulator, more: Readonly<Record<string, string>> = {}): number =>
  type(emulator, 'payments', {
    date: '25/11/2026',
    invoice: 'F2026-0001',
    amount: '200',
    method: 'Virement',
    ...more,
  })

import { expect, test } from 'vitest'
import type { Emulator } from '../emulator/index.ts'
import { pay } from './money.ts'
import { done, freshWorkbook, rows, sale, workshop } from './workshop.ts'

/** Sells services in franchise; each sale is invoiced and paid on its day. */
function paid(sales: readonly (readonly [day: string, price: string, cents: number])[], settings = {}): Emulator {
  let emulator = freshWorkbook({ 'Date de début': '01/01/2020', ...settings })
  for (const [index, [day, unitPrice, amountCents]] of sales.entries()) {
    emulator = workshop(emulator.save(), `${day}T08:00:00Z`)
    sale(emulator, 'Brasserie du Ponant', { date: day.split('-').reverse().join('/'), quantity: '1', unitPrice })
    done(emulator, 'issue-invoices')
    const number = String(rows(emulator, 'invoices')[index]?.['number'])
    done(emulator, 'record-payment', { ...pay(number, 0), date: day, amountCents })
  }
  return emulator
}
const said = (emulator: Emulator, action: string) => {
  const { actions = [], findings } = done(emulator, action)
  const micro = ({ code }: { readonly code: string }): boolean => code.startsWith('micro-')
  return {
    findings: findings.filter(micro).map(({ code, severity, message }) => `${severity} ${code} ${message}`),
    todo: actions.filter(micro).map(({ code, message }) => `${code} ${message}`),
  }
}

test('receipts at the ceiling say nothing, a cent above says that the regime stays', () => {
  const at = paid([['2026-11-25', '83600', 8_360_000]])
  expect(said(at, 'check-file')).toEqual({ findings: [], todo: [] })
  const above = paid([['2026-11-25', '83600,01', 8_360_001]])
  const { findings, todo } = said(above, 'check-file')
  expect(findings).toEqual([
    expect.stringMatching(/^info micro-exceeded .*services dépassent .*83.600,00.€\) cette année.*vous restez/u),
  ])
  expect(todo).toEqual([expect.stringMatching(/^micro-exceeded Le plafond micro est dépassé/)])
  for (const action of ['today', 'daily']) expect(said(above, action).todo).toEqual(todo)
})

test('the second year running says when the regime ends, and after it that it has', () => {
  const emulator = paid([
    ['2026-11-25', '90000', 9_000_000],
    ['2027-03-02', '90000', 9_000_000],
  ])
  const ends = /^micro-lost Le régime micro finit au 01\/01\/2028/
  for (const action of ['today', 'daily', 'check-file'])
    expect(said(emulator, action).todo).toEqual([expect.stringMatching(ends)])
  expect(said(emulator, 'check-file').findings).toEqual([
    expect.stringMatching(/^fix micro-lost .*deux années de suite.: le régime micro finit au 01\/01\/2028/),
  ])
  expect(said(workshop(emulator.save(), '2028-01-04T08:00:00Z'), 'today').todo).toEqual([expect.stringMatching(ends)])
})

test('the year of creation has its share of the ceiling', () => {
  const of = (price: string, cents: number) =>
    said(paid([['2026-11-25', price, cents]], { 'Date de début': '12/06/2026' }), 'check-file').findings
  expect(of('46495,34', 4_649_534)).toEqual([])
  expect(of('46495,35', 4_649_535)).toEqual([expect.stringMatching(/46.495,34.€, au prorata de la première année/)])
})

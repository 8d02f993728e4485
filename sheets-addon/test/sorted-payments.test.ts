import { tabs } from '@tabellion/shared/ledger'
import { expect, test } from 'vitest'
import { done, freshWorkbook, perform, rows, sale, TODAY, type, workshop } from './workshop.ts'

const { title } = tabs.payments

test('rows sorted while they are being recorded: each keeps its own receipt number, none is recorded twice', () => {
  const emulator = freshWorkbook()
  for (const group of ['A', 'B', 'C']) sale(emulator, 'Brasserie du Ponant', { group })
  done(emulator, 'issue-invoices')
  done(emulator, 'record-payment', { number: 'F2026-0003', date: TODAY, amountCents: 9_000, method: 'card' })
  for (const [invoice, amount] of [
    ['F2026-0001', '300'],
    ['F2026-0002', '100'],
    ['F2026-0001', '20'],
  ] as const)
    type(emulator, 'payments', { date: '25/11/2026', invoice, amount, method: 'Chèque' })
  const start = emulator.save()
  const calls = perform(workshop(start), 'today').run.calls.total
  for (let call = 1; call <= calls; call += 1) {
    const each = workshop(start)
    perform(each, 'today', {}, { at: { call, meanwhile: () => each.user.sort(title, 'A4:N7', 4) } })
    done(each, 'today')
    expect(done(each, 'verify').findings, `sorted at call ${call}`).toEqual([])
    const receipts = rows(each, 'payments').map((row) => [row['amount'], row['receiptNumber']])
    expect(receipts.map(([amount]) => amount)).toEqual([20, 90, 100, 300])
    expect(receipts.map(([, number]) => number).sort(), `sorted at call ${call}`).toEqual([1, 2, 3, 4])
    expect(rows(each, 'receiptsBook')).toHaveLength(4)
  }
}, 60_000)

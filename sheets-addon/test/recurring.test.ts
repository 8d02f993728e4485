import { expect, test } from 'vitest'
import type { Emulator, EmulatorState } from '../emulator/index.ts'
import { done, freshWorkbook, perform, rows, sale, workshop } from './workshop.ts'

const PONANT = 'Brasserie du Ponant'
const at = (from: Emulator | EmulatorState, day: string): Emulator =>
  workshop('save' in from ? from.save() : from, `${day}T05:00:00Z`)
/** Days since 1970 as sheets count them would say less: the text of each date. */
const days = (emulator: Emulator) =>
  rows(emulator, 'sales').map((row) => {
    const serial = Number(row['date'])
    return new Date(Date.UTC(1899, 11, 30 + serial)).toISOString().slice(0, 10)
  })

function monthly(date = '31/10/2026', recurrence = 'mensuelle'): Emulator {
  const emulator = freshWorkbook()
  sale(emulator, PONANT, { toInvoice: 'FAUX', date, recurrence, label: 'Maintenance du site', unitPrice: '90' })
  return emulator
}

test('a monthly row comes back on its day, at the end of shorter months too; missed days are caught up, once', () => {
  let emulator = monthly()
  sale(emulator, PONANT)
  emulator = at(emulator, '2026-11-29')
  done(emulator, 'daily')
  expect(rows(emulator, 'sales')).toHaveLength(2)
  emulator = at(emulator, '2026-11-30')
  expect(done(emulator, 'daily').message).toContain('1 ligne récurrente ajoutée')
  done(emulator, 'daily')
  emulator = at(emulator, '2027-03-02')
  done(emulator, 'daily')
  done(at(emulator, '2027-03-01'), 'daily')
  expect(days(emulator)).toEqual(['2026-10-31', '2026-11-20', '2026-11-30', '2026-12-31', '2027-01-31', '2027-02-28'])
  expect(rows(emulator, 'sales').at(-1)).toMatchObject({
    toInvoice: false,
    net: 90,
    document: '',
    recurrence: 'mensuelle',
  })
  expect(done(emulator, 'verify').verdict?.ok).toBe(true)
})

test('stopped at every call, each row is there once', () => {
  const start = at(monthly(), '2026-12-31').save()
  const { total } = perform(at(start, '2026-12-31'), 'daily').run.calls
  for (let call = 1; call <= Math.min(total, 40); call += 3) {
    const emulator = at(start, '2026-12-31')
    perform(emulator, 'daily', {}, { fault: { call, unflushed: call % 2 === 0 ? 'kept' : 'dropped' } })
    done(emulator, 'daily')
    expect([call, days(emulator)]).toEqual([call, ['2026-10-31', '2026-11-30', '2026-12-31']])
  }
})

import { describe, expect, test } from 'vitest'
import type { Emulator, EmulatorState } from '../emulator/index.ts'
import { client, done, freshWorkbook, perform, rows, sale, workshop } from './workshop.ts'

const start: EmulatorState = (() => {
  const emulator = freshWorkbook()
  client(emulator, 'Éditions du Merle')
  sale(emulator, 'Brasserie du Ponant', { id: 'A1' })
  sale(emulator, 'Éditions du Merle', { label: 'Couverture du catalogue', id: 'B1' })
  return emulator.save()
})()

const { trace } = perform(workshop(start), 'issue-invoices').run
const everyCall = trace.map((_, index) => index + 1)
/** A person's gesture changes the sheet: what matters is where it falls among our reads and writes of it. */
const sheetCalls = everyCall.filter((call) => trace[call - 1]?.startsWith('SpreadsheetApp'))

/** Whatever happened: gapless, intact, one number per row, and nothing left to do. */
function expectOrder(emulator: Emulator, count: number): void {
  done(emulator, 'issue-invoices')
  const numbers = rows(emulator, 'invoices').map((row) => row['number'])
  expect(numbers).toEqual(Array.from({ length: count }, (_, index) => `F2026-000${index + 1}`))
  expect(new Set(rows(emulator, 'sales').map((row) => row['document'])).size).toBe(count)
  expect(done(emulator, 'verify').findings).toEqual([])
  expect(done(emulator, 'issue-invoices').issued).toEqual([])
}

describe('a second run between any two calls of the first', () => {
  test.each(everyCall)('before call %i: no number is shared or skipped', (call) => {
    const emulator = workshop(start)
    perform(emulator, 'issue-invoices', {}, { at: { call, meanwhile: () => void perform(emulator, 'issue-invoices') } })
    expectOrder(emulator, 2)
  })
})

describe('a person at work between any two calls', () => {
  test.each(sheetCalls)('sorts the ledger before call %i', (call) => {
    const emulator = workshop(start)
    perform(
      emulator,
      'issue-invoices',
      {},
      { at: { call, meanwhile: () => void emulator.user.sort('Ventes', 'A4:Z5', 3, false) } },
    )
    expectOrder(emulator, 2)
  })
  test.each(sheetCalls)('inserts a row in the ledger before call %i', (call) => {
    const emulator = workshop(start)
    perform(
      emulator,
      'issue-invoices',
      {},
      { at: { call, meanwhile: () => void emulator.user.insertRows('Ventes', 4) } },
    )
    expectOrder(emulator, 2)
  })
})

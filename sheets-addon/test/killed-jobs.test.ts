import { describe, expect, test } from 'vitest'
import type { Emulator } from '../emulator/index.ts'
import { done, freshWorkbook, perform, rows, sale, workshop } from './workshop.ts'

const D1 = { number: 'D2026-0001' }

/** The same job at each of its steps. */
const steps = {
  'create-quote': { send: true },
  'accept-quote': { ...D1, date: '2026-11-25' },
  'request-deposit': { quote: 'D2026-0001', key: 'a' },
  'create-plan': { number: 'F2026-0001', count: 3 },
} as const

function start(upTo: keyof typeof steps): Emulator {
  const emulator = freshWorkbook()
  sale(emulator, 'Brasserie du Ponant', { unitPrice: '2000' })
  sale(emulator, 'Brasserie du Ponant', { label: 'Déclinaison en trois formats' })
  for (const [action, args] of Object.entries(steps)) {
    if (action === upTo) break
    done(emulator, action, args)
  }
  return emulator
}

/** Everything but IDs made by chance and what is computed from them; a mail whose fate nobody knows is not sent again. */
function ending(emulator: Emulator) {
  const without = (record: Readonly<Record<string, unknown>>, ...keys: readonly string[]) =>
    Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)))
  return {
    sales: rows(emulator, 'sales').map((row) => without(row, 'id', 'status')),
    quotes: rows(emulator, 'quotes').map((row) => without(row, 'id', 'file', 'fingerprint', 'status')),
    invoices: rows(emulator, 'invoices').map((row) => without(row, 'id', 'file', 'fingerprint')),
    plans: rows(emulator, 'plans').map((row) => without(row, 'id')),
    files: emulator.drive.files().map(({ path }) => path),
  }
}

describe.each(Object.entries(steps))('%s', (action, args) => {
  const from = start(action as keyof typeof steps).save()
  const whole = workshop(from)
  const calls = perform(whole, action, args).run.calls.total
  const expected = ending(whole)
  // One call in five, and the last ones: each stop plays the job again.
  const stops = Array.from({ length: calls }, (_, index) => index + 1).filter(
    (call) => call % 5 === 1 || call > calls - 4,
  )
  test.each(stops)('stopped at call %i, asked again, it is as if it had not been stopped', (call) => {
    const emulator = workshop(from)
    perform(emulator, action, args, { fault: { call, unflushed: call % 2 === 0 ? 'kept' : 'dropped' } })
    perform(emulator, action, args)
    expect(ending(emulator)).toEqual(expected)
    expect(emulator.mails().length).toBeLessThanOrEqual(1)
    expect(done(emulator, 'verify').verdict?.ok).toBe(true)
  })
})

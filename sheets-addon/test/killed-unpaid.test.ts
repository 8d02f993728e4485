import { describe, expect, test } from 'vitest'
import type { Emulator } from '../emulator/index.ts'
import { CONTACT, invoiced, on } from './unpaid.ts'
import { done, freshWorkbook, perform, rows, sale } from './workshop.ts'

const number = 'F2026-0001'
const quote = 'D2026-0001'
const late = (step = '', args: object = {}) => {
  const emulator = on(invoiced(), '2026-12-30')
  if (step !== '') done(emulator, step, args)
  return emulator
}
function quoted(...steps: readonly (readonly [string, object])[]): Emulator {
  const emulator = freshWorkbook(CONTACT)
  sale(emulator, 'Brasserie du Ponant', { unitPrice: '2000' })
  done(emulator, 'create-quote')
  for (const [step, args] of steps) done(emulator, step, args)
  return emulator
}

/** Each with the state it starts from, and how many mails may leave when it is asked for twice. */
const CASES: readonly (readonly [action: string, from: () => Emulator, args: object, mails: number])[] = [
  ['formal-notice', () => late(), { number }, 0],
  ['post-notice', () => late('formal-notice', { number }), { number, registered: '1A 234' }, 0],
  ['export-unpaid-file', () => late('send-reminders'), { number }, 0],
  ['hand-over', () => late(), { number, collector: 'Recouvreurs', commission: '15' }, 0],
  ['cancel-plan', () => late('create-plan', { number, count: 3 }), { number }, 0],
  ['offer-plans', () => late(), { number }, 1],
  ['decline-quote', () => quoted(), { number: quote }, 0],
  ['invoice-quote', () => quoted(['accept-quote', { number: quote, date: '2026-11-25' }]), { number: quote }, 0],
  // Whoever names a quote wants it sent: asked twice, it may leave twice.
  ['send-quote', () => quoted(), { number: quote }, 2],
]

/** All that stays, but for names made by chance; mails before the action are not its own. */
function ending(emulator: Emulator) {
  const without = (tab: Parameters<typeof rows>[1], ...keys: readonly string[]) =>
    rows(emulator, tab).map((row) => Object.fromEntries(Object.entries(row).filter(([key]) => !keys.includes(key))))
  return {
    sales: without('sales', 'id'),
    quotes: without('quotes', 'id', 'file', 'fingerprint'),
    invoices: without('invoices', 'id', 'file', 'fingerprint'),
    plans: without('plans', 'id'),
    reminders: rows(emulator, 'reminders'),
    files: emulator.drive
      .files()
      .map(({ path }) => path)
      .sort(),
  }
}

describe.each(CASES)('%s', (action, from, args, mails) => {
  const start = from()
  const state = start.save()
  const today = start.clock.instant().slice(0, 10)
  const before = start.mails().length
  const settle = (emulator: Emulator) => {
    perform(emulator, action, args)
    done(emulator, 'prepare-reminders')
    return ending(emulator)
  }
  const whole = on(state, today)
  const calls = perform(whole, action, args).run.calls.total
  const expected = settle(whole)
  const stops = Array.from({ length: calls }, (_, index) => index + 1).flatMap((call) =>
    (['kept', 'dropped'] as const).map((unflushed) => ({ call, unflushed })),
  )
  test.each(stops)(
    'stopped at call $call, unflushed writes $unflushed, asked again, it is as if it had not been stopped',
    (fault) => {
      const emulator = on(state, today)
      perform(emulator, action, args, { fault })
      const now = settle(emulator)
      // A mail whose fate nobody knows is told, and not sent again by itself.
      if (mails === 0) expect(now).toEqual(expected)
      expect(emulator.mails().length - before).toBeLessThanOrEqual(mails)
      expect(done(emulator, 'verify').verdict?.ok).toBe(true)
    },
  )
})

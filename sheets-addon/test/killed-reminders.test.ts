import { expect, test } from 'vitest'
import { invoiced, on } from './unpaid.ts'
import { done, perform, rows } from './workshop.ts'

test('stopped anywhere, no mail leaves twice and what may have left is told', () => {
  const start = (() => {
    const emulator = on(invoiced(), '2026-12-30')
    done(emulator, 'prepare-reminders')
    return emulator.save()
  })()
  const whole = perform(on(start, '2026-12-30'), 'send-reminders').run
  for (let call = 1; call <= whole.calls.total; call += 1) {
    const emulator = on(start, '2026-12-30')
    perform(emulator, 'send-reminders', {}, { fault: { call, unflushed: call % 2 === 1 ? 'dropped' : 'kept' } })
    for (const day of ['2026-12-30', '2026-12-31']) {
      emulator.clock.set(`${day}T08:00:00Z`)
      done(emulator, 'send-reminders')
    }
    const [row] = rows(emulator, 'reminders')
    const told = row?.['status'] === 'En cours'
    expect([call, emulator.mails().length <= 1, emulator.mails().length === 1 || told]).toEqual([call, true, true])
    expect(done(emulator, 'verify').verdict?.ok).toBe(true)
  }
}, 120_000)

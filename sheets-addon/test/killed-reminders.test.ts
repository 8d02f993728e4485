import { expect, test } from 'vitest'
import type { Emulator, Fault } from '../emulator/index.ts'
import { AUTOMATIC, invoiced, on } from './unpaid.ts'
import { client, done, freshWorkbook, perform, rows, sale, type } from './workshop.ts'

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

test('a whole morning stopped anywhere: the next ones do what it left, once', () => {
  const settings = { ...AUTOMATIC, 'Date de début': '01/04/2023' }
  const start = (() => {
    const emulator = freshWorkbook(settings)
    client(emulator, 'Auberge des Essais', { email: 'auberge@client.example' })
    sale(emulator, 'Brasserie du Ponant')
    done(emulator, 'issue-invoices')
    emulator.clock.set('2026-12-29T08:00:00Z')
    sale(emulator, 'Auberge des Essais', { date: '29/12/2026', recurrence: 'mensuelle' })
    const refusals = [{ service: 'MailApp', method: 'sendEmail', error: 'mail-day-limit' }] as const
    perform(emulator, 'issue-invoices', { send: true }, { refusals })
    type(emulator, 'payments', { date: '29/12/2026', invoice: 'F2026-0001', amount: '100', method: 'Virement' })
    return emulator.save()
  })()
  const days = ['2026-12-30', '2026-12-31', '2027-01-29']
  const end = (emulator: Emulator) => ({
    subjects: emulator
      .mails()
      .map(({ subject }) => subject)
      .sort(),
    statuses: rows(emulator, 'invoices').map(({ status }) => status),
    reminders: rows(emulator, 'reminders').map(({ level, status }) => [level, status]),
    sales: rows(emulator, 'sales').length,
    receipts: rows(emulator, 'receiptsBook').length,
    deadlines: rows(emulator, 'deadlines').map(({ id }) => id),
  })
  const lived = (fault?: Fault): readonly [ReturnType<typeof end>, Emulator, number] => {
    const emulator = on(start, '2026-12-30')
    const { calls } = perform(emulator, 'daily', {}, fault ? { fault } : {}).run
    for (const day of days) {
      emulator.clock.set(`${day}T09:00:00Z`)
      done(emulator, 'daily')
    }
    return [end(emulator), emulator, calls.total]
  }
  const [whole, , total] = lived()
  // A typed payment, a row that comes back, a mail held, a reminder, a digest: every third call is enough for long.
  for (let call = 1; call <= total; call += 3) {
    const [found, emulator] = lived({ call, unflushed: call % 2 === 1 ? 'dropped' : 'kept' })
    const sent = new Set(found.subjects)
    expect([call, sent.size]).toEqual([call, found.subjects.length])
    // A mail that nobody knows of is told, never sent again: all the rest is as if nothing had happened.
    expect({ ...found, call, subjects: [], reminders: [], statuses: found.statuses.length }).toEqual({
      ...whole,
      call,
      subjects: [],
      reminders: [],
      statuses: whole.statuses.length,
    })
    expect(done(emulator, 'verify').verdict?.ok).toBe(true)
  }
}, 300_000)

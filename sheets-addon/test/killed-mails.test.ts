import { describe, expect, test } from 'vitest'
import type { Emulator, EmulatorState, Fault } from '../emulator/index.ts'
import { client, done, freshWorkbook, perform, rows, sale, workshop } from './workshop.ts'

/** Two invoices to issue and send; the state that every stop starts from. */
const start: EmulatorState = (() => {
  const emulator = freshWorkbook()
  client(emulator, 'Éditions du Merle', { email: 'compta@merle.example' })
  sale(emulator, 'Brasserie du Ponant')
  sale(emulator, 'Éditions du Merle', { label: 'Couverture du catalogue' })
  return emulator.save()
})()
const ARGS = { send: true }

const without = (record: Readonly<Record<string, unknown>>, ...keys: readonly string[]) =>
  Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)))

/**
 * What must not depend on the stop; of an uncertain mail, not its status, day, address and journal rows (door.md §5). When the next
 * reminder is due, the daily run says, which only uncertain mails see here.
 */
function ending(emulator: Emulator, unsure: readonly string[]) {
  return {
    sales: rows(emulator, 'sales').map((row) => without(row, 'id')),
    invoices: rows(emulator, 'invoices').map((row) =>
      unsure.includes(String(row['number']))
        ? without(row, 'id', 'file', 'fingerprint', 'nextReminder', 'status', 'sentOn', 'sentTo')
        : without(row, 'id', 'file', 'fingerprint', 'nextReminder'),
    ),
    journal: rows(emulator, 'journal')
      .filter((row) => !unsure.includes(String(row['key'])) || row['type'] === 'reserved' || row['type'] === 'issued')
      .map((row) => `${String(row['type'])} ${String(row['key'])}`)
      .sort(),
    files: emulator.drive.files().map((file) => file.path),
  }
}

const whole = workshop(start)
const { run } = perform(whole, 'issue-invoices', ARGS)
// Before, it is a run as any other: killed-anywhere.test.ts.
const first = run.trace.findIndex((call) => call.startsWith('MailApp')) - 3
const stops = Array.from({ length: run.calls.total - first + 1 }, (_, index) => first + index)
const sendCalls = run.trace.flatMap((call, index) => (call === 'MailApp.sendEmail' ? [index + 1] : []))

const faults: readonly Fault[] = [
  ...stops.map((call) => ({ call, unflushed: 'kept' as const })),
  ...stops.filter((call) => call % 2 === 0).map((call) => ({ call, unflushed: 'dropped' as const })),
  ...sendCalls.map((call) => ({ call, when: 'after' as const })),
]

describe('sending two invoices, stopped', () => {
  test.each(faults)('%o: the next run sends what is left, no mail leaves twice, the uncertain one is told', (fault) => {
    const stopped = workshop(start)
    expect(perform(stopped, 'issue-invoices', ARGS, { fault }).run.fault?.call).toBe(fault.call)
    const outcome = done(stopped, 'issue-invoices', ARGS)
    const unsure = outcome.findings.flatMap((finding) =>
      finding.code === 'send-unsure' ? [/F2026-\d+/.exec(finding.message)?.[0] ?? ''] : [],
    )
    expect(unsure.length).toBeLessThanOrEqual(1)
    const subjects = stopped.mails().map((mail) => mail.subject)
    expect(new Set(subjects).size).toBe(subjects.length)
    for (const number of ['F2026-0001', 'F2026-0002'])
      expect([number, subjects.some((subject) => subject.includes(number)) || unsure.includes(number)]).toEqual([
        number,
        true,
      ])
    expect(ending(stopped, unsure)).toEqual(ending(whole, unsure))
    if (unsure.length > 0) {
      // No run sends the uncertain one by itself; asked for by its number, it leaves.
      for (const action of ['issue-invoices', 'send-documents', 'daily'])
        done(stopped, action, action === 'issue-invoices' ? ARGS : {})
      expect(stopped.mails()).toHaveLength(subjects.length)
      done(stopped, 'send-documents', { numbers: unsure })
      expect(stopped.mails()).toHaveLength(subjects.length + 1)
    }
    expect(ending(stopped, [])['invoices']).toEqual(ending(whole, [])['invoices'])
    expect(done(stopped, 'verify').verdict?.ok).toBe(true)
  })
})

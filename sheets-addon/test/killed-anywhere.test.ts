import { describe, expect, test } from 'vitest'
import type { Emulator, EmulatorState } from '../emulator/index.ts'
import { client, done, freshWorkbook, perform, rows, sale, workshop } from './workshop.ts'

/** Four groups, six rows; the state that every stop starts from. */
const start: EmulatorState = (() => {
  const emulator = freshWorkbook()
  for (const name of ['Éditions du Merle', 'Atelier des Saules', 'Théâtre Bleu']) client(emulator, name)
  sale(emulator, 'Brasserie du Ponant')
  sale(emulator, 'Brasserie du Ponant', { label: 'Déclinaison en trois formats', quantity: '1,5', unitPrice: '120' })
  sale(emulator, 'Éditions du Merle', { label: 'Couverture du catalogue' })
  sale(emulator, 'Atelier des Saules', { label: 'Enseigne et carte de visite' })
  sale(emulator, 'Théâtre Bleu', { label: 'Affiche de la saison' })
  sale(emulator, 'Théâtre Bleu', { label: 'Programme de la saison', quantity: '2' })
  return emulator.save()
})()

/** What must not depend on where a run was stopped: everything but IDs made by chance and what is computed from them. */
function ending(emulator: Emulator) {
  const without = (record: Readonly<Record<string, unknown>>, ...keys: readonly string[]) =>
    Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)))
  return {
    sales: rows(emulator, 'sales').map((row) => without(row, 'id')),
    invoices: rows(emulator, 'invoices').map((row) => without(row, 'id', 'file', 'fingerprint')),
    journal: rows(emulator, 'journal').map((row) => [row['sequence'], row['type'], row['key']]),
    files: emulator.drive.files().map((file) => [file.path, file.trashed]),
  }
}

/** Runs the action again until it has nothing left to do. */
function finish(emulator: Emulator): void {
  done(emulator, 'issue-invoices')
  const last = done(emulator, 'issue-invoices')
  expect(last.files).toEqual([])
}

const whole = workshop(start)
const calls = perform(whole, 'issue-invoices').run.calls.total
finish(whole)
const expected = ending(whole)

describe.each(['kept', 'dropped'] as const)('with unflushed writes %s, a run stopped', (unflushed) => {
  test.each(Array.from({ length: calls }, (_, index) => index + 1))(
    'at call %i is finished by the next, as if it had not been',
    (call) => {
      const emulator = workshop(start)
      expect(perform(emulator, 'issue-invoices', {}, { fault: { call, unflushed } }).run.fault?.call).toBe(call)
      finish(emulator)
      const end = ending(emulator)
      expect({ ...end, journal: end.journal.map(([, type, key]) => `${String(type)} ${String(key)}`).sort() }).toEqual({
        ...expected,
        journal: expected.journal.map(([, type, key]) => `${String(type)} ${String(key)}`).sort(),
      })
      expect(done(emulator, 'verify').verdict?.ok).toBe(true)
    },
  )
})

test('ten stops on the way do not make a gap', () => {
  const emulator = workshop(start)
  for (const call of [3, 9, 14, 16, 18, 20, 21, 22, 25, 30])
    perform(emulator, 'issue-invoices', {}, { fault: { call, unflushed: 'dropped' } })
  finish(emulator)
  expect(rows(emulator, 'invoices').map((row) => row['number'])).toEqual([
    'F2026-0001',
    'F2026-0002',
    'F2026-0003',
    'F2026-0004',
  ])
  expect(done(emulator, 'verify').verdict?.ok).toBe(true)
})

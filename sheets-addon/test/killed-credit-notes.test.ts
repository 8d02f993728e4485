import { describe, expect, test } from 'vitest'
import type { Emulator, EmulatorState } from '../emulator/index.ts'
import { done, freshWorkbook, perform, rows, sale, workshop } from './workshop.ts'

/** Two invoices; the state that every stop starts from. */
const start: EmulatorState = (() => {
  const emulator = freshWorkbook()
  sale(emulator, 'Brasserie du Ponant')
  sale(emulator, 'Brasserie du Ponant', { label: 'Déclinaison en trois formats', quantity: '1,5', unitPrice: '120' })
  done(emulator, 'issue-invoices')
  return emulator.save()
})()

/** Everything but IDs made by chance and what is computed from them. */
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

const requests = {
  'the whole': { number: 'F2026-0001', reason: 'Annulation' },
  'a part under a key': { number: 'F2026-0001', reason: 'Retour', amountCents: 12_345, key: 'demande 1' },
} as const

describe.each(Object.entries(requests))('%s', (name, args) => {
  const whole = workshop(start)
  const calls = perform(whole, 'create-credit-note', args).run.calls.total
  const expected = ending(whole)
  const stops = Array.from({ length: calls }, (_, index) => index + 1)
  // A key makes a difference once the number is taken.
  const cases =
    name === 'the whole'
      ? stops.flatMap((call) => (['kept', 'dropped'] as const).map((unflushed) => [call, unflushed] as const))
      : stops.slice(-14).map((call) => [call, call % 2 === 0 ? 'kept' : 'dropped'] as const)

  test.each(cases)(
    'stopped at call %i, unflushed writes %s: asked again, there is one credit note, as if it had not been stopped',
    (call, unflushed) => {
      const emulator = workshop(start)
      const { run } = perform(emulator, 'create-credit-note', args, { fault: { call, unflushed } })
      expect(run.fault?.call).toBe(call)
      const { told } = perform(emulator, 'create-credit-note', args)
      // Stopped after all was done, the whole has nothing left to credit: that is said, and nothing is made.
      if (told?.ok) expect(told.outcome.issued).toMatchObject([{ number: 'AV2026-0001' }])
      else expect([name, told?.error.code]).toEqual(['the whole', 'nothing-left-to-credit'])
      expect(ending(emulator)).toEqual(expected)
      expect(done(emulator, 'verify').verdict?.ok).toBe(true)
    },
  )
})

test('a credit note left without its file by a stop is finished by the next invoices', () => {
  const emulator = workshop(start)
  const args = requests['the whole']
  perform(emulator, 'create-credit-note', args, {
    refusals: [{ service: 'Drive', method: 'create', nth: 'every', error: 'drive-storage-full' }],
  })
  sale(emulator, 'Brasserie du Ponant')
  const outcome = done(emulator, 'issue-invoices')
  expect(outcome.files).toHaveLength(2)
  expect(rows(emulator, 'invoices').map((row) => row['number'])).toEqual(['F2026-0001', 'AV2026-0001', 'F2026-0002'])
  expect(done(emulator, 'verify').verdict?.ok).toBe(true)
})
